import { describe, expect, test } from "vitest";
import { MIDWIFE, storyOf, testId } from "../testing.ts";
import { COVERED_HOURS, coveredBy } from "./again.ts";
import type { ReferralBody } from "./refer.ts";

const AT = "2026-11-20T02:00:00.000Z";
const NOW = Date.parse("2026-11-21T02:00:00.000Z");
const body = (more: Partial<ReferralBody> = {}): ReferralBody => ({ referral: testId(60), class: "R24", rules: ["B03"], because: ["breast.localPain"], blocksMassage: true, ...more });

function referred(made: Partial<ReferralBody> = {}, answeredAt?: string) {
  const story = storyOf("mother");
  story.tell("referral.made", body(made), { at: AT });
  if (answeredAt !== undefined) story.tell("referral.answered", { referral: testId(60), answer: "advice" }, { at: answeredAt, author: MIDWIFE });
  return story.mother();
}
const again = (more: Partial<ReferralBody> = {}) => body({ referral: testId(61), ...more });

describe("a danger that was referred before", () => {
  test("is not referred twice while the first still waits", () => expect(coveredBy(referred(), again(), NOW)?.referral).toBe(testId(60)));

  test.each([
    ["it is more urgent now", { class: "SEGERA" as const }],
    ["another reason came", { rules: ["B03", "M06b"] }],
  ])("is referred anew where %s", (_what, more) => expect(coveredBy(referred(), again(more), NOW)).toBeNull());

  test("is referred anew where the first leaves massage open", () => expect(coveredBy(referred({ blocksMassage: false }), again(), NOW)).toBeNull());

  test("is referred anew once the first is answered, within a day's class", () => expect(coveredBy(referred({}, AT), again(), NOW)).toBeNull());

  test("a week's reason stays covered by its answer, for its time", () => {
    const young = { class: "PEKAN" as const, rules: ["M14"], blocksMassage: false };
    expect(coveredBy(referred(young, AT), again(young), Date.parse(AT) + COVERED_HOURS * 3_600_000)).not.toBeNull();
    expect(coveredBy(referred(young, AT), again(young), Date.parse(AT) + COVERED_HOURS * 3_600_000 + 1)).toBeNull();
  });

  test("never stands in its own way", () => expect(coveredBy(referred(), body(), NOW)).toBeNull());
});
