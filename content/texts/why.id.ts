/** What a result or a piece of advice stands on, in Indonesian. */
export const TEXTS = {
  why: "Mengapa?",
  title: "Dasar hasil ini",
  version: "Aturan versi {version}.",
  unsigned: "Belum disahkan bidan dan dokter anak. Bidan yang memutuskan.",
  mark: "aturan versi {version}, belum disahkan",
  markSigned: "aturan versi {version}",
  close: "Tutup",
  "evidence.read": "dari sumber yang dibaca",
  "evidence.cited": "dari sumber yang dikutip",
  "evidence.general-knowledge": "pengetahuan umum",
  "evidence.judgement": "pertimbangan tim, menunggu pengesahan",
  noSource: "tanpa sumber tertulis",
} as const;
