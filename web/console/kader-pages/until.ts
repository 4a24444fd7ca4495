import { daysBetween } from "#core/care/time.ts";

/** Six months later; the last day of that month where it has no such day. Dates are YYYY-MM-DD. */
export function halfYearLater(date: string): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - 1 + 7, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + 6, Math.min(day, last))).toISOString().slice(0, 10);
}

/** A clearance ends: after today, within a year. */
export function isFitUntil(until: string, today: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(until) || Number.isNaN(Date.parse(until))) return false;
  const days = daysBetween(today, until);
  return days >= 1 && days <= 366;
}
