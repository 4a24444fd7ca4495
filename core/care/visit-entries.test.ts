import { describe, expect, test } from "vitest";
import { RULE_BOOK_V1 } from "#content/rules/rule-book.ts";
import { CATALOGUE } from "../catalogue.ts";
import { unsaid } from "../ledger/unsaid.ts";
import { MIDWIFE, storyOf, testId } from "../testing.ts";
import { triage } from "../triage/engine.ts";
import type { Answers } from "../triage/answers.ts";
import { newVisit, type VisitDraft } from "./visit.ts";
import { problemOf, visitEntries, type Judged } from "./visit-entries.ts";

const AT = "2026-11-25T02:00:00.000Z";
const NOW = Date.parse(AT) + 600_000;
const IDS = { visit: testId(1), screening: testId(2), referral: testId(3), case: testId(4) };
const [BABY, TWIN] = [testId(31), testId(32)];
const DUE = { due: "2026-11-27T02:00:00.000Z", why: "class.BANTU" };

const draft = (more: Partial<VisitDraft> = {}): VisitDraft => ({ ...newVisit(IDS, "full", AT), kind: "home", step: "screening", given: [{ screen: "x", baby: null, answers: {} }], ...more });

function judged(mother: Answers, babies: Record<string, Answers> = { [BABY]: {} }, complete = false): Judged {
  const cases = Object.entries(babies);
  return {
    ruleBook: 1,
    mother,
    babies: cases.map(([baby, answers]) => ({ baby, answers })),
    results: cases.length === 0 ? [{ baby: null, result: triage(RULE_BOOK_V1, { answers: mother, complete }) }] : cases.map(([baby, answers]) => ({ baby, result: triage(RULE_BOOK_V1, { answers: { ...mother, ...answers }, complete }) })),
    followUp: DUE,
  };
}

const types = (one: VisitDraft, what: Judged, story = storyOf("mother")) => visitEntries(story.mother(), one, what, NOW).map(({ type }) => type);

/** Tells all that a draft wants said, as the phone does. */
function tell(story: ReturnType<typeof storyOf>, one: VisitDraft, what: Judged) {
  const news = unsaid(CATALOGUE, story.state(), visitEntries(story.mother(), one, what, NOW));
  for (const { type, body, occurredAt, replaces } of news) story.tell(type, body, { at: occurredAt ?? new Date(NOW).toISOString(), replaces });
  return news.map(({ type }) => type);
}

