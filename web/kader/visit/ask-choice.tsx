import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { answerSpec, UNKNOWN, type AnswerKey, type Answers } from "#core/triage/answers.ts";
import { Button } from "#web/shared/controls/Button.tsx";
import { ChoiceList } from "#web/shared/controls/ChoiceList.tsx";
import { Question, Screen } from "#web/shared/controls/Screen.tsx";
import { optionWords } from "#web/shared/question-words.ts";
import { askWords, type AskProps } from "./ask.ts";
import { pictureOf } from "./pictures.ts";
import { t } from "./texts.ts";

function valuesOf(key: AnswerKey): readonly string[] {
  const { type } = answerSpec(key);
  return type.kind === "choice" ? type.values : ["true", "false"];
}

const valueOf = (key: AnswerKey, chosen: string): boolean | string => (chosen !== UNKNOWN && answerSpec(key).type.kind === "yes-no" ? chosen === "true" : chosen);

/** Exactly one value; "don't know" stands apart and is never preset. */
export function AskChoice(props: AskProps<"choice">): JSX.Element {
  const { screen, open, bar, steps, trouble, onTouch, onAnswer } = props;
  const [key] = screen.keys;
  const chosen = useSignal(open[key] === undefined ? null : String(open[key]));
  const words = askWords(props);
  const values = valuesOf(key);
  const choose = (value: string) => {
    chosen.value = value;
    onTouch({ [key]: valueOf(key, value) } as Answers);
  };
  const pictured = values.some((value) => pictureOf(key, value) !== null);
  return (
    <Screen
      bar={bar}
      steps={steps}
      actions={
        <>
          <Unknown chosen={chosen.value === UNKNOWN} onChoose={() => choose(UNKNOWN)} />
          <Button disabled={chosen.value === null} onClick={() => onAnswer({ [key]: valueOf(key, chosen.value ?? UNKNOWN) } as Answers)}>{t("next")}</Button>
        </>
      }
    >
      {trouble}
      <Question id={screen.id} hint={words.hint}>{words.ask}</Question>
      <div class={values.length > 4 ? "ask five" : "ask"}>
        <ChoiceList
          labelledBy={screen.id}
          name={screen.id}
          tone={answerSpec(key).dangerSign ? "R24" : undefined}
          options={values.map((value) => ({ key: value, label: optionWords(key, valueOf(key, value)), picture: pictured ? (pictureOf(key, value) ?? undefined) : undefined }))}
          chosen={chosen.value}
          onChoose={choose}
        />
      </div>
    </Screen>
  );
}

/** "Don't know", a choice of its own beside the others. */
export const Unknown = ({ chosen, onChoose }: { readonly chosen: boolean; readonly onChoose: () => void }): JSX.Element => (
  <label class="pick instead">
    <input type="checkbox" checked={chosen} onChange={onChoose} />
    <span class="pick-text">{t("unknown")}</span>
  </label>
);

/** Ages (hours) that stand for "on the first, second, third day or later": the rules ask only whether it was the first. */
const FIRST_SEEN = { day1: 12, day2: 36, day3: 60 } as const;
const EXTENTS = ["face_or_chest", "arms_or_legs", "palms_or_soles", "none"] as const;

/** How far the yellow reaches, beside the body; then since when. Doubt counts as the further. */
export function AskYellow(props: AskProps<"yellow">): JSX.Element {
  const { screen, open, bar, steps, trouble, onTouch, onAnswer } = props;
  const extent = useSignal<string | null>(open["baby.yellow"] ?? null);
  const asksSince = useSignal(false);
  const words = askWords(props);
  const answer = (since: keyof typeof FIRST_SEEN | typeof UNKNOWN) => onAnswer({ "baby.yellow": extent.value as "none", "baby.yellowFirstSeenHours": since === UNKNOWN ? UNKNOWN : FIRST_SEEN[since] });
  if (asksSince.value) {
    return (
      <Screen
        bar={bar}
        steps={steps}
        actions={
          <>
            <Button kind="text" low onClick={() => answer(UNKNOWN)}>{t("unknown")}</Button>
            {(["day1", "day2", "day3"] as const).map((key) => <Button key={key} kind="line" onClick={() => answer(key)}>{t(`yellow.${key}`)}</Button>)}
          </>
        }
      >
        <Question id={`${screen.id}-since`}>{t("yellowSince")}</Question>
        <div class="empty">{pictureOf("baby.yellow", extent.value ?? "")}</div>
      </Screen>
    );
  }
  return (
    <Screen bar={bar} steps={steps} actions={<Button disabled={extent.value === null} onClick={() => (extent.value === "none" ? answer(UNKNOWN) : (asksSince.value = true))}>{t("next")}</Button>}>
      {trouble}
      <Question id={screen.id} hint={words.hint}>{words.ask}</Question>
      <ChoiceList
        labelledBy={screen.id}
        name={screen.id}
        tiles
        tone="R24"
        options={EXTENTS.map((value) => ({ key: value, label: optionWords("baby.yellow", value), picture: pictureOf("baby.yellow", value) ?? undefined }))}
        chosen={extent.value}
        onChoose={(value) => {
          extent.value = value;
          onTouch({ "baby.yellow": value as "none" });
        }}
      />
    </Screen>
  );
}
