import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { answerSpec, UNKNOWN, type Answers } from "#core/triage/answers.ts";
import { pickedAnswers, screenKeys } from "#core/triage/screening.ts";
import { Button } from "#web/shared/controls/Button.tsx";
import { ChoiceList } from "#web/shared/controls/ChoiceList.tsx";
import { Instead, PickList } from "#web/shared/controls/PickList.tsx";
import { isAnswered, type Picked } from "#web/shared/controls/picking.ts";
import { Question, Screen } from "#web/shared/controls/Screen.tsx";
import { optionWords, questionWords } from "#web/shared/question-words.ts";
import { allOf, askWords, type AskProps } from "./ask.ts";
import { pictureOf } from "./pictures.ts";
import { t } from "./texts.ts";

type Pick = AskProps<"pick">["screen"];

/** At most four pictures; "none of these" is a tap of its own, never preset. */
export function AskPick(props: AskProps<"pick">): JSX.Element {
  const { screen, open, bar, steps, trouble, onTouch, onAnswer } = props;
  const picked = useSignal(pickedFrom(screen, open));
  const away = useSignal(open["baby.where"] !== undefined && open["baby.where"] !== "here");
  const words = askWords(props);
  if (away.value) return <Away {...props} onHere={() => (away.value = false)} />;

  const pick = (next: Picked) => {
    picked.value = next;
    onTouch(isAnswered(next) ? answersOf(screen, next) : {});
  };
  const danger = screen.options.some(({ key }) => answerSpec(key).dangerSign);
  return (
    <Screen
      bar={bar}
      steps={steps}
      actions={
        <>
          <div class="insteads">
            <Instead option={{ key: "none", label: t("none") }} picked={picked.value} onPick={pick} />
            <Instead option={{ key: UNKNOWN, label: t("unknown") }} picked={picked.value} onPick={pick} />
          </div>
          <Button disabled={!isAnswered(picked.value)} onClick={() => onAnswer(answersOf(screen, picked.value))}>{t("next")}</Button>
        </>
      }
    >
      {trouble}
      <Question id={screen.id} hint={words.hint}>{words.ask}</Question>
      <div class="ask">
        <PickList
          labelledBy={screen.id}
          tone={danger ? "SEGERA" : undefined}
          options={screen.options.map(({ key, value }, at) => {
            const { label, hint, options } = questionWords(key);
            return { key: String(at), label: typeof value === "string" ? (key === "baby.yellow" || key === "mother.headache" ? label : (options?.[value] ?? label)) : label, hint, picture: pictureOf(key, value) ?? undefined };
          })}
          picked={picked.value}
          onPick={pick}
        />
      </div>
      {screen.mayBeAway && <Button kind="text" low onClick={() => (away.value = true)}>{questionWords("baby.where").label}</Button>}
    </Screen>
  );
}

/** Where the baby is, if not here. A baby that died is said gently, and nothing more is asked about it. */
function Away({ screen, bar, steps, trouble, onAnswer, onHere }: AskProps<"pick"> & { readonly onHere: () => void }): JSX.Element {
  const where = useSignal<string | null>(null);
  return (
    <Screen
      bar={bar}
      steps={steps}
      actions={
        <>
          <Button kind="text" low onClick={onHere}>{t("babyHere")}</Button>
          <Button disabled={where.value === null} onClick={() => onAnswer({ "baby.where": where.value as "hospital" })}>{t("next")}</Button>
        </>
      }
    >
      {trouble}
      <Question id={`${screen.id}-where`}>{questionWords("baby.where").ask}</Question>
      <ChoiceList labelledBy={`${screen.id}-where`} name="where" options={["hospital", "elsewhere", "died"].map((key) => ({ key, label: optionWords("baby.where", key) }))} chosen={where.value} onChoose={(key) => (where.value = key)} />
    </Screen>
  );
}

function answersOf(screen: Pick, picked: Picked): Answers {
  if (picked.instead === UNKNOWN) return allOf(screenKeys(screen), UNKNOWN);
  return pickedAnswers(screen, picked.keys.map(Number));
}

/** What was tapped, read back from its answers. */
function pickedFrom(screen: Pick, open: Answers): Picked {
  const keys = screen.options.flatMap(({ key, value }, at) => (open[key] === value ? [String(at)] : []));
  if (keys.length > 0) return { keys, instead: null };
  const all = screenKeys(screen);
  if (!all.every((key) => open[key] !== undefined)) return { keys: [], instead: null };
  return { keys: [], instead: all.every((key) => open[key] === UNKNOWN) ? UNKNOWN : "none" };
}
