import * as fc from "fast-check";
import { ANSWER_KEYS, answerSpec, NOT_ALONE, UNKNOWN, type AnswerKey, type Answers } from "../answers.ts";
import { ALL_SAID, MASSAGE_FREE, type Row } from "../cases/case.ts";
import type { TriageInput } from "../engine.ts";
import type { RuleBook } from "../rule-book.ts";
import { representatives } from "./representatives.ts";

export type Said = readonly [key: AnswerKey, value: unknown];

/** One answer that a key allows, near the limits that the book sets on it. */
export function anAnswer(book: RuleBook): fc.Arbitrary<Said> {
  const values = representatives(book);
  return fc.constantFrom(...ANSWER_KEYS).chain((key): fc.Arbitrary<Said> => {
    const allowed = (values.get(key) ?? []).filter((value) => value !== undefined);
    return fc.tuple(fc.constant(key), fc.constantFrom(...allowed, UNKNOWN, ...(answerSpec(key).deferrable ? [NOT_ALONE] : [])));
  });
}

/**
 * Cases worth trying: nothing said, everything said, or a screen that is free for massage; over it what makes up to three rules
 * fire or just not fire, and a few answers near the limits.
 */
export function aCase(book: RuleBook, rows: readonly Row[]): fc.Arbitrary<TriageInput> {
  return fc
    .record({
      base: fc.constantFrom<Answers>({}, ALL_SAID, MASSAGE_FREE),
      rows: fc.array(fc.constantFrom(...rows), { maxLength: 3 }),
      more: fc.array(anAnswer(book), { maxLength: 6 }),
      complete: fc.boolean(),
    })
    .map(({ base, rows: chosen, more, complete }) => ({
      answers: Object.assign({}, base, ...chosen.map(([, , , answers]) => answers), Object.fromEntries(more)) as Answers,
      complete,
    }));
}
