import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { NOT_ALONE, UNKNOWN, type Answers } from "#core/triage/answers.ts";
import { readAloud, voiceFor } from "#web/kader/shell/speech.ts";
import { picture as people } from "#web/shared/pictures/people.tsx";
import { Button } from "#web/shared/controls/Button.tsx";
import { IconSpeak } from "#web/shared/controls/icons.tsx";
import { Instead, PickList } from "#web/shared/controls/PickList.tsx";
import { isAnswered, NOT_ANSWERED, type Picked } from "#web/shared/controls/picking.ts";
import { Question, Screen } from "#web/shared/controls/Screen.tsx";
import { questionWords } from "#web/shared/question-words.ts";
import { language } from "#web/shared/texts.ts";
import { allOf, askWords, type AskProps } from "./ask.ts";
import { o } from "./outcome-texts.ts";
import { t } from "./texts.ts";

/**
 * First whether she is by herself; only then the questions, in words to be asked, none of them kept on the screen or in the
 * draft before the whole screen is answered. When somebody comes in, one tap takes them away and puts them off.
 */
export function AskAlone(props: AskProps<"alone">): JSX.Element {
  const { screen, bar, steps, trouble, onAnswer } = props;
  const alone = useSignal(false);
  const picked = useSignal<Picked>(NOT_ANSWERED);
  const putOff = () => onAnswer(allOf(screen.keys, NOT_ALONE));
  const words = askWords(props);

  if (!alone.value) {
    const say = t("aloneSay");
    return (
      <Screen
        bar={bar}
        steps={steps}
        actions={
          <>
            <Button kind="line" onClick={putOff}>{t("aloneNo")}</Button>
            <Button onClick={() => (alone.value = true)}>{t("aloneYes")}</Button>
          </>
        }
      >
        {trouble}
        <Question id={screen.id} hint={words.hint}>{words.ask}</Question>
        <div class="pictured">{people("private")}<p class="bubble">{say}</p></div>
        {voiceFor(language.value) !== null && <Button kind="quiet" low icon={<IconSpeak />} onClick={() => readAloud(language.value, [say.replaceAll(/[“”]/g, "")])}>{o("listen")}</Button>}
      </Screen>
    );
  }

  const answer = () => {
    const { keys, instead } = picked.value;
    onAnswer(instead === UNKNOWN ? allOf(screen.keys, UNKNOWN) : ({ ...allOf(screen.keys, false), ...allOf(keys, true) } as Answers));
  };
  return (
    <Screen
      bar={<div class="no-bar" />}
      steps={steps}
      actions={
        <>
          <Button kind="line" low onClick={putOff}>{t("someoneComes")}</Button>
          <div class="insteads">
            <Instead option={{ key: "none", label: t("none") }} picked={picked.value} onPick={(next) => (picked.value = next)} />
            <Instead option={{ key: UNKNOWN, label: t("unknown") }} picked={picked.value} onPick={(next) => (picked.value = next)} />
          </div>
          <Button disabled={!isAnswered(picked.value)} onClick={answer}>{t("next")}</Button>
        </>
      }
    >
      <Question id={`${screen.id}-questions`}>{t("aloneWhich")}</Question>
      <PickList labelledBy={`${screen.id}-questions`} options={screen.keys.map((key) => ({ key, label: questionWords(key).ask }))} picked={picked.value} onPick={(next) => (picked.value = next)} />
    </Screen>
  );
}

const PRIVATE = {
  M07: { say: "private.M07.say", doNow: ["private.M07.stay", "private.M07.away", "private.M07.baby", "private.M07.listen"] },
  M12: { say: "private.M12.say", doNow: ["private.M12.ask", "private.M12.where", "private.M12.quiet"] },
} as const;

/** What was said alone and calls for something: shown while they are still alone, once, and on no later screen. */
export function PrivateWords({ rules, onClose }: { readonly rules: readonly (keyof typeof PRIVATE)[]; readonly onClose: () => void }): JSX.Element {
  return (
    <Screen bar={<div class="no-bar" />} actions={<Button onClick={onClose}>{t("aloneClose")}</Button>}>
      <Question id="private" hint={t("aloneThen")}>{t("private.title")}</Question>
      {rules.map((rule) => <p key={rule} class="bubble">{t(PRIVATE[rule].say)}</p>)}
      <section class="panel">
        <h2>{o("doNow")}</h2>
        <ol class="do-list">{rules.flatMap((rule) => PRIVATE[rule].doNow).map((line) => <li key={line}>{t(line)}</li>)}</ol>
      </section>
    </Screen>
  );
}
