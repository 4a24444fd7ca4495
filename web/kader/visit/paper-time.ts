import { dateAt, instantAt } from "#core/care/time.ts";

/** A visit on paper older than this (days) is more likely a wrong year. */
const OLDEST_DAYS = 90;

/** The moment of a date and time of day at the site; null where one of them is missing or does not exist. */
export function momentOf(date: string, time: string, timezone: string): string | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || !/^\d\d:\d\d$/.test(time)) return null;
  if (Number.isNaN(Date.parse(`${date}T${time}:00.000Z`))) return null;
  const instant = instantAt(date, time, timezone);
  return dateAt(instant, timezone) === date ? instant : null;
}

/** The earliest and latest that a paper visit can have been. */
export function paperFault(date: string, time: string, timezone: string, now: number): "missing" | "future" | "old" | null {
  const moment = momentOf(date, time, timezone);
  if (moment === null) return "missing";
  if (Date.parse(moment) > now) return "future";
  return now - Date.parse(moment) > OLDEST_DAYS * 86_400_000 ? "old" : null;
}
