import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { MotherView } from "#core/care/mother-view.ts";
import { Button } from "#web/shared/controls/Button.tsx";
import { Dialog } from "#web/shared/controls/Dialog.tsx";
import { Timeline } from "#web/shared/controls/Timeline.tsx";
import type { StreamEntry } from "#web/device/device.ts";
import { careText } from "#web/kader/shell/care-texts.ts";
import { device, siteZone } from "#web/kader/shell/device.ts";
import { dayText, timeText } from "#web/kader/shell/when.ts";
import { itemText } from "./item-text.ts";
import { storyOf, type StoryItem } from "./story.ts";
import { mayTakeBack, takenBack, toldAgain, type TakenBack } from "./take-back.ts";
import { t } from "./texts.ts";

type Part = { mother: string; view: MotherView; entries: readonly StreamEntry[]; unsent: ReadonlySet<string>; onSaid: (said: Said) => void };

/** What happened just now, and how to take that back. */
export type Said = { readonly text: string; readonly undo?: { readonly label: string; readonly onUndo: () => void } };

/** So many are shown at first; the rest behind one tap. */
const FIRST = 6;

/** All that happened, newest first. Her own fresh record can be taken back, and brought back until tomorrow. */
export const Story = ({ mother, view, entries, unsent, onSaid }: Part): JSX.Element => {
  const [all, setAll] = useState(false);
  const [asked, setAsked] = useState<StoryItem | null>(null);
  const me = device.person.value?.id ?? "";
  const today = device.today();
  const story = storyOf(view);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const taken = takenBack(entries, me, today, siteZone());

  const failed = (cause: unknown) => {
    console.error(cause);
    onSaid({ text: t("notSaved") });
  };
  const putBack = (one: TakenBack) => void device.recordAll(toldAgain(one)).then(() => onSaid({ text: t("putBackDone") }), failed);
  const takeBack = (item: StoryItem) => {
    setAsked(null);
    const of = item.entries.flatMap((id) => byId.get(id) ?? []);
    device.record("entry.withdrawn", { stream: view.stream, body: {}, replaces: item.entries }).then((withdrawal) => onSaid({ text: t("takenBack"), undo: { label: t("putBack"), onUndo: () => putBack({ withdrawal, of }) } }), failed);
  };

  const rows = story.slice(0, all ? undefined : FIRST).map((item) => {
    const text = itemText(item, unsent, byId);
    return {
      key: item.key,
      when: whenText(item),
      title: text.title,
      name: text.name,
      detail: (
        <>
          {text.lines.map((line) => <span key={line} class="line">{line}</span>)}
          {item.kind === "referral" && <a href={`#/ibu/${mother}/rujukan/${item.referral.referral}`}>{t("seeReferral")}</a>}
          {mayTakeBack(item, byId, me, today, siteZone()) && <button type="button" class="link" onClick={() => setAsked(item)}>{t("takeBack")}</button>}
        </>
      ),
    };
  });
  return (
    <>
      <Plan view={view} />
      <section class="stack">
        <h2>{t("story")}</h2>
        {taken.map((one) => (
          <div key={one.withdrawal.id} class="panel sand spread">
            <span>{t("takenBackItem", { what: whatWasTaken(one) })}</span>
            <Button kind="quiet" low fit onClick={() => putBack(one)}>{t("putBack")}</Button>
          </div>
        ))}
        {story.length === 0 ? <p class="small">{t("storyEmpty")}</p> : <Timeline label={t("story")} items={rows} />}
        {story.length > FIRST && !all && <Button kind="text" low onClick={() => setAll(true)}>{t("storyAll")}</Button>}
        <Dialog open={asked !== null} title={t("takeBackTitle")} onClose={() => setAsked(null)}
          actions={<><Button kind="line" onClick={() => asked && takeBack(asked)}>{t("takeBackYes")}</Button><Button onClick={() => setAsked(null)}>{t("takeBackNo")}</Button></>}>
          <p>{t("takeBackText")}</p>
        </Dialog>
      </section>
    </>
  );
};

/** What was agreed at the last visit: the kader asks after it first. */
const Plan = ({ view }: { view: MotherView }): JSX.Element | null => {
  const items = view.plans.at(-1)?.items ?? [];
  if (items.length === 0) return null;
  return (
    <div class="panel sand">
      <b>{t("plan")}</b>
      <ul>{items.map((key) => <li key={key}>{careText(`plan.${key}`)}</li>)}</ul>
    </div>
  );
};

/** The hour matters for today and yesterday; further back the day is enough. */
function whenText(item: StoryItem): string {
  const day = dayText(item.at);
  const fresh = device.now().getTime() - Date.parse(item.at) < 2 * 24 * 3_600_000;
  return fresh && item.kind !== "birth" ? `${day}, ${timeText(item.at)}` : day;
}

function whatWasTaken({ of }: TakenBack): string {
  if (of.some(({ type }) => type.startsWith("visit.") || type.startsWith("screening."))) return t("visit");
  return of.some(({ type }) => type.startsWith("session.")) ? t("massage") : t("field.case");
}
