import { describe, expect, test } from "vitest";
import { storyOf, testId, MIDWIFE } from "../testing.ts";
import { knownAnswers } from "./known.ts";

const TZ = "Asia/Jakarta";
const NOW = Date.parse("2026-11-25T03:00:00.000Z");
const BABY = testId(31);

function mother() {
  const story = storyOf("mother");
  story.tell("mother.registered", { name: "Ibu Rekaan", bornOn: "2009-11-26" });
  story.tell("birth.recorded", { birth: testId(30), bornAt: "2026-11-19T03:00:00.000Z", hourKnown: true, caesarean: true, babies: [{ baby: BABY, sex: "female", birthWeight: 3100 }] });
  return story;
}

const held = (story: ReturnType<typeof mother>, n: number, at: string, seconds = 180) => story.tell("session.ended", { session: testId(n), seconds, pauses: 0, comfort: [], extended: false, stopped: null }, { at });
const known = (story: ReturnType<typeof mother>, now = NOW) => knownAnswers(story.mother(), BABY, now, TZ) as Record<string, unknown>;

describe("what the record answers", () => {
  test("age, hours since birth, caesarean, sex and birth weight", () =>
    expect(known(mother())).toMatchObject({ "mother.ageYears": 16, "birth.hoursAgo": 144, "birth.caesarean": true, "baby.sex": "female", "baby.birthWeight": 3100 }));

  test("her birthday on the site's date makes her 17", () => expect(known(mother(), Date.parse("2026-11-25T17:00:00.000Z"))["mother.ageYears"]).toBe(17));

  test("a birth written into the future has no age rather than a wrong one", () => expect(known(mother(), Date.parse("2026-11-18T03:00:00.000Z"))).not.toHaveProperty(["birth.hoursAgo"]));

  test("sessions of today and days of the course, by the site's date; hands that never moved do not count", () => {
    const story = mother();
    held(story, 41, "2026-11-23T02:00:00.000Z");
    held(story, 42, "2026-11-24T17:30:00.000Z");
    held(story, 43, "2026-11-25T02:00:00.000Z");
    held(story, 44, "2026-11-25T02:30:00.000Z", 0);
    expect(known(story)).toMatchObject({ "course.sessionsToday": 2, "course.days": 2 });
  });

  test("a midwife's word clears; two words that differ count as the worse", () => {
    const story = mother();
    expect(known(story)).not.toHaveProperty(["mother.caesareanCleared"]);
    story.tell("word.given", { about: "caesarean", cleared: true }, { author: MIDWIFE });
    expect(known(story)["mother.caesareanCleared"]).toBe(true);
    story.tell("word.given", { about: "caesarean", cleared: false }, { author: MIDWIFE });
    expect(known(story)["mother.caesareanCleared"]).toBe(false);
  });

  test("an unanswered referral that blocks stays open; one that does not block is not one", () => {
    const story = mother();
    story.tell("referral.made", { referral: testId(60), class: "PEKAN", rules: ["M14"], because: [], blocksMassage: false });
    expect(known(story)["referral.open"]).toBe(false);
    story.tell("referral.made", { referral: testId(61), class: "R24", rules: ["B03"], because: [], blocksMassage: true });
    expect(known(story)["referral.open"]).toBe(true);
    story.tell("referral.answered", { referral: testId(61), answer: "seen-and-well" }, { author: MIDWIFE });
    expect(known(story)["referral.open"]).toBe(false);
  });
});
