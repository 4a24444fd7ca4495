import { describe, expect, test } from "vitest";
import type { Card } from "../care/today.ts";
import { kaderView } from "../training/kader-view.ts";
import { foldStream } from "../ledger/fold.ts";
import { CATALOGUE } from "../catalogue.ts";
import { MIDWIFE, storyOf, testId } from "../testing.ts";
import { byUrgency, endingClearances, isMissed, lateness } from "./today.ts";
import type { OpenReferral } from "./wire.ts";

const NOW = Date.parse("2026-11-25T03:00:00.000Z");
const JAKARTA = "Asia/Jakarta";

const referral = (n: number, over: Partial<OpenReferral> = {}): OpenReferral => ({
  referral: testId(n),
  stream: `mother:${testId(n)}`,
  name: `Ibu ${n}`,
  under18: false,
  class: "R24",
  madeAt: "2026-11-25T02:00:00.000Z",
  receivedAt: "2026-11-25T02:00:10.000Z",
  madeBy: "Wati",
  rules: [],
  because: [],
  seenAt: null,
  seenDue: "2026-11-25T05:00:00.000Z",
  answerDue: "2026-11-25T09:00:00.000Z",
  late: { seen: false, answered: false },
  age: 24,
  babies: 1,
  ...over,
});

describe("the order of referrals", () => {
  test("class first, then the oldest, then under 18 within the same minute", () => {
    const rows = [
      referral(1, { class: "PEKAN", madeAt: "2026-11-20T02:00:00.000Z", receivedAt: "2026-11-20T02:00:00.000Z" }),
      referral(2, { madeAt: "2026-11-25T02:00:20.000Z" }),
      referral(3, { madeAt: "2026-11-25T02:00:05.000Z", under18: true }),
      referral(4, { madeAt: "2026-11-25T01:00:00.000Z" }),
      referral(5, { class: "SEGERA", madeAt: "2026-11-25T02:59:00.000Z", receivedAt: "2026-11-25T02:59:10.000Z" }),
      referral(6, { class: "SEGERA", madeAt: "2026-11-25T02:30:00.000Z", receivedAt: "2026-11-25T02:58:00.000Z" }),
    ];
    expect(rows.sort(byUrgency).map((one) => one.name)).toEqual(["Ibu 6", "Ibu 5", "Ibu 4", "Ibu 3", "Ibu 2", "Ibu 1"]);
  });

  test("a phone whose clock is a day ahead does not push its referral down", () => {
    const ahead = referral(1, { madeAt: "2026-11-26T02:00:00.000Z", receivedAt: "2026-11-25T01:00:00.000Z" });
    expect([referral(2), ahead].sort(byUrgency)[0]).toBe(ahead);
  });
});

describe("lateness", () => {
  test.each([
    ["in time", {}, null],
    ["not seen in time, before the sweep", { seenDue: "2026-11-25T02:59:59.999Z" }, "seen"],
    ["seen at the last moment", { seenDue: "2026-11-25T03:00:00.000Z" }, null],
    ["seen, so no longer late to be seen", { seenDue: "2026-11-25T02:00:00.000Z", seenAt: "2026-11-25T02:30:00.000Z" }, null],
    ["not answered in time", { seenAt: "2026-11-25T02:10:00.000Z", answerDue: "2026-11-25T02:30:00.000Z" }, "answered"],
    ["the sweep said so", { late: { seen: true, answered: false } }, "seen"],
  ] as const)("%s", (_, over, late) => expect(lateness(referral(1, over), NOW)).toBe(late));
});

describe("a missed visit", () => {
  const card = (over: Partial<Card>): Card => ({ stream: "mother:x", name: "Ibu", babies: 1, consent: "given", openCase: true, referrals: [], conflicts: 0, parked: 0, followUp: { due: "2026-11-24T03:00:00.000Z", why: "again" }, ...over });
  test.each([
    ["due yesterday", {}, true],
    ["due today, though hours ago", { followUp: { due: "2026-11-24T18:00:00.000Z", why: "again" } }, false],
    ["due yesterday by the site's date", { followUp: { due: "2026-11-24T16:59:00.000Z", why: "again" } }, true],
    ["visited on that day", { lastVisitAt: "2026-11-24T01:00:00.000Z" }, false],
    ["visited only before", { lastVisitAt: "2026-11-23T03:00:00.000Z" }, true],
    ["consent taken back", { consent: "withdrawn" }, false],
    ["case closed", { openCase: false, outcome: "resolved" }, false],
  ] as const)("%s", (_, over, missed) => expect(isMissed(card(over), NOW, JAKARTA)).toBe(missed));
});

test("a clearance that ends within seven days is told, one that ends later or has ended is not", () => {
  const kader = [
    ["2026-12-02T03:00:00.000Z", "within"],
    ["2026-12-02T03:00:00.001Z", "later"],
    ["2026-11-25T02:59:00.000Z", "ended"],
  ].map(([until, name], n) => {
    const story = storyOf("kader", 40 + n);
    story.tell("kader.joined", { name, site: testId(9), invented: true }, { author: MIDWIFE });
    story.tell("clearance.granted", { clearance: testId(60 + n), from: "2026-06-01T00:00:00.000Z", until, basis: "by-hand" }, { author: MIDWIFE });
    return { person: testId(40 + n), view: kaderView(story.stream, foldStream(CATALOGUE, story.entries)) };
  });
  expect(endingClearances(kader, NOW).map((one) => one.name)).toEqual(["within"]);
});
