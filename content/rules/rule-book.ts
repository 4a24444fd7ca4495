import type { RuleBook } from "#core/triage/rule-book.ts";
import { WHO_WEIGHT_FOR_AGE } from "./growth.ts";
import { RULES_V1 } from "./v1/rules.ts";

export const RULE_BOOK_V1 = { ...RULES_V1, growth: WHO_WEIGHT_FOR_AGE } as const satisfies RuleBook;

/** The book that new screenings are judged by. */
export const CURRENT_BOOK: RuleBook = RULE_BOOK_V1;

const BOOKS: readonly RuleBook[] = [RULE_BOOK_V1];

/** The book of a version, so that a result can be replayed years later; undefined where this side does not know it. */
export const findBook = (version: number): RuleBook | undefined => BOOKS.find((book) => book.version === version);
