import type { JSX } from "preact";
import type { Barrier, Gate } from "#core/care/gate.ts";
import { Button } from "#web/shared/controls/Button.tsx";
import { Question, Screen } from "#web/shared/controls/Screen.tsx";
import { goTo, goToWith } from "#web/shared/route.ts";
import { ruleWords } from "#web/shared/rule-words.ts";
import { fullDate } from "#web/kader/shell/when.ts";
import { t } from "./texts.ts";

type Props = { readonly gate: Extract<Gate, { open: false }>; readonly name: string; readonly mother: string; readonly bar: JSX.Element; readonly referral: string | null };

/** Why no session starts, and the one thing that mends it. */
export function GatePage({ gate, name, mother, bar, referral }: Props): JSX.Element {
  const asks = gate.barriers.some((barrier) => barrier.code === "no-screening" || barrier.code === "incomplete");
  return (
    <Screen
      bar={bar}
      actions={
        <>
          {referral !== null && <Button kind="line" onClick={() => goTo("ibu", mother, "rujukan", referral)}>{t("openReferral")}</Button>}
          {asks ? <Button onClick={() => goToWith({ untuk: "pijat" }, "ibu", mother, "kunjungan")}>{t("askMissing")}</Button> : <Button onClick={() => goTo("ibu", mother)}>{t("backToMother", { name })}</Button>}
        </>
      }
    >
      <Question id="gate" hint={t("gateIntro")}>{t("gateTitle")}</Question>
      <ul class="plain stack">
        {gate.barriers.map((barrier) => (
          <li key={barrier.code} class="panel"><Why barrier={barrier} name={name} /></li>
        ))}
      </ul>
      <p class="small">{t("otherHelp")}</p>
    </Screen>
  );
}

function Why({ barrier, name }: { readonly barrier: Barrier; readonly name: string }): JSX.Element {
  switch (barrier.code) {
    case "clearance":
      if (barrier.standing.state === "expired") return <>{t("barrierClearanceExpired", { date: fullDate(barrier.standing.until) })}</>;
      if (barrier.standing.state === "withdrawn") return <>{t("barrierClearanceWithdrawn", { words: barrier.standing.words })}</>;
      return <>{t("barrierClearanceNone")}</>;
    case "consent-to-record":
      return <>{t("barrierConsentToRecord", { name })}</>;
    case "no-screening":
      return <>{t("barrierNoScreening", { name })}</>;
    case "incomplete":
      return <>{t("barrierIncomplete", { count: barrier.missing.length })}</>;
    case "blocked":
      return (
        <>
          {t("barrierBlocked")}
          <ul>{barrier.rules.map((rule) => <li key={rule}>{ruleWords(rule).reason}</li>)}</ul>
        </>
      );
    default:
      return barrier satisfies never;
  }
}
