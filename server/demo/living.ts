import { clear, demoSite, tellKader, tellSite } from "./people.ts";
import { closeCase, openCase, tellMother, tellSession } from "./mother.ts";
import { tellVisit } from "./visit.ts";
import { createTeller, type DemoPerson, type Teller } from "./teller.ts";

export type LivingProgramme = {
  readonly teller: Teller;
  readonly facts: object;
  /** Midwife, lead, head, operator, and the midwife of the second site. */
  readonly staff: readonly DemoPerson[];
  /** The first has a valid clearance, and a mother whose session she can start at once. */
  readonly kader: readonly DemoPerson[];
};

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** An invented programme as it would stand at `now` (ms): two sites, kader of every standing, mothers in every state. */
export function tellLiving(programme: string, now: number): LivingProgramme {
  const teller = createTeller(programme);
  const ago = (hours: number): string => new Date(now - hours * HOUR).toISOString();
  const days = (n: number): string => ago(n * 24);
  const melati = demoSite(teller, "melati", "Klinik Melati (rekaan)");
  const kenanga = demoSite(teller, "kenanga", "Puskesmas Kenanga (rekaan)");
  const operator = teller.person("operator", "Operator (rekaan)", "operator", null);
  const lead = teller.person("lead", "Ketua tim (rekaan)", "lead", null);
  const head = teller.person("head", "Kepala klinik (rekaan)", "head", melati.id);
  const midwife = teller.person("midwife", "Bidan Ratih (rekaan)", "midwife", melati.id);
  const second = teller.person("midwife-2", "Bidan Sekar (rekaan)", "midwife", kenanga.id);
  const facts = { name: "Pendampingan menyusui (semua rekaan)", permits: "Puskesmas Kenanga (rekaan)", hosts: melati.name, runs: "Tim contoh (rekaan)", starts: days(90).slice(0, 10), demo: true };

  tellSite(teller, lead, melati, days(80), 100);
  tellSite(teller, lead, kenanga, days(80), 200);

  const kaderOf = (key: string, called: string, site: string, bornInYear: number, area: string, hasPhone = true): DemoPerson => {
    const person = teller.person(key, `${called} (rekaan)`, "kader", site);
    tellKader(teller, lead, { person, bornInYear, area, hasPhone }, days(79), Number(bornInYear));
    return person;
  };
  const wati = kaderOf("wati", "Wati", melati.id, 1990, "RW 1");
  const ani = kaderOf("ani", "Ani", melati.id, 1995, "RW 2");
  const tuti = kaderOf("tuti", "Tuti", melati.id, 1984, "RW 3");
  const yuni = kaderOf("yuni", "Yuni", melati.id, 1998, "RW 4");
  const marni = kaderOf("marni", "Marni", melati.id, 1988, "RW 5", false);
  const lilis = kaderOf("lilis", "Lilis", kenanga.id, 1993, "RW 1");
  const nunung = kaderOf("nunung", "Nunung", kenanga.id, 1991, "RW 2");

  const until = (n: number): string => new Date(now + n * DAY).toISOString();
  const watiCleared = clear(teller, midwife, wati, days(60), until(120), "Rekaan: semua langkah penting lengkap").clearance;
  const aniCleared = clear(teller, midwife, ani, days(175), until(5), "Rekaan").clearance;
  clear(teller, midwife, tuti, days(200), days(20), "Rekaan");
  const held = clear(teller, midwife, yuni, days(50), until(130), "Rekaan");
  teller.tell(midwife, `kader:${yuni.id}`, "clearance.withdrawn", { clearance: held.clearance, words: "Rekaan: tekanan terlalu kuat, latihan lagi bersama bidan" }, { at: days(10), replaces: [held.entry] });
  clear(teller, second, lilis, days(40), until(140), "Rekaan");

  tellWatisMothers(teller, { wati, midwife, ago, days, cleared: watiCleared });
  tellOthersMothers(teller, { ani, tuti, marni, lilis, nunung, midwife, second, ago, days, cleared: aniCleared });
  return { teller, facts, staff: [midwife, lead, head, operator, second], kader: [wati, ani, tuti, yuni, marni, lilis, nunung] };
}

type Ago = (hours: number) => string;

