import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Banner } from "../shared/controls/Banner.tsx";
import { Button } from "../shared/controls/Button.tsx";
import { ClassTag } from "../shared/controls/ClassTag.tsx";
import { Dialog } from "../shared/controls/Dialog.tsx";
import { Empty, Skeleton } from "../shared/controls/Empty.tsx";
import { AppBar, Screen } from "../shared/controls/Screen.tsx";
import { SyncChip } from "../shared/controls/SyncChip.tsx";
import { Timeline } from "../shared/controls/Timeline.tsx";
import { Toast } from "../shared/controls/Toast.tsx";
import { picture } from "../shared/pictures/people.tsx";

const none = [] as const;

export const StatesScreen = (): JSX.Element => {
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  return (
    <Screen bar={<AppBar heading title="Keadaan" back={{ label: "Kembali", onBack: () => history.back() }} />}
      toast={<Toast text={said} undo={{ label: "Kembalikan", onUndo: () => setSaid(null) }} onGone={() => setSaid(null)} />}
      actions={<Button kind="quiet" onClick={() => setSaid("Catatan dihapus.")}>Hapus catatan</Button>}>
      <p class="spread">
        <SyncChip state="done" text="Semua terkirim" counts={none} />
        <SyncChip state="waiting" text="2 belum terkirim" counts={none} />
        <SyncChip state="offline" text="Tanpa sinyal" counts={none} />
        <SyncChip state="refused" text="1 ditolak" counts={none} link={{ href: "#states", label: "Lihat" }} />
      </p>
      <p class="spread"><ClassTag name="SEGERA" text="Sekarang" /><ClassTag name="R24" text="Hari ini" /><ClassTag name="PEKAN" text="Minggu ini" /><ClassTag name="BANTU" text="Dibantu" /><ClassTag name="LANJUT" text="Lancar" /></p>
      <Banner kind="offline" title="Belum terkirim. Tidak ada sinyal">Aman di HP ini. Dikirim begitu ada sinyal.</Banner>
      <Banner kind="refused" title="Satu catatan ditolak" action={<Button kind="line" low fit>Lihat sebabnya</Button>}>Catatan tetap ada di HP ini.</Banner>
      <Banner kind="conflict" title="Dua jawaban berbeda">Bu Wati menulis suhu 37,2. Bidan menulis 38,1. Sebelum dipilih, yang lebih berat berlaku.</Banner>
      <Banner kind="paused" title="Pijat dijeda">Teruskan bila Ibu siap.</Banner>
      <Banner kind="info" title="Izin pijat Ibu sudah habis 3 Mei">Minta bidan menilai lagi.</Banner>
      <Button onClick={() => setOpen(true)}>Buka dialog</Button>
      <Button busy={busy} onClick={() => setBusy(true)}>Kirim sekarang</Button>
      <Button disabled>Lanjut</Button>
      <Button kind="text">Lewati dulu</Button>
      <Skeleton rows={2} label="Memuat daftar Ibu" />
      <Timeline label="Cerita Ibu Sari" items={[
        { key: "1", when: "13.40", title: "Tanda bahaya: penglihatan kabur", detail: "aturan M03a · Kader Wati", name: "SEGERA" },
        { key: "2", when: "Kemarin", title: "Pijat ke-3", detail: "3:00, nyaman, ASI menetes sesudahnya" },
        { key: "3", when: "21 Nov", title: "Didaftarkan", detail: "ASI dirasa sedikit" },
      ]} />
      <Empty picture={picture("motherAndBaby")} title="Belum ada ibu" text="Mulai dari ibu yang baru melahirkan di dekat rumah." action={<Button fit>Dampingi ibu baru</Button>} />
      <Dialog open={open} title="Hapus catatan ini?" onClose={() => setOpen(false)} actions={<><Button kind="stop" onClick={() => setOpen(false)}>Hapus</Button><Button kind="quiet" onClick={() => setOpen(false)}>Simpan</Button></>}>
        <p>Bisa dikembalikan sampai besok.</p>
      </Dialog>
    </Screen>
  );
};
