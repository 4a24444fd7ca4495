import { dateAt, daysBetween } from "#core/care/time.ts";
import { language } from "#web/shared/texts.ts";
import { timezone } from "./session.ts";
import { t } from "./texts.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const locale = (): string => (language.value === "id" ? "id-ID" : "en-GB");
const format = (at: string | number, options: Intl.DateTimeFormatOptions): string => new Intl.DateTimeFormat(locale(), { timeZone: timezone.value, ...options }).format(new Date(at));

/** "25 menit", "3 jam", "2 hari": rounded down, so that it never says more than has passed. */
export function span(ms: number): string {
  if (ms < MINUTE) return t("justNow");
  if (ms < 2 * HOUR) return t("minutes", { count: Math.floor(ms / MINUTE) });
  if (ms < 2 * DAY) return t("hours", { count: Math.floor(ms / HOUR) });
  return t("days", { count: Math.floor(ms / DAY) });
}

/** "13.40" */
export const clock = (at: string | number): string => format(at, { hour: "2-digit", minute: "2-digit" });
/** "25 Nov 2026" */
export const day = (at: string | number): string => format(at, { day: "numeric", month: "short", year: "numeric" });
/** "Rabu, 25 November 2026" */
export const longDay = (at: string | number): string => format(at, { weekday: "long", day: "numeric", month: "long", year: "numeric" });

/** A date without a time, YYYY-MM-DD, in words. */
export const dateWords = (date: string): string => new Intl.DateTimeFormat(locale(), { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).format(new Date(`${date}T00:00:00Z`));

/** "13.40" today, "kemarin 13.40", else "21 Nov 2026, 13.40". */
export function moment(at: string, now: number): string {
  const days = daysBetween(dateAt(at, timezone.value), dateAt(now, timezone.value));
  if (days === 0) return clock(at);
  if (days === 1) return t("yesterdayAt", { time: clock(at) });
  return `${day(at)}, ${clock(at)}`;
}

/** Whole days since a birth, by the site's dates; null for one still to come. */
export function daysSince(at: string, now: number): number | null {
  const days = daysBetween(dateAt(at, timezone.value), dateAt(now, timezone.value));
  return days < 0 ? null : days;
}

export const initials = (name: string): string => name.replace(/^(ibu|bu|ny\.?)\s+/i, "").slice(0, 2).toUpperCase();
/** As one calls her: "Ibu Sari", never "Ibu Ibu Sari". */
export const called = (name: string): string => (/^(ibu|bu|ny\.?)\s/i.test(name) ? name : `Ibu ${name}`);

/** 3.120 in Indonesian, 3,120 in English. */
export const whole = (value: number): string => new Intl.NumberFormat(locale(), { maximumFractionDigits: 0 }).format(value);
