import { HOLDING } from "#content/care/holding.ts";
import { describe, expect, test } from "vitest";
import { SCREEN_HOLDS_HOURS } from "#content/rules/session.ts";
import { storyOf, testId } from "../testing.ts";
import { ANSWER_KEYS, answerSpec } from "../triage/answers.ts";
import { afterChanges, carriedAnswers, putOff, visitAnswersForSession } from "./massage-screen.ts";

const AT = "2026-11-20T02:00:00.000Z";
const after = (hours: number) => Date.parse(AT) + hours * 3_600_000;
const BABY = testId(31);
const TWIN = testId(32);
const RESULT = { baby: BABY, class: "LANJUT", rules: [], massage: "allowed", blockedBy: [], missing: [], unanswered: [], deferred: [] };

/** Every ◆ and every danger sign was asked; nothing was found. */
const allAsked = (side: "mother" | "baby") =>
  Object.fromEntries(
    ANSWER_KEYS.filter((key) => (answerSpec(key).massageScreen || answerSpec(key).dangerSign || answerSpec(key).deferrable) && key.startsWith("baby.") === (side === "baby")).map((key) => [
      key,
      { "mother.consent": true, "mother.bleeding": "normal", "mother.headache": "none", "mother.abdominalPain": "none", "baby.yellow": "none" }[key as string] ?? false,
    ]),
  );

function screened(mother: object = {}, more: object = {}) {
  const story = storyOf("mother");
  story.tell(
    "screening.recorded",
    {
      screening: testId(50), visit: testId(51), purpose: "full", complete: true,
      mother: { ...allAsked("mother"), "mother.temperature": 36.7, ...mother },
      babies: [{ baby: BABY, answers: { ...allAsked("baby"), "baby.temperatures": [36.9] } }],
      ruleBook: 1, results: [RESULT], pace: {}, ...more,
    },
    { at: AT },
  );
  return story.mother();
}

describe("answers that hold for a massage", () => {
  test("of the same visit everything holds, but the consent to this massage", () => {
    const carried = carriedAnswers(screened(), after(6), HOLDING);
    expect(carried).toMatchObject({ asksChanged: false, visit: testId(51), mother: { "mother.temperature": 36.7, "mother.bloodThinner": false, "mother.fits": false } });
    expect(carried?.mother).not.toHaveProperty(["mother.consent"]);
  });

  test("of an earlier visit ◆ and what was not found hold, after what changed was asked; warmth never does", () => {
    const carried = carriedAnswers(screened(), after(6.1), HOLDING);
    expect(carried).toMatchObject({ asksChanged: true, visit: null, mother: { "mother.bloodThinner": false, "mother.fits": false, "mother.bleeding": "normal" }, babies: { [BABY]: { "baby.convulsion": false } } });
    for (const key of ["mother.consent", "mother.temperature", "mother.feelsHot"]) expect(carried?.mother).not.toHaveProperty([key]);
    expect(carried?.babies[BABY]).not.toHaveProperty(["baby.temperatures"]);
  });

  test.each([
    [SCREEN_HOLDS_HOURS, true],
    [SCREEN_HOLDS_HOURS + 0.1, false],
  ])("after %f hours it holds: %s", (hours, holds) => expect(carriedAnswers(screened(), after(hours), HOLDING) !== null).toBe(holds));

  test("a ◆ that could not be said, or was not asked, leaves no massage screen to hold", () => {
    expect(carriedAnswers(screened({ "mother.clotHistory": "unknown" }), after(24), HOLDING)).toBeNull();
    const { "mother.spineOrBone": _left, ...others } = allAsked("mother");
    expect(carriedAnswers(screened({}, { mother: others }), after(24), HOLDING)).toBeNull();
  });

  test.each([
    ["a danger sign that was there", { "mother.chills": true }, "mother.chills"],
    ["bleeding that was not normal", { "mother.bleeding": "light_increase" }, "mother.bleeding"],
    ["a sign that could not be said", { "mother.chestPain": "unknown" }, "mother.chestPain"],
    ["a breast that was sore", { "breast.localPain": true }, "breast.localPain"],
    ["what was put off", { "mother.selfHarmThoughts": "not_alone" }, "mother.selfHarmThoughts"],
    ["a house that is not safe", { "mother.unsafeAtHome": true }, "mother.unsafeAtHome"],
  ])("%s is asked again another day", (_what, mother, key) => expect(carriedAnswers(screened(mother), after(24), HOLDING)?.mother).not.toHaveProperty([key]));

  test("a ◆ that forbids holds: it goes on forbidding", () => expect(carriedAnswers(screened({ "mother.bloodThinner": true }), after(24), HOLDING)?.mother["mother.bloodThinner"]).toBe(true));

  test("a screening from the future, by a wrong clock, carries nothing", () => expect(carriedAnswers(screened(), after(-1), HOLDING)).toBeNull());
});

