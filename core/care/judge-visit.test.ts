import { HOLDING } from "#content/care/holding.ts";
import { describe, expect, test } from "vitest";
import { followUpHours } from "#content/rules/follow-up.ts";
import { RULE_BOOK_V1 } from "#content/rules/rule-book.ts";
import { SCREENING_PLAN } from "#content/rules/screening.ts";
import { CATALOGUE } from "../catalogue.ts";
import { unsaid } from "../ledger/unsaid.ts";
import { storyOf, testId } from "../testing.ts";
import { NOT_ALONE, type Answers } from "../triage/answers.ts";
import { pickedAnswers, type ScreenSpec } from "../triage/screening.ts";
import { carriedAnswers } from "./massage-screen.ts";
import { classOf, judgeVisit, rulesOf, turnsAhead, type Turn } from "./judge-visit.ts";
import { newVisit, readDraft, visit, type LookAhead, type VisitDraft, type VisitEvent, type VisitPurpose } from "./visit.ts";
import { visitEntries } from "./visit-entries.ts";

const TZ = "Asia/Jakarta";
const AT = "2026-11-25T02:00:00.000Z";
const IDS = { visit: testId(1), screening: testId(2), referral: testId(3), case: testId(4) };
const [BIRTH, BABY, TWIN] = [testId(30), testId(31), testId(32)];

function mother(babies: readonly string[] = [BABY], bornAt = "2026-11-19T02:00:00.000Z") {
  const story = storyOf("mother");
  story.tell("mother.registered", { name: "Ibu Rekaan", bornOn: "2000-01-01" }, { at: "2026-11-20T02:00:00.000Z" });
  if (babies.length > 0) story.tell("birth.recorded", { birth: BIRTH, bornAt, hourKnown: true, caesarean: false, babies: babies.map((baby) => ({ baby, birthWeight: 3100 })) }, { at: "2026-11-20T02:00:00.000Z" });
  return story;
}
type Story = ReturnType<typeof mother>;

const judge = (story: Story, draft: VisitDraft) => judgeVisit(RULE_BOOK_V1, story.mother(), draft, TZ, followUpHours);
const turns = (story: Story, draft: VisitDraft) => turnsAhead(RULE_BOOK_V1, SCREENING_PLAN, story.mother(), draft, TZ);
const look = (story: Story): LookAhead => (draft) => {
  const left = turns(story, draft);
  const judged = judge(story, left.length > 0 ? draft : { ...draft, ended: "complete" });
  return { screensLeft: left.length > 0, segera: classOf(judged) === "SEGERA", causes: rulesOf(judged).has("F01"), plan: true, companion: true, next: true };
};

/** What a kader taps where nothing is wrong. */
function calm({ screen }: Turn): Answers {
  switch (screen.kind) {
    case "pick":
      return pickedAnswers(screen, []);
    case "choice":
      return { [screen.keys[0]]: { "mother.bleeding": "normal", "mother.medicine": "common" }[screen.keys[0] as string] ?? false } as Answers;
    case "numbers":
      return Object.fromEntries(screen.keys.map((key) => [key, { "feeding.feeds24h": 9, "baby.urine24h": 8 }[key as string] ?? "unknown"])) as Answers;
    case "mother-warmth":
      return { "mother.temperature": 36.8, "mother.antipyreticLast6h": false };
    case "baby-warmth":
      return { "baby.temperatures": [36.9] };
    case "yellow":
      return { "baby.yellow": "face_or_chest", "baby.yellowFirstSeenHours": 72 };
    case "alone":
      return Object.fromEntries(screen.keys.map((key) => [key, false])) as Answers;
    default:
      return screen satisfies never;
  }
}

type Tap = (turn: Turn) => Answers;

