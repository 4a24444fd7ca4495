import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { classOf, rulesOf } from "#core/care/judge-visit.ts";
import { CAUSES } from "#content/care/causes.ts";
import { device } from "#web/kader/shell/device.ts";
import { longDate } from "#web/kader/shell/when.ts";
import { Banner } from "#web/shared/controls/Banner.tsx";
import { Button } from "#web/shared/controls/Button.tsx";
import { Question, Screen } from "#web/shared/controls/Screen.tsx";
import { goTo, replaceWith } from "#web/shared/route.ts";
import { babyWord } from "./baby-word.ts";
import { Causes } from "./causes.tsx";
import { Companion } from "./companion.tsx";
import type { OpenVisit } from "./keeper.ts";
import { Next } from "./next.tsx";
import { Plan } from "./plan.tsx";
import { Result } from "./result.tsx";
import { ClinicPlan, MeasureAgain } from "./small-screens.tsx";
import { c, o } from "./outcome-texts.ts";
import { t } from "./texts.ts";

type Props = { readonly visit: OpenVisit; readonly mother: string; readonly bar: JSX.Element; readonly title: string; readonly onReferral: (referral: string) => void; readonly onHome: () => void };

/** After the questions: the cause, the result, what is agreed on, who is at her side, and when to come again. */
export function Outcome(props: Props): JSX.Element {
  const { visit, bar, title } = props;
  const draft = visit.draft.value;
  const judged = visit.judged.value;
  const { name } = visit;
  const on = () => void visit.send({ type: "on" });
  const rules = adviceRules(visit);
  const massageBlocked = judged.results.some(({ result }) => result.massage === "blocked");
  switch (draft.step) {
    case "causes": {
      if (judged.mother["feeding.clinicPlan"] === undefined) {
        const answered = async (answer: boolean | "unknown") => {
          await visit.send({ type: "cause", cause: CLINIC_PLAN, explored: { is: "no", answers: { "feeding.clinicPlan": answer } } });
          // A health worker's plan stands: the kader looks for no cause of her own.
          if (answer === true) on();
        };
        return <ClinicPlan bar={bar} onAnswer={(answer) => void answered(answer)} />;
      }
      const said = Object.fromEntries(Object.entries(draft.causes).flatMap(([cause, { is }]) => (cause === CLINIC_PLAN ? [] : [[cause, is]])));
      const explore = (cause: string, is: "yes" | "no") => void visit.send({ type: "cause", cause, explored: { is, answers: is === "yes" ? (CAUSES.find((one) => one.key === cause)?.says ?? {}) : {} } });
      return <Causes name={name} bar={bar} title={title} findings={{ rules: rulesOf(judged), answers: allAnswers(visit) }} said={said} onCause={explore} onDone={on} />;
    }
    case "plan":
      return <Plan name={name} bar={bar} rules={rules} causes={draft.causes} massageBlocked={massageBlocked} items={draft.plan} onItems={(items) => void visit.send({ type: "plan", items })} onDone={on} />;
    case "companion": {
      const before = visit.view.value.companions.filter((one) => one.visit !== draft.visit).map((one) => one.who);
      return <Companion name={name} bar={bar} rules={rules} massageBlocked={massageBlocked} met={draft.companions} before={before} onMet={(met) => void visit.send({ type: "companions", met })} onDone={on} />;
    }
    case "next":
      return <Next name={name} bar={bar} due={draft.followUp?.due ?? judged.followUp.due} onDue={(due) => void visit.send({ type: "follow-up", due, why: judged.followUp.why }).then(on)} />;
    case "done":
      return <Done {...props} />;
    default:
      return <ResultStep {...props} onOn={on} />;
  }
}

/** Kept with the causes: it is asked before them, and is none. */
const CLINIC_PLAN = "clinic-plan";

/** The rules that advice is held against: as long as nobody said that no plan of a health worker stands, none is changed. */
function adviceRules(visit: OpenVisit): ReadonlySet<string> {
  const rules = rulesOf(visit.judged.value);
  return visit.judged.value.mother["feeding.clinicPlan"] === false ? rules : new Set([...rules, "F10"]);
}