describe("what changed", () => {
  const carried = carriedAnswers(screened(), after(24), HOLDING);
  if (carried === null) throw new Error("nothing was carried");

  test.each([
    ["mother", "mother.fits", "mother.bloodThinner"],
    ["medicine", "mother.bloodThinner", "mother.backWound"],
    ["back", "mother.backWound", "mother.bloodThinner"],
  ])("%s: asked anew, the others hold", (change, gone, stays) => {
    const left = afterChanges(carried, [change]);
    expect(left.mother).not.toHaveProperty([gone]);
    expect(left.mother).toHaveProperty([stays]);
    expect(left.asksChanged).toBe(false);
  });

  test("the baby: all of the baby's signs", () => expect(afterChanges(carried, ["baby"]).babies[BABY]).toEqual({}));
  test("nothing changed: all of it holds", () => expect(afterChanges(carried, [])).toEqual({ ...carried, asksChanged: false }));
});

describe("for a session", () => {
  test("one case a baby, with the mother's answers in each", () => {
    const view = screened({}, { babies: [{ baby: BABY, answers: { "baby.pale": false } }, { baby: TWIN, answers: { "baby.pale": true } }], results: [RESULT, { ...RESULT, baby: TWIN }] });
    const answers = visitAnswersForSession(view, after(1), HOLDING);
    expect(answers?.cases.map(({ baby, answers }) => [baby, answers["baby.pale"], answers["mother.bloodThinner"]])).toEqual([[BABY, false, false], [TWIN, true, false]]);
    expect(answers?.screening).toBe(testId(50));
  });

  test("what the record says better by now is left to the record", () => {
    const stale = { "birth.hoursAgo": 96, "course.sessionsToday": 0, "referral.open": false, "mother.caesareanCleared": false, "birth.caesarean": true };
    const answers = visitAnswersForSession(screened(stale), after(1), HOLDING)?.cases[0]?.answers;
    for (const key of ["birth.hoursAgo", "course.sessionsToday", "referral.open", "mother.caesareanCleared"]) expect(answers).not.toHaveProperty([key]);
    expect(answers?.["birth.caesarean"]).toBe(true);
  });

  test("nothing of another visit", () => expect(visitAnswersForSession(screened(), after(6.1), HOLDING)).toBeNull());
});

test("what was put off is asked again with everything else still standing", () => {
  const view = screened({ "mother.selfHarmThoughts": "not_alone" }, { results: [{ ...RESULT, deferred: ["mother.selfHarmThoughts"] }] });
  const carried = putOff(view, after(20), 48);
  expect(carried?.mother).toMatchObject({ "mother.temperature": 36.7 });
  expect(carried?.mother).not.toHaveProperty(["mother.selfHarmThoughts"]);
  expect(putOff(view, after(48.1), 48)).toBeNull();
  expect(putOff(screened(), after(1), 48)).toBeNull();
});