/** Runs a visit to the end of its questions, each draft through the disk, and gives every screen that was asked. */
function run(story: Story, { tap = calm, purpose = "full" as VisitPurpose, carried = null as VisitDraft["carried"], changed = [] as string[] } = {}) {
  const step = (draft: VisitDraft, event: VisitEvent) => readDraft(JSON.parse(JSON.stringify(visit(look(story), draft, event, AT)))) as VisitDraft;
  let draft = step(newVisit(IDS, purpose, AT, carried), { type: "begin", kind: "home", paperAt: null });
  if (draft.step === "changed") draft = step(draft, { type: "changed", areas: changed });
  const asked: string[] = [];
  const urgentAt: string[] = [];
  while (draft.step === "screening") {
    const turn = turns(story, draft)[0];
    if (turn === undefined) throw new Error("asked although nothing is left");
    asked.push(turn.baby === TWIN ? `${turn.screen.id}.2` : turn.screen.id);
    const before = draft.urgent;
    draft = step(draft, { type: "answer", given: { screen: turn.screen.id, baby: turn.baby, answers: tap(turn) }, ms: 4_000 });
    if (draft.urgent && !before) urgentAt.push(turn.screen.id);
  }
  return { draft, asked, urgentAt, judged: judge(story, draft) };
}

/** Calm, but for one screen. */
const but = (id: string, answers: Answers | ((screen: ScreenSpec) => Answers), baby?: string): Tap => (turn) => {
  if (turn.screen.id !== id || (baby !== undefined && turn.baby !== baby)) return calm(turn);
  return { ...calm(turn), ...(typeof answers === "function" ? answers(turn.screen) : answers) };
};

describe("a whole screening with the real questions and rules", () => {
  test("at most 16 screens where nothing is wrong, none asked twice, and calm at the end", () => {
    const { asked, draft, judged } = run(mother());
    expect(asked.length).toBeLessThanOrEqual(16);
    expect(new Set(asked).size).toBe(asked.length);
    expect(draft).toMatchObject({ ended: "complete", urgent: false, step: "result" });
    expect(classOf(judged)).toBe("LANJUT");
  });

  test("the danger is known on the very screen that shows it", () => {
    expect(run(mother(), { tap: but("mother-head", { "mother.blurredVision": true }) }).urgentAt).toEqual(["mother-head"]);
    expect(run(mother(), { tap: but("baby-body", { "baby.pale": true }) }).urgentAt).toEqual(["baby-body"]);
    expect(run(mother(), { tap: but("alone", { "mother.selfHarmThoughts": true }) }).urgentAt).toEqual(["alone"]);
  });

  test("twins: one baby after the other, and what one shows is not said of the other", () => {
    const { asked, judged } = run(mother([BABY, TWIN]), { tap: but("baby-body", { "baby.pale": true }, TWIN) });
    expect(asked.slice(7, 15)).toEqual(["baby-life", "baby-body", "baby-skin", "baby-warmth", "baby-life.2", "baby-body.2", "baby-skin.2", "baby-warmth.2"]);
    expect(judged.results.map(({ baby, result }) => [baby, result.class])).toEqual([[BABY, "LANJUT"], [TWIN, "SEGERA"]]);
    expect(judged.babies[0]?.answers).not.toHaveProperty(["mother.fits"]);
  });

  test("put off what she could not speak of: nothing is urgent, and the kader is back within a day", () => {
    const put = Object.fromEntries(["mother.selfHarmThoughts", "mother.babyHarmThoughts", "mother.hallucinations", "mother.unsafeAtHome"].map((key) => [key, NOT_ALONE])) as Answers;
    const { judged } = run(mother(), { tap: but("alone", put) });
    expect(judged.results[0]?.result.deferred).toHaveLength(4);
    expect(judged.followUp).toEqual({ due: "2026-11-26T02:00:00.000Z", why: "class.PEKAN" });
  });

  test("a danger sign that nobody could answer is not calm", () => {
    const { judged } = run(mother(), { tap: but("mother-collapse", { "mother.fits": "unknown" }) });
    expect(classOf(judged)).toBe("R24");
    expect(rulesOf(judged).has("U01")).toBe(true);
  });

  test("a baby that died is not asked about, nor is feeding", () => {
    const { asked, judged } = run(mother(), { tap: (turn) => (turn.screen.id === "baby-life" ? { "baby.where": "died" } : calm(turn)) });
    expect(asked.filter((id) => id.startsWith("baby-"))).toEqual(["baby-life"]);
    expect(asked).not.toContain("feeding");
    expect(asked).toContain("breast");
    expect(rulesOf(judged).has("X01")).toBe(true);
  });

  test("without a recorded birth only she is asked about", () => {
    const { asked, judged } = run(mother([]));
    expect(asked.filter((id) => id.startsWith("baby-"))).toEqual([]);
    expect(judged.results).toHaveLength(1);
    expect(judged.results[0]?.baby).toBeNull();
  });
});

