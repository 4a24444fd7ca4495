import type { Answers } from "../triage/answers.ts";
import type { Evidence } from "../triage/rule-book.ts";

/** Anything the kader may say or do, with what it stands on. */
export type Grounded = { readonly key: string; readonly evidence: Evidence; readonly sources: readonly string[] };

/** A cause of poor flow that the kader explores with the mother. */
export type Cause = Grounded & {
  readonly topic: "feeding" | "mother" | "baby" | "midwife";
  /** Who can change it: the kader with the mother, or the midwife whom they ask. */
  readonly helper: "kader" | "midwife";
  /** Rules and true answers of the screening that point to it. */
  readonly hints: { readonly rules: readonly string[]; readonly answers: readonly string[] };
  /** What it tells the rules where she says that it is so. */
  readonly says?: Answers;
  /** Plan items that follow from it, the nearest first. */
  readonly plan: readonly string[];
};

/** Something agreed with the mother, or taught to the person at her side. */
export type Advice = Grounded & {
  /** Rules that fired and leave this to a health worker: a kader never changes what one has ordered, nor the feeding of a baby with signs of too little. */
  readonly notWhen: readonly string[];
  /** Rules that call for it also where no cause was found. */
  readonly rules: readonly string[];
};

export type Findings = { readonly rules: ReadonlySet<string>; readonly answers: Answers };

/** Causes that her answers point to, in the order of the catalogue: asked first, never preset. */
export function hintedCauses(causes: readonly Cause[], { rules, answers }: Findings): Cause[] {
  const said = answers as Readonly<Record<string, unknown>>;
  return causes.filter(({ hints }) => hints.rules.some((rule) => rules.has(rule)) || hints.answers.some((key) => said[key] === true));
}

/** What may be said at all, given what fired. */
export function allowedAdvice<T extends Advice>(items: readonly T[], rules: ReadonlySet<string>): T[] {
  return items.filter((item) => !item.notWhen.some((rule) => rules.has(rule)));
}

/**
 * Plan items that fit: those that several found causes share come first, then those that a rule calls for, then the rest of
 * the causes' items. Items that a rule forbids are never offered.
 */
export function fittingPlan(items: readonly Advice[], found: readonly Cause[], rules: ReadonlySet<string>): Advice[] {
  const weight = (item: Advice): number => {
    const fromCauses = found.reduce((sum, cause) => (cause.plan.includes(item.key) ? sum + 6 - Math.min(2, cause.plan.indexOf(item.key)) : sum), 0);
    return fromCauses + (item.rules.some((rule) => rules.has(rule)) ? 3 : 0);
  };
  return allowedAdvice(items, rules)
    .map((item, place) => ({ item, place, weight: weight(item) }))
    .filter((one) => one.weight > 0)
    .sort((a, b) => b.weight - a.weight || a.place - b.place)
    .map((one) => one.item);
}
