import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { CHANGES } from "#core/care/massage-screen.ts";
import { Button } from "#web/shared/controls/Button.tsx";
import { decimalText } from "#web/shared/controls/decimal.ts";
import { NumberField } from "#web/shared/controls/NumberField.tsx";
import { Instead, PickList } from "#web/shared/controls/PickList.tsx";
import { isAnswered, NOT_ANSWERED, type Picked } from "#web/shared/controls/picking.ts";
import { Question, Screen } from "#web/shared/controls/Screen.tsx";
import { questionWords, screenWords } from "#web/shared/question-words.ts";
import { longDate, timeText } from "#web/kader/shell/when.ts";
import { typedNumber } from "./number-fault.ts";
import { pictureOf } from "./pictures.ts";
import { t } from "./texts.ts";

/** Before earlier answers may hold: what changed since then? */
export function Changed({ since, bar, onChanged }: { readonly since: string; readonly bar: JSX.Element; readonly onChanged: (areas: readonly string[]) => void }): JSX.Element {
  const picked = useSignal<Picked>(NOT_ANSWERED);
  const pictures = { mother: "mother.veryIll", baby: "baby.poorSuck", medicine: "mother.medicine", back: "mother.backWound" } as const;
  return (
    <Screen
      bar={bar}
      actions={
        <>
          <Instead option={{ key: "none", label: t("changedNone") }} picked={picked.value} onPick={(next) => (picked.value = next)} />
          <Button disabled={!isAnswered(picked.value)} onClick={() => onChanged(picked.value.keys)}>{t("next")}</Button>
        </>
      }
    >
      <Question id="changed" hint={t("changedHint")}>{t("changedAsk", { when: longDate(since) })}</Question>
      <PickList labelledBy="changed" options={CHANGES.map((key) => ({ key, label: t(`changed.${key}`), picture: pictureOf(pictures[key]) ?? undefined }))} picked={picked.value} onPick={(next) => (picked.value = next)} />
    </Screen>
  );
}

/** An old draft: things may have changed since. Nothing of it is dropped, whatever is chosen. */
export function Stale({ name, bar, touchedAt, onNew, onGoOn }: { readonly name: string; readonly bar: JSX.Element; readonly touchedAt: string; readonly onNew: () => void; readonly onGoOn: () => void }): JSX.Element {
  return (
    <Screen
      bar={bar}
      actions={
        <>
          <Button kind="line" onClick={onGoOn}>{t("staleGoOn")}</Button>
          <Button onClick={onNew}>{t("staleNew")}</Button>
        </>
      }
    >
      <Question id="stale" hint={t("staleText", { name, when: `${longDate(touchedAt)}, ${timeText(touchedAt)}` })}>{t("staleTitle")}</Question>
      <p class="panel sand">{t("staleKept")}</p>
    </Screen>
  );
}

/** The baby that was cool, measured again after warming. The newest reading counts. */
export function MeasureAgain({ bar, baby, before, onReading, onBack }: { readonly bar: JSX.Element; readonly baby: string; readonly before: readonly number[]; readonly onReading: (readings: readonly number[]) => void; readonly onBack: () => void }): JSX.Element {
  const text = useSignal("");
  const { value, fault } = typedNumber("baby.temperatures", text.value);
  const typed = text.value.replace(/\D/g, "").length >= 2;
  // The contract takes five readings at most: the oldest gives way.
  const use = () => value !== null && onReading([...before, value].slice(-5));
  return (
    <Screen bar={bar} actions={<><Button kind="text" low onClick={onBack}>{t("back")}</Button><Button disabled={value === null} onClick={use}>{t("next")}</Button></>}>
      <Question id="measure-again" hint={before.map((one) => `${decimalText(one, 1)} °C`).join(" · ")}>{screenWords("baby-warmth", { name: "", baby }).ask}</Question>
      <NumberField label={questionWords("baby.temperatures").label} labelHidden unit={t("temperatureUnit")} decimals={1} text={text.value} error={typed && fault !== null ? fault : undefined} onText={(next) => (text.value = next)} />
    </Screen>
  );
}

/** One question before any advice on feeding: does a health worker's plan stand? The reason is never asked. */
export function ClinicPlan({ bar, onAnswer }: { readonly bar: JSX.Element; readonly onAnswer: (answer: boolean | "unknown") => void }): JSX.Element {
  const { ask, hint } = questionWords("feeding.clinicPlan");
  return (
    <Screen
      bar={bar}
      actions={
        <>
          <Button kind="text" low onClick={() => onAnswer("unknown")}>{t("unknown")}</Button>
          <div class="two">
            <Button kind="line" onClick={() => onAnswer(true)}>{t("yes")}</Button>
            <Button kind="line" onClick={() => onAnswer(false)}>{t("no")}</Button>
          </div>
        </>
      }
    >
      <Question id="clinic-plan" hint={hint}>{ask}</Question>
      <div class="empty">{pictureOf("feeding.clinicPlan")}</div>
    </Screen>
  );
}
