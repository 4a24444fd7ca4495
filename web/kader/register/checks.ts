import { ageOn, instantAt } from "#core/care/time.ts";
import { doubtsOf, readNik, type NikDoubt } from "#core/care/nik.ts";
import { phoneNumber } from "#core/care/phone-number.ts";
import { parseDecimal } from "#web/shared/controls/decimal.ts";
import type { BabyAnswers, BirthAnswers, DateParts, Details } from "./answers.ts";

/** Words of the catalogue (register.id.ts) that say what to mend. */
export type Mend =
  | "mendName"
  | "mendBornOn"
  | "mendYears"
  | "mendAge"
  | "mendPhone"
  | "mendNik"
  | "mendBirthDate"
  | "mendBirthFuture"
  | "mendBirthLongAgo"
  | "mendBirthHour"
  | "mendWeight"
  | "mendWeeks";

/** The date that three fields spell, YYYY-MM-DD; null where they spell none that exists. */
export function dateOf({ day, month, year }: DateParts): string | null {
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return null;
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : null;
}

/** Her birthday where she knows it, else the year that makes the age that she gave true today. */
export function bornOf(details: Details, today: string): { readonly bornOn?: string; readonly bornInYear?: number } {
  const bornOn = details.ageBy === "date" ? dateOf(details.bornOn) : null;
  if (bornOn !== null) return { bornOn };
  const years = details.ageBy === "years" ? parseDecimal(details.years, 0) : null;
  return years === null ? {} : { bornInYear: Number(today.slice(0, 4)) - years - 1 };
}

export const ageIn = (details: Details, today: string): number | null => ageOn(today, bornOf(details, today));
export const isUnder18 = (details: Details, today: string): boolean => (ageIn(details, today) ?? 18) < 18;

/** Mothers between these ages are registered; another age is more often a slip of the thumb. */
const AGES = { youngest: 10, oldest: 60 };

export function mendName(details: Details): Mend | null {
  return details.name.trim() === "" ? "mendName" : null;
}

export function mendAge(details: Details, today: string): Mend | null {
  if (details.ageBy === null) return "mendAge";
  const age = ageIn(details, today);
  if (age !== null && age >= AGES.youngest && age <= AGES.oldest) return null;
  return details.ageBy === "date" ? "mendBornOn" : "mendYears";
}

export const mendPhone = (details: Details): Mend | null => (details.phone.trim() !== "" && phoneNumber(details.phone) === null ? "mendPhone" : null);
export const mendNik = (details: Details): Mend | null => (details.nik.trim() !== "" && !readNik(details.nik).ok ? "mendNik" : null);

/** Doubts only warn: a card can be wrong, and so can a birthday. */
export function nikDoubts(details: Details, today: string): readonly NikDoubt[] {
  const nik = readNik(details.nik);
  return nik.ok ? doubtsOf(nik.value, bornOf(details, today).bornOn ?? null) : [];
}

const YEARS_3 = 26_280 * 3_600_000;

export function mendBirth(birth: BirthAnswers, nowMs: number, timezone: string): Mend | null {
  if (birth.born === "not-yet") return null;
  if (birth.born === null || !/^\d{4}-\d\d-\d\d$/.test(birth.date)) return "mendBirthDate";
  if (!birth.hourUnknown && !/^\d\d:\d\d$/.test(birth.time)) return "mendBirthHour";
  const from = Date.parse(instantAt(birth.date, birth.hourUnknown ? "00:00" : birth.time, timezone));
  if (from > nowMs) return "mendBirthFuture";
  return nowMs - from > YEARS_3 ? "mendBirthLongAgo" : null;
}

/** The moment of birth. Without the hour it is the middle of that day, and of a day that is not over, of its part that has passed. */
export function bornAt(birth: BirthAnswers, nowMs: number, timezone: string): string {
  if (!birth.hourUnknown) return instantAt(birth.date, birth.time, timezone);
  const midnight = Date.parse(instantAt(birth.date, "00:00", timezone));
  const noon = Date.parse(instantAt(birth.date, "12:00", timezone));
  return new Date(noon <= nowMs ? noon : Math.floor((midnight + nowMs) / 2)).toISOString();
}

export function weightOf(baby: BabyAnswers): number | null {
  return parseDecimal(baby.weight, 0);
}

/** The bounds of the ledger's own schema, in the words of the screen. */
export function mendWeight(baby: BabyAnswers): Mend | null {
  const grams = weightOf(baby);
  return baby.weight.trim() === "" || (grams !== null && grams >= 300 && grams <= 8000) ? null : "mendWeight";
}

export function mendWeeks(baby: BabyAnswers): Mend | null {
  const weeks = parseDecimal(baby.weeks, 0);
  return baby.weeks.trim() === "" || (weeks !== null && weeks >= 20 && weeks <= 45) ? null : "mendWeeks";
}
