/**
 * What a mother hears or reads before anything about her is recorded (S3). A released version is never edited: a change is a
 * new version in a file of its own, because each consent names the version that she was read.
 */
export type ConsentLanguage = "id" | "en" | "jv" | "mad";

/** One point: what the kader reads out. */
export type ConsentPoint = "what" | "why" | "where" | "who" | "free" | "stop" | "rights";
export const CONSENT_POINTS: readonly ConsentPoint[] = ["what", "why", "where", "who", "free", "stop", "rights"];

/** What she allows beyond being accompanied: one question each, never preset. */
export type ConsentChoice = "midwife" | "phone" | "counted";
export const CONSENT_CHOICES: readonly ConsentChoice[] = ["midwife", "phone", "counted"];

export type ConsentText = {
  readonly title: string;
  readonly opening: string;
  readonly points: Readonly<Record<ConsentPoint, { readonly short: string; readonly text: string }>>;
  readonly question: string;
  readonly choices: Readonly<Record<ConsentChoice, string>>;
  /** Somebody whose mother tongue it is has yet to read it; the screen says so. */
  readonly needsNativeReader: boolean;
};

export const CONSENT_RECORD = {
  id: "consent.record",
  version: 1,
  /** Signed by the one who answers for the programme's data: not yet. */
  approved: false,
} as const;

