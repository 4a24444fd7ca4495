import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { UNKNOWN, type AnswerKey, type Answers } from "#core/triage/answers.ts";
import { Button } from "#web/shared/controls/Button.tsx";
import { NumberField, Stepper } from "#web/shared/controls/NumberField.tsx";
import { Question, Screen } from "#web/shared/controls/Screen.tsx";
import { questionWords } from "#web/shared/question-words.ts";
import { askWords, type AskProps } from "./ask.ts";
import { rangeOf, typedNumber, unitOf } from "./number-fault.ts";
import { t } from "./texts.ts";

/** Typed rather than counted by thumb. */
const TYPED: ReadonlySet<AnswerKey> = new Set(["baby.weight", "mother.systolic", "mother.diastolic", "mother.pulse"]);

/** Numbers with their unit. Each may be left as "don't know"; what is out of range says what to do. */
export function AskNumbers(props: AskProps<"numbers">): JSX.Element {
  const { screen, open, bar, steps, trouble, onTouch, onAnswer } = props;
  const texts = useSignal<Readonly<Record<string, string>>>(Object.fromEntries(screen.keys.map((key) => [key, typeof open[key] === "number" ? String(open[key]) : ""])));
  const unknown = useSignal<readonly string[]>(screen.keys.filter((key) => open[key] === UNKNOWN));
  const tried = useSignal(false);
  const words = askWords(props);
  const read = (key: AnswerKey) => typedNumber(key, texts.value[key] ?? "");
  const answered = (key: AnswerKey) => unknown.value.includes(key) || read(key).value !== null;
  const answers = (): Answers =>
    Object.fromEntries(screen.keys.filter(answered).map((key) => [key, unknown.value.includes(key) ? UNKNOWN : read(key).value])) as Answers;

  const type = (key: AnswerKey, text: string) => {
    texts.value = { ...texts.value, [key]: text };
    if (text !== "") unknown.value = unknown.value.filter((one) => one !== key);
    onTouch(answers());
  };
  const notKnown = (key: AnswerKey) => {
    const on = unknown.value.includes(key);
    unknown.value = on ? unknown.value.filter((one) => one !== key) : [...unknown.value, key];
    texts.value = { ...texts.value, [key]: "" };
    onTouch(answers());
  };
  const next = () => {
    tried.value = true;
    if (screen.keys.every(answered)) onAnswer(answers());
  };
  return (
    <Screen bar={bar} steps={steps} actions={<Button disabled={!screen.keys.every((key) => answered(key) || read(key).fault !== null)} onClick={next}>{t("next")}</Button>}>
      {trouble}
      <Question id={screen.id} hint={words.hint}>{words.ask}</Question>
      {screen.keys.map((key) => {
        const { label, hint } = questionWords(key);
        const { value, fault } = read(key);
        const error = fault !== null && (tried.value || (texts.value[key] ?? "").length >= 4) ? fault : undefined;
        const shared = { label, hint, unit: unitOf(key), error };
        return (
          <div key={key} class="number">
            {TYPED.has(key)
              ? <NumberField {...shared} text={texts.value[key] ?? ""} onText={(text) => type(key, text)} decimals={0} />
              : <Stepper {...shared} count={value} onCount={(count) => type(key, count === null ? "" : String(count))} max={rangeOf(key).max} less={t("less")} more={t("more")} />}
            <label class="pick instead small-pick">
              <input type="checkbox" checked={unknown.value.includes(key)} onChange={() => notKnown(key)} />
              <span class="pick-text">{t("unknown")}</span>
            </label>
          </div>
        );
      })}
    </Screen>
  );
}
