import type { DemoPerson, Teller } from "./teller.ts";

/** Telephone numbers that ring nowhere: no country has the code 999. */
const nobody = (n: number): string => `+999000${String(n).padStart(5, "0")}`;

export type DemoSite = { readonly id: string; readonly name: string };

export function demoSite(teller: Teller, key: string, name: string): DemoSite {
  return { id: teller.id(`site|${key}`), name };
}

export function tellSite(teller: Teller, by: DemoPerson, site: DemoSite, at: string, n: number): void {
  teller.tell(
    by,
    `programme:${teller.programme}`,
    "site.described",
    {
      site: site.id,
      name: site.name,
      timezone: "Asia/Jakarta",
      address: "Jalan Contoh 1 (rekaan)",
      places: [
        { kind: "midwife", name: "Bidan jaga (nomor rekaan)", phone: nobody(n), hours: "24 jam" },
        { kind: "clinic", name: site.name, phone: nobody(n + 1), hours: "Senin sampai Sabtu, 07.00 sampai 14.00", way: "Dari balai RW ke utara, sebelah masjid. Naik becak 5 menit.", address: "Jalan Contoh 1 (rekaan)" },
        { kind: "hospital", name: "RS Contoh (rekaan)", phone: nobody(n + 2), hours: "IGD 24 jam", way: "Naik mobil lewat Jalan Contoh Raya, 15 menit.", address: "Jalan Contoh Raya 10 (rekaan)" },
        { kind: "emergency", name: "Ambulans (nomor rekaan)", phone: nobody(n + 3), hours: "24 jam" },
      ],
    },
    { at },
  );
}

export type KaderStory = { readonly person: DemoPerson; readonly bornInYear: number; readonly area: string; readonly hasPhone?: boolean };

export function tellKader(teller: Teller, by: DemoPerson, story: KaderStory, at: string, n: number): void {
  if (story.person.site === null) throw new Error("a kader belongs to a site");
  teller.tell(
    by,
    `kader:${story.person.id}`,
    "kader.joined",
    { name: story.person.name, bornInYear: story.bornInYear, phone: nobody(500 + n), area: story.area, hasPhone: story.hasPhone ?? true, site: story.person.site, invented: true },
    { at },
  );
}

export function clear(teller: Teller, midwife: DemoPerson, kader: DemoPerson, from: string, until: string, words: string) {
  const clearance = teller.id(`clearance|${kader.id}|${from}`);
  return { clearance, entry: teller.tell(midwife, `kader:${kader.id}`, "clearance.granted", { clearance, from, until, basis: "by-hand", words, invented: true }, { at: from }) };
}
