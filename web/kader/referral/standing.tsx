import type { JSX } from "preact";
import type { Referral } from "#core/care/mother-view.ts";
import type { ReferralStanding } from "#core/referral/standing.ts";
import { device } from "#web/kader/shell/device.ts";
import { dayText, timeText } from "#web/kader/shell/when.ts";
import { Banner } from "#web/shared/controls/Banner.tsx";
import { Timeline, type TimelineItem } from "#web/shared/controls/Timeline.tsx";
import { t } from "./texts.ts";

/** One line at the foot: not arrived, arrived, seen, answered, with its time. */
export function StandingLine({ standing }: { readonly standing: ReferralStanding }): JSX.Element {
  const offline = device.syncState.value === "offline";
  // "Arrived" is known before its time is: the server tells that with the next sync.
  const at = standing.steps.find(({ step }) => step === (standing.step === "not-arrived" ? "made" : standing.step))?.at;
  const words = {
    "not-arrived": [t("notArrived"), offline ? t("tryingOffline") : t("trying")],
    arrived: [t("arrived"), t("notSeen")],
    seen: [t("seen"), t("notAnswered")],
    answered: [t("answered"), ""],
  } as const;
  const [state, then] = words[standing.step];
  return (
    <p class="referral-foot" role="status">
      <span><b>{state}</b> {then}</span>
      <span>
        {standing.step === "not-arrived" && !offline && <button type="button" class="link" onClick={() => void device.syncNow()}>{t("tryNow")}</button>}
        {at !== undefined && <time class="num" dateTime={at}> {timeText(at)}</time>}
      </span>
    </p>
  );
}

/** What must not be overlooked: nobody answered in time, or the server would not take it. */
export function StandingAlerts({ standing, urgent }: { readonly standing: ReferralStanding; readonly urgent: boolean }): JSX.Element {
  return (
    <>
      {standing.refused && <Banner kind="refused" title={t("refusedTitle")}>{t("refusedText")}</Banner>}
      {standing.late && <Banner kind="conflict" title={t("lateTitle")}>{t(urgent ? "lateText" : "lateTextCalm")}</Banner>}
    </>
  );
}

const CONTACTS = { call: "storyCall", message: "storyMessage", paper: "storyPaper", brought: "storyBrought" } as const;
const STEPS = { made: "storyMade", arrived: "storyArrived", seen: "storySeen", answered: "storyAnswered", "not-arrived": "storyMade" } as const;

/** Everything that happened to the referral, newest first. */
export function Story({ referral, standing }: { readonly referral: Referral; readonly standing: ReferralStanding }): JSX.Element {
  const when = (at: string) => `${dayText(at)} ${timeText(at)}`;
  const items: (TimelineItem & { at: string })[] = [
    ...standing.steps.map(({ step, at }) => ({ key: step, at, when: when(at), title: t(STEPS[step]) })),
    ...referral.passed.map(({ way, at, reached, entry }) => ({
      key: entry,
      at,
      when: when(at),
      title: t(CONTACTS[way]),
      ...(reached !== undefined && { detail: t(reached ? "storyReached" : "storyNotReached") }),
    })),
  ];
  return (
    <section class="stack">
      <h2>{t("storyTitle")}</h2>
      <Timeline label={t("storyTitle")} items={items.sort((a, b) => (a.at < b.at ? 1 : -1))} />
    </section>
  );
}
