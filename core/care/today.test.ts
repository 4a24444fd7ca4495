import { describe, expect, test } from "vitest";
import { storyOf, testId, MIDWIFE } from "../testing.ts";
import { byNeed, cardOf, standing, type Card } from "./today.ts";

const TZ = "Asia/Jakarta";
const NOW = Date.parse("2026-11-25T03:00:00.000Z");
const CONSENT = { text: { id: "consent.record", version: 1, language: "id" }, how: "spoken", readAloud: true, allows: { midwife: true, phone: true, counted: true } };
const RESULT = { baby: null, class: "BANTU", rules: ["F01"], massage: "incomplete", blockedBy: [], missing: ["mother.consent"], unanswered: [], deferred: [] };

function registered(n = 10, details: object = {}) {
  const story = storyOf("mother", n);
  story.tell("consent.given", CONSENT, { at: "2026-11-20T02:00:00.000Z" });
  story.tell("mother.registered", { name: `Ibu Rekaan ${n}`, ...details }, { at: "2026-11-20T02:00:00.000Z" });
  return story;
}

const screening = (id: number, more: object = {}) => ({ screening: testId(id), visit: testId(id + 1), purpose: "full", complete: true, mother: {}, babies: [], ruleBook: 1, results: [RESULT], pace: {}, ...more });
const stands = (story: ReturnType<typeof registered>, now = NOW) => standing(cardOf(story.mother()), now, TZ);

describe("where a mother stands", () => {
  test("registered, not screened: today", () => expect(stands(registered())).toMatchObject({ urgency: "today", waitingFor: "first-screening" }));

  test("S3: a mother from the clinic's list is asked first, and one who took her consent back is left in peace", () => {
    const story = storyOf("mother");
    story.tell("mother.registered", { name: "Ibu Rekaan", foundBy: "clinic-list" });
    expect(stands(story)).toMatchObject({ urgency: "today", waitingFor: "consent" });
    story.tell("consent.withdrawn", {});
    expect(stands(story)).toMatchObject({ urgency: "fine", waitingFor: "nothing" });
  });

  test("a screening that was not finished is asked for", () => {
    const story = registered();
    story.tell("screening.recorded", screening(50, { complete: false }));
    expect(stands(story)).toMatchObject({ urgency: "today", waitingFor: "finish-screening" });
  });

  test("what she could not speak of freely is asked again", () => {
    const story = registered();
    story.tell("screening.recorded", screening(50, { results: [{ ...RESULT, deferred: ["mother.unsafeAtHome"] }] }));
    expect(stands(story)).toMatchObject({ urgency: "today", waitingFor: "ask-again" });
  });

  test.each([
    ["SEGERA", "now"],
    ["R24", "today"],
    ["PEKAN", "soon"],
  ])("an unanswered referral of class %s: %s", (triage, urgency) => {
    const story = registered();
    story.tell("screening.recorded", screening(50));
    story.tell("referral.made", { referral: testId(60), class: triage, rules: ["M03a"], because: ["mother.blurredVision"], blocksMassage: true });
    expect(stands(story)).toMatchObject({ urgency, waitingFor: "referral-unanswered", referral: testId(60) });
  });

  test("an answer calls the kader until a visit follows it", () => {
    const story = registered();
    story.tell("screening.recorded", screening(50));
    story.tell("referral.made", { referral: testId(60), class: "SEGERA", rules: [], because: [], blocksMassage: true }, { at: "2026-11-25T02:00:00.000Z" });
    story.tell("referral.answered", { referral: testId(60), answer: "come-now" }, { at: "2026-11-25T02:10:00.000Z", author: MIDWIFE });
    expect(stands(story)).toMatchObject({ urgency: "now", waitingFor: "answer-to-follow" });
    story.tell("visit.begun", { visit: testId(70), kind: "home", fromPaper: false }, { at: "2026-11-25T02:20:00.000Z" });
    expect(stands(story)).toMatchObject({ urgency: "fine", waitingFor: "nothing" });
  });

  test("a follow-up is due on the site's date, not on the world's", () => {
    const story = registered();
    story.tell("screening.recorded", screening(50), { at: "2026-11-24T02:00:00.000Z" });
    story.tell("follow-up.set", { due: "2026-11-25T20:00:00.000Z", why: "class.BANTU" });
    const lateEvening = Date.parse("2026-11-25T16:59:00.000Z");
    expect(stands(story, lateEvening)).toMatchObject({ urgency: "soon", waitingFor: "follow-up" });
    expect(stands(story, lateEvening + 60_000)).toMatchObject({ urgency: "today", waitingFor: "follow-up" });
  });

  test("a closed case is calm, and calls again once it is reopened", () => {
    const story = registered();
    story.tell("screening.recorded", screening(50));
    story.tell("case.opened", { case: testId(80), problem: "flow" });
    const closed = story.tell("case.closed", { case: testId(80), outcome: "resolved", feeling: 9 });
    expect(stands(story)).toMatchObject({ urgency: "fine", waitingFor: "closed" });
    expect(cardOf(story.mother()).outcome).toBe("resolved");
    story.tell("case.reopened", { case: testId(80) }, { replaces: [closed.id] });
    expect(cardOf(story.mother())).toMatchObject({ openCase: true });
  });

  test("two truths wait for a person to decide", () => {
    const story = registered();
    story.tell("screening.recorded", screening(50));
    story.tell("mother.changed", { phone: "+62811" });
    story.tell("mother.changed", { phone: "+62822" });
    expect(stands(story)).toMatchObject({ urgency: "today", waitingFor: "decide-conflict" });
  });
});

test("the list: urgency first, then mothers under 18, then who waits longest", () => {
  const waiting = (n: number, madeAt: string, details: object, triage = "R24") => {
    const story = registered(n, details);
    story.tell("screening.recorded", screening(n * 100));
    story.tell("referral.made", { referral: testId(n * 100 + 5), class: triage, rules: [], because: [], blocksMassage: false }, { at: madeAt });
    return cardOf(story.mother());
  };
  const cards: Card[] = [
    waiting(11, "2026-11-24T05:00:00.000Z", { bornOn: "1996-01-01" }),
    waiting(12, "2026-11-24T09:00:00.000Z", { bornOn: "2009-11-26" }),
    waiting(13, "2026-11-24T01:00:00.000Z", { bornOn: "1996-01-01" }),
    waiting(14, "2026-11-25T01:00:00.000Z", {}, "SEGERA"),
  ];
  expect(cards.sort(byNeed(NOW, TZ)).map((card) => card.name)).toEqual([14, 12, 13, 11].map((n) => `Ibu Rekaan ${n}`));
});
