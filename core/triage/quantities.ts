import type { AnswerKey, Weighing } from "./answers.ts";
import { compareDifference, decimal, minus, times, type Ratio } from "./exact.ts";
import { zScore, type GrowthTable } from "./growth.ts";

/** What is computed from answers before it is compared; every figure in it comes from the rule data. Ages and spans in hours. */
export type Quantity =
  /** Whole days of age, rounded down. */
  | { readonly kind: "age-days" }
  /** Grams: as weighed today, else the newest of the list if it is at most `within` older than the baby is now. */
  | { readonly kind: "weight"; readonly within: number }
  /** Per cent of the birth weight that is lost. */
  | { readonly kind: "loss"; readonly within: number }
  /** Grams gained in `per` hours, from the newest weighing (before `before`) and the newest at least `apart` earlier, both at `from` or later. */
  | { readonly kind: "gain"; readonly from: number; readonly before: number; readonly apart: number; readonly per: number }
  /** Grams between the two newest weighings, both at `from` or later. */
  | { readonly kind: "step"; readonly from: number }
  /** Standard deviations from the WHO's median, for the newest weighing at `from` to `to`. */
  | { readonly kind: "z"; readonly from: number; readonly to: number }
  /** By how many of them it fell since the newest weighing at least `apart` earlier. */
  | { readonly kind: "z-fall"; readonly from: number; readonly to: number; readonly apart: number };

/** Reads an answer, or undefined where there is none. */
export type Read = (key: AnswerKey) => unknown;

const READS: Readonly<Record<Quantity["kind"], readonly AnswerKey[]>> = {
  "age-days": ["birth.hoursAgo"],
  weight: ["baby.weight", "baby.weights", "birth.hoursAgo"],
  loss: ["baby.birthWeight", "baby.weight", "baby.weights", "birth.hoursAgo"],
  gain: ["baby.weights"],
  step: ["baby.weights"],
  z: ["baby.sex", "baby.weights"],
  "z-fall": ["baby.sex", "baby.weights"],
};

export const keysOfQuantity = ({ kind }: Quantity): readonly AnswerKey[] => READS[kind];

/** The quantity, or undefined where the answers do not give it. */
export function quantityOf(quantity: Quantity, read: Read, growth: GrowthTable): number | Ratio | undefined {
  switch (quantity.kind) {
    case "age-days":
      return wholeDays(numberAt(read, "birth.hoursAgo"));
    case "weight":
      return weightOf(read, quantity.within);
    case "loss":
      return lossOf(read, quantity.within);
    case "gain":
      return gainOf(weighingsOf(read), quantity);
    case "step":
      return stepOf(weighingsOf(read), quantity.from);
    case "z":
      return inSpan(weighingsOf(read).at(-1), quantity, (newest) => zOf(read, growth, newest));
    case "z-fall":
      return inSpan(weighingsOf(read).at(-1), quantity, (newest) => {
        const before = newestApart(weighingsOf(read), newest, quantity.apart);
        const [now, then] = [zOf(read, growth, newest), before && zOf(read, growth, before)];
        return now === undefined || then === undefined ? undefined : then - now;
      });
    default:
      return quantity satisfies never;
  }
}

const numberAt = (read: Read, key: AnswerKey): number | undefined => {
  const value = read(key);
  return typeof value === "number" ? value : undefined;
};

const weighingsOf = (read: Read): readonly Weighing[] => (read("baby.weights") as readonly Weighing[] | undefined) ?? [];

const wholeDays = (hours: number | undefined): number | undefined => (hours === undefined ? undefined : Math.floor(hours / 24));

function weightOf(read: Read, within: number): number | undefined {
  const today = numberAt(read, "baby.weight");
  if (today !== undefined) return today;
  const newest = weighingsOf(read).at(-1);
  const age = numberAt(read, "birth.hoursAgo");
  if (newest === undefined || age === undefined) return undefined;
  return compareDifference(age, newest.ageHours, within) <= 0 ? newest.grams : undefined;
}

function lossOf(read: Read, within: number): Ratio | undefined {
  const birth = numberAt(read, "baby.birthWeight");
  const now = weightOf(read, within);
  if (birth === undefined || now === undefined) return undefined;
  return { over: times(decimal(100), minus(decimal(birth), decimal(now))), under: decimal(birth) };
}

function gainOf(weighings: readonly Weighing[], { from, before, apart, per }: Extract<Quantity, { kind: "gain" }>): Ratio | undefined {
  const newest = weighings.at(-1);
  if (newest === undefined || newest.ageHours < from || newest.ageHours >= before) return undefined;
  const earlier = newestApart(weighings, newest, apart);
  if (earlier === undefined || earlier.ageHours < from) return undefined;
  const gained = minus(decimal(newest.grams), decimal(earlier.grams));
  return { over: times(gained, decimal(per)), under: minus(decimal(newest.ageHours), decimal(earlier.ageHours)) };
}

function stepOf(weighings: readonly Weighing[], from: number): Ratio | undefined {
  const [before, newest] = weighings.slice(-2);
  if (before === undefined || newest === undefined || before.ageHours < from) return undefined;
  return { over: minus(decimal(newest.grams), decimal(before.grams)), under: decimal(1) };
}

const newestApart = (weighings: readonly Weighing[], newest: Weighing, apart: number): Weighing | undefined =>
  weighings.findLast(({ ageHours }) => compareDifference(newest.ageHours, ageHours, apart) >= 0);

const inSpan = (newest: Weighing | undefined, { from, to }: { from: number; to: number }, then: (newest: Weighing) => number | undefined): number | undefined =>
  newest !== undefined && newest.ageHours >= from && newest.ageHours <= to ? then(newest) : undefined;

function zOf(read: Read, growth: GrowthTable, { ageHours, grams }: Weighing): number | undefined {
  const sex = read("baby.sex");
  return sex === "male" || sex === "female" ? zScore(growth, sex, ageHours, grams) : undefined;
}
