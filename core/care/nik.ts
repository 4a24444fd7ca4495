import { err, ok, type Result } from "../result.ts";

/**
 * What a woman's NIK (the 16 digits of an Indonesian identity card) says of itself: 6 digits of place, then DDMMYY with 40
 * added to the day of a woman's birth, then a serial number. A card can be wrong, so a doubt is told and nothing is refused.
 */
export type NikDoubt =
  /** The day of birth is not counted on by 40: the number of a man, or one copied wrongly. */
  | "not-a-womans"
  /** No such place code, day or month, or a serial number of zeros. */
  | "no-such-number"
  /** Another date of birth than the one she gave. */
  | "other-birth-date";

/** The digits as typed with blanks, dots or dashes between them; anything but 16 digits is no NIK. */
export function readNik(text: string): Result<string, { readonly code: "not-16-digits"; readonly digits: number }> {
  const digits = text.replaceAll(/[\s.-]/g, "");
  return /^\d{16}$/.test(digits) ? ok(digits) : err({ code: "not-16-digits", digits: digits.replaceAll(/\D/g, "").length });
}

/** `nik` has 16 digits; `bornOn` is YYYY-MM-DD. The century is not in the number, so only the last two digits of the year are compared. */
export function doubtsOf(nik: string, bornOn: string | null): NikDoubt[] {
  const doubts: NikDoubt[] = [];
  const [province, dayCode, month, year, serial] = [nik.slice(0, 2), Number(nik.slice(6, 8)), Number(nik.slice(8, 10)), nik.slice(10, 12), nik.slice(12)];
  const day = dayCode > 40 ? dayCode - 40 : dayCode;
  const exists = day >= 1 && day <= daysIn(month);
  if (!exists || Number(province) < 11 || Number(province) > 99 || nik.slice(2, 4) === "00" || nik.slice(4, 6) === "00" || serial === "0000") doubts.push("no-such-number");
  if (exists && dayCode <= 31) doubts.push("not-a-womans");
  if (bornOn !== null && exists && (Number(bornOn.slice(8, 10)) !== day || Number(bornOn.slice(5, 7)) !== month || bornOn.slice(2, 4) !== year)) doubts.push("other-birth-date");
  return doubts;
}

/** 29 for February: the century, and so the leap year, is unknown. */
const daysIn = (month: number): number => (month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : month >= 1 && month <= 12 ? 31 : 0);

/** As shown on a screen that others may see: only the last four digits. */
export const maskedNik = (nik: string): string => `•••• •••• •••• ${nik.slice(-4)}`;
