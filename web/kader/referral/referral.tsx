import "./referral.css";
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { MotherView, Referral } from "#core/care/mother-view.ts";
import { cardOf } from "#core/care/today.ts";
import { referralCode } from "#core/referral/code.ts";
import type { ReferralStanding } from "#core/referral/standing.ts";
import { device } from "#web/kader/shell/device.ts";
import { calledName } from "#web/kader/shell/mother-name.ts";
import { useMinute } from "#web/kader/shell/use-minute.ts";
import { dayText, timeText } from "#web/kader/shell/when.ts";
import { Banner } from "#web/shared/controls/Banner.tsx";
import { Button } from "#web/shared/controls/Button.tsx";
import { Skeleton } from "#web/shared/controls/Empty.tsx";
import { AppBar, Question, Screen } from "#web/shared/controls/Screen.tsx";
import { CLASS_SIGNS } from "#web/shared/controls/class-signs.ts";
import { goTo } from "#web/shared/route.ts";
import { Contact } from "./contact.tsx";
import { passOn, standingOf, useReferral, useTravel } from "./keeper.ts";
import { Paper } from "./paper.tsx";
import { StandingAlerts, StandingLine, Story } from "./standing.tsx";
import { t } from "./texts.ts";
import { Where } from "./where.tsx";
import { dayAfterBirth, DoNow, Reasons } from "./words.tsx";

/** A referral from its first second until the midwife has answered: go now, or calmly, within a day or a week. */
export function ReferralPage(props: { readonly mother: string; readonly referral: string }): JSX.Element {
  const stream = `mother:${props.mother}`;
  const { view, referral } = useReferral(stream, props.referral);
  const travel = useTravel(stream, referral);
  useMinute();
  const home = () => goTo("ibu", props.mother);
  // The phone does not lock while somebody looks for help with it.
  useEffect(() => (referral === undefined || referral.answers.length === 0 ? device.keepOpen() : undefined), [referral?.answers.length]);
  if (view === undefined) return <Screen bar={<AppBar title="" back={{ label: t("back"), onBack: home }} />}><Skeleton rows={4} label={t("loading")} /></Screen>;
  return <Opened {...props} stream={stream} view={view} made={referral} standing={referral === undefined ? null : standingOf(referral, travel)} />;
}

type OpenedProps = {
  readonly mother: string;
  readonly referral: string;
  readonly stream: string;
  readonly view: MotherView | null;
  /** Undefined where the phone could not write it: help is called all the same. */
  readonly made: Referral | undefined;
  readonly standing: ReferralStanding | null;
};

function Opened({ mother, referral, stream, view, made, standing }: OpenedProps): JSX.Element {
  const part = useSignal<"main" | "where" | "paper">("main");
  const hasDraft = useDraft(mother);
  const name = calledName(view === null ? { name: "" } : cardOf(view));
  const answer = made?.answers.at(-1);
  const urgent = (made === undefined || made.made.class === "SEGERA") && answer === undefined;
  const main = () => (part.value = "main");
  const shared = { stream, referral, title: t("title", { name }), onBack: main };
  if (part.value === "where") return <Where {...shared} hospitalFirst={answer?.answer === "send-to-hospital"} />;
  if (part.value === "paper") return <Paper {...shared} madeAt={made?.made.at} />;

  const home = () => goTo("ibu", mother);
  const contact = <Contact stream={stream} referral={referral} made={made} urgent={urgent} day={dayAfterBirth(view)} onWhere={() => (part.value = "where")} onPaper={() => (part.value = "paper")} />;
  // Only where she is to be taken to somebody.
  const goes = answer === undefined ? made?.made.class !== "PEKAN" : answer.answer === "come-now" || answer.answer === "send-to-hospital";
  const brought = made?.passed.findLast((one) => one.way === "brought");
  return (
    <Screen
      tone={urgent ? "SEGERA" : undefined}
      bar={<AppBar title={urgent ? `${CLASS_SIGNS.SEGERA} ${t("now")}` : t("title", { name })} back={{ label: t("back"), onBack: home }} end={<span class="num">{t("code", { code: referralCode(referral) })}</span>} />}
      actions={
        <>
          {standing !== null && <StandingLine standing={standing} />}
          {hasDraft && !urgent && <Button low onClick={() => goTo("ibu", mother, "kunjungan")}>{t("goOnVisit")}</Button>}
        </>
      }
    >
      {made === undefined && <Banner kind="refused" title={t("notSavedTitle")}>{t("notSavedText")}</Banner>}
      {answer !== undefined && <Answer name={name} answer={answer} />}
      <Heading made={made} name={name} urgent={urgent} answered={answer !== undefined} />
      {standing !== null && <StandingAlerts standing={standing} urgent={urgent} />}
      {answer === undefined && <Reasons view={view} made={made} name={name} />}
      {(answer === undefined || goes) && contact}
      {answer === undefined && <DoNow view={view} made={made} name={name} urgent={urgent} />}
      {hasDraft && urgent && <Button kind="text" onClick={() => goTo("ibu", mother, "kunjungan")}>{t("goOnAsking")}</Button>}
      {made !== undefined && goes && (brought === undefined
        ? <Button kind="text" onClick={() => passOn(stream, referral, "brought")}>{t("brought")}</Button>
        : <p class="small">{t("broughtDone", { time: timeText(brought.at) })}</p>)}
      {made !== undefined && standing !== null && <Story referral={made} standing={standing} />}
    </Screen>
  );
}

function Heading({ made, name, urgent, answered }: { readonly made: Referral | undefined; readonly name: string; readonly urgent: boolean; readonly answered: boolean }): JSX.Element | null {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  if (answered) return null;
  const baby = made?.made.because.some((key) => key.startsWith("baby.")) === true;
  if (urgent) return <h1 class="big segera tone" tabIndex={-1} ref={heading}>{t(baby ? "goNowBaby" : "goNow", { name })}</h1>;
  return <Question id="referral">{t(made?.made.class === "PEKAN" ? "seeWeek" : baby ? "see24hBaby" : "see24h", { name })}</Question>;
}

/** What the midwife asks the kader to do, with her own words. */
function Answer({ name, answer }: { readonly name: string; readonly answer: Referral["answers"][number] }): JSX.Element {
  const urgent = answer.answer === "come-now" || answer.answer === "send-to-hospital";
  return (
    <section class={`stack ${urgent ? "segera" : "lanjut"}`} role="status">
      <small>{t("answerFrom", { when: `${dayText(answer.at)} ${timeText(answer.at)}` })}</small>
      <h1 class="big tone">{t(`answer.${answer.answer}`)}</h1>
      {answer.words !== undefined && <p class="bubble said">“{answer.words}”</p>}
      <p>{t(`answer.${answer.answer}.do`, { name })}</p>
    </section>
  );
}

/** Whether questions of a visit are still open for her. */
function useDraft(mother: string): boolean {
  const [has, setHas] = useState(false);
  useEffect(() => void device.drafts.get(`visit:${mother}`).then((draft) => setHas(draft !== undefined)), [mother]);
  return has;
}