function tellWatisMothers(teller: Teller, { wati, midwife, ago, days, cleared }: { wati: DemoPerson; midwife: DemoPerson; ago: Ago; days: Ago; cleared: string }): void {
  const by = wati;

  // Danger now, 25 minutes ago, nobody has seen it yet.
  const sari = tellMother(teller, { key: "sari", name: "Ibu Sari", by, at: days(4), gaveBirthAt: days(6), bornInYear: 2001, landmark: "Rumah cat hijau dekat pos ronda (rekaan)" });
  const first = tellVisit(teller, { key: "sari1", mother: sari.stream, babies: sari.babies, by, at: days(4), answers: { "feeding.worriedAboutMilk": true, "feeding.attachmentSigns": 2, "mother.consent": true }, babyAnswers: { "baby.weight": 3060 } });
  openCase(teller, { key: "sari", by, stream: sari.stream, at: days(4) });
  teller.tell(by, sari.stream, "companion.met", { visit: first.visit, who: "husband", presence: "present", taught: ["back-massage", "attachment-signs"] }, { at: days(4) });
  tellSession(teller, { key: "sari1", by, stream: sari.stream, at: days(1), clearance: cleared, confidence: [4, 6], ease: [4, 6], flow: "drops", letDown: ["drips"] });
  tellVisit(teller, { key: "sari2", mother: sari.stream, babies: sari.babies, by, at: ago(25 / 60), answers: { "mother.blurredVision": true, "mother.headache": "severe" }, babyAnswers: { "baby.weight": 3120 } });

  // 17 years: first among equals. A midwife's week, a second massage this afternoon.
  const dewi = tellMother(teller, { key: "dewi", name: "Ibu Dewi", by, at: days(7), gaveBirthAt: days(9), bornOn: new Date(Date.parse(days(0)) - 17.5 * 365.25 * DAY).toISOString().slice(0, 10), guardian: "Ibu dari Dewi (rekaan)", babies: [{ sex: "male", birthWeight: 2900, gestationWeeks: 38 }] });
  const dewiVisit = tellVisit(teller, { key: "dewi1", mother: dewi.stream, babies: dewi.babies, by, at: days(2), answers: { "feeding.worriedAboutMilk": true, "feeding.lowConfidence": true }, followUp: ago(1) });
  if (dewiVisit.referral !== null) {
    teller.tell(midwife, dewi.stream, "referral.seen", { referral: dewiVisit.referral }, { at: days(1.9) });
    teller.tell(midwife, dewi.stream, "referral.answered", { referral: dewiVisit.referral, answer: "advice", words: "Saya ikut kunjungan hari Jumat. Pijat boleh diteruskan." }, { at: days(1.8) });
  }
  openCase(teller, { key: "dewi", by, stream: dewi.stream, at: days(2) });
  tellSession(teller, { key: "dewi1", by, stream: dewi.stream, at: days(1), clearance: cleared, confidence: [3, 5], ease: [4, 5], flow: "drops", letDown: ["drips", "calm"] });
  tellVisit(teller, { key: "dewi2", mother: dewi.stream, babies: dewi.babies, by, at: days(0.9), answers: { "feeding.worriedAboutMilk": true, "mother.consent": true }, followUp: ago(1) });

  // Screened an hour ago, nothing forbids a massage: her session can start at once.
  const rini = tellMother(teller, { key: "rini", name: "Ibu Rini", by, at: days(2), gaveBirthAt: days(4), bornInYear: 1997, babies: [{ sex: "female", birthWeight: 3300, gestationWeeks: 40 }] });
  tellVisit(teller, { key: "rini1", mother: rini.stream, babies: rini.babies, by, at: ago(1), answers: { "feeding.worriedAboutMilk": true, "feeding.attachmentSigns": 3 }, followUp: ago(0.5) });
  openCase(teller, { key: "rini", by, stream: rini.stream, at: ago(1) });

  // All is well.
  const lastri = tellMother(teller, { key: "lastri", name: "Ibu Lastri", by, at: days(12), gaveBirthAt: days(20), bornInYear: 1994, babies: [{ sex: "male", birthWeight: 3000, gestationWeeks: 39 }] });
  tellVisit(teller, { key: "lastri1", mother: lastri.stream, babies: lastri.babies, by, at: days(3), babyAnswers: { "baby.weight": 3350 }, followUp: ago(-72) });

  // After a caesarean that no midwife has cleared: accompanied, not massaged.
  const nur = tellMother(teller, { key: "nur", name: "Ibu Nur", by, at: days(5), gaveBirthAt: days(8), bornInYear: 1992, caesarean: true, place: "hospital" });
  tellVisit(teller, { key: "nur1", mother: nur.stream, babies: nur.babies, by, at: days(1), answers: { "feeding.worriedAboutMilk": true }, followUp: ago(-20) });
  openCase(teller, { key: "nur", by, stream: nur.stream, at: days(1) });

  // Registered yesterday, not asked yet.
  tellMother(teller, { key: "ratna", name: "Ibu Ratna", by, at: days(1), gaveBirthAt: days(3), bornInYear: 1999 });

  // Could not speak freely.
  const indah = tellMother(teller, { key: "indah", name: "Ibu Indah", by, at: days(2), gaveBirthAt: days(11), bornInYear: 2000 });
  tellVisit(teller, { key: "indah1", mother: indah.stream, babies: indah.babies, by, at: ago(20), answers: { "mother.unsafeAtHome": "not_alone", "mother.selfHarmThoughts": "not_alone" }, followUp: ago(-4) });

  // Two telephone numbers written down apart: a person decides.
  const wulan = tellMother(teller, { key: "wulan", name: "Ibu Wulan", by, at: days(6), gaveBirthAt: days(15), bornInYear: 1993, phone: "+99900000601" });
  tellVisit(teller, { key: "wulan1", mother: wulan.stream, babies: wulan.babies, by, at: days(4), followUp: ago(-60) });
  teller.tell(by, wulan.stream, "mother.changed", { phone: "+99900000602" }, { at: days(3), replaces: [wulan.registered] });
  teller.tell(midwife, wulan.stream, "mother.changed", { phone: "+99900000603" }, { at: days(3), replaces: [wulan.registered] });

  // Resolved, with her own word.
  const yanti = tellMother(teller, { key: "yanti", name: "Ibu Yanti", by, at: days(20), gaveBirthAt: days(24), bornInYear: 1996 });
  tellVisit(teller, { key: "yanti1", mother: yanti.stream, babies: yanti.babies, by, at: days(20), answers: { "feeding.worriedAboutMilk": true, "mother.consent": true } });
  const yantiCase = openCase(teller, { key: "yanti", by, stream: yanti.stream, at: days(20) });
  [19, 18, 17].forEach((day, n) => tellSession(teller, { key: `yanti${n}`, by, stream: yanti.stream, at: days(day), clearance: cleared, confidence: [4 + n, 5 + n], ease: [5 + n, 6 + n], flow: n < 2 ? "trickles" : "flows", letDown: ["drips", "swallows"] }));
  closeCase(teller, yantiCase, { by, stream: yanti.stream, at: days(12) }, "resolved", 9, "Rekaan: sekarang menyusui terasa ringan");
}

