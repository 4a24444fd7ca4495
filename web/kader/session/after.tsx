import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { SessionDraft } from "#core/care/session-draft.ts";
import { Button } from "#web/shared/controls/Button.tsx";
import { ChoiceList } from "#web/shared/controls/ChoiceList.tsx";
import { PickList } from "#web/shared/controls/PickList.tsx";
import { isAnswered, NOT_ANSWERED } from "#web/shared/controls/picking.ts";
import { Scale0to10 } from "#web/shared/controls/Scale.tsx";
import { Question, Screen } from "#web/shared/controls/Screen.tsx";
import { t } from "./texts.ts";

type StepProps = { readonly name: string; readonly bar: JSX.Element; readonly steps: JSX.Element; readonly draft: SessionDraft; readonly onAnswer: (more: Partial<SessionDraft>) => void };

const LET_DOWN = [
  ["drips", "letDownDrips"],
  ["other-side", "letDownOther"],
  ["swallows", "letDownSwallow"],
  ["tingle", "letDownTingle"],
  ["calm", "letDownCalm"],
  ["cramp", "letDownCramp"],
] as const;

/** One choice, one tap: the answer is the way on. */
export function OneTap({ id, ask, hint, options, bar, steps, tabs, onChoose }: Pick<StepProps, "bar" | "steps"> & {
  readonly tabs?: JSX.Element;
  readonly id: string;
  readonly ask: string;
  readonly hint?: string;
  readonly options: readonly (readonly [key: string, label: string])[];
  readonly onChoose: (key: string) => void;
}): JSX.Element {
  return (
    <Screen bar={bar} steps={steps} tabs={tabs}>
      <Question id={id} hint={hint}>{ask}</Question>
      <ChoiceList labelledBy={id} name={id} options={options.map(([key, label]) => ({ key, label }))} chosen={null} onChoose={onChoose} />
    </Screen>
  );
}

export function ScaleStep({ id, ask, low, high, bar, steps, onValue }: Pick<StepProps, "bar" | "steps"> & {
  readonly id: string;
  readonly ask: string;
  readonly low: string;
  readonly high: string;
  readonly onValue: (value: number) => void;
}): JSX.Element {
  return (
    <Screen bar={bar} steps={steps}>
      <Question id={id}>{ask}</Question>
      <Scale0to10 legend={ask} legendHidden name={id} value={null} onValue={onValue} low={low} high={high} />
    </Screen>
  );
}

export function LetDown({ bar, steps, name, onAnswer }: StepProps): JSX.Element {
  const picked = useSignal(NOT_ANSWERED);
  return (
    <Screen
      bar={bar}
      steps={steps}
      actions={<Button disabled={!isAnswered(picked.value)} onClick={() => onAnswer({ letDown: picked.value.keys })}>{t("next")}</Button>}
    >
      <Question id="let-down">{t("letDownAsk")}</Question>
      <PickList
        labelledBy="let-down"
        options={LET_DOWN.map(([key, label]) => ({ key, label: t(label, { name }) }))}
        instead={[{ key: "none", label: t("letDownNone") }]}
        picked={picked.value}
        onPick={(next) => (next.instead === "none" ? onAnswer({ letDown: [] }) : (picked.value = next))}
      />
    </Screen>
  );
}

/** The feed, and what it changed: seven taps at the least, eight with one sign of let-down. */
export function After(props: StepProps): JSX.Element {
  const { name, draft, onAnswer } = props;
  switch (draft.step) {
    case "feed":
      return (
        <OneTap {...props} id="feed" ask={t("feedAsk")} hint={t("feedText")} options={[["breast", t("feedBreast")], ["expressed", t("feedExpressed", { name })], ["not-yet", t("feedNotYet")]]} onChoose={(fed) => onAnswer({ fed: fed as NonNullable<SessionDraft["fed"]> })} />
      );
    case "let-down":
      return <LetDown {...props} />;
    case "flow":
      return (
        <OneTap {...props} id="flow" ask={t("flowAsk")} options={[["none", t("flowNone")], ["drops", t("flowDrops")], ["trickles", t("flowTrickles")], ["flows", t("flowFlows")]]} onChoose={(flow) => onAnswer({ flow: flow as NonNullable<SessionDraft["flow"]> })} />
      );
    case "ease":
      return <ScaleStep {...props} id="ease" ask={t("afterEase")} low={t("scaleEaseLow")} high={t("scaleEaseHigh")} onValue={(ease) => onAnswer({ ease })} />;
    case "confidence":
      return <ScaleStep {...props} id="confidence" ask={t("afterConfidence", { name })} low={t("scaleConfidenceLow")} high={t("scaleConfidenceHigh")} onValue={(confidence) => onAnswer({ confidence })} />;
    default:
      return <OneTap {...props} id="bruise" ask={t("bruiseAsk")} options={[["no", t("no")], ["yes", t("yes")]]} onChoose={(answer) => onAnswer({ bruiseOrPain: answer === "yes" })} />;
  }
}