const allAnswers = (visit: OpenVisit) => Object.assign({}, visit.judged.value.mother, ...visit.judged.value.babies.map(({ answers }) => answers));

function ResultStep({ visit, mother, bar, onReferral, onHome, onOn }: Props & { readonly onOn: () => void }): JSX.Element {
  const measuring = useSignal(false);
  const draft = visit.draft.value;
  const judged = visit.judged.value;
  const cool = judged.results.find(({ result }) => result.rules.includes("N02b"))?.baby;
  if (measuring.value && cool != null) {
    const before = judged.babies.find((one) => one.baby === cool)?.answers["baby.temperatures"];
    const warmth = draft.given.findLast((one) => one.baby === cool && one.answers["baby.temperatures"] !== undefined);
    const read = (readings: readonly number[]) => {
      measuring.value = false;
      const given = { screen: warmth?.screen ?? "baby-warmth", baby: cool, answers: { ...warmth?.answers, "baby.temperatures": readings } };
      void visit.send({ type: "again", given }).then((referral) => referral !== null && onReferral(referral));
    };
    return <MeasureAgain bar={bar} baby={babyWord(visit.view.value, cool)} before={Array.isArray(before) ? before : []} onReading={read} onBack={() => (measuring.value = false)} />;
  }
  const massage = massageState(visit);
  const toMassage = () => void visit.send({ type: "on" }).then(() => !visit.failed.value && replaceWith("ibu", mother, "pijat"));
  const actions =
    draft.purpose !== "massage" ? <Button kind={draft.urgent ? "line" : "primary"} onClick={onOn}>{t("next")}</Button>
    : massage === "ready" ? <Button onClick={toMassage}>{o("toMassage")}</Button>
    : <Button kind="line" onClick={onOn}>{t("next")}</Button>;
  return (
    <Result
      name={visit.name}
      bar={bar}
      view={visit.view.value}
      draft={draft}
      judged={judged}
      mistaken={visit.mistaken.value}
      onWithdraw={() => void visit.withdraw()}
      onReferral={onReferral}
      onMeasureAgain={() => (measuring.value = true)}
      actions={<>{visit.failed.value && <Banner kind="refused" title={t("notSavedTitle")} action={<Button kind="text" low onClick={onHome}>{o("doneHome", { name: visit.name })}</Button>}>{t("notSavedText")}</Banner>}{actions}</>}
    />
  );
}

/** Whether a massage could begin now: nothing blocks it, and only her consent is wanting. */
function massageState(visit: OpenVisit): "ready" | "asks" | "blocked" {
  const results = visit.judged.value.results.map(({ result }) => result);
  if (results.some(({ massage }) => massage === "blocked")) return "blocked";
  return results.every(({ missing }) => missing.every((key) => key === "mother.consent")) ? "ready" : "asks";
}

/** All of it stands on this phone; the next thing to do is one tap away. */
function Done({ visit, mother, bar, onHome }: Props): JSX.Element {
  const draft = visit.draft.value;
  const { name } = visit;
  const due = visit.view.value.followUp?.due;
  const mayMassage = device.clearance().state === "valid" && massageState(visit) !== "blocked" && classOf(visit.judged.value) !== "SEGERA";
  return (
    <Screen
      bar={bar}
      actions={
        <>
          {mayMassage && <Button kind="line" onClick={() => goTo("ibu", mother, "pijat")}>{o("doneMassage")}</Button>}
          <Button onClick={onHome}>{o("doneHome", { name })}</Button>
        </>
      }
    >
      <Question id="done" hint={o("doneText", { name })}>{o("doneTitle")}</Question>
      {due !== undefined && <p class="panel sand">{o("doneNext", { when: longDate(due) })}</p>}
      {draft.plan.length > 0 && (
        <section class="panel">
          <h2>{o("donePlan")}</h2>
          <ul class="done-list">{draft.plan.map((item) => <li key={item}>{c(`plan.${item}` as "plan.rest")}</li>)}</ul>
        </section>
      )}
    </Screen>
  );
}