test("told again after every screen, it says each thing once", () => {
  const story = mother();
  const { draft } = run(story, { tap: but("baby-numbers", { "baby.weight": 2900 }) });
  const tell = () => unsaid(CATALOGUE, story.state(), visitEntries(story.mother(), draft, judge(story, draft), Date.parse(AT)));
  for (const { type, body, occurredAt, replaces } of tell()) story.tell(type, body, { at: occurredAt ?? AT, replaces });
  expect(story.mother().screenings[0]?.babies[0]?.answers["baby.weight"]).toBe(2900);
  expect(tell()).toEqual([]);
});

describe("for a massage", () => {
  function screened(hoursAgo: number) {
    const story = mother();
    const earlier = new Date(Date.parse(AT) - hoursAgo * 3_600_000).toISOString();
    const { draft } = run(story, { purpose: "massage" });
    const judged = judge(story, draft);
    const entry = visitEntries(story.mother(), { ...draft, visit: testId(91), screening: testId(92) }, judged, Date.parse(AT)).find(({ type }) => type === "screening.recorded");
    story.tell("screening.recorded", { ...entry?.body, screening: testId(92), visit: testId(91) }, { at: earlier });
    return story;
  }

  test("from nothing: every danger sign and ◆, and then only her consent is wanting", () => {
    const { asked, judged } = run(mother(), { purpose: "massage" });
    expect(asked).toEqual(expect.arrayContaining(["mother-head", "baby-life", "breast", "alone", "massage-blood", "massage-back"]));
    for (const id of ["baby-numbers", "feeding", "mood"]) expect(asked).not.toContain(id);
    expect(judged.results[0]?.result).toMatchObject({ massage: "incomplete", missing: ["mother.consent"] });
  });

  test("in the same visit nothing is asked again", () => {
    const story = screened(1);
    expect(run(story, { purpose: "massage", carried: carriedAnswers(story.mother(), Date.parse(AT), HOLDING) }).asked).toEqual([]);
  });

  test("within its days only warmth, once it was asked what changed", () => {
    const story = screened(30);
    const carried = carriedAnswers(story.mother(), Date.parse(AT), HOLDING);
    const { asked, judged } = run(story, { purpose: "massage", carried });
    expect(asked).toEqual(["mother-warmth", "baby-warmth"]);
    expect(judged.results[0]?.result.missing).toEqual(["mother.consent"]);
    expect(run(story, { purpose: "massage", carried, changed: ["back"] }).asked).toEqual(["mother-warmth", "baby-warmth", "massage-back"]);
  });
});

describe("two truths in her record", () => {
  test("the one that leads to the worse result counts until somebody has chosen", () => {
    const story = mother([BABY], "2026-11-19T02:00:00.000Z");
    // Seen by another, the birth was a day ago: then yellow skin is urgent.
    story.tell("birth.recorded", { birth: BIRTH, bornAt: "2026-11-24T20:00:00.000Z", hourKnown: true, caesarean: false, babies: [{ baby: BABY, birthWeight: 3100 }] }, { at: "2026-11-20T03:00:00.000Z" });
    story.tell("birth.recorded", { birth: BIRTH, bornAt: "2026-11-18T02:00:00.000Z", hourKnown: true, caesarean: false, babies: [{ baby: BABY, birthWeight: 3100 }] }, { at: "2026-11-20T04:00:00.000Z" });
    const { judged } = run(story, { tap: but("baby-skin", { "baby.yellow": "face_or_chest" }) });
    expect(judged.results[0]?.result.rules).toContain("N04a");
  });

  test("an undisputed record is judged as it stands", () => {
    const { judged } = run(mother(), { tap: but("baby-skin", { "baby.yellow": "face_or_chest" }) });
    expect(judged.results[0]?.result.rules).toContain("N04b");
    expect(judged.results[0]?.result.rules).not.toContain("N04a");
  });
});
