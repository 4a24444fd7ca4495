import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { allowedAdvice, fittingPlan, type Advice } from "#core/care/advice.ts";
import { CAUSES } from "#content/care/causes.ts";
import { MOST_PLAN_ITEMS, PLAN_ITEMS } from "#content/care/plans.ts";
import { Button } from "#web/shared/controls/Button.tsx";
import { PickList } from "#web/shared/controls/PickList.tsx";
import { Question, Screen } from "#web/shared/controls/Screen.tsx";
import { c, o } from "./outcome-texts.ts";

type Props = {
  readonly name: string;
  readonly bar: JSX.Element;
  readonly rules: ReadonlySet<string>;
  readonly causes: Readonly<Record<string, { readonly is: "yes" | "no" }>>;
  readonly massageBlocked: boolean;
  readonly items: readonly string[];
  readonly onItems: (items: readonly string[]) => void;
  readonly onDone: () => void;
};

/** A few things that she agrees to, the fitting ones first; three at most, so that they get done. */
export function Plan({ name, bar, rules, causes, massageBlocked, items, onItems, onDone }: Props): JSX.Element {
  const all = useSignal(false);
  const [, redraw] = useState(0);
  const allowed = (list: readonly Advice[]) => list.filter((item) => !massageBlocked || item.key !== "back-massage");
  const fitting = allowed(fittingPlan(PLAN_ITEMS, CAUSES.filter((cause) => causes[cause.key]?.is === "yes"), rules));
  const rest = allowed(allowedAdvice(PLAN_ITEMS, rules)).filter((item) => !fitting.includes(item));
  const near = fitting.slice(0, 5);
  const shown = all.value || near.length === 0 ? [...fitting, ...rest] : [...near, ...fitting.slice(5).filter((item) => items.includes(item.key)), ...rest.filter((item) => items.includes(item.key))];
  const full = items.length >= MOST_PLAN_ITEMS;
  // Drawn again also where nothing changed: the native box has ticked itself.
  const pick = (keys: readonly string[]) => (keys.length <= MOST_PLAN_ITEMS ? onItems(keys) : redraw((count) => count + 1));
  return (
    <Screen bar={bar} actions={<Button kind={items.length > 0 ? "primary" : "line"} onClick={onDone}>{o(items.length > 0 ? "planDone" : "planNone")}</Button>}>
      <Question id="plan" hint={<span role="status">{o(full ? "planFull" : "planHint", { most: MOST_PLAN_ITEMS })}</span>}>{o("planAsk", { name })}</Question>
      <PickList
        labelledBy="plan"
        options={shown.map(({ key }) => ({ key, label: c(`plan.${key}` as "plan.rest") }))}
        picked={{ keys: items, instead: null }}
        onPick={({ keys }) => pick(keys)}
      />
      {!all.value && shown.length < fitting.length + rest.length && <Button kind="text" low onClick={() => (all.value = true)}>{o("planMore")}</Button>}
    </Screen>
  );
}
