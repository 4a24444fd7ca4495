import { dateAt, daysBetween } from "#core/care/time.ts";
import { language } from "#web/shared/texts.ts";
import { device, siteZone } from "./device.ts";
import { t } from "./texts.ts";

/** All of these speak in the site's time zone and the chosen language. */
const write = (instant: string | number | Date, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(language.value === "id" ? "id-ID" : "en-GB", { timeZone: siteZone(), ...options }).format(new Date(instant));

/** "13.40" */
export const timeText = (instant: string | number | Date): string => write(instant, { hour: "2-digit", minute: "2-digit" });

/** "Rabu, 25 November" */
export const longDate = (instant: string | number | Date): string => write(instant, { weekday: "long", day: "numeric", month: "long" });

/** "25 November 2026" */
export const fullDate = (instant: string | number | Date): string => write(instant, { day: "numeric", month: "long", year: "numeric" });

/** A date without a time, YYYY-MM-DD, as "25 November 2026". */
export const calendarText = (date: string): string =>
  new Intl.DateTimeFormat(language.value === "id" ? "id-ID" : "en-GB", { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" }).format(new Date(`${date}T00:00:00Z`));

/** "hari ini", "kemarin", "besok", the weekday within six days, else "12 Nov", with the year where it is another. */
export function dayText(instant: string | number | Date): string {
  const [day, today] = [dateAt(new Date(instant).getTime(), siteZone()), device.today()];
  const away = daysBetween(today, day);
  if (away === 0) return t("today");
  if (away === 1) return t("tomorrow");
  if (away === -1) return t("yesterday");
  if (Math.abs(away) <= 6) return write(instant, { weekday: "long" });
  return write(instant, { day: "numeric", month: "short", ...(day.slice(0, 4) !== today.slice(0, 4) && { year: "numeric" }) });
}

/** How long ago: "25 menit", "3 jam", "2 hari"; at least one minute. */
export function sinceText(from: string | number | Date): string {
  const minutes = Math.max(1, Math.floor((device.now().getTime() - new Date(from).getTime()) / 60_000));
  if (minutes < 60) return t("minutes", { count: minutes });
  if (minutes < 48 * 60) return t("hours", { count: Math.floor(minutes / 60) });
  return t("days", { count: Math.floor(minutes / (24 * 60)) });
}
