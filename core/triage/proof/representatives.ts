import type { Weighing } from "../answer-types.ts";
import { ANSWER_KEYS, answerSpec, type AnswerKey } from "../answers.ts";
import type { Bounds, Condition } from "../condition.ts";
import type { RuleBook } from "../rule-book.ts";

const weighed = (...pairs: readonly (readonly [number, number])[]): Weighing[] => pairs.map(([ageHours, grams]) => ({ ageHours, grams }));

/** Lists of weighings, so that each rule about them fires alone and together with the others where it can. */
const WEIGHINGS: readonly Weighing[][] = [
  [],
  weighed([60, 2600]),
  weighed([336, 2900]),
  weighed([400, 3000], [760, 3100]),
  weighed([400, 3000], [760, 3400]),
  weighed([400, 3000], [740, 3200], [760, 3100]),
  weighed([400, 3000], [740, 3900], [760, 3800]),
  weighed([2160, 4000]),
  weighed([2160, 6500]),
  weighed([1440, 6500], [2160, 5500]),
  weighed([1440, 6500], [2150, 6600], [2160, 5500]),
  weighed([2100, 6600], [2160, 6500]),
];

/**
 * Values of each key and quantity that are enough to reach every side of every limit that the book sets on it: its choices, or
 * each limit and the least step to either side; and undefined, where it is missing.
 */
export function representatives(book: RuleBook): ReadonlyMap<string, readonly unknown[]> {
  const limits = limitsByName(book);
  const of = (name: string): readonly number[] => [...(limits.get(name) ?? [])];
  return new Map<string, readonly unknown[]>([
    ...ANSWER_KEYS.map((key) => [key, [...valuesOf(key, of(key)), undefined]] as const),
    ...Object.keys(book.quantities).map((name) => [name, [...around(of(name), ANY), undefined]] as const),
  ]);
}

const ANY = { min: -Infinity, max: Infinity, whole: false };

function valuesOf(key: AnswerKey, limits: readonly number[]): readonly unknown[] {
  const { type } = answerSpec(key);
  switch (type.kind) {
    case "yes-no":
      return [true, false];
    case "choice":
      return type.values;
    case "weighings":
      return WEIGHINGS;
    case "number":
      return around(limits, type);
    case "numbers": {
      const one = around(limits, type);
      return [...one.map((value) => [value]), ...one.flatMap((first) => one.map((second) => [first, second]))];
    }
    default:
      return type satisfies never;
  }
}

function around(limits: readonly number[], { min, max, whole }: { readonly min: number; readonly max: number; readonly whole: boolean }): number[] {
  const step = whole ? 1 : 0.1;
  const values = (limits.length > 0 ? limits : [Math.min(max, 1000)]).flatMap((limit) => [limit - step, limit, limit + step]);
  return [...new Set(values.map((value) => Math.round(value * 100) / 100))].filter((value) => value >= min && value <= max).sort((a, b) => a - b);
}

/** The limits that the book's conditions set on each key or list. */
function limitsByName(book: RuleBook): Map<string, Set<number>> {
  const limits = new Map<string, Set<number>>();
  const note = (name: string, { atLeast, over, below, atMost, outside }: Bounds, more: readonly number[] = []): void => {
    const figures = [atLeast, over, below, atMost, ...(outside ?? []), ...more].filter((value) => typeof value === "number");
    limits.set(name, new Set([...(limits.get(name) ?? []), ...figures]));
  };
  const walk = (condition: Condition): void => {
    if ("all" in condition) condition.all.forEach(walk);
    else if ("any" in condition) condition.any.forEach(walk);
    else if ("not" in condition) walk(condition.not);
    else if ("number" in condition) note(condition.number, condition);
    else if ("list" in condition) note(condition.list, condition);
  };
  for (const condition of [...book.rules.map((rule) => rule.when), ...Object.values(book.named)]) walk(condition);
  // What is compared with another key or quantity: urinations with days of age, weights with each other.
  for (const [name, more] of [["baby.urine24h", [1, 2, 3, 4]], ["baby.birthWeight", [3000]], ["baby.weight", [2700, 2790, 3000]]] as const) note(name, {}, more);
  return limits;
}