describe("what a visit tells", () => {
  test("only that it began, while the questions go on", () => expect(types(draft(), judged({}))).toEqual(["visit.begun"]));

  test("nothing before it began", () => expect(types(draft({ kind: null }), judged({}))).toEqual([]));

  test("at the first SEGERA the answers and the referral, before the questions are over", () => {
    const entries = visitEntries(storyOf("mother").mother(), draft({ urgent: true }), judged({ "mother.blurredVision": true }), NOW);
    expect(entries.map(({ type }) => type)).toEqual(["visit.begun", "screening.recorded", "referral.made"]);
    expect(entries[1]?.body).toMatchObject({ complete: false, results: [{ class: "SEGERA", massage: "blocked" }] });
    expect(entries[2]?.body).toMatchObject({ class: "SEGERA", rules: ["M03a"], because: ["mother.blurredVision"], blocksMassage: true, screening: IDS.screening });
  });

  test("at the end the case and the next visit by themselves", () => {
    const what = judged({ "birth.hoursAgo": 96 }, { [BABY]: { "feeding.worriedAboutMilk": true } });
    const entries = visitEntries(storyOf("mother").mother(), draft({ ended: "complete", step: "result" }), what, NOW);
    expect(entries.map(({ type }) => type)).toEqual(["visit.begun", "screening.recorded", "case.opened", "follow-up.set"]);
    expect(entries[2]?.body).toEqual({ case: IDS.case, problem: "flow" });
    expect(entries[3]?.body).toEqual(DUE);
  });

  test("what was agreed, when it is done; the kader's own date goes before the rules'", () => {
    const own = { due: "2026-11-26T02:00:00.000Z", why: "class.BANTU" };
    const done = draft({ ended: "complete", step: "done", causes: { tired: { is: "yes", answers: {} }, pain: { is: "no", answers: {} } }, plan: ["rest"], companions: [{ who: "husband", presence: "present", taught: ["praise"] }, { who: "mother", presence: null, taught: [] }], followUp: own });
    const entries = visitEntries(storyOf("mother").mother(), done, judged({}), NOW);
    expect(entries.map(({ type }) => type)).toEqual(["visit.begun", "screening.recorded", "follow-up.set", "causes.found", "plan.made", "companion.met"]);
    expect(entries.find(({ type }) => type === "causes.found")?.body).toEqual({ visit: IDS.visit, causes: ["tired"] });
    expect(entries.find(({ type }) => type === "follow-up.set")?.body).toEqual(own);
  });

  test("a visit from paper keeps its date; the referral is of now", () => {
    const paper = draft({ urgent: true, paperAt: "2026-11-23T02:00:00.000Z" });
    const entries = visitEntries(storyOf("mother").mother(), paper, judged({ "mother.fits": true }), NOW);
    expect(entries.map(({ type, occurredAt }) => [type, occurredAt])).toEqual([["visit.begun", "2026-11-23T02:00:00.000Z"], ["screening.recorded", "2026-11-23T02:00:00.000Z"], ["referral.made", undefined]]);
    expect(entries[0]?.body).toMatchObject({ fromPaper: true });
  });

  test("questions for a massage never push back a visit that is due before", () => {
    const story = storyOf("mother");
    story.tell("follow-up.set", { due: "2026-11-26T02:00:00.000Z", why: "rule.B01" });
    expect(types(draft({ ended: "complete", step: "result", purpose: "massage" }), judged({}), story)).not.toContain("follow-up.set");
    expect(types(draft({ ended: "complete", step: "result" }), judged({}), story)).toContain("follow-up.set");
    const late = storyOf("mother");
    late.tell("follow-up.set", { due: "2026-12-02T02:00:00.000Z", why: "class.LANJUT" });
    expect(types(draft({ ended: "complete", step: "result", purpose: "massage" }), judged({}), late)).toContain("follow-up.set");
  });

  test("no second case while one is open", () => {
    const story = storyOf("mother");
    story.tell("case.opened", { case: testId(80), problem: "flow" });
    expect(types(draft({ ended: "complete", step: "result" }), judged({}, { [BABY]: { "feeding.worriedAboutMilk": true } }), story)).not.toContain("case.opened");
  });

  test("a referral that waits already for the same is not made twice", () => {
    const story = storyOf("mother");
    story.tell("referral.made", { referral: testId(60), class: "SEGERA", rules: ["M02"], because: ["mother.fits"], blocksMassage: true });
    expect(types(draft({ urgent: true }), judged({ "mother.fits": true }), story)).toEqual(["visit.begun", "screening.recorded"]);
  });

  test("of twins, the referral names the one that it is about", () => {
    const one = visitEntries(storyOf("mother").mother(), draft({ urgent: true }), judged({}, { [BABY]: { "baby.pale": false }, [TWIN]: { "baby.pale": true } }), NOW);
    expect(one.at(-1)?.body).toMatchObject({ baby: TWIN });
    const both = visitEntries(storyOf("mother").mother(), draft({ urgent: true }), judged({ "mother.fits": true }, { [BABY]: {}, [TWIN]: {} }), NOW);
    expect(both.at(-1)?.body).not.toHaveProperty("baby");
  });
});

describe("told again and again", () => {
  test("nothing is said twice, however often it is told", () => {
    const story = storyOf("mother");
    const what = judged({ "mother.fits": true });
    expect(tell(story, draft({ urgent: true }), what)).toEqual(["visit.begun", "screening.recorded", "referral.made"]);
    expect(tell(story, draft({ urgent: true }), what)).toEqual([]);
  });

  test("answers after the SEGERA replace the first telling: one screening, one referral, no conflict", () => {
    const story = storyOf("mother");
    tell(story, draft({ urgent: true }), judged({ "mother.fits": true }));
    const more = judged({ "mother.fits": true, "mother.smellyDischarge": true });
    expect(tell(story, draft({ urgent: true, ended: "early", step: "result" }), more)).toEqual(["screening.recorded", "referral.made", "case.opened", "follow-up.set"]);
    const view = story.mother();
    expect(view.conflicts).toEqual([]);
    expect(view.screenings).toHaveLength(1);
    expect(view.referrals).toHaveLength(1);
    expect(view.referrals[0]?.made.rules).toEqual(["M02", "M06b"]);
  });

  test("the midwife's answer to the first telling stays with the referral", () => {
    const story = storyOf("mother");
    tell(story, draft({ urgent: true }), judged({ "mother.fits": true }));
    story.tell("referral.answered", { referral: IDS.referral, answer: "come-now" }, { author: MIDWIFE });
    tell(story, draft({ urgent: true, ended: "early", step: "result" }), judged({ "mother.fits": true, "mother.woundPus": true }));
    expect(story.mother().referrals[0]?.answers).toHaveLength(1);
  });
});

test.each([
  [{ "feeding.worriedAboutMilk": true, "feeding.painOnFeeding": true }, "flow"],
  [{ "feeding.painOnFeeding": true }, "pain"],
  [{ "baby.paleStool": true }, "baby"],
  [{ "mother.rejectsBaby": true }, "other"],
  [{ "mother.ageYears": 17 }, null],
  [{}, null],
] as const)("%o: the case is about %s", (answers, problem) => expect(problemOf(judged({ "birth.hoursAgo": 200 }, { [BABY]: answers }))).toBe(problem));
