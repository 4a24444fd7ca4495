import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { classOf, rulesOf } from "#core/care/judge-visit.ts";
import type { MotherView } from "#core/care/mother-view.ts";
import type { VisitDraft } from "#core/care/visit.ts";
import { referring, type Judged } from "#core/care/visit-entries.ts";
import { CLASSES, type FiredRule } from "#core/triage/engine.ts";
import { MEASURE_AGAIN } from "#content/rules/follow-up.ts";
import { device } from "#web/kader/shell/device.ts";
import { readAloud, speaking, stopReading, voiceFor } from "#web/kader/shell/speech.ts";
import { Why } from "#web/kader/shell/why.tsx";
import { dayText } from "#web/kader/shell/when.ts";
import { Banner } from "#web/shared/controls/Banner.tsx";
import { Button } from "#web/shared/controls/Button.tsx";
import { classCss } from "#web/shared/controls/class-signs.ts";
import { ClassTag } from "#web/shared/controls/ClassTag.tsx";
import { IconSpeak, IconStop } from "#web/shared/controls/icons.tsx";
import { Screen } from "#web/shared/controls/Screen.tsx";
import { classWords, doNowOf, reasonsOf, saysOf } from "#web/shared/rule-words.ts";
import { language } from "#web/shared/texts.ts";
import { babyWord } from "./baby-word.ts";
import { c, o } from "./outcome-texts.ts";
import { t } from "./texts.ts";


type Props = {
  readonly name: string;
  readonly bar: JSX.Element;
  readonly view: MotherView;
  readonly draft: VisitDraft;
  readonly judged: Judged;
  /** Null unless a referral of this visit is asked for no more. */
  readonly mistaken: string | null;
  readonly onWithdraw: () => void;
  readonly onReferral: (referral: string) => void;
  readonly onMeasureAgain: () => void;
  readonly actions: JSX.Element;
};

/** Fired rules of all babies, the gravest first, each once. */
export function firedOf(judged: Judged): FiredRule[] {
  const fired = judged.results.flatMap(({ result }) => result.fired).filter((rule) => rule.class !== null);
  const rank = (rule: FiredRule) => CLASSES.indexOf(rule.class ?? "LANJUT");
  const each = new Map<string, FiredRule>();
  for (const rule of fired.sort((a, b) => rank(b) - rank(a))) {
    const known = each.get(rule.id);
    each.set(rule.id, known === undefined ? rule : { ...known, because: [...new Set([...known.because, ...rule.because])] });
  }
  return [...each.values()];
}

/** Why, each reason once; of twins, what is so of one alone is said with that baby's name. */
function reasonsIn(view: MotherView, judged: Judged, rules: readonly FiredRule[]): string[] {
  const reasons = rules.flatMap((rule) => {
    const ofBabies = judged.results.filter(({ result }) => result.fired.some(({ id }) => id === rule.id));
    return ofBabies.flatMap(({ baby, result }) => {
      const fired = result.fired.filter(({ id }) => id === rule.id);
      const answers = { ...judged.mother, ...judged.babies.find((one) => one.baby === baby)?.answers };
      const own = reasonsOf(fired, answers);
      return ofBabies.length === judged.results.length || baby === null ? own : own.map((reason) => `${babyWord(view, baby)}: ${reason}`);
    });
  });
  return [...new Set(reasons)];
}

