import { describe, expect, test } from "vitest";
import { allowedAdvice, fittingPlan, hintedCauses, type Advice, type Cause } from "./advice.ts";

const cause = (key: string, rules: string[], answers: string[], plan: string[]): Cause => ({ key, topic: "feeding", helper: "kader", evidence: "judgement", sources: [], hints: { rules, answers }, plan });
const item = (key: string, rules: string[] = [], notWhen: string[] = []): Advice => ({ key, evidence: "judgement", sources: [], rules, notWhen });

const CAUSES = [cause("few", ["F02"], [], ["often", "night", "skin"]), cause("bottle", [], ["feeding.pacifier"], ["breast", "skin"]), cause("tired", [], ["feeding.tiredOrStressed"], ["rest"])];
const ITEMS = [item("often", ["F02"], ["F10"]), item("night", [], ["F10"]), item("skin"), item("breast", [], ["F10", "N05"]), item("rest"), item("plan-of-clinic", ["F10"])];
const keys = (list: readonly { key: string }[]) => list.map(({ key }) => key);

describe("causes", () => {
  test("only what a rule or a true answer points to is asked first", () => {
    expect(keys(hintedCauses(CAUSES, { rules: new Set(["F02"]), answers: { "feeding.tiredOrStressed": true, "feeding.pacifier": false } }))).toEqual(["few", "tired"]);
    expect(hintedCauses(CAUSES, { rules: new Set(), answers: { "feeding.pacifier": "unknown" } })).toEqual([]);
  });
});

describe("the plan", () => {
  test("what two causes share comes first", () => expect(keys(fittingPlan(ITEMS, CAUSES.slice(0, 2), new Set()))[0]).toBe("skin"));

  test("a rule calls for its item also without a cause", () => expect(keys(fittingPlan(ITEMS, [], new Set(["F02"])))).toEqual(["often"]));

  test("a health worker's own plan takes the kader's feeding advice away", () => {
    expect(keys(fittingPlan(ITEMS, CAUSES, new Set(["F02", "F10"])))).toEqual(["skin", "rest", "plan-of-clinic"]);
  });

  test("signs of too little leave other drinks to the midwife, not the feeding itself", () => {
    expect(keys(allowedAdvice(ITEMS, new Set(["N05"])))).not.toContain("breast");
    expect(keys(allowedAdvice(ITEMS, new Set(["N05"])))).toContain("often");
  });
});
