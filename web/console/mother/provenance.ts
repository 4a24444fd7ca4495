import { dateAt } from "#core/care/time.ts";
import type { MotherStory } from "#core/console/wire.ts";
import { timezone } from "../session.ts";
import { day, moment } from "../words.ts";
import { t } from "./texts.ts";

/** Who did it, and where another wrote it down, or another day, that too: a paper keeps its true date. */
export function provenance({ entries, names, view }: MotherStory, id: string, now: number): string[] {
  const entry = entries.find((one) => one.id === id);
  if (entry === undefined) return [];
  const who = names[entry.performer] ?? "";
  const visit = view.visits.find((one) => one.entry === id);
  const session = view.sessions.find((one) => one.started?.entry === id);
  const paper = visit?.fromPaper === true || session?.started?.fromPaper === true;
  const later = dateAt(entry.recordedAt, timezone.value) !== dateAt(entry.occurredAt, timezone.value);
  return [
    ...(who === "" ? [] : [who]),
    ...(entry.author === entry.performer ? [] : [t("writtenBy", { who: names[entry.author] ?? "" })]),
    ...(paper ? [t("fromPaper", { when: day(entry.recordedAt) })] : later ? [t("writtenLater", { when: day(entry.recordedAt) })] : []),
    ...(entry.flags.includes("clock-ahead") ? [t("clockOdd", { when: moment(entry.receivedAt, now) })] : []),
  ];
}
