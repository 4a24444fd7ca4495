import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { ANSWERS, type ReferralAnswer } from "#core/referral/entries.ts";
import { FEEDS_EXPECTED, FEVER } from "#content/rules/v1/limits.ts";
import { Button, type ButtonKind } from "#web/shared/controls/Button.tsx";
import { TextField } from "#web/shared/controls/NumberField.tsx";
import { useDraft } from "../draft.ts";
import { tell } from "../pending.ts";
import { say } from "../toast.ts";
import { t as frame } from "../texts.ts";
import { t, type StoryKey } from "./texts.ts";

const KINDS: Readonly<Record<ReferralAnswer, ButtonKind>> = { "come-now": "now", "i-go-there": "line", advice: "line", "send-to-hospital": "stop", "seen-and-well": "line" };
const TEMPLATES: readonly StoryKey[] = ["template.again", "template.feed", "template.weigh", "template.temperature", "template.keku", "template.noMassage"];
const limits = { feeds: FEEDS_EXPECTED, fever: FEVER };

/** Her own words for each answer, ready to be changed; advice has none: it must say something of its own. */
const ready = (answer: ReferralAnswer): string => (answer === "advice" ? "" : t(`say.${answer}`));

/** Two taps: what to do, then the words that the kader reads. What she has written survives a reload. */
export const Answer = (props: { stream: string; referral: string; kader: string; mine: readonly string[]; again: boolean }): JSX.Element => {
  const [chosen, setChosen] = useState<ReferralAnswer | null>(null);
  const [draft, setDraft] = useDraft(props.referral);
  const [missing, setMissing] = useState(false);
  const [kindOfDraft = "", ...rest] = draft.split("\n");
  const written = rest.join("\n");
  // The kind stands in the first line of the draft, so that both come back together.
  const kind = chosen ?? ANSWERS.find((one) => one === kindOfDraft) ?? null;

  const choose = (answer: ReferralAnswer): void => {
    setChosen(answer);
    setMissing(false);
    setDraft(`${answer}\n${written !== "" && written !== ready(kind ?? answer) ? written : ready(answer)}`);
  };
  const stop = (): void => {
    setChosen(null);
    setDraft("");
  };
  const send = async (answer: ReferralAnswer): Promise<void> => {
    const words = written.trim();
    if (answer === "advice" && words === "") return setMissing(true);
    const entries = await tell({ stream: props.stream, type: "referral.answered", body: { referral: props.referral, answer, ...(words !== "" && { words }) }, replaces: props.mine });
    stop();
    say({ entries, stream: props.stream, text: t("answered", { name: props.kader }), kept: t("answeredKept"), undone: t("undone") });
  };

  if (kind === null) {
    return (
      <div class="answer">
        {props.again && <b>{t("answerAgain")}</b>}
        <Button kind="now" onClick={() => choose("come-now")}>{t("answer.come-now")}</Button>
        <div class="two">
          {ANSWERS.filter((one) => one !== "come-now").map((one) => <Button key={one} kind={KINDS[one]} onClick={() => choose(one)}>{t(`answer.${one}`)}</Button>)}
        </div>
      </div>
    );
  }
  return (
    <form class="answer" onSubmit={(event) => {
      event.preventDefault();
      void send(kind);
    }}>
      <b>{t("answerTitle", { name: props.kader })}: {t(`answer.${kind}`)}</b>
      {kind === "send-to-hospital" && <small>{t("hospitalSure")}</small>}
      <TextField long label={t("words")} hint={t("wordsHint")} error={missing && written.trim() === "" ? t("wordsNeeded") : undefined} text={written} onText={(text) => setDraft(`${kind}\n${text.slice(0, 2000)}`)} />
      <details>
        <summary>{t("templates")}</summary>
        <div class="chips">
          {TEMPLATES.map((one) => <button key={one} type="button" class="chip" onClick={() => setDraft(`${kind}\n${[written.trim(), t(one, limits)].filter(Boolean).join(" ")}`)}>{t(one, limits)}</button>)}
        </div>
      </details>
      <div class="two">
        <Button kind="line" onClick={stop}>{frame("cancel")}</Button>
        <Button kind={kind === "come-now" || kind === "send-to-hospital" ? "now" : "primary"} type="submit">{t("send")}</Button>
      </div>
    </form>
  );
};
