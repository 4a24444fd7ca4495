import { describe, expect, test } from "vitest";
import { ANSWER_KEYS, answerSpec } from "#core/triage/answers.ts";
import { screenKeys } from "#core/triage/screening.ts";
import * as questionsEn from "./question-texts.en.ts";
import * as questionsId from "./question-texts.id.ts";
import * as rulesEn from "./rule-texts.en.ts";
import * as rulesId from "./rule-texts.id.ts";
import { RULE_BOOK_V1 } from "./rule-book.ts";
import { SCREENING_PLAN } from "./screening.ts";

const LANGUAGES = [
  ["Indonesian", questionsId, rulesId],
  ["English", questionsEn, rulesEn],
] as const;

/** Illnesses that a screen must not name to a mother, and what no source carries. */
const FORBIDDEN = [/mastitis/i, /abses/i, /abscess/i, /preeklam|preeclam/i, /sepsis/i, /depresi|depression/i, /infeksi(?! bakteri)/i, /menyembuhkan|\bcures?\b/i, /bendungan/i, /melancarkan ASI/i, /memperbanyak ASI/i];

describe.each(LANGUAGES)("the words of the rules in %s", (_, questions, rules) => {
  const all = [
    ...Object.values(rules.RULE_TEXTS).flatMap((words) => [words.reason, words.say, ...words.doNow]),
    ...Object.values(rules.CLASS_TEXTS).flatMap((words) => Object.values(words)),
    ...Object.values(questions.QUESTION_TEXTS).flatMap((words) => [words.ask, words.label, words.hint ?? "", ...Object.values(words.options ?? {})]),
    ...Object.values(questions.SCREEN_TEXTS).flatMap((words) => [words.ask, ("hint" in words && words.hint) || ""]),
  ];

  test("exist for every rule, key, value and screen", () => {
    for (const rule of RULE_BOOK_V1.rules) expect(rules.RULE_TEXTS[rule.id as keyof typeof rules.RULE_TEXTS], rule.id).toBeDefined();
    for (const key of ANSWER_KEYS) {
      const { type } = answerSpec(key);
      if (type.kind === "choice") expect(Object.keys(questions.QUESTION_TEXTS[key].options ?? {}).sort(), key).toEqual([...type.values].sort());
    }
    for (const screen of SCREENING_PLAN.screens) expect(questions.SCREEN_TEXTS, screen.id).toHaveProperty([screen.id]);
  });

  test("name no illness, promise no cure", () => {
    for (const text of all) for (const word of FORBIDDEN) expect(text, `${word} in "${text}"`).not.toMatch(word);
  });

  test("never tell anybody to press, knead or pump a breast", () => {
    const ofBreast = all.filter((text) => /payudara|breast(?! ?milk|bone|feed)/i.test(text) && /pijat|memijat|\btekan\b|ditekan|perah|press|massage|knead|pump|express/i.test(text));
    expect(ofBreast.length).toBeGreaterThan(0);
    for (const text of ofBreast) expect(text).toMatch(/jangan|tidak|\bno\b|\bnot\b/i);
  });

  test("labels are short enough to stand beside a picture", () => {
    for (const screen of SCREENING_PLAN.screens) if (screen.kind === "pick") for (const key of screenKeys(screen)) expect(questions.QUESTION_TEXTS[key].label.length, `${key}: ${questions.QUESTION_TEXTS[key].label}`).toBeLessThanOrEqual(30);
  });

  test("what she said alone stands in no reason that others may read", () => {
    for (const id of ["M07", "M08b", "M12", "U03"] as const) expect(rules.RULE_TEXTS[id].reason).not.toMatch(/bunuh|sakiti|aman|takut|jiwa|suara|hurt|harm|safe|afraid|mental|voices/i);
  });
});
