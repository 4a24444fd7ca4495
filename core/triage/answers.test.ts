import { describe, expect, test } from "vitest";
import { ANSWER_KEYS, answerSpec, DANGER_SIGNS, DEFERRABLE, MASSAGE_SCREEN, parseAnswers, type AnswerKey } from "./answers.ts";

const fault = (json: unknown) => {
  const parsed = parseAnswers(json);
  return parsed.ok ? null : parsed.error;
};
const weighing = (more: object) => [{ ageHours: 10, grams: 3000, ...more }];

describe("what a key allows", () => {
  test.each<[AnswerKey, unknown, unknown]>([
    ["birth.hoursAgo", [0, 26_280, 5.5], [-0.1, 26_280.1, "5", null]],
    ["mother.ageYears", [10, 60, 17.9], [9.9, 60.1]],
    ["mother.temperature", [30, 45], [29.9, 45.1]],
    ["mother.systolic", [40, 300], [39.9, 300.1]],
    ["mother.diastolic", [20, 200], [19.9, 200.1]],
    ["mother.pulse", [20, 250], [19.9, 250.1]],
    ["mother.lowMoodDays", [0, 5, 1e21], [-1, 5.5]],
    ["breast.localHours", [0, 0.5, 1e300], [-0.1, Infinity, NaN]],
    ["baby.birthWeight", [300, 8000], [299.9, 8000.1]],
    ["baby.weight", [300, 20_000], [299.9, 20_000.1]],
    ["baby.gestationWeeks", [20, 45, 36.5], [19.9, 45.1]],
    ["baby.urine24h", [0, 12], [-1, 1.5]],
    ["baby.hoursSinceUrine", [0, 2.5], [-0.1]],
    ["baby.temperatures", [[25], [45, 36.5, 36.6, 36.7, 36.8]], [[], [24.9], [45.1], [36, 36, 36, 36, 36, 36], 36, [36, "unknown"], [null]]],
    ["baby.breathsPerMinute", [[0], [200, 40]], [[], [201], [-1], [40.5], [40, 41, 42], 40]],
    ["baby.weights", [[], weighing({}), [...weighing({}), ...weighing({ grams: 300 })]], [weighing({ x: 1 }), weighing({ grams: 299 }), weighing({ ageHours: 26_281 }), [{ ageHours: 1 }], [[1, 3000]], [null], {}, [...weighing({}), ...weighing({ ageHours: 9.9 })]]],
    ["feeding.attachmentSigns", [0, 4], [-1, 5, 2.5]],
    ["feeding.feeds24h", [0, 30], [-1, 7.5]],
    ["mother.fits", [true, false], ["true", 0, 1, null, "not_alone"]],
    ["mother.bleeding", ["normal", "large_clots"], ["none", true, ""]],
    ["mother.unsafeAtHome", [true, "not_alone"], ["alone"]],
    ["baby.where", ["here", "died"], ["home", null]],
  ])("%s", (key, good, bad) => {
    for (const value of good as unknown[]) expect(fault({ [key]: value }), `${key} ${JSON.stringify(value)}`).toBeNull();
    for (const value of bad as unknown[]) expect(fault({ [key]: value }), `${key} ${JSON.stringify(value)}`).toEqual({ code: "out_of_range", key });
  });

  test("every key may be asked and not known; only four may be put off", () => {
    for (const key of ANSWER_KEYS) expect(fault({ [key]: "unknown" }), key).toBeNull();
    expect(ANSWER_KEYS.filter((key) => fault({ [key]: "not_alone" }) === null)).toEqual([...DEFERRABLE]);
    expect(DEFERRABLE).toEqual(["mother.selfHarmThoughts", "mother.babyHarmThoughts", "mother.hallucinations", "mother.unsafeAtHome"]);
  });

  test("a whole number may be written with a point", () => expect(fault(JSON.parse('{"baby.urine24h": 5.0}'))).toBeNull());

  test("counts of the contract: 121 keys, 35 danger signs, 8 questions of the massage screen", () => {
    expect([ANSWER_KEYS.length, DANGER_SIGNS.length, MASSAGE_SCREEN.length]).toEqual([121, 35, 8]);
    for (const key of ANSWER_KEYS) expect(answerSpec(key).present.length > 0, key).toBe(answerSpec(key).dangerSign);
  });
});

describe("what is no answer", () => {
  test.each(["__proto__", "constructor", "toString", "mother.fit", "", "42"])("%s is no key", (key) => {
    expect(fault(JSON.parse(`{${JSON.stringify(key)}: true}`))).toEqual({ code: "unknown_key", key });
  });
  test.each([null, [], "x", 5, true, undefined])("%s holds no answers", (json) => expect(fault(json)).toEqual({ code: "not_an_object", key: null }));
  test("the first fault is told", () => expect(fault({ "mother.fits": true, "mother.fainted": 1, "mother.x": 1 })).toEqual({ code: "out_of_range", key: "mother.fainted" }));
});
