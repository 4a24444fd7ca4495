import type { Condition } from "../triage/condition.ts";
import { keysOfNumber } from "../triage/because.ts";
import type { RuleBook } from "../triage/rule-book.ts";

/** Every answer key that a condition speaks of, also through named conditions and quantities; not through other rules. */
export function keysInCondition(book: RuleBook, condition: Condition): readonly string[] {
  if ("all" in condition) return condition.all.flatMap((part) => keysInCondition(book, part));
  if ("any" in condition) return condition.any.flatMap((part) => keysInCondition(book, part));
  if ("not" in condition) return keysInCondition(book, condition.not);
  if ("answer" in condition) return [condition.answer];
  if ("missing" in condition) return [condition.missing];
  if ("asked" in condition) return [condition.asked];
  if ("number" in condition) return [condition.number, ...(typeof condition.below === "string" ? [condition.below] : [])].flatMap((name) => keysOfNumber(book, name));
  if ("list" in condition) return [condition.list];
  if ("named" in condition) return keysInCondition(book, book.named[condition.named] ?? { any: [] });
  return [];
}