export const CONSENT_TEXT: Readonly<Record<ConsentLanguage, ConsentText>> = {
  id: {
    title: "Persetujuan Ibu",
    opening: "Bu, saya kader kesehatan. Saya ingin mendampingi Ibu menyusui. Supaya tidak ada yang terlewat, saya perlu mencatat. Saya jelaskan dulu, ya.",
    points: {
      what: { short: "Yang dicatat", text: "Nama, umur, alamat dan nomor telepon Ibu. Kelahiran dan keadaan bayi. Jawaban Ibu soal kesehatan dan menyusui. Apa yang kita lakukan bersama." },
      why: { short: "Untuk apa", text: "Supaya saya tahu kapan Ibu perlu ditengok, dan bidan cepat tahu kalau ada tanda bahaya." },
      where: { short: "Disimpan di mana", text: "Di HP saya, terkunci dengan PIN. Lalu di komputer program, disimpan dalam bentuk sandi. Komputer itu membukanya saat bekerja untuk program ini." },
      who: { short: "Siapa yang bisa melihat", text: "Saya, atau kader yang menggantikan saya, dan bidan tempat ini. Pengurus program hanya melihat jumlah, tanpa nama. Suami, keluarga dan tetangga tidak diberi tahu isinya." },
      free: { short: "Boleh menolak", text: "Ibu bebas memilih. Kalau tidak mau, tidak apa-apa. Pelayanan di posyandu, klinik dan puskesmas tetap sama." },
      stop: { short: "Boleh berhenti", text: "Ibu boleh berhenti kapan saja. Bilang saja pada saya atau bidan, tanpa perlu alasan." },
      rights: { short: "Hak Ibu", text: "Ibu boleh melihat catatannya, membetulkan yang salah, meminta salinan, dan meminta bidan menghapusnya." },
    },
    question: "Apakah Ibu setuju saya dampingi dan catat?",
    choices: {
      midwife: "Bolehkah bidan menghubungi atau menengok Ibu langsung?",
      phone: "Bolehkah saya menelepon atau mengirim pesan ke Ibu?",
      counted: "Bolehkah Ibu ikut dihitung dalam laporan, tanpa nama?",
    },
    needsNativeReader: false,
  },
  en: {
    title: "The mother's consent",
    opening: "I am a community health volunteer. I would like to stand by you while you breastfeed. So that nothing is missed, I need to write things down. Let me explain first.",
    points: {
      what: { short: "What is recorded", text: "Your name, age, address and telephone number. The birth and how your baby is. Your answers about health and breastfeeding. What we do together." },
      why: { short: "What for", text: "So that I know when to look in on you, and the midwife hears quickly of a danger sign." },
      where: { short: "Where it is kept", text: "On my phone, locked with a PIN. Then on the programme's computer, stored in coded form. That computer opens it while it works for this programme." },
      who: { short: "Who can see it", text: "I, or the volunteer who takes over from me, and the midwife of this place. Those who run the programme see numbers only, no names. Husband, family and neighbours are not told what it says." },
      free: { short: "You may say no", text: "You are free to choose. If you would rather not, that is all right. Care at the posyandu, the clinic and the health centre stays the same." },
      stop: { short: "You may stop", text: "You may stop at any time. Just tell me or the midwife; no reason is needed." },
      rights: { short: "Your rights", text: "You may see your record, have mistakes put right, ask for a copy, and ask the midwife to erase it." },
    },
    question: "Do you agree that I stand by you and write it down?",
    choices: {
      midwife: "May the midwife contact you or look in on you herself?",
      phone: "May I call you or send you messages?",
      counted: "May you be counted in reports, without your name?",
    },
    needsNativeReader: false,
  },
  jv: {
    title: "Persetujuanipun Ibu",
    opening: "Bu, kula kader kesehatan. Kula badhe ngancani Ibu nyusoni. Supados boten wonten ingkang kesupen, kula kedah nyathet. Kula terangaken rumiyin, nggih.",
    points: {
      what: { short: "Ingkang dipunserat", text: "Asma, yuswa, alamat lan nomer telponipun Ibu. Lairipun lan kawontenanipun bayi. Wangsulanipun Ibu bab kesehatan lan nyusoni. Punapa ingkang kita tindakaken sesarengan." },
      why: { short: "Kangge punapa", text: "Supados kula mangertos kapan Ibu perlu dipuntuweni, lan bidan enggal mangertos menawi wonten tandha bebaya." },
      where: { short: "Dipunsimpen ing pundi", text: "Ing HP kula, dipunkunci ngangge PIN. Lajeng ing komputer program, dipunsimpen awujud sandi. Komputer punika mbikak cathetan nalika makarya kangge program punika." },
      who: { short: "Sinten ingkang saged mirsani", text: "Kula, utawi kader ingkang nggantosi kula, lan bidan papan mriki. Pengurus program namung mirsani cacahipun, tanpa asma. Garwa, kulawarga lan tangga boten dipunsanjangi isinipun." },
      free: { short: "Kenging nampik", text: "Ibu bebas milih. Menawi boten kersa, boten punapa-punapa. Pelayanan ing posyandu, klinik lan puskesmas tetep sami." },
      stop: { short: "Kenging mandheg", text: "Ibu kenging mandheg kapan kemawon. Cekap sanjang dhateng kula utawi bidan, boten perlu alesan." },
      rights: { short: "Hakipun Ibu", text: "Ibu kenging mirsani cathetanipun, mbenakaken ingkang lepat, nyuwun salinan, lan nyuwun bidan mbusak cathetan punika." },
    },
    question: "Punapa Ibu sarujuk kula kancani lan kula serat?",
    choices: {
      midwife: "Punapa bidan kenging ngubungi utawi nuweni Ibu piyambak?",
      phone: "Punapa kula kenging nelpon utawi ngirim pesen dhateng Ibu?",
      counted: "Punapa Ibu kersa dipunetang ing laporan, tanpa asma?",
    },
    needsNativeReader: true,
  },
  mad: {
    title: "Persetujuanna Ebu",
    opening: "Ebu, kaulâ kader kesehatan. Kaulâ terro abhantowa Ebu nyoso'e. Sopajâ tadâ' se kaloppaè, kaulâ kodu nyatet. Kaulâ terrangaghi ghâllu, ghi.",
    points: {
      what: { short: "Se ecatet", text: "Nyama, omor, alamat sareng nomer telponna Ebu. Bilâ lahèr sareng kabâdâ'ânna bâji'. Jâwâbhân Ebu parkara kasehatan sareng nyoso'e. Ponapa se ekalako sareng-sareng." },
      why: { short: "Kaangghuy ponapa", text: "Sopajâ kaulâ tao bilâ Ebu parlo ejengngo', sareng bidan ghâncang tao mon bâdâ tandhâ bhâbhâjâ." },
      where: { short: "Esempen e kaemma", text: "E HP kaulâ, ekonce bi' PIN. Pas e komputer program, esempen akantha sandi. Komputer ghâpanèka mukka' catetan bâkto alako kaangghuy program panèka." },
      who: { short: "Sera se bisa ningalè", text: "Kaulâ, otabâ kader se agheghentè kaulâ, sareng bidan kennengngan panèka. Pangurus program coma ningalè jumlana, tanpa nyama. Rakana, kaluarga sareng tatangghâ ta' ebâlâi essèna." },
      free: { short: "Ollè ta' poron", text: "Ebu bebas mèlè. Mon ta' poron, ta' ponapa. Pangladhin e posyandu, klinik sareng puskesmas paggun padâ." },
      stop: { short: "Ollè ambu", text: "Ebu ollè ambu bilâ'â bhisaos. Cokop bâlâ dâ' kaulâ otabâ bidan, ta' parlo alasan." },
      rights: { short: "Hakka Ebu", text: "Ebu ollè ningalè catetanna, mabhender se sala, nyo'on salenan, sareng nyo'on bidan ngapos catetan ghâpanèka." },
    },
    question: "Ponapa Ebu satuju kaulâ bhântowè sareng kaulâ catet?",
    choices: {
      midwife: "Ponapa bidan ollè ngobungè otabâ ajengngo' Ebu langsong?",
      phone: "Ponapa kaulâ ollè nelpon otabâ ngerèm pessen dâ' Ebu?",
      counted: "Ponapa Ebu ollè eètong e laporan, tanpa nyama?",
    },
    needsNativeReader: true,
  },
};
