import { expect, test, vi } from "vitest";
import { CURRENT_BOOK } from "#content/rules/rule-book.ts";
import type { Answers } from "#core/triage/answers.ts";
import { triage } from "#core/triage/engine.ts";
import type { Screening } from "#core/care/mother-view.ts";

vi.stubGlobal("localStorage", { getItem: () => null, setItem: () => {} });
const { isPrivateRule, privateReasonsOf, reasonsOf } = await import("./rule-words.ts");
const { ruleWords } = await import("#web/shared/rule-words.ts");

/** What the engine itself gives for these answers. */
function referred(answers: Answers, complete = true) {
  const result = triage(CURRENT_BOOK, { complete, answers });
  return { rules: result.fired.map((rule) => rule.id), because: result.fired.flatMap((rule) => rule.because) };
}
const screening = (mother: Answers) => ({ mother, babies: [] as Screening["babies"] }) as unknown as Screening;

test("a sign that is there is told by its label", () => {
  expect(reasonsOf(referred({ "mother.blurredVision": true, "mother.headache": "severe" }, false))).toEqual(expect.arrayContaining(["Penglihatan kabur", "Sakit kepala hebat"]));
});

test("what was put off is never told as if it were so", () => {
  const asked = { "mother.selfHarmThoughts": "not_alone", "mother.unsafeAtHome": "not_alone" } as const;
  const one = referred(asked);
  const only = { ...one, rules: one.rules.filter((rule) => rule === "U03"), because: ["mother.selfHarmThoughts", "mother.unsafeAtHome"] };
  for (const reasons of [reasonsOf(only), reasonsOf(only, screening(asked))]) expect(reasons).toEqual([ruleWords("U03").reason]);
  expect(privateReasonsOf(only, screening(asked))).toEqual([]);
});

test("a danger sign that nobody answered is not told as there", () => {
  const one = referred({}, true);
  expect(one.because).toContain("mother.fits");
  expect(reasonsOf(one).join()).not.toContain("Kejang");
  expect(reasonsOf(one)).toContain(ruleWords("U01").reason);
});

test("what she said alone is told only where the midwife asks for it", () => {
  const answers: Answers = { "mother.selfHarmThoughts": true, "mother.unsafeAtHome": true, "mother.blurredVision": true };
  const one = referred(answers, false);
  for (const reasons of [reasonsOf(one), reasonsOf(one, screening(answers))]) {
    expect(reasons).toEqual(expect.arrayContaining(["Penglihatan kabur", ruleWords("M07").reason, ruleWords("M12").reason]));
    expect(reasons.join()).not.toMatch(/menyakiti|aman/i);
  }
  expect(privateReasonsOf(one, screening(answers))).toEqual(expect.arrayContaining(["Terpikir menyakiti diri", "Tidak aman di rumah"]));
  expect(["M07", "M12", "U03", "M08b"].map(isPrivateRule)).toEqual([true, true, true, true]);
  expect(["M03a", "B03", "N05"].map(isPrivateRule)).toEqual([false, false, false]);
});

test("with the answers at hand a choice and a number come with their value", () => {
  const answers: Answers = { "mother.bleeding": "soaks_pad_hourly", "mother.temperature": 38.4 };
  expect(reasonsOf(referred(answers, false), screening(answers))).toEqual(expect.arrayContaining(["Darah: Pembalut penuh dalam 1 jam", "Suhu Ibu: 38,4 °C"]));
  expect(reasonsOf(referred(answers, false))).toEqual(expect.arrayContaining(["Darah keluar banyak", "Badan panas atau menggigil"]));
});
