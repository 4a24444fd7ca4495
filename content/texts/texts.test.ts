import { describe, expect, test } from "vitest";

type Catalogue = { readonly TEXTS: Readonly<Record<string, string>> };
const files = import.meta.glob<Catalogue>("./*.{id,en}.ts", { eager: true });
const features = [...new Set(Object.keys(files).map((path) => path.replace(/^\.\/|\.(?:id|en)\.ts$/g, "")))];
const textsOf = (feature: string, language: "id" | "en") => files[`./${feature}.${language}.ts`]?.TEXTS ?? {};
/** What a kader, a mother or a companion reads. */
const kaderFeatures = features.filter((feature) => !/^(?:console|report|letter|lesson|instrument|evaluation|programme)/.test(feature));

const every = (names: readonly string[], languages: readonly ("id" | "en")[] = ["id", "en"]) =>
  names.flatMap((feature) => languages.flatMap((language) => Object.entries(textsOf(feature, language)).map(([key, text]) => ({ at: `${feature}.${language} ${key}`, text }))));
const found = (texts: readonly { at: string; text: string }[], pattern: RegExp) => texts.filter(({ text }) => pattern.test(text)).map(({ at, text }) => `${at}: ${text}`);
const holes = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "").sort();

test("the kader's features are among them", () => expect(kaderFeatures).toEqual(expect.arrayContaining(["shell", "enrol", "today", "register", "mother", "settings", "session", "care", "referral", "visit"])));

describe.each(kaderFeatures)("%s", (feature) => {
  const [indonesian, english] = [textsOf(feature, "id"), textsOf(feature, "en")];
  test("has every text in both languages", () => expect(Object.keys(english).sort()).toEqual(Object.keys(indonesian).sort()));
  test("has no empty text", () => expect(every([feature]).filter(({ text }) => text.trim() === "")).toEqual([]));
  // English may do without a name where Indonesian repeats it, but must not wait for what nobody hands in.
  test("fills in nothing in English that Indonesian does not know", () => {
    for (const [key, text] of Object.entries(english)) expect(holes(indonesian[key] ?? ""), key).toEqual(expect.arrayContaining(holes(text)));
  });
});

/** Patterns with a sentence that each must see, so that none can pass by seeing nothing. */
const FORBIDDEN: readonly (readonly [string, RegExp, readonly string[]])[] = [
  [
    "C6: massage treats or prevents an inflammation, dissolves lumps, relieves full breasts, or makes more milk",
    /pijat(?!an)[^.]*(?:menyembuhkan|mengobati|mencegah|menghilangkan|melarutkan|meredakan bengkak|melancarkan|memperbanyak|menambah|meningkatkan)|massage[^.]*(?:cure|treat|prevent|dissolve|relieve|increase|raise|boost|makes? more milk)/i,
    ["Pijat menyembuhkan bendungan", "Pijat punggung memperbanyak ASI", "The massage prevents an abscess", "Massage dissolves lumps"],
  ],
  [
    "C6: a cure or a success is promised",
    /menyembuhkan|pasti (?:lancar|banyak|berhasil|sembuh)|dijamin|\b(?:cures?|heals?)\b|guarantee/i,
    ["ASI pasti lancar", "This cures it"],
  ],
  [
    "C6: a disease is named",
    /mastitis|abses|abscess|\bsepsis|infeksi|infection|preeklam|eklamsi|eclampsia|depresi|depression|baby blues|hipotermi|hypothermia|ikterus|jaundice|dehidrasi|dehydrat|bendungan ASI|engorge|trombosis|thrombosis|anemia/i,
    ["Terindikasi mastitis", "Signs of infection"],
  ],
  [
    "C6: somebody is told to press, knead or pump a breast",
    /^(?!.*(?:jangan|never|not|do not)).*(?:(?:pijat|tekan|remas|urut|pompa)\w* (?:pelan )?payudara|(?:massage|press|knead|squeeze|pump) (?:the |her |your )?breasts?)/i,
    ["Tekan payudara pelan", "Massage the breast"],
  ],
];
describe.each(FORBIDDEN)("%s", (_, pattern, planted) => {
  test("nowhere in what a kader reads", () => expect(found(every(kaderFeatures), pattern)).toEqual([]));
  test("and the pattern sees it", () => expect(found(planted.map((text) => ({ at: "", text })), pattern)).toHaveLength(planted.length));
});

describe("Indonesian as a kind colleague speaks it", () => {
  test("no English words", () =>
    expect(found(every(kaderFeatures, ["id"]), /\b(?:error|sync|offline|online|login|logout|password|input|update|upload|download|screening|follow.?up|device|save|cancel|click|submit|token|backup|user|browser|please|the|and)\b/i)).toEqual([]));
  test("no office language, and no blame", () =>
    expect(found(every(kaderFeatures, ["id"]), /\b(?:pasien|terindikasi|(?:telah|akan|harus) dilakukan|berhasil disimpan|tidak valid|anda|gagal|malas)\b|(?<!bukan )salah ibu/i)).toEqual([]));
});
