import type { KaderStory } from "./kader-page.tsx";
import { day } from "../words.ts";
import { t } from "./texts.ts";

type KaderEvent = { readonly key: string; readonly at: string; readonly title: string; readonly detail: string; readonly who: string };

/** What happened to a kader, newest first; what was taken back says so. */
export function kaderEvents({ entries, names }: KaderStory): KaderEvent[] {
  const withdrawn = new Set(entries.filter((one) => one.type === "kader.entry-withdrawn").flatMap((one) => one.replaces));
  return entries
    .flatMap((one): KaderEvent[] => {
      const title = titleOf(one.type, one.body as Facts);
      if (title === null) return [];
      const words = typeof one.body["words"] === "string" ? `“${one.body["words"]}”` : "";
      const basis = one.body["basis"] === "by-hand" ? t("byHand") : one.body["basis"] === "demonstration" ? t("byDemo") : "";
      return [{ key: one.id, at: one.occurredAt, title, detail: [basis, words, withdrawn.has(one.id) ? t("takenBack") : ""].filter(Boolean).join(" · "), who: names[one.performer] ?? "" }];
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

type Facts = { readonly until?: string; readonly seconds?: number };

function titleOf(type: string, body: Facts): string | null {
  switch (type) {
    case "clearance.granted":
      return t("event.granted", { date: day(body.until ?? "") });
    case "clearance.withdrawn":
      return t("event.withdrawn");
    case "kader.joined":
      return t("event.joined");
    case "kader.changed":
      return t("event.changed");
    case "kader.left":
      return t("event.left");
    case "practice.held":
      return t("event.practice", { minutes: Math.max(1, Math.round((body.seconds ?? 0) / 60)) });
    default:
      return null;
  }
}
