import { answerSpec, isAnswerKey } from "#core/triage/answers.ts";
import type { Bounds, Condition } from "#core/triage/condition.ts";
import { FEVER } from "#content/rules/v1/limits.ts";
import { optionWords, saysAll, signLabel } from "../rule-words.ts";
import { t, type RulesKey } from "./texts.ts";

/** A condition as a person reads it: one line, or a heading with lines beneath it. */
export type Told = { readonly text: string; readonly parts: readonly Told[] };

const line = (text: string): Told => ({ text, parts: [] });

export function tellCondition(condition: Condition): Told {
  if ("all" in condition) return group("all", condition.all);
  if ("any" in condition) return group("any", condition.any);
  if ("not" in condition) {
    const inner = tellCondition(condition.not);
    return inner.parts.length === 0 ? line(`${t("not")} ${inner.text}`) : { text: `${t("not")} ${inner.text}`, parts: inner.parts };
  }
  if ("answer" in condition) return line(answerText(condition.answer, condition.in));
  if ("missing" in condition) return line(t("missing", { label: nameOf(condition.missing) }));
  if ("asked" in condition) return line(t("asked", { label: nameOf(condition.asked) }));
  if ("number" in condition) return line(`${nameOf(condition.number)} ${boundsText(condition, isHours(condition.number))}`);
  if ("list" in condition) return line(listText(condition));
  if ("fires" in condition) return line(t("fires", { rule: condition.fires }));
  if ("named" in condition) return line(t(`named.${condition.named}` as RulesKey, { fever: FEVER }));
  return line(t(`state.${condition.state}`));
}

function group(kind: "all" | "any", conditions: readonly Condition[]): Told {
  const parts = conditions.map(tellCondition);
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  // Groups of one kind inside another of the same kind read as one.
  return { text: t(kind), parts: parts.flatMap((part) => (part.text === t(kind) ? part.parts : [part])) };
}

function answerText(key: string, values: readonly (boolean | string)[]): string {
  const label = nameOf(key);
  if (!isAnswerKey(key)) return label;
  if (values.length === 1 && values[0] === true) return label;
  if (saysAll(key) && values.length === 1 && values[0] === answerSpec(key).present[0]) return label;
  // Its label already says no.
  if (values.length === 1 && values[0] === false) return key === "feeding.latches" ? label : t("answerNo", { label });
  return t("answerIs", { label, values: values.map((value) => optionWords(key, value)).join(` ${t("or")} `) });
}

function listText(condition: Extract<Condition, { list: unknown }>): string {
  const { list, take } = condition;
  const params = { label: nameOf(list), bounds: boundsText(condition, false) };
  if (typeof take === "number") return take === 1 ? t("newestOne", params) : t("newest", { ...params, count: take });
  return t(take, params);
}

/** "≥ 5 hari dan < 180 hari" */
function boundsText(bounds: Bounds, hours: boolean): string {
  const figure = (value: number) => (hours ? age(value) : String(value).replace(".", ","));
  return [
    ...(bounds.atLeast === undefined ? [] : [`≥ ${figure(bounds.atLeast)}`]),
    ...(bounds.over === undefined ? [] : [`> ${figure(bounds.over)}`]),
    ...(bounds.atMost === undefined ? [] : [`≤ ${figure(bounds.atMost)}`]),
    ...(bounds.below === undefined ? [] : [`< ${typeof bounds.below === "string" ? nameOf(bounds.below) : figure(bounds.below)}`]),
    ...(bounds.outside === undefined ? [] : [t("outside", { low: figure(bounds.outside[0]), high: figure(bounds.outside[1]) })]),
  ].join(", ");
}

const isHours = (name: string): boolean => name === "birth.hoursAgo" || /Hours/.test(name);
const age = (hours: number): string => (hours >= 48 && hours % 24 === 0 ? t("days", { n: hours / 24 }) : t("hours", { n: hours }));

function nameOf(name: string): string {
  if (name === "birth.hoursAgo") return t("age");
  return isAnswerKey(name) ? signLabel(name) : t(`quantity.${name}` as RulesKey);
}