type Others = { ani: DemoPerson; tuti: DemoPerson; marni: DemoPerson; lilis: DemoPerson; nunung: DemoPerson; midwife: DemoPerson; second: DemoPerson; ago: Ago; days: Ago; cleared: string };

function tellOthersMothers(teller: Teller, { ani, tuti, marni, lilis, nunung, midwife, second, ago, days, cleared }: Others): void {
  // A painful red part of one breast: seen three hours ago, not answered.
  const maya = tellMother(teller, { key: "maya", name: "Ibu Maya", by: ani, at: days(8), gaveBirthAt: days(12), bornInYear: 1995 });
  const mayaVisit = tellVisit(teller, { key: "maya1", mother: maya.stream, babies: maya.babies, by: ani, at: ago(3), answers: { "breast.localPain": true, "breast.localHours": 6, "mother.temperature": 37.3 } });
  openCase(teller, { key: "maya", by: ani, stream: maya.stream, at: ago(3) }, "pain");
  if (mayaVisit.referral !== null) teller.tell(midwife, maya.stream, "referral.seen", { referral: mayaVisit.referral }, { at: ago(2.5) });

  // A caesarean that the midwife has cleared; it goes better.
  const fitri = tellMother(teller, { key: "fitri", name: "Ibu Fitri", by: ani, at: days(10), gaveBirthAt: days(14), bornInYear: 1991, caesarean: true, place: "hospital" });
  teller.tell(midwife, fitri.stream, "word.given", { about: "caesarean", cleared: true, words: "Rekaan: luka kering, boleh dipijat duduk" }, { at: days(8) });
  tellVisit(teller, { key: "fitri1", mother: fitri.stream, babies: fitri.babies, by: ani, at: days(7), answers: { "feeding.worriedAboutMilk": true, "mother.consent": true } });
  const fitriCase = openCase(teller, { key: "fitri", by: ani, stream: fitri.stream, at: days(7) });
  tellSession(teller, { key: "fitri1", by: ani, stream: fitri.stream, at: days(6), clearance: cleared, confidence: [5, 7], ease: [4, 6], flow: "trickles", letDown: ["swallows"], hands: "husband" });
  tellSession(teller, { key: "fitri2", by: ani, stream: fitri.stream, at: days(5), clearance: cleared, confidence: [6, 6], ease: [6, 6], flow: "trickles", letDown: [], seconds: 95, stopped: "pain" });
  closeCase(teller, fitriCase, { by: ani, stream: fitri.stream, at: days(2) }, "improved", 7);

  // Twins, one of them few urinations: the midwife is on her way.
  const kartika = tellMother(teller, { key: "kartika", name: "Ibu Kartika", by: tuti, at: days(3), gaveBirthAt: days(5.5), bornInYear: 1998, babies: [{ name: "Bayi satu", sex: "female", birthWeight: 2450, gestationWeeks: 36 }, { name: "Bayi dua", sex: "male", birthWeight: 2380, gestationWeeks: 36 }] });
  const twins = tellVisit(teller, { key: "kartika1", mother: kartika.stream, babies: kartika.babies, by: tuti, at: ago(9), babyAnswers: { "baby.urine24h": 5, "baby.weight": 2300 } });
  openCase(teller, { key: "kartika", by: tuti, stream: kartika.stream, at: ago(9) }, "baby");
  if (twins.referral !== null) {
    teller.tell(midwife, kartika.stream, "referral.seen", { referral: twins.referral }, { at: ago(8) });
    teller.tell(midwife, kartika.stream, "referral.answered", { referral: twins.referral, answer: "i-go-there", words: "Rekaan: saya datang sore ini, timbang ulang kedua bayi" }, { at: ago(7.5) });
  }

  // Out of reach, moved, stopped, handed over; one opened again.
  const ends = [
    ["sinta", "Ibu Sinta", "out-of-reach"],
    ["mega", "Ibu Mega", "moved"],
    ["tika", "Ibu Tika", "stopped"],
    ["ayu", "Ibu Ayu", "referred"],
  ] as const;
  ends.forEach(([key, name, outcome], n) => {
    const mother = tellMother(teller, { key, name, by: tuti, at: days(30 + n), gaveBirthAt: days(34 + n), bornInYear: 1990 + n });
    tellVisit(teller, { key: `${key}1`, mother: mother.stream, babies: mother.babies, by: tuti, at: days(30 + n), answers: { "feeding.worriedAboutMilk": true } });
    const opened = openCase(teller, { key, by: tuti, stream: mother.stream, at: days(30 + n) });
    const closed = closeCase(teller, opened, { by: tuti, stream: mother.stream, at: days(15 + n) }, outcome);
    if (key === "tika") teller.tell(tuti, mother.stream, "case.reopened", { case: opened, words: "Rekaan: Ibu minta ditemani lagi" }, { at: days(3), replaces: [closed] });
  });

  // A kader without a phone: her paper form, written down by the midwife a day later.
  const murni = tellMother(teller, { key: "murni", name: "Ibu Murni", by: midwife, at: days(9), gaveBirthAt: days(13), bornInYear: 1989 });
  teller.tell(midwife, murni.stream, "care.assigned", { kader: marni.id }, { at: days(9) });
  tellVisit(teller, { key: "murni1", mother: murni.stream, babies: murni.babies, by: midwife, performer: marni, at: days(4), recordedAt: days(3), answers: { "feeding.attachmentSigns": 3 } });

  // The second site: what its midwife sees and the first does not.
  const laras = tellMother(teller, { key: "laras", name: "Ibu Laras", by: lilis, at: days(5), gaveBirthAt: days(7), bornInYear: 1997 });
  tellVisit(teller, { key: "laras1", mother: laras.stream, babies: laras.babies, by: lilis, at: ago(5), babyAnswers: { "baby.yellow": "face_or_chest", "baby.yellowFirstSeenHours": 72 } });
  const putri = tellMother(teller, { key: "putri", name: "Ibu Putri", by: nunung, at: days(16), gaveBirthAt: days(21), bornInYear: 2002, spoken: "thumbprint" });
  const putriVisit = tellVisit(teller, { key: "putri1", mother: putri.stream, babies: putri.babies, by: nunung, at: days(16), answers: { "breast.nippleSore": true, "breast.nippleSoreHours": 60 } });
  if (putriVisit.referral !== null) teller.tell(second, putri.stream, "referral.answered", { referral: putriVisit.referral, answer: "seen-and-well", words: "Rekaan: sudah diperiksa, perlekatan diperbaiki" }, { at: days(15) });
}
