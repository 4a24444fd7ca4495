const HOUR = 3_600_000;

/** "Today" is the site's date: YYYY-MM-DD at that moment in that time zone. */
export function dateAt(instant: string | number, timezone: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: timezone, year: "numeric", month: "2-digit", day: "2-digit" }).format(new Date(instant));
}

/** Whole days from one date to another, YYYY-MM-DD. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / (24 * HOUR));
}

export const hoursBetween = (from: string | number, to: string | number): number => (new Date(to).getTime() - new Date(from).getTime()) / HOUR;

/** Completed years of age on a date; where only the year of birth is known, the lower of the two ages that it allows: younger is safer here. */
export function ageOn(date: string, born: { readonly bornOn?: string | null; readonly bornInYear?: number | null }): number | null {
  const year = Number(date.slice(0, 4));
  if (born.bornOn) return year - Number(born.bornOn.slice(0, 4)) - (date.slice(5) < born.bornOn.slice(5) ? 1 : 0);
  if (born.bornInYear) return year - born.bornInYear - 1;
  return null;
}

/** The instant of a clock's reading (YYYY-MM-DD, HH:MM) in a time zone. */
export function instantAt(date: string, time: string, timezone: string): string {
  const asUtc = Date.parse(`${date}T${time}:00.000Z`);
  const read = new Intl.DateTimeFormat("en-CA", { timeZone: timezone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const parts = new Map(read.formatToParts(new Date(asUtc)).map(({ type, value }) => [type, value]));
  const there = Date.parse(`${parts.get("year")}-${parts.get("month")}-${parts.get("day")}T${parts.get("hour")}:${parts.get("minute")}:00.000Z`);
  return new Date(asUtc - (there - asUtc)).toISOString();
}
