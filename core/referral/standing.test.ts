import { describe, expect, test } from "vitest";
import { KADER, MIDWIFE, storyOf, testId } from "../testing.ts";
import { referralStanding } from "./standing.ts";

const ID = testId(60);

function made() {
  const story = storyOf("mother");
  story.tell("referral.made", { referral: ID, class: "SEGERA", rules: ["M03a"], because: ["mother.blurredVision"], blocksMassage: true }, { at: "2026-11-25T02:00:00.000Z" });
  return story;
}
const stands = (story: ReturnType<typeof made>, state: "unsent" | "accepted" | "refused" = "accepted") => {
  const referral = story.mother().referrals[0];
  if (referral === undefined) throw new Error("the story has no referral");
  return referralStanding(referral, { state, ...(state === "accepted" && { receivedAt: "2026-11-25T02:01:00.000Z" }) });
};

describe("where a referral stands", () => {
  test("on this phone alone, it has not arrived", () => expect(stands(made(), "unsent")).toMatchObject({ step: "not-arrived", late: false, steps: [{ step: "made" }] }));

  test("refused by the server is said, not hidden", () => expect(stands(made(), "refused")).toMatchObject({ step: "not-arrived", refused: true }));

  test("arrived, seen and answered, each with its time", () => {
    const story = made();
    expect(stands(story).step).toBe("arrived");
    story.tell("referral.seen", { referral: ID }, { at: "2026-11-25T02:05:00.000Z", author: MIDWIFE });
    expect(stands(story).step).toBe("seen");
    story.tell("referral.answered", { referral: ID, answer: "come-now" }, { at: "2026-11-25T02:06:00.000Z", author: MIDWIFE });
    expect(stands(story)).toMatchObject({ step: "answered", steps: [{ step: "made" }, { step: "arrived" }, { step: "seen" }, { step: "answered", at: "2026-11-25T02:06:00.000Z" }] });
  });

  test("late until somebody answers", () => {
    const story = made();
    story.tell("referral.escalated", { referral: ID, late: "seen" }, { at: "2026-11-25T02:30:00.000Z" });
    expect(stands(story).late).toBe(true);
    story.tell("referral.answered", { referral: ID, answer: "advice" }, { author: MIDWIFE });
    expect(stands(story).late).toBe(false);
  });

  test("an attempt tells its way, who made it, and later whether it got through", () => {
    const story = made();
    const call = story.tell("referral.passed", { referral: ID, contact: testId(61), by: "call" });
    expect(story.mother().referrals[0]?.passed).toMatchObject([{ contact: testId(61), way: "call", by: KADER }]);
    story.tell("referral.passed", { referral: ID, contact: testId(61), by: "call", reached: false }, { replaces: [call.id] });
    expect(story.mother().referrals[0]?.passed).toMatchObject([{ way: "call", reached: false }]);
  });

  test("an answer that reached this phone proves arrival by another way", () => {
    const story = made();
    story.tell("referral.answered", { referral: ID, answer: "come-now" }, { author: MIDWIFE });
    expect(stands(story, "unsent").step).toBe("answered");
  });
});
