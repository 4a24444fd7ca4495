import * as fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { RULE_BOOK_V1 as BOOK } from "#content/rules/rule-book.ts";
import { answerSpec, DANGER_SIGNS, type AnswerKey, type Answers } from "../answers.ts";
import { CASES } from "../cases/index.ts";
import { compareClass, highestClass } from "../class.ts";
import { triage, type TriageInput, type TriageResult } from "../engine.ts";
import { aCase, anAnswer } from "./generate.ts";

// A busy machine may take its time; nothing here measures speed.
vi.setConfig({ testTimeout: 60_000 });
const RUNS = 2_000;
const anyCase = aCase(BOOK, CASES);

const isOpen = (answers: Answers, key: AnswerKey): boolean => [undefined, "unknown", "not_alone"].includes(answers[key] as string | undefined);

/** The class without what only an unfinished screening adds. */
const classWithoutOpen = (result: TriageResult) => highestClass(result.fired.filter((rule) => !rule.id.startsWith("U")).map((rule) => rule.class ?? "LANJUT"));

/** Answers that take another's place, so that the class may fall: the contract's list. */
function takesTheirPlace(key: AnswerKey, { answers }: TriageInput, before: TriageResult): boolean {
  switch (key) {
    case "mother.temperature":
      return answers["mother.feelsHot"] === true;
    case "baby.temperatures":
      return answers["baby.feelsHot"] === true || answers["baby.feelsCold"] === true;
    case "mother.systolic":
    case "mother.diastolic":
      return before.fired.some((rule) => rule.id === "M03c");
    case "baby.weight":
      return answers["baby.weights"] !== undefined;
    default:
      return ["birth.hoursAgo", "baby.where", "course.improved", "mother.clotCleared", "mother.caesareanCleared"].includes(key);
  }
}

describe("C1 the class never falls", () => {
  const presentSign = fc.constantFrom(...DANGER_SIGNS).chain((key) => fc.tuple(fc.constant(key), fc.constantFrom(...answerSpec(key).present)));

  test("by adding a danger sign that is present", () => {
    fc.assert(
      fc.property(anyCase, presentSign, ({ answers, complete }, [key, value]) => {
        fc.pre(!answerSpec(key).present.includes(answers[key] as string | boolean));
        const before = triage(BOOK, { answers, complete });
        const after = triage(BOOK, { answers: { ...answers, [key]: value }, complete });
        expect(compareClass(after.class, before.class)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: RUNS },
    );
  });

  test("by adding any answer but one that takes another's place", () => {
    fc.assert(
      fc.property(anyCase, anAnswer(BOOK), (input, [key, value]) => {
        const before = triage(BOOK, input);
        fc.pre(isOpen(input.answers, key) && value !== "unknown" && !takesTheirPlace(key, input, before));
        const after = triage(BOOK, { ...input, answers: { ...input.answers, [key]: value } });
        expect(compareClass(classWithoutOpen(after), classWithoutOpen(before))).toBeGreaterThanOrEqual(0);
        const still = (result: TriageResult): string[] => result.rules.filter((id) => id.startsWith("U"));
        if (still(before).every((id) => still(after).includes(id))) expect(compareClass(after.class, before.class)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: RUNS },
    );
  });

  /** Each of them lowers a class somewhere, so that the list above excuses nothing that it need not. */
  test.each<[string, Answers, Answers]>([
    ["a measured temperature for a hot skin", { "mother.feelsHot": true }, { "mother.temperature": 37 }],
    ["a measured temperature for a hot baby", { "baby.feelsHot": true }, { "baby.temperatures": [36.8] }],
    ["a measured pressure", { "birth.hoursAgo": 50, "mother.highBloodPressureInPregnancy": true }, { "mother.systolic": 118 }],
    ["the baby's age", { "baby.yellow": "face_or_chest" }, { "birth.hoursAgo": 80 }],
    ["where the baby is", { "baby.pale": true }, { "baby.where": "hospital" }],
    ["today's weight", { "birth.hoursAgo": 60, "baby.birthWeight": 3000, "baby.weights": [{ ageHours: 55, grams: 2600 }] }, { "baby.weight": 2900 }],
    ["that it helped", { "course.days": 3 }, { "course.improved": true }],
    ["a midwife's word", { "mother.clotHistory": true }, { "mother.clotCleared": true }],
  ])("%s may lower it", (_, answers, more) => {
    expect(compareClass(triage(BOOK, { answers: { ...answers, ...more }, complete: false }).class, triage(BOOK, { answers, complete: false }).class)).toBeLessThan(0);
  });
});