/** What the answers lead to: the class with its reasons, what to do, what to say, and what it stands on. */
export function Result({ name, bar, view, draft, judged, mistaken, onWithdraw, onReferral, onMeasureAgain, actions }: Props): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const worst = classOf(judged);
  const fired = firedOf(judged);
  const gravest = fired.filter((rule) => rule.class === worst);
  const others = fired.filter((rule) => rule.class !== worst);
  const reasons = reasonsIn(view, judged, gravest);
  const also = reasonsIn(view, judged, others).filter((reason) => !reasons.includes(reason));
  const rules = rulesOf(judged);
  const ids = (list: readonly FiredRule[]) => list.map((rule) => rule.id);
  const found = Object.keys(draft.causes).filter((cause) => draft.causes[cause]?.is === "yes");
  // The cause is found: what that rule says is done.
  const todo = (list: readonly FiredRule[]) => ids(list).filter((id) => id !== "F01" || found.length === 0);
  const doNow = worst === "LANJUT" ? [o("remindSigns"), o("remindCome", { name })] : doNowOf(todo(gravest), rules);
  const then = doNowOf(todo(others), rules).filter((line) => !doNow.includes(line));
  const here = judged.results.length > 0 && judged.babies.every((one) => (one.answers["baby.where"] ?? "here") === "here");
  const calm = worst === "LANJUT" && draft.ended === "complete" && here;
  const says = calm ? [o("sayWell")] : saysOf(ids(gravest), rules);
  const words = classWords(worst, { name });
  return (
    <Screen bar={bar} actions={actions}>
      <section class={`stack ${classCss(worst)}`}>
        <div class="spread"><ClassTag name={worst} text={words.tag} /><Why rules={ids(fired)} version={judged.ruleBook} /></div>
        <h1 class="big tone" tabIndex={-1} ref={heading}>{words.title}</h1>
        <div class="why">
          {reasons.length > 0 ? <p><b>{o("because")}</b> {reasons.join("; ")}.</p> : <p>{words.meaning}</p>}
          {found.length > 0 && <p>{o("found")} {found.map((cause) => c(`cause.${cause}` as "cause.tired")).join("; ")}.</p>}
          {also.length > 0 && <small>{o("moreReasons")} {also.join("; ")}.</small>}
        </div>
      </section>
      {draft.ended === "early" && <Banner kind="paused" title={o("resultEarly")} />}
      {disputed(view) && <Banner kind="conflict" title={o("conflictTitle")}>{o("conflictText", { name })}</Banner>}
      {mistaken !== null && <Banner kind="info" title={o("mistakenTitle")} action={<Button kind="line" low onClick={onWithdraw}>{o("mistakenWithdraw")}</Button>}>{o("mistakenText")}</Banner>}
      <Referred view={view} draft={draft} judged={judged} onReferral={onReferral} />
      {(rules.has(MEASURE_AGAIN.rule)) && (
        <Banner kind="info" title={t("measureAgainTitle")} action={<Button kind="quiet" low onClick={onMeasureAgain}>{t("measureAgain")}</Button>}>
          {t("measureAgainText", { from: MEASURE_AGAIN.fromMinutes, to: MEASURE_AGAIN.toMinutes })}
        </Banner>
      )}
      {(doNow.length > 0 || then.length > 0) && (
        <section class="panel">
          <h2>{o("doNow")}</h2>
          <ol class="do-list">{[...doNow, ...then].map((line) => <li key={line}>{line}</li>)}</ol>
          {rules.has("F10") && <p class="small">{o("noAdvice")}</p>}
          {!rules.has("F10") && rules.has("F04a") && <p class="small">{o("noStop")}</p>}
          {worst !== "SEGERA" && judged.results.some(({ result }) => result.massage === "blocked") && <p><b>{o("massageBlocked")}</b></p>}
        </section>
      )}
      {says.length > 0 && <Say name={name} says={says} />}
    </Screen>
  );
}

/** What she says to the mother; played aloud where the phone has a voice for it. */
function Say({ name, says }: { readonly name: string; readonly says: readonly string[] }): JSX.Element {
  const hasVoice = voiceFor(language.value) !== null;
  return (
    <section class="stack">
      <h2>{o("sayToHer", { name })}</h2>
      {says.map((say) => <p key={say} class="bubble">“{say}”</p>)}
      {hasVoice && (speaking.value
        ? <Button kind="quiet" low icon={<IconStop />} onClick={stopReading}>{o("stopListening")}</Button>
        : <Button kind="quiet" low icon={<IconSpeak />} onClick={() => readAloud(language.value, says)}>{o("listen")}</Button>)}
    </section>
  );
}

/** The referral that this result made, or an earlier one that says the same. */
function Referred({ view, draft, judged, onReferral }: Pick<Props, "view" | "draft" | "judged" | "onReferral">): JSX.Element | null {
  const { own, earlier } = referring(view, draft, judged, device.now().getTime());
  const referral = earlier?.referral ?? own?.referral;
  if (referral === undefined) return null;
  const state = earlier === null ? null : o(earlier.answers.length > 0 ? "earlierAnswered" : "earlierWaiting");
  return (
    <div class="stack">
      {earlier !== null && <p class="small">{o("earlierReferral", { when: dayText(earlier.made.at), state: state ?? "" })}</p>}
      <Button kind={draft.urgent ? "now" : "quiet"} onClick={() => onReferral(referral)}>{o(earlier === null ? "callNow" : "seeReferral")}</Button>
    </div>
  );
}

const disputed = (view: MotherView): boolean => view.conflicts.some(({ field }) => /^(?:birth\/|mother\/born)/.test(field));
