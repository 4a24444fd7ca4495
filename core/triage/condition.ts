import type { AnswerKey } from "./answers.ts";
import { compareTo, type Ratio } from "./exact.ts";

/** Limits that all have to hold. A limit that is a name is another quantity. */
export type Bounds = {
  readonly atLeast?: number;
  readonly over?: number;
  readonly below?: number | string;
  readonly atMost?: number;
  /** Below the first or above the second. */
  readonly outside?: readonly [number, number];
};

export type ListKey = "baby.temperatures" | "baby.breathsPerMinute";

/** What the rules may ask of a case beyond its answers. */
export type CaseState = "complete" | "danger-sign-open" | "deferred" | "baby-here";

/**
 * When a rule fires, as data: read by this engine, shown to midwives, mutated by tests. A missing or unknown answer makes a
 * positive statement false, and its negation true.
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  /** Answered with one of these values. */
  | { readonly answer: AnswerKey; readonly in: readonly (boolean | string)[] }
  /** Not asked, or could not be said. */
  | { readonly missing: AnswerKey }
  /** Asked, whatever was said; `unknown` too. */
  | { readonly asked: AnswerKey }
  /** A number that was answered, or a quantity of the rule book, within bounds. */
  | ({ readonly number: string } & Bounds)
  /** One of the list's numbers, each of them, or each of its newest so many. */
  | ({ readonly list: ListKey; readonly take: "some" | "every" | number } & Bounds)
  | { readonly fires: string }
  /** A condition that the rule book gives a name. */
  | { readonly named: string }
  | { readonly state: CaseState };

/** What a condition is read against. */
export type Facts = {
  /** The answer, or undefined where there is none. */
  readonly answer: (key: AnswerKey) => unknown;
  readonly asked: (key: AnswerKey) => boolean;
  readonly number: (name: string) => number | Ratio | undefined;
  readonly fires: (rule: string) => boolean;
  readonly named: (name: string) => boolean;
  readonly state: (state: CaseState) => boolean;
};

/** A condition without parts of its own. */
export type Atom = Exclude<Condition, { readonly all: unknown } | { readonly any: unknown } | { readonly not: unknown }>;

export function holds(condition: Condition, facts: Facts): boolean {
  if ("all" in condition) return condition.all.every((part) => holds(part, facts));
  if ("any" in condition) return condition.any.some((part) => holds(part, facts));
  if ("not" in condition) return !holds(condition.not, facts);
  return atomHolds(condition, facts);
}

export function atomHolds(atom: Atom, facts: Facts): boolean {
  if ("answer" in atom) return (atom.in as readonly unknown[]).includes(facts.answer(atom.answer));
  if ("missing" in atom) return facts.answer(atom.missing) === undefined;
  if ("asked" in atom) return facts.asked(atom.asked);
  if ("number" in atom) return within(facts.number(atom.number), atom, facts);
  if ("list" in atom) return listHolds(atom, facts);
  if ("fires" in atom) return facts.fires(atom.fires);
  if ("named" in atom) return facts.named(atom.named);
  return facts.state(atom.state);
}

function listHolds(atom: Extract<Atom, { readonly list: ListKey }>, facts: Facts): boolean {
  const all = (facts.answer(atom.list) as readonly number[] | undefined) ?? [];
  const fits = (value: number): boolean => within(value, atom, facts);
  if (atom.take === "some") return all.some(fits);
  const taken = atom.take === "every" ? all : all.slice(-atom.take);
  return taken.length > 0 && (atom.take === "every" || taken.length === atom.take) && taken.every(fits);
}

function within(value: number | Ratio | undefined, { atLeast, over, below, atMost, outside }: Bounds, facts: Facts): boolean {
  if (value === undefined) return false;
  const limit = typeof below === "string" ? facts.number(below) : below;
  return (
    (atLeast === undefined || compareTo(value, atLeast) >= 0) &&
    (over === undefined || compareTo(value, over) > 0) &&
    (below === undefined || (typeof limit === "number" && compareTo(value, limit) < 0)) &&
    (atMost === undefined || compareTo(value, atMost) <= 0) &&
    (outside === undefined || compareTo(value, outside[0]) < 0 || compareTo(value, outside[1]) > 0)
  );
}
