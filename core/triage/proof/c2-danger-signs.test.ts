import * as fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { RULE_BOOK_V1 as BOOK } from "#content/rules/rule-book.ts";
import { answerSpec, DANGER_SIGNS, type AnswerKey, type Answers } from "../answers.ts";
import { MASSAGE_FREE, without } from "../cases/case.ts";
import { CASES } from "../cases/index.ts";
import { compareClass } from "../class.ts";
import { triage } from "../engine.ts";
import { aCase } from "./generate.ts";
import { wanting } from "./oracle.ts";

// A busy machine may take its time; nothing here measures speed.
vi.setConfig({ testTimeout: 60_000 });
const RUNS = 2_000;

/** The contract's word for it: not where a measured temperature answers the hand. */
function presentSigns(answers: Answers): AnswerKey[] {
  const away = ["hospital", "elsewhere", "died"].includes(String(answers["baby.where"]));
  const measured = (key: keyof Answers): boolean => answers[key] !== undefined && answers[key] !== "unknown";
  return DANGER_SIGNS.filter((key) => {
    if (!answerSpec(key).present.includes(answers[key] as string | boolean)) return false;
    if (key === "mother.feelsHot") return !measured("mother.temperature") || answers["mother.antipyreticLast6h"] === true;
    if (key === "baby.feelsHot" || key === "baby.feelsCold") return !away && !measured("baby.temperatures");
    return key.startsWith("mother.") || !away;
  });
}

describe("C2 a danger sign is never passed over", () => {
  test("with one present the class is at least R24, and with one of the mother's there is no massage", () => {
    fc.assert(
      fc.property(aCase(BOOK, CASES), (input) => {
        const signs = presentSigns(input.answers);
        fc.pre(signs.length > 0);
        const result = triage(BOOK, input);
        expect(compareClass(result.class, "R24")).toBeGreaterThanOrEqual(0);
        if (signs.some((key) => key.startsWith("mother."))) expect(result.massage).toBe("blocked");
      }),
      { numRuns: RUNS },
    );
  });

  test("a massage is allowed only with her consent and nothing left to ask", () => {
    const seen = { allowed: 0, blocked: 0, incomplete: 0 };
    fc.assert(
      fc.property(aCase(BOOK, CASES), (input) => {
        const result = triage(BOOK, input);
        const open = wanting(input.answers);
        seen[result.massage] += 1;
        if (open.length > 0 || input.answers["mother.consent"] !== true) expect(result.massage).not.toBe("allowed");
        expect(result.missing).toEqual(result.massage === "incomplete" ? [...open].sort() : []);
        expect(result.blockedBy.length > 0).toBe(result.massage === "blocked");
      }),
      { numRuns: RUNS },
    );
    for (const times of Object.values(seen)) expect(times).toBeGreaterThan(20);
  });

  const everySign = DANGER_SIGNS.flatMap((key) => answerSpec(key).present.map((value) => [key, value] as const));

  test.each(everySign)("%s %s alone, on a screen that is free for massage", (key, value) => {
    const measured: Partial<Record<AnswerKey, AnswerKey>> = { "mother.feelsHot": "mother.temperature", "baby.feelsHot": "baby.temperatures", "baby.feelsCold": "baby.temperatures" };
    const reading = measured[key];
    const answers = { ...(reading === undefined ? MASSAGE_FREE : without(MASSAGE_FREE, reading)), [key]: value };
    const result = triage(BOOK, { answers, complete: false });
    expect(compareClass(result.class, "R24")).toBeGreaterThanOrEqual(0);
    if (key.startsWith("mother.")) expect(result.massage).toBe("blocked");
  });

  test.each(DANGER_SIGNS.filter((key) => !(key in { "mother.feelsHot": 0, "baby.feelsHot": 0, "baby.feelsCold": 0 })))("%s left open closes the gate", (key) => {
    const result = triage(BOOK, { answers: without(MASSAGE_FREE, key), complete: false });
    expect(result).toMatchObject({ massage: "incomplete", missing: [key] });
  });
});
