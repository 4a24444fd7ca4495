import * as fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { RULE_BOOK_V1 as BOOK } from "#content/rules/rule-book.ts";
import { parseAnswers, type Answers } from "../answers.ts";
import { triageLine } from "../case-line.ts";
import { CASES } from "../cases/index.ts";
import { CLASSES, triage } from "../engine.ts";
import { aCase } from "./generate.ts";
import { oracle } from "./oracle.ts";

// A busy machine may take its time; nothing here measures speed.
vi.setConfig({ testTimeout: 60_000 });
const RUNS = 2_000;
const anyCase = aCase(BOOK, CASES);

describe("C4 the engine is total", () => {
  test("any JSON gives answers or a typed fault", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const parsed = parseAnswers(json);
        if (!parsed.ok) expect(["unknown_key", "out_of_range", "not_an_object"]).toContain(parsed.error.code);
      }),
      { numRuns: RUNS },
    );
  });

  test("any text gives one line: a result or a typed fault", () => {
    const lines = fc.oneof(fc.string({ unit: "binary" }), fc.json(), anyCase.map((input) => JSON.stringify({ id: "c", ...input })).chain(damaged));
    fc.assert(
      fc.property(lines, (line) => {
        const { text, faulty } = triageLine(BOOK, line);
        const out = JSON.parse(text) as { class?: string; error?: { code: string } };
        expect(text).not.toContain("\n");
        if (faulty) expect(["broken_line", "unknown_key", "out_of_range"]).toContain(out.error?.code);
        else expect(CLASSES).toContain(out.class);
      }),
      { numRuns: RUNS },
    );
  });

  test("answers that nobody checked give a result too, and what cannot be read speaks for nobody", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom("mother.fits", "baby.weights", "baby.temperatures", "birth.hoursAgo", "__proto__", "x"), fc.anything()), fc.boolean(), (answers, complete) => {
        expect(CLASSES).toContain(triage(BOOK, { answers: answers as Answers, complete }).class);
      }),
      { numRuns: RUNS },
    );
    const broken = { "mother.fits": "no" } as unknown as Answers;
    expect(triage(BOOK, { answers: broken, complete: true }).unanswered).toContain("mother.fits");
  });

  test("and says what the contract's table, written down by hand, says", () => {
    const fired = new Set<string>();
    fc.assert(
      fc.property(anyCase, (input) => {
        const ids = triage(BOOK, input).fired.map((rule) => rule.id);
        for (const id of ids) fired.add(id);
        expect(ids).toEqual([...oracle(input.answers, input.complete, BOOK.growth)].filter(([, holds]) => holds).map(([id]) => id).sort());
      }),
      { numRuns: RUNS },
    );
    expect([...fired].sort()).toEqual(BOOK.rules.map((rule) => rule.id as string).sort());
  });

  test("and the same for the same, whatever the order of the answers", () => {
    fc.assert(
      fc.property(anyCase, ({ answers, complete }) => {
        const turned = Object.fromEntries(Object.entries(answers).toReversed()) as Answers;
        expect(triage(BOOK, { answers: turned, complete })).toEqual(triage(BOOK, { answers, complete }));
      }),
      { numRuns: 300 },
    );
  });
});

/** A line with one character changed, doubled or lost. */
function damaged(line: string): fc.Arbitrary<string> {
  return fc
    .tuple(fc.nat({ max: line.length }), fc.constantFrom("", '"', "{", "}", "[", ",", ":", "\\", "9e999", "null", "\u0000", "é"), fc.nat({ max: 2 }))
    .map(([at, what, lost]) => line.slice(0, at) + what + line.slice(at + lost));
}
