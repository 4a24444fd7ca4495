import * as fc from "fast-check";
import { expect, test } from "vitest";
import { CASES } from "#core/triage/cases/index.ts";
import { triage } from "#core/triage/engine.ts";
import { aCase } from "#core/triage/proof/generate.ts";
import { oracle, wanting } from "#core/triage/proof/oracle.ts";
import { RULE_BOOK_V1 as BOOK } from "#content/rules/rule-book.ts";

const CASES_TRIED = 200_000;

test("C4 200,000 cases give no exception, and what the hand-written table gives", { timeout: 600_000 }, () => {
  const classes = new Map<string, number>();
  fc.assert(
    fc.property(aCase(BOOK, CASES), (input) => {
      const result = triage(BOOK, input);
      const expected = [...oracle(input.answers, input.complete, BOOK.growth)].filter(([, holds]) => holds).map(([id]) => id);
      const ids = result.fired.map((rule) => rule.id);
      if (ids.join() !== expected.sort().join()) expect(ids).toEqual(expected);
      if (result.massage === "allowed" && wanting(input.answers).length > 0) expect(result.missing).toEqual([]);
      classes.set(result.class, (classes.get(result.class) ?? 0) + 1);
    }),
    { numRuns: CASES_TRIED },
  );
  expect([...classes.keys()].sort()).toEqual(["BANTU", "LANJUT", "PEKAN", "R24", "SEGERA"]);
});
