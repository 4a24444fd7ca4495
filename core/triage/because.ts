import { isAnswerKey, type AnswerKey } from "./answers.ts";
import { holds, type Atom, type Condition } from "./condition.ts";
import type { CaseFacts } from "./facts.ts";
import { keysOfQuantity } from "./quantities.ts";
import type { RuleBook } from "./rule-book.ts";

/**
 * The keys behind a condition that holds: those whose answer speaks for it, and those whose absence does. What merely was not
 * the case ("not fever") is no reason and is left out.
 */
export function because(book: RuleBook, condition: Condition, facts: CaseFacts): readonly AnswerKey[] {
  if ("all" in condition) return condition.all.flatMap((part) => because(book, part, facts));
  if ("any" in condition) return condition.any.filter((part) => holds(part, facts)).flatMap((part) => because(book, part, facts));
  if ("not" in condition) return [];
  return keysOf(book, condition, facts);
}

function keysOf(book: RuleBook, atom: Atom, facts: CaseFacts): readonly AnswerKey[] {
  if ("answer" in atom) return [atom.answer];
  if ("missing" in atom) return [atom.missing];
  if ("asked" in atom) return [atom.asked];
  if ("list" in atom) return [atom.list];
  if ("number" in atom) return [atom.number, ...(typeof atom.below === "string" ? [atom.below] : [])].flatMap((name) => keysOfNumber(book, name)).filter(facts.has);
  if ("fires" in atom) return because(book, book.rules.find((rule) => rule.id === atom.fires)?.when ?? { any: [] }, facts);
  if ("named" in atom) return because(book, book.named[atom.named] ?? { any: [] }, facts);
  if (atom.state === "danger-sign-open") return facts.openDangerSigns;
  return atom.state === "deferred" ? facts.deferred : [];
}

/** The answer keys that a number of a condition is read or computed from. */
export function keysOfNumber(book: RuleBook, name: string): readonly AnswerKey[] {
  const quantity = book.quantities[name];
  if (quantity !== undefined) return keysOfQuantity(quantity);
  return isAnswerKey(name) ? [name] : [];
}
