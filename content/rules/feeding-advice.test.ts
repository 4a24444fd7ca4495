import { describe, expect, test } from "vitest";
import { wordsFor } from "./feeding-advice.ts";
import { RULE_TEXTS as EN } from "./rule-texts.en.ts";
import { RULE_TEXTS as ID } from "./rule-texts.id.ts";
import type { RuleId } from "./v1/rules.ts";

const IDS = Object.keys(ID) as RuleId[];
const PLAN = new Set(["F10"]);
/** What sounds like feeding advice; a warning sign ("will not feed?") and what the midwife will do are none. */
const SOUNDS_LIKE_ADVICE = { id: /susui|menyusui|perlekatan|posisi/i, en: /\bfeed|attachment|position/i };
const NO_ADVICE = { id: /\?|^Jangan|Bidan akan membantu|kencing sebelum menyusui|Kompres dingin|biasa\. Rahim/, en: /\?|^Give no|midwife will help|before feeding|cold cloth|womb|plan/i };

describe.each([
  ["id", ID],
  ["en", EN],
] as const)("where a health worker's feeding plan holds, in %s", (language, texts) => {
  test.each(IDS.filter((id) => id !== "F10"))("%s gives no feeding advice of the kader's own", (id) => {
    const { say, doNow } = wordsFor(texts, id, PLAN);
    for (const text of [say, ...doNow]) if (SOUNDS_LIKE_ADVICE[language].test(text)) expect(text).toMatch(NO_ADVICE[language]);
  });

  test("without such a plan nothing is left out", () => {
    for (const id of IDS) expect(wordsFor(texts, id, new Set([id]))).toEqual(texts[id]);
  });

  test("going to the midwife is never left out", () => {
    expect(wordsFor(texts, "N01", PLAN).say).toBe(texts.N01.say);
    expect(wordsFor(texts, "F02", PLAN).say).toBe(texts.F10.say);
  });
});

test("both languages have the same steps in the same places", () => {
  for (const id of IDS) expect(ID[id].doNow.length, id).toBe(EN[id].doNow.length);
});
