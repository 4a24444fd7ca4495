import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { standing, type Card, type Standing } from "#core/care/today.ts";
import type { MotherView } from "#core/care/mother-view.ts";
import { Banner } from "#web/shared/controls/Banner.tsx";
import { Button } from "#web/shared/controls/Button.tsx";
import { Skeleton } from "#web/shared/controls/Empty.tsx";
import { ClassTag } from "#web/shared/controls/ClassTag.tsx";
import { IconPhone } from "#web/shared/controls/icons.tsx";
import { AppBar, Screen } from "#web/shared/controls/Screen.tsx";
import { Toast } from "#web/shared/controls/Toast.tsx";
import { goTo, goToWith } from "#web/shared/route.ts";
import { ageOf } from "#web/kader/shell/about-mother.ts";
import { backTo } from "#web/kader/shell/back.ts";
import { device, siteZone } from "#web/kader/shell/device.ts";
import { lazily, Opening } from "#web/kader/shell/lazy.tsx";
import { calledName } from "#web/kader/shell/mother-name.ts";
import { Sync } from "#web/kader/shell/sync.tsx";
import { useMinute } from "#web/kader/shell/use-minute.ts";
import { standingText, urgencyTag, whoText } from "#web/kader/shell/standing-text.ts";
import { useDrafts } from "#web/kader/shell/waiting-here.ts";
import { Conflicts } from "./conflicts.tsx";
import { Details } from "./details.tsx";
import { mainAction } from "./main-action.ts";
import type { Said } from "./story-list.tsx";
import { t } from "./texts.ts";
import { useEntries } from "./use-entries.ts";
import { useMother } from "./use-mother.ts";

/** The story carries the words of every rule, cause and plan: her page opens without waiting for them. */
const Story = lazily(() => import("./story-list.tsx").then((module) => module.Story), () => <Skeleton rows={3} label={t("loading")} />);

/** Her page: who she is, where she stands, what comes next, and all that happened. */
export const Mother = ({ mother }: { mother: string }): JSX.Element => {
  const stream = `mother:${mother}`;
  const view = useMother(mother);
  const card = device.cards.value.find((one) => one.stream === stream);
  if (view === undefined || card === undefined) return <Opening />;
  return <Page mother={mother} view={view} card={card} />;
};

const Page = ({ mother, view, card }: { mother: string; view: MotherView; card: Card }): JSX.Element => {
  const now = useMinute();
  const drafts = useDrafts();
  const { entries, unsent } = useEntries(view);
  const [said, setSaid] = useState<Said | null>(null);
  const stand = standing(card, now, siteZone());
  const name = calledName(card);
  return (
    <Screen
      bar={<AppBar title={name} heading sub={aboutHer(view, card)} back={{ label: t("back"), onBack: () => backTo() }} end={<Sync />} />}
      actions={<Actions mother={mother} view={view} stand={stand} hasDraft={drafts.has(`visit:${mother}`)} />}
      toast={<Toast text={said?.text ?? null} undo={said?.undo && { label: said.undo.label, onUndo: () => { said.undo?.onUndo(); setSaid(null); } }} onGone={() => setSaid(null)} />}
    >
      <div class="panel stands">
        <ClassTag {...urgencyTag(stand.urgency)} />
        <p>{standingText(card, stand, stand.referral !== undefined && view.referrals.some((one) => one.referral === stand.referral && unsent.has(one.made.entry)) ? "unsent" : "sent")}</p>
      </div>
      {lacksGuardian(view) && <Banner kind="info" title={t("guardianMissing")} />}
      <Conflicts view={view} onSaid={(text) => setSaid({ text })} />
      <Story view={view} entries={entries} unsent={unsent} onSaid={setSaid} mother={mother} />
      <Details view={view} mother={mother} />
    </Screen>
  );
};

function aboutHer(view: MotherView, card: Card): string {
  const birth = view.births.at(-1);
  const names = birth?.babies.flatMap((baby) => baby.name ?? []) ?? [];
  const baby = names.length > 0 ? t("baby", { name: names.join(", ") }) : (birth?.babies.length ?? 0) > 1 ? t("babies", { count: birth?.babies.length ?? 0 }) : "";
  const companion = view.companions.findLast(({ presence }) => presence === "present");
  return [whoText(card), baby, companion === undefined ? "" : t("companion", { who: t(`who.${companion.who}` as "who.other") })].filter(Boolean).join(" · ");
}

/** Under 18 a guardian's consent stands beside hers. */
function lacksGuardian(view: MotherView): boolean {
  const { bornOn, bornInYear } = view.details;
  const age = ageOf({ ...(typeof bornOn === "string" && { bornOn }), ...(typeof bornInYear === "number" && { bornInYear }) }, device.today());
  return age !== null && age < 18 && view.consent.state === "given" && view.consent.guardian === undefined;
}

const Actions = ({ mother, view, stand, hasDraft }: { mother: string; view: MotherView; stand: Standing; hasDraft: boolean }): JSX.Element => {
  const action = mainAction(view, stand, hasDraft);
  const phone = view.details["phone"];
  const given = view.consent.state === "given";
  // With a danger open nobody thinks of massage; asking on may be needed.
  const second = !given || stand.waitingFor === "closed" ? null : action.urgent ? "kunjungan" : "pijat";
  const mayCall = typeof phone === "string" && view.consent.state === "given" && (view.consent.allows.phone || stand.urgency === "now");
  const open = () => (action.query === undefined ? goTo("ibu", mother, ...action.to) : goToWith(action.query, "ibu", mother, ...action.to));
  const reopen = () => {
    const last = view.cases.at(-1);
    if (last?.closed !== undefined) void device.record("case.reopened", { stream: view.stream, body: { case: last.case }, replaces: [last.closed.entry] });
  };
  return (
    <>
      {(second !== null || mayCall) && (
        <div class="two">
          {second !== null && <Button kind="quiet" low onClick={() => goTo("ibu", mother, second)}>{t(second === "pijat" ? "massage" : hasDraft ? "continueVisit" : "startVisit")}</Button>}
          {mayCall && <Button kind="quiet" low icon={<IconPhone size={20} />} href={`tel:${phone}`}>{t("call")}</Button>}
        </div>
      )}
      <Button kind={action.urgent ? "now" : "primary"} onClick={action.label === "reopen" ? reopen : open}>{t(action.label)}</Button>
    </>
  );
};
