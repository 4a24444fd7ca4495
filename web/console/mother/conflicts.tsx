import type { JSX } from "preact";
import { spokenNumber } from "#core/care/phone-number.ts";
import type { Conflict } from "#core/ledger/fold.ts";
import type { Json, JsonObject } from "#core/ledger/json.ts";
import type { MotherStory } from "#core/console/wire.ts";
import { Banner } from "#web/shared/controls/Banner.tsx";
import { Button } from "#web/shared/controls/Button.tsx";
import { now } from "../now.ts";
import { tell } from "../pending.ts";
import { say } from "../toast.ts";
import { t as frame } from "../texts.ts";
import { dateWords, day, moment } from "../words.ts";
import { isStoryKey, t, tOf, type StoryKey } from "./texts.ts";

/** Two truths about one thing: both are shown, a person decides, neither is dropped (L4). */
export const Conflicts = ({ story }: { story: MotherStory }): JSX.Element | null => {
  const { conflicts } = story.view;
  if (conflicts.length === 0) return null;
  return (
    <Banner kind="conflict" title={t("conflictTitle")} action={<div class="stack">{conflicts.map((one) => <OneConflict key={one.field} story={story} conflict={one} />)}</div>}>{t("conflictText")}</Banner>
  );
};

const OneConflict = ({ story, conflict }: { story: MotherStory; conflict: Conflict }): JSX.Element => {
  const choose = async (value: Json): Promise<void> => {
    const anew = entryFor(conflict.field, value);
    if (anew === null) return;
    const entries = await tell({ stream: story.view.stream, ...anew, replaces: conflict.values.flatMap(({ by }) => by.map((entry) => entry.id)) });
    say({ entries, stream: story.view.stream, text: frame("saved"), kept: t("answeredKept"), undone: t("takenBack") });
  };
  return (
    <div class="stack-tight">
      <b>{fieldName(conflict.field)}</b>
      <div class="side-by-side">
        {conflict.values.map(({ value, by }) => (
          <div class="vs" key={by[0]?.id}>
            <span>{valueWords(conflict.field, value)}</span>
            <br />
            <small>{t("conflictBy", { who: story.names[by[0]?.performer ?? ""] ?? "", when: moment(by[0]?.occurredAt ?? "", now.value) })}</small>
            {entryFor(conflict.field, value) !== null && <Button kind="line" low onClick={() => void choose(value)}>{t("conflictPick")}</Button>}
          </div>
        ))}
      </div>
    </div>
  );
};

/** The entry that says this value anew, where the midwife may say it. */
function entryFor(field: string, value: Json): { type: string; body: JsonObject } | null {
  const [kind, key = ""] = field.split("/");
  if (kind === "mother") return { type: "mother.changed", body: { [key]: value } };
  if (typeof value !== "object" || value === null) return null;
  const type = { birth: "birth.recorded", word: "word.given", followUp: "follow-up.set" }[kind ?? ""];
  return type === undefined ? null : { type, body: value as JsonObject };
}

function fieldName(field: string): string {
  const key = `field.${field}`;
  if (isStoryKey(key)) return t(key);
  const kind = `field.${field.split("/")[0]}`;
  return isStoryKey(kind) ? t(kind as StoryKey) : t("field.other");
}

function valueWords(field: string, value: Json): string {
  if (typeof value === "string") {
    if (field === "mother/phone") return spokenNumber(value);
    if (field === "mother/bornOn") return dateWords(value);
    if (field === "mother/nik") return `•••• ${value.slice(-8, -4)} ${value.slice(-4)}`;
    return field === "mother/language" ? tOf("language", value) : value;
  }
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return frame(value ? "yes" : "no");
  const facts = (value ?? {}) as Record<string, unknown>;
  if (field.startsWith("birth/")) return `${day(String(facts["bornAt"]))}${facts["caesarean"] === true ? `, ${t("caesarean")}` : ""}`;
  if (field.startsWith("word/")) return t(facts["cleared"] === true ? "wordSaidYes" : "wordSaidNo");
  if (field === "followUp") return day(String(facts["due"]));
  if (field === "consent") return facts["state"] === "given" ? t("event.consent") : t("event.consent-withdrawn");
  return Object.entries(facts).filter(([, one]) => typeof one !== "object").map(([key, one]) => `${key} ${String(one)}`).join(", ");
}
