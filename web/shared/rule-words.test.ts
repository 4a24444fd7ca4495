import { describe, expect, test } from "vitest";
import { DEFERRABLE, type Answers } from "#core/triage/answers.ts";
import { triage } from "#core/triage/engine.ts";
import { QUESTION_TEXTS } from "#content/rules/question-texts.id.ts";
import { CURRENT_BOOK } from "#content/rules/rule-book.ts";
import { classWords, doNowOf, reasonsOf, ruleWords, saysOf } from "./rule-words.ts";

const fired = (answers: Answers, complete = false) => triage(CURRENT_BOOK, { answers, complete }).fired;
const reasons = (answers: Answers, complete = false) => reasonsOf(fired(answers, complete), answers);
const PRIVATE_WORDS = [...DEFERRABLE.map((key) => QUESTION_TEXTS[key].label), ...["mother.mentalIllnessBefore", "mother.rejectsBaby", "mother.confusedOrStrange"].map((key) => QUESTION_TEXTS[key as "mother.rejectsBaby"].label)];

describe("why, in words that a companion may read", () => {
  test("the signs that were there, not the whole rule", () => expect(reasons({ "mother.blurredVision": true })).toEqual(["Penglihatan kabur"]));
  test("a choice by what was chosen", () => expect(reasons({ "mother.bleeding": "large_clots" })).toEqual(["Darah: gumpalan besar"]));
  test("severity by its own word", () => expect(reasons({ "mother.abdominalPain": "severe" })).toEqual(["Nyeri perut hebat"]));
  test("a number by the rule's words", () => expect(reasons({ "mother.temperature": 38.4 })).toContain(ruleWords("M05").reason));
  test("a baby that does not latch by what is wrong, not by the question", () => expect(reasons({ "birth.hoursAgo": 100, "feeding.latches": false })).toContain("Bayi tidak bisa melekat"));
  test("each once", () => expect(new Set(reasons({ "mother.fits": true, "mother.fainted": true })).size).toBe(2));
  test("a rule of a newer app by its id", () => expect(reasonsOf([{ id: "Z99", because: [] }], {})).toEqual(["Z99"]));

  test.each([
    [{ "mother.selfHarmThoughts": true }],
    [{ "mother.babyHarmThoughts": true, "mother.hallucinations": true }],
    [{ "mother.unsafeAtHome": true }],
    [{ "mother.mentalIllnessBefore": true }],
    [{ "mother.rejectsBaby": true }],
    [{ "mother.confusedOrStrange": true, "mother.selfHarmThoughts": true }],
    [{ "mother.selfHarmThoughts": "not_alone" }],
  ] as [Answers][])("%o is never told", (answers) => {
    const ids = fired(answers, true).map(({ id }) => id);
    const shown = [...reasons(answers, true), ...doNowOf(ids, new Set(ids)), ...saysOf(ids, new Set(ids))].join(" ");
    for (const word of PRIVATE_WORDS) expect(shown).not.toContain(word);
    expect(shown).not.toMatch(/bercerita|ditunda|takut|tidak aman|menyakiti/i);
  });
});

test("beside a health worker's feeding plan, no feeding advice of the kader's own", () => {
  const ids = ["F02", "F10"];
  expect(doNowOf(ids, new Set(ids)).join(" ")).not.toMatch(/Susui/);
  expect(doNowOf(["F02"], new Set(["F02"])).join(" ")).toMatch(/Susui/);
});

test("a class speaks her name", () => expect(classWords("SEGERA", { name: "Ibu Rekaan" }).title).toBe("Antar Ibu Rekaan ke bidan sekarang"));
