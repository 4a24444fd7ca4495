/** What is known of a mother when one asks whether she is on the phone already. */
export type Likeness = {
  readonly name: string;
  readonly calledBy?: string | null;
  readonly bornOn?: string | null;
  readonly bornInYear?: number | null;
  readonly phone?: string | null;
  readonly nik?: string | null;
  /** The date of a birth, YYYY-MM-DD. */
  readonly gaveBirthOn?: string | null;
};

/** Why two records may be one woman. Only a person can say whether they are. */
export type DoubleSign = "nik" | "name-and-birth-date" | "name-and-birth-year" | "name-and-phone" | "name-and-baby" | "phone-and-birth-date";

/**
 * The signs that two records are one woman, strongest first; none means that nothing speaks for it. A name alone is no sign
 * (many share one), nor a telephone alone (a family shares one), nor a birth date alone.
 */
export function doubleSigns(one: Likeness, other: Likeness): DoubleSign[] {
  const signs: DoubleSign[] = [];
  const name = soundsAlike(one, other);
  const phone = same(one.phone, other.phone);
  const bornOn = same(one.bornOn, other.bornOn);
  if (same(one.nik, other.nik)) signs.push("nik");
  if (name && bornOn) signs.push("name-and-birth-date");
  if (name && phone) signs.push("name-and-phone");
  if (name && same(one.gaveBirthOn, other.gaveBirthOn)) signs.push("name-and-baby");
  if (phone && bornOn) signs.push("phone-and-birth-date");
  if (name && !bornOn && nearYears(one, other)) signs.push("name-and-birth-year");
  return signs;
}

/** Where one of them knows only a year, a year more or less is the same: she counts her age, not her birthdays. */
function nearYears(one: Likeness, other: Likeness): boolean {
  if (one.bornOn && other.bornOn) return false;
  const [a, b] = [yearOf(one), yearOf(other)];
  return a !== null && b !== null && Math.abs(a - b) <= 1;
}

const yearOf = (of: Likeness): number | null => (of.bornOn ? Number(of.bornOn.slice(0, 4)) : (of.bornInYear ?? null));
const same = (a: string | null | undefined, b: string | null | undefined): boolean => Boolean(a) && a === b;

/** Some name of hers sounds like some name of the other's: `Ibu Siti Nurjanah`, `Nurdjannah` and `Bu Nur Janah` do. */
export function soundsAlike(one: Pick<Likeness, "name" | "calledBy">, other: Pick<Likeness, "name" | "calledBy">): boolean {
  const [mine, others] = [namesOf(one), namesOf(other)];
  return mine.some((a) => others.some((b) => alike(a, b)));
}

/** `whole` runs all parts together; `telling` leaves out what tells nobody apart. */
type Name = { readonly whole: string; readonly telling: readonly string[] };

/** Every telling part of the shorter name is in the longer one, or one runs into the other whichever way it was split. */
function alike(a: Name, b: Name): boolean {
  const [short, long] = a.whole.length <= b.whole.length ? [a, b] : [b, a];
  if (short.whole === long.whole) return true;
  if (short.telling.every((part) => long.telling.includes(part))) return true;
  return short.whole.length >= 5 && (long.whole.startsWith(short.whole) || long.whole.endsWith(short.whole));
}

/** Words before a name, and names so common that they tell nobody apart when they stand beside another. */
const TITLES = new Set(["ibu", "bu", "ny", "nyonya", "hj", "mbak", "mba"]);
const COMMON = new Set(["siti", "st", "sri", "nur", "dewi", "ayu", "binti", "bt"]);

function namesOf(of: Pick<Likeness, "name" | "calledBy">): Name[] {
  return [of.name, of.calledBy ?? ""].flatMap((name): Name[] => {
    const words = name.normalize("NFD").replaceAll(/[\u0300-\u036f'’`]/g, "").toLowerCase().split(/[^a-z]+/).filter((word) => word.length > 1 && !TITLES.has(word));
    if (words.length === 0) return [];
    const telling = words.filter((word) => !COMMON.has(word));
    return [{ whole: soundOf(words.join("")), telling: (telling.length > 0 ? telling : words).map(soundOf) }];
  });
}

/** Old and new spelling and the usual variants: Djoewariyah, Juwariah; Chusnul, Khusnul, Husnul; Fitri, Fitry; Novi, Nopi. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/dj/g, "j"],
  [/tj/g, "c"],
  [/oe/g, "u"],
  [/s[jy]/g, "s"],
  [/n[jy]/g, "n"],
  [/kh|ch|h/g, ""],
  [/^k(?=[aiueo])/g, ""],
  [/q/g, "k"],
  [/[fv]/g, "p"],
  [/z/g, "s"],
  [/x/g, "ks"],
  [/y/g, "i"],
  [/uw(?=[aiueo])/g, "u"],
  [/(.)\1+/g, "$1"],
];

const soundOf = (word: string): string => SOUNDS.reduce((text, [from, to]) => text.replaceAll(from, to), word);
