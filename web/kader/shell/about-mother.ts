import { ageOn, dateAt, daysBetween } from "#core/care/time.ts";

/** How old the baby is, in the unit in which one says it. */
export type SinceBirth = { readonly unit: "today" | "days" | "weeks" | "months"; readonly count: number };

/** Days until day 42 (the weeks after birth are counted in days), weeks until three months, then months; null for a birth still to come. */
export function sinceBirth(bornAt: string, today: string, timezone: string): SinceBirth | null {
  const days = daysBetween(dateAt(bornAt, timezone), today);
  if (days < 0) return null;
  if (days === 0) return { unit: "today", count: 0 };
  if (days <= 42) return { unit: "days", count: days };
  return days < 91 ? { unit: "weeks", count: Math.floor(days / 7) } : { unit: "months", count: Math.floor(days / 30.4375) };
}

/** Her age in whole years, or null where neither date nor year is known. */
export const ageOf = (mother: { readonly bornOn?: string | null; readonly bornInYear?: number | null }, today: string): number | null => ageOn(today, mother);
