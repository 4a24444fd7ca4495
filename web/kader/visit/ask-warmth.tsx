import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { UNKNOWN, type Answers } from "#core/triage/answers.ts";
import { Choice } from "#web/kader/shell/Choice.tsx";
import { Button } from "#web/shared/controls/Button.tsx";
import { decimalText } from "#web/shared/controls/decimal.ts";
import { NumberField } from "#web/shared/controls/NumberField.tsx";
import { Question, Screen } from "#web/shared/controls/Screen.tsx";
import { questionWords } from "#web/shared/question-words.ts";
import { askWords, type AskProps } from "./ask.ts";
import { Breaths } from "./breaths.tsx";
import { typedNumber } from "./number-fault.ts";
import { t } from "./texts.ts";

type YesNo = "true" | "false" | typeof UNKNOWN;
const YES_NO = (): readonly { key: YesNo; label: string }[] => [{ key: "true", label: t("yes") }, { key: "false", label: t("no") }, { key: UNKNOWN, label: t("unknown") }];
const said = (value: YesNo): boolean | typeof UNKNOWN => (value === UNKNOWN ? UNKNOWN : value === "true");
const chosen = (value: unknown): YesNo | null => (value === undefined ? null : (String(value) as YesNo));

/** A thermometer, or a hand where there is none; after a medicine against fever, both. */
export function AskMotherWarmth(props: AskProps<"mother-warmth">): JSX.Element {
  const { screen, open, bar, steps, trouble, onTouch, onAnswer } = props;
  const text = useSignal(typeof open["mother.temperature"] === "number" ? decimalText(open["mother.temperature"], 1) : "");
  const byHand = useSignal(open["mother.temperature"] === UNKNOWN);
  const hot = useSignal(chosen(open["mother.feelsHot"]));
  const medicine = useSignal(chosen(open["mother.antipyreticLast6h"]));
  const { value, fault } = typedNumber("mother.temperature", text.value);
  const asksHand = byHand.value || medicine.value === "true";
  const done = medicine.value !== null && (byHand.value || value !== null) && (!asksHand || hot.value !== null);
  const answers = (): Answers => ({
    ...(byHand.value ? { "mother.temperature": UNKNOWN } : value !== null && { "mother.temperature": value }),
    ...(asksHand && hot.value !== null && { "mother.feelsHot": said(hot.value) }),
    ...(medicine.value !== null && { "mother.antipyreticLast6h": said(medicine.value) }),
  });
  const touch = () => onTouch(answers());
  const words = askWords(props);
  return (
    <Screen bar={bar} steps={steps} actions={<Button disabled={!done} onClick={() => onAnswer(answers())}>{t("next")}</Button>}>
      {trouble}
      <Question id={screen.id} hint={words.hint}>{words.ask}</Question>
      <Thermometer label={questionWords("mother.temperature").label} text={text} fault={fault} byHand={byHand} onChange={touch} />
      {asksHand && <Choice legend={questionWords("mother.feelsHot").ask} options={YES_NO()} chosen={hot.value} onChoose={(key) => { hot.value = key; touch(); }} />}
      <Choice legend={questionWords("mother.antipyreticLast6h").ask} options={YES_NO()} chosen={medicine.value} onChoose={(key) => { medicine.value = key; touch(); }} />
    </Screen>
  );
}

type Feels = "hot" | "cold" | "neither" | typeof UNKNOWN;

