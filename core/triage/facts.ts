import { answerFault, DANGER_SIGNS, DEFERRABLE, isAnswerKey, NOT_ALONE, UNKNOWN, type AnswerKey, type Answers } from "./answers.ts";
import { holds, type CaseState, type Facts } from "./condition.ts";
import { quantityOf } from "./quantities.ts";
import type { RuleBook } from "./rule-book.ts";

/** A case as the rules read it, and what is still open in it. */
export type CaseFacts = Facts & {
  readonly has: (key: AnswerKey) => boolean;
  /** Danger signs neither answered nor deferred; the baby's only where the baby is here. */
  readonly openDangerSigns: readonly AnswerKey[];
  readonly deferred: readonly AnswerKey[];
};

/** Where the baby is not with her, none of its signs is asked for. */
const AWAY: readonly unknown[] = ["hospital", "elsewhere", "died"];

/** What cannot be read counts as not asked, so that a broken answer never speaks for a mother's safety. */
export function factsOf(book: RuleBook, answers: Answers, complete: boolean): CaseFacts {
  const said = new Map<AnswerKey, unknown>();
  for (const [key, value] of Object.entries(answers)) if (isAnswerKey(key) && answerFault(key, value) === null) said.set(key, value);
  const answer = (key: AnswerKey): unknown => {
    const value = said.get(key);
    return value === UNKNOWN || value === NOT_ALONE ? undefined : value;
  };
  const has = (key: AnswerKey): boolean => answer(key) !== undefined;
  const babyHere = !AWAY.includes(answer("baby.where"));
  const answeredByReading = (key: AnswerKey): boolean =>
    key === "mother.feelsHot"
      ? has("mother.temperature") && answer("mother.antipyreticLast6h") !== true
      : (key === "baby.feelsHot" || key === "baby.feelsCold") && has("baby.temperatures");
  const deferred = DEFERRABLE.filter((key) => said.get(key) === NOT_ALONE);
  const openDangerSigns = DANGER_SIGNS.filter(
    (key) => (babyHere || !key.startsWith("baby.")) && !has(key) && said.get(key) !== NOT_ALONE && !answeredByReading(key),
  );
  const states: Readonly<Record<CaseState, boolean>> = {
    complete,
    "danger-sign-open": openDangerSigns.length > 0,
    deferred: deferred.length > 0,
    "baby-here": babyHere,
  };
  const rules = new Map(book.rules.map((rule) => [rule.id, rule.when]));
  const facts: CaseFacts = {
    answer,
    has,
    openDangerSigns,
    deferred,
    asked: (key) => said.has(key),
    number: (name) => {
      const quantity = Object.hasOwn(book.quantities, name) ? book.quantities[name] : undefined;
      if (quantity !== undefined) return quantityOf(quantity, answer, book.growth);
      const value = answer(name as AnswerKey);
      return typeof value === "number" ? value : undefined;
    },
    fires: remembered((id) => {
      const when = rules.get(id);
      return when !== undefined && holds(when, facts);
    }),
    named: remembered((name) => {
      const condition = Object.hasOwn(book.named, name) ? book.named[name] : undefined;
      return condition !== undefined && holds(condition, facts);
    }),
    state: (state) => states[state],
  };
  return facts;
}

/** Each name is worked out once; one that asks for itself is false, so that no rule book can hang the engine. */
function remembered(work: (name: string) => boolean): (name: string) => boolean {
  const known = new Map<string, boolean>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    known.set(name, false);
    const value = work(name);
    known.set(name, value);
    return value;
  };
}
