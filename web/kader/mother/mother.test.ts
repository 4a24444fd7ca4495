import { describe, expect, test } from "vitest";
import { KADER, MIDWIFE, storyOf as entriesOf, testId } from "#core/testing.ts";
import type { Entry } from "#core/ledger/entry.ts";
import { mainAction } from "./main-action.ts";
import { classOf, rulesOf, storyOf, writtenOn } from "./story.ts";
import { mayTakeBack, takenBack, toldAgain } from "./take-back.ts";

const TZ = "Asia/Jakarta";
const RESULT = { baby: null, class: "R24", rules: ["B03"], massage: "blocked", blockedBy: ["B03"], missing: [], unanswered: [], deferred: [] };
const screening = { screening: testId(51), visit: testId(50), purpose: "full", complete: true, mother: {}, babies: [], ruleBook: 1, results: [RESULT], pace: {} };

function visited(options: { at?: string; author?: string } = {}) {
  const story = entriesOf("mother");
  story.tell("mother.registered", { name: "Ibu Rekaan" }, { at: "2026-11-20T02:00:00.000Z" });
  story.tell("visit.begun", { visit: testId(50), kind: "home", fromPaper: false }, options);
  story.tell("screening.recorded", screening, options);
  story.tell("causes.found", { visit: testId(50), causes: ["few-feeds"] }, options);
  story.tell("companion.met", { visit: testId(50), who: "husband", presence: "present", taught: [] }, options);
  story.tell("companion.met", { visit: testId(50), who: "mother", presence: "away", taught: [] }, options);
  story.tell("plan.made", { visit: testId(50), items: ["feed-often"] }, options);
  return story;
}
const byId = (entries: readonly Entry[]) => new Map(entries.map((entry) => [entry.id, entry]));

describe("her story", () => {
  test("a visit stands with what was asked, found, agreed, and who took part", () => {
    const [item] = storyOf(visited().mother());
    expect(item).toMatchObject({ kind: "visit", causes: ["few-feeds"], companions: ["husband"], plans: ["feed-often"] });
    if (item?.kind !== "visit") throw new Error("a visit was told");
    expect(item.entries).toHaveLength(6);
    expect(classOf(item)).toBe("R24");
    expect(rulesOf(item)).toEqual(["B03"]);
  });

  test("answers whose visit has not arrived yet are told all the same", () => {
    const story = entriesOf("mother");
    story.tell("screening.recorded", screening);
    expect(storyOf(story.mother())).toMatchObject([{ kind: "visit", visit: null }]);
  });

  test("newest first, and a birth by its own time", () => {
    const story = visited();
    story.tell("birth.recorded", { birth: testId(30), bornAt: "2026-11-19T03:00:00.000Z", hourKnown: true, babies: [{ baby: testId(31) }] });
    story.tell("referral.made", { referral: testId(60), class: "R24", rules: ["B03"], because: [], blocksMassage: true }, { at: "2026-11-25T03:00:00.000Z" });
    expect(storyOf(story.mother()).map(({ kind }) => kind)).toEqual(["referral", "visit", "birth"]);
  });
});

test("what was copied on a later day says so, by the site's date", () => {
  const story = visited({ at: "2026-11-24T16:30:00.000Z" });
  const item = storyOf(story.mother()).find(({ kind }) => kind === "visit")!;
  const copied = (recordedAt: string) => writtenOn(item, byId(story.entries.map((entry) => ({ ...entry, recordedAt }))), TZ);
  expect(copied("2026-11-24T16:59:00.000Z")).toBeNull();
  expect(copied("2026-11-24T17:00:00.000Z")).toBe("2026-11-24T17:00:00.000Z");
});

describe("taking back", () => {
  const may = (story: ReturnType<typeof visited>, today: string, me = KADER) => mayTakeBack(storyOf(story.mother()).find(({ kind }) => kind === "visit")!, byId(story.entries), me, today, TZ);

  test.each([
    ["2026-11-25", true],
    ["2026-11-26", true],
    ["2026-11-27", false],
  ])("a visit of the 25th, on %s: %s", (today, allowed) => expect(may(visited(), today)).toBe(allowed));
  test("not what somebody else wrote", () => expect(may(visited({ author: MIDWIFE }), "2026-11-25")).toBe(false));
  test("not a referral", () => {
    const story = entriesOf("mother");
    story.tell("referral.made", { referral: testId(60), class: "R24", rules: ["B03"], because: [], blocksMassage: true });
    expect(mayTakeBack(storyOf(story.mother())[0]!, byId(story.entries), KADER, "2026-11-25", TZ)).toBe(false);
  });

  test("what was taken back can be told again once, and then she stands where she stood", () => {
    const story = visited();
    const item = storyOf(story.mother()).find(({ kind }) => kind === "visit")!;
    story.tell("entry.withdrawn", {}, { replaces: [...item.entries] });
    expect(story.mother().visits).toEqual([]);
    const [taken] = takenBack(story.entries, KADER, "2026-11-26", TZ);
    expect(takenBack(story.entries, KADER, "2026-11-27", TZ)).toEqual([]);
    expect(takenBack(story.entries, MIDWIFE, "2026-11-26", TZ)).toEqual([]);
    for (const entry of toldAgain(taken!)) story.tell(entry.type, entry.body, { at: entry.occurredAt });
    expect(storyOf(story.mother())).toMatchObject([{ kind: "visit", causes: ["few-feeds"] }]);
    expect(takenBack(story.entries, KADER, "2026-11-26", TZ)).toEqual([]);
  });
});

describe("the one thing to do next", () => {
  const given = { consent: { state: "given" } } as Parameters<typeof mainAction>[0];
  const none = { consent: { state: "none" } } as Parameters<typeof mainAction>[0];
  const referral = testId(60);

  test("an open SEGERA goes before a visit that was begun", () =>
    expect(mainAction(given, { urgency: "now", waitingFor: "referral-unanswered", referral }, true)).toEqual({ label: "seeReferral", to: ["rujukan", referral], urgent: true }));
  test("a referral within 24 h leaves the visit first", () => expect(mainAction(given, { urgency: "today", waitingFor: "referral-unanswered", referral }, false).label).toBe("startVisit"));
  test("the midwife's answer is read, also where consent was taken back", () => expect(mainAction(none, { urgency: "today", waitingFor: "answer-to-follow", referral }, false).label).toBe("seeAnswer"));
  test("S3: without consent, ask", () => expect(mainAction(none, { urgency: "fine", waitingFor: "nothing" }, true).label).toBe("askConsent"));
  test("a draft is gone on with", () => expect(mainAction(given, { urgency: "today", waitingFor: "first-screening" }, true).label).toBe("continueVisit"));
  test("an ended care can be taken up again", () => expect(mainAction(given, { urgency: "fine", waitingFor: "closed" }, false).label).toBe("reopen"));
});