/** The baby's warmth, measured or felt; and breaths, where she counts them. */
export function AskBabyWarmth(props: AskProps<"baby-warmth">): JSX.Element {
  const { screen, open, bar, steps, trouble, onTouch, onAnswer } = props;
  const before = open["baby.temperatures"];
  const counts = useSignal<readonly number[]>(Array.isArray(open["baby.breathsPerMinute"]) ? open["baby.breathsPerMinute"] : []);
  const text = useSignal(Array.isArray(before) ? decimalText(before[0] ?? 0, 1) : "");
  const byHand = useSignal(open["baby.feelsHot"] !== undefined);
  const feels = useSignal<Feels | null>(open["baby.feelsHot"] === undefined ? null : open["baby.feelsHot"] === UNKNOWN ? UNKNOWN : open["baby.feelsHot"] ? "hot" : open["baby.feelsCold"] === true ? "cold" : "neither");
  const counting = useSignal(false);
  const { value, fault } = typedNumber("baby.temperatures", text.value);
  const words = askWords(props);

  const answers = (): Answers => ({
    ...(byHand.value
      ? feels.value !== null && { "baby.feelsHot": feels.value === UNKNOWN ? UNKNOWN : feels.value === "hot", "baby.feelsCold": feels.value === UNKNOWN ? UNKNOWN : feels.value === "cold" }
      : value !== null && { "baby.temperatures": [value] }),
    ...(counts.value.length > 0 && { "baby.breathsPerMinute": counts.value }),
  });
  const touch = () => onTouch(answers());
  const first = counts.value[0];
  // Outside the range, breaths are counted a second time before it means anything.
  const second = counts.value.length === 1 && first !== undefined && props.countAgain(first);
  if (counting.value) {
    const counted = (breaths: number) => {
      counts.value = second ? [...counts.value, breaths] : [breaths];
      counting.value = false;
      touch();
    };
    return <Breaths id={`${screen.id}-breaths`} bar={bar} steps={steps} ask={questionWords("baby.breathsPerMinute").ask} first={second ? (first ?? null) : null} onCount={counted} onLater={() => (counting.value = false)} />;
  }
  const done = byHand.value ? feels.value !== null : value !== null;
  return (
    <Screen
      bar={bar}
      steps={steps}
      actions={second ? <Button kind="text" low disabled={!done} onClick={() => onAnswer(answers())}>{t("breathsNotAgain")}</Button> : <Button disabled={!done} onClick={() => onAnswer(answers())}>{t("next")}</Button>}
    >
      {trouble}
      <Question id={screen.id} hint={words.hint}>{words.ask}</Question>
      <Thermometer label={questionWords("baby.temperatures").label} text={text} fault={fault} byHand={byHand} onChange={touch} />
      {byHand.value && (
        <Choice
          legend={questionWords("baby.feelsCold").ask}
          options={[{ key: "neither", label: t("feelsNeither") }, { key: "hot", label: t("feelsHot") }, { key: "cold", label: t("feelsCold") }, { key: UNKNOWN, label: t("unknown") }]}
          chosen={feels.value}
          onChoose={(key) => { feels.value = key; touch(); }}
        />
      )}
      <section class="panel sand" aria-live="polite">
        <b>{counts.value.length === 0 ? t("breathsAsk") : counts.value.map((count) => t("breathsDone", { count })).join(" · ")}</b>
        {second && <p>{t("breathsSecondHint", { count: first ?? 0 })}</p>}
        <Button kind={second ? "primary" : "quiet"} low onClick={() => (counting.value = true)}>{t(second ? "breathsSecond" : counts.value.length === 0 ? "breathsStart" : "breathsAgain")}</Button>
      </section>
    </Screen>
  );
}

type Kept<T> = { value: T };

/** A measured temperature, or the way to a hand where there is no thermometer. */
function Thermometer({ label, text, fault, byHand, onChange }: { readonly label: string; readonly text: Kept<string>; readonly fault: string | null; readonly byHand: Kept<boolean>; readonly onChange: () => void }): JSX.Element {
  const change = (move: () => void) => () => {
    move();
    onChange();
  };
  if (byHand.value) return <Button kind="text" low onClick={change(() => (byHand.value = false))}>{t("withThermometer")}</Button>;
  // While she types "3" of 36,5 nothing is wrong yet.
  const typed = text.value.replace(/\D/g, "").length >= 2;
  return (
    <div class="number">
      <NumberField label={label} hint={t("example", { example: "36,7" })} unit={t("temperatureUnit")} decimals={1} text={text.value} error={typed && fault !== null ? fault : undefined} onText={(next) => change(() => (text.value = next))()} />
      <Button kind="text" low onClick={change(() => { byHand.value = true; text.value = ""; })}>{t("noThermometer")}</Button>
    </div>
  );
}
