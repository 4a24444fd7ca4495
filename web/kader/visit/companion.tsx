import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { allowedAdvice } from "#core/care/advice.ts";
import { COMPANIONS } from "#core/care/entries.ts";
import type { MetCompanion } from "#core/care/visit.ts";
import { TAUGHT } from "#content/care/companions.ts";
import { Button } from "#web/shared/controls/Button.tsx";
import { ChoiceList } from "#web/shared/controls/ChoiceList.tsx";
import { PickList } from "#web/shared/controls/PickList.tsx";
import { NOT_ANSWERED, type Picked } from "#web/shared/controls/picking.ts";
import { Question, Screen } from "#web/shared/controls/Screen.tsx";
import { c, o } from "./outcome-texts.ts";
import { t } from "./texts.ts";

type Props = {
  readonly name: string;
  readonly bar: JSX.Element;
  readonly rules: ReadonlySet<string>;
  readonly massageBlocked: boolean;
  readonly met: readonly MetCompanion[];
  /** Who was there before: offered first. */
  readonly before: readonly string[];
  readonly onMet: (met: readonly MetCompanion[]) => void;
  readonly onDone: () => void;
};

/** Who is at her side, whether that person is here today, and what they learned: three taps. */
export function Companion(props: Props): JSX.Element {
  const { name, bar, met } = props;
  const another = useSignal(met.length === 0);
  const now = another.value ? undefined : met.at(-1);
  const change = (more: Partial<MetCompanion>) => now !== undefined && props.onMet([...met.slice(0, -1), { ...now, ...more }]);

  if (now === undefined) {
    const choose = (who: string) => {
      another.value = false;
      props.onMet([...met.filter((one) => one.who !== who), { who, presence: null, taught: [] }]);
    };
    const order = [...COMPANIONS].sort((a, b) => Number(props.before.includes(b)) - Number(props.before.includes(a)));
    return (
      <Screen bar={bar} actions={<Button kind="line" onClick={props.onDone}>{met.length === 0 ? o("companionNobody") : t("next")}</Button>}>
        <Question id="companion" hint={o("companionHint")}>{o("companionAsk", { name })}</Question>
        <ChoiceList labelledBy="companion" name="companion" tiles options={order.filter((who) => !met.some((one) => one.who === who)).map((who) => ({ key: who, label: c(`who.${who}`) }))} chosen={null} onChoose={choose} />
      </Screen>
    );
  }

  const who = c(`who.${now.who}` as "who.husband");
  if (now.presence !== "present") {
    const presence = (key: string) => change({ presence: key as NonNullable<MetCompanion["presence"]> });
    return (
      <Screen bar={bar} actions={now.presence !== null && <Next onAnother={() => (another.value = true)} onDone={props.onDone} />}>
        <Question id="presence">{o("presenceAsk", { who })}</Question>
        <ChoiceList labelledBy="presence" name="presence" options={(["present", "invited", "away"] as const).map((key) => ({ key, label: o(`presence.${key}`) }))} chosen={now.presence} onChoose={presence} />
      </Screen>
    );
  }

  // What her own state calls for comes first.
  const calledFor = (rules: readonly string[]) => rules.some((rule) => props.rules.has(rule));
  const lessons = allowedAdvice(TAUGHT, props.rules)
    .filter(({ key }) => !props.massageBlocked || key !== "back-massage")
    .sort((a, b) => Number(calledFor(b.rules)) - Number(calledFor(a.rules)));
  return <Taught key={now.who} {...props} who={who} taught={now.taught} lessons={lessons.map(({ key }) => key)} onTaught={(taught) => change({ taught })} onAnother={() => (another.value = true)} />;
}

/** How many lessons stand on the screen without a scroll. */
const NEAR = 4;

function Taught(props: Props & { readonly who: string; readonly taught: readonly string[]; readonly lessons: readonly string[]; readonly onTaught: (taught: readonly string[]) => void; readonly onAnother: () => void }): JSX.Element {
  const nothing = useSignal(false);
  const all = useSignal(false);
  const shown = all.value ? props.lessons : props.lessons.filter((key, at) => at < NEAR || props.taught.includes(key));
  const picked: Picked = props.taught.length > 0 ? { keys: props.taught, instead: null } : nothing.value ? { keys: [], instead: "nothing" } : NOT_ANSWERED;
  const pick = ({ keys, instead }: Picked) => {
    nothing.value = instead !== null;
    props.onTaught(keys);
  };
  return (
    <Screen bar={props.bar} actions={<Next onAnother={props.onAnother} onDone={props.onDone} />}>
      <Question id="taught">{o("taughtAsk", { who: props.who })}</Question>
      <PickList labelledBy="taught" options={shown.map((key) => ({ key, label: c(`taught.${key}` as "taught.praise") }))} instead={[{ key: "nothing", label: o("taughtNothing") }]} picked={picked} onPick={pick} />
      {shown.length < props.lessons.length && <Button kind="text" low onClick={() => (all.value = true)}>{o("planMore")}</Button>}
    </Screen>
  );
}

const Next = (props: { readonly onAnother: () => void; readonly onDone: () => void }): JSX.Element => (
  <>
    <Button kind="text" low onClick={props.onAnother}>{o("companionAnother")}</Button>
    <Button onClick={props.onDone}>{t("next")}</Button>
  </>
);
