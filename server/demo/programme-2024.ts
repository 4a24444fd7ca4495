import { clear, demoSite, tellKader, tellSite } from "./people.ts";
import { closeCase, openCase, tellMother, tellSession } from "./mother.ts";
import { tellVisit } from "./visit.ts";
import { createTeller, type DemoPerson, type Teller } from "./teller.ts";

/**
 * The programme of 2024, told again as entries. Stated by its report: nine kader, eight of about 27 to 36 years and one of
 * 42; two of them met a mother whose milk did not flow; cause explored, massage several times, resolved. Invented: every
 * name, date of birth, telephone number and score, and that each of the two met one mother.
 */
const NAMES = ["Asih", "Budiarti", "Citra", "Darmi", "Endang", "Farida", "Gusti", "Hartini", "Ismi"] as const;
/** Years of birth that give 27 to 36 years in July 2024 for eight, and 42 for the last. */
const BORN = [1997, 1996, 1995, 1993, 1992, 1990, 1989, 1988, 1982] as const;

export type Programme2024 = { readonly teller: Teller; readonly facts: object; readonly operator: DemoPerson; readonly lead: DemoPerson; readonly midwife: DemoPerson; readonly head: DemoPerson; readonly kader: readonly DemoPerson[] };

export function tell2024(programme: string): Programme2024 {
  const teller = createTeller(programme);
  const site = demoSite(teller, "2024", "Klinik rawat inap 2024 (nama rekaan)");
  const operator = teller.person("operator", "Operator contoh (rekaan)", "operator", null);
  const lead = teller.person("lead", "Ketua tim 2024 (rekaan)", "lead", null);
  const midwife = teller.person("midwife", "Bidan koordinator 2024 (rekaan)", "midwife", site.id);
  const head = teller.person("head", "Kepala puskesmas 2024 (rekaan)", "head", site.id);
  const facts = { name: "Pelatihan kader 2024 (nama dan nilai rekaan)", permits: "Puskesmas pemberi izin", hosts: "Klinik asal kader", runs: "Tim pelaksana", starts: "2024-07-09", ends: "2024-09-05", demo: true };

  const begun = "2024-06-24T02:00:00.000Z";
  tellSite(teller, lead, site, begun, 10);
  const kader = NAMES.map((called, n) => teller.person(`kader|${n}`, `${called} (rekaan)`, "kader", site.id));
  kader.forEach((person, n) => tellKader(teller, lead, { person, bornInYear: BORN[n] ?? 1990, area: `RW ${n + 1}` }, begun, n));

  const training = "2024-08-06T06:00:00.000Z";
  const clearances = kader.map((person) => clear(teller, midwife, person, training, "2025-02-06T06:00:00.000Z", "Rekaan: laporan 2024 hanya menyebut bahwa semua mencoba").clearance);
  const [first, , , fourth] = kader;
  if (first !== undefined && fourth !== undefined) {
    tellAccompanied(teller, { key: "a", name: "Ibu pertama (rekaan)", by: first, clearance: clearances[0] ?? "", gaveBirthAt: "2024-08-10T21:30:00.000Z", found: "2024-08-14T02:00:00.000Z", bornInYear: 1996 });
    tellAccompanied(teller, { key: "b", name: "Ibu kedua (rekaan)", by: fourth, clearance: clearances[3] ?? "", gaveBirthAt: "2024-08-17T09:10:00.000Z", found: "2024-08-21T03:00:00.000Z", bornInYear: 2000 });
  }
  return { teller, facts, operator, lead, midwife, head, kader };
}

type Accompanied = { readonly key: string; readonly name: string; readonly by: DemoPerson; readonly clearance: string; readonly gaveBirthAt: string; readonly found: string; readonly bornInYear: number };

/** Cause explored, massage several times, resolved and the milk flows. */
function tellAccompanied(teller: Teller, { key, name, by, clearance, gaveBirthAt, found, bornInYear }: Accompanied): void {
  const day = (n: number): string => new Date(Date.parse(found) + n * 86_400_000).toISOString();
  const mother = tellMother(teller, { key, name, by, at: found, gaveBirthAt, bornInYear });
  const visit = tellVisit(teller, {
    key: `${key}1`,
    mother: mother.stream,
    babies: mother.babies,
    by,
    at: found,
    answers: { "mother.consent": true, "feeding.worriedAboutMilk": true, "feeding.attachmentSigns": 2, "feeding.tiredOrStressed": true },
    followUp: day(1),
  });
  const opened = openCase(teller, { key, by, stream: mother.stream, at: found });
  teller.tell(by, mother.stream, "causes.found", { visit: visit.visit, causes: ["poor-attachment", "tired-or-worried"], words: "Rekaan" }, { at: found });
  teller.tell(by, mother.stream, "companion.met", { visit: visit.visit, who: "husband", presence: "present", taught: ["back-massage"] }, { at: found });
  [0, 1, 2].forEach((n) =>
    tellSession(teller, {
      key: `${key}${n}`,
      by,
      stream: mother.stream,
      at: day(n + 0.1),
      clearance,
      confidence: [4 + n, 5 + n],
      ease: [4 + n, 6 + n],
      flow: n === 0 ? "drops" : n === 1 ? "trickles" : "flows",
      letDown: n === 0 ? [] : ["drips", "swallows"],
    }),
  );
  tellVisit(teller, { key: `${key}2`, mother: mother.stream, babies: mother.babies, by, at: day(7), answers: { "mother.consent": true } });
  closeCase(teller, opened, { by, stream: mother.stream, at: day(7) }, "resolved", 9, "Rekaan: ASI sudah lancar");
}
