import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { testId } from "../testing.ts";
import type { Answers } from "../triage/answers.ts";
import { answersOf, closed, isStale, newVisit, readDraft, STALE_HOURS, visit, VISIT_STEPS, type LookAhead, type VisitDraft, type VisitEvent } from "./visit.ts";

const IDS = { visit: testId(1), screening: testId(2), referral: testId(3), case: testId(4) };
const AT = "2026-11-25T02:00:00.000Z";
const BABY = testId(31);
const TWIN = testId(32);
const RECORD = { mother: { "mother.ageYears": 24, "birth.hoursAgo": 96 } as Answers, babies: { [BABY]: {}, [TWIN]: {} } as Record<string, Answers> };

/** A small plan of screens: two about the mother, one about each baby. Fever is SEGERA. */
const PLAN = [
  { screen: "fits", baby: null, answers: { "mother.fits": false } },
  { screen: "alone", baby: null, answers: { "mother.selfHarmThoughts": false } },
  { screen: "suck", baby: BABY, answers: { "baby.poorSuck": false } },
  { screen: "suck", baby: TWIN, answers: { "baby.poorSuck": false } },
] as const;

const asked = (draft: VisitDraft, one: (typeof PLAN)[number]) => {
  const { mother, babies } = answersOf(draft, RECORD);
  const answers = one.baby === null ? mother : (babies[one.baby] ?? {});
  return Object.keys(one.answers).every((key) => key in answers);
};
const nextScreen = (draft: VisitDraft) => PLAN.find((one) => !asked(draft, one));
const look: LookAhead = (draft) => {
  const { mother, babies } = answersOf(draft, RECORD);
  const segera = mother["mother.fits"] === true || Object.values(babies).some((baby) => baby["baby.poorSuck"] === true);
  return { screensLeft: nextScreen(draft) !== undefined, segera, causes: !segera, plan: !segera, companion: !segera, next: true };
};

const step = (draft: VisitDraft, event: VisitEvent) => visit(look, draft, event, AT);
const YES = { is: "yes", answers: { "feeding.tiredOrStressed": true } } as const;
const begin: VisitEvent = { type: "begin", kind: "home", paperAt: null };
const answerNext = (draft: VisitDraft, more: Answers = {}): VisitDraft => {
  const next = nextScreen(draft);
  if (next === undefined) throw new Error("no screen is left");
  return step(draft, { type: "answer", given: { ...next, answers: { ...next.answers, ...more } }, ms: 900 });
};
const fresh = () => newVisit(IDS, "full", AT);
const run = (events: readonly VisitEvent[], from = fresh()) => events.reduce(step, from);

/** A whole visit, tap by tap. */
function whole(): VisitDraft[] {
  const drafts = [step(fresh(), begin)];
  const add = (draft: VisitDraft) => (drafts.push(draft), draft);
  let now = drafts[0] as VisitDraft;
  while (now.step === "screening") now = add(answerNext(now));
  now = add(step(now, { type: "cause", cause: "few-feeds", explored: YES }));
  for (const event of [
    { type: "on" },
    { type: "on" },
    { type: "plan", items: ["feed-often"] },
    { type: "on" },
    { type: "companions", met: [{ who: "husband", presence: "present", taught: ["praise"] }] },
    { type: "on" },
    { type: "follow-up", due: "2026-11-27T02:00:00.000Z", why: "class.BANTU" },
    { type: "on" },
  ] satisfies VisitEvent[]) now = add(step(now, event));
  return drafts;
}

describe("a visit", () => {
  test("goes from the beginning to the next visit, a step at a time", () => {
    expect(whole().map((draft) => draft.step)).toEqual(["screening", "screening", "screening", "screening", "causes", "causes", "result", "plan", "plan", "companion", "companion", "next", "next", "done"]);
    expect(whole().at(-1)).toMatchObject({ ended: "complete", urgent: false, causes: { "few-feeds": YES }, plan: ["feed-often"] });
  });

  test("keeps what a paper says of when it was", () => expect(run([{ type: "begin", kind: "home", paperAt: "2026-11-23T02:00:00.000Z" }]).paperAt).toBe("2026-11-23T02:00:00.000Z"));

  test("asks each baby of twins apart, by the same screen", () => {
    const draft = whole().at(-1) as VisitDraft;
    expect(draft.given.filter((one) => one.screen === "suck").map((one) => one.baby)).toEqual([BABY, TWIN]);
    expect(draft.pace).toEqual({ fits: 900, alone: 900, suck: 900, "suck.2": 900 });
  });

  test("adds up the time on a screen that was opened twice", () => {
    const once = answerNext(step(fresh(), begin));
    expect(answerNext(step(once, { type: "back" })).pace).toEqual({ fits: 1800 });
  });
});

describe("resuming", () => {
  test("at every tap the draft comes back from the disk as it was, and asks the same next question", () => {
    for (const draft of whole()) {
      const back = readDraft(JSON.parse(JSON.stringify(draft)));
      expect(back).toEqual(draft);
      expect(nextScreen(back as VisitDraft)).toEqual(nextScreen(draft));
    }
  });

  test("nothing answered is asked twice, wherever it was interrupted", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), (interrupted) => {
        let draft = step(fresh(), begin);
        const screens: string[] = [];
        for (let at = 0; draft.step === "screening"; at++) {
          const next = nextScreen(draft);
          screens.push(`${next?.screen}/${next?.baby}`);
          draft = answerNext(draft);
          if (interrupted[at]) draft = readDraft(JSON.parse(JSON.stringify(draft))) as VisitDraft;
        }
        expect(new Set(screens).size).toBe(screens.length);
      }),
    );
  });

  test("a draft of an app that knew less still opens where it stood, with every answer", () => {
    for (const missing of ["open", "pace", "carried", "changed", "companions", "followUp", "causes", "plan", "urgent", "ended", "paperAt", "purpose"] as const) {
      const { [missing]: _gone, ...older } = answerNext(step(fresh(), begin));
      expect(readDraft(older), missing).toMatchObject({ step: "screening", given: [{ screen: "fits" }], kind: "home" });
    }
  });

  test("a draft of an app that knew more keeps its answers and goes on asking", () => {
    const newer = { ...answerNext(step(fresh(), begin)), step: "something-new", extra: 1 };
    expect(readDraft(newer)).toMatchObject({ step: "screening", given: [{ screen: "fits" }] });
    expect(readDraft(newer)).not.toHaveProperty("extra");
  });

  test.each([null, 7, "x", [], {}, { visit: testId(1) }])("%j is no visit", (json) => expect(readDraft(json)).toBeNull());

  test("a draft is stale after its hours, from the last tap", () => {
    const draft = step(fresh(), begin);
    expect(isStale(draft, Date.parse(AT) + STALE_HOURS * 3_600_000)).toBe(false);
    expect(isStale(draft, Date.parse(AT) + STALE_HOURS * 3_600_000 + 1)).toBe(true);
  });

  test("closed, it is kept as incomplete", () => {
    expect(closed(answerNext(step(fresh(), begin)))).toMatchObject({ step: "done", ended: "early", given: [{ screen: "fits" }] });
    expect(closed(whole().at(-2) as VisitDraft).ended).toBe("complete");
  });
});

describe("a danger sign that means now", () => {
  test("is known at the tap, wherever it stands, and the rest becomes optional", () => {
    for (const place of PLAN.keys()) {
      let draft = step(fresh(), begin);
      for (let at = 0; at < place; at++) draft = answerNext(draft);
      const key = PLAN[place]?.screen === "fits" ? "mother.fits" : "baby.poorSuck";
      if (PLAN[place]?.screen === "alone") continue;
      const known = answerNext(draft, { [key]: true });
      expect(known.urgent).toBe(true);
      const ended = known.step === "screening" ? step(known, { type: "end-early" }) : known;
      expect(ended).toMatchObject({ step: "result", urgent: true, ended: known.step === "screening" ? "early" : "complete" });
      // No cause to look for, no plan for at home: on to the next visit.
      expect(step(ended, { type: "on" }).step).toBe("next");
    }
  });

  test("stays urgent although a later screen is harmless", () => {
    const known = answerNext(step(fresh(), begin), { "mother.fits": true });
    expect(answerNext(known).urgent).toBe(true);
  });
});

test("measured once more after the questions: only the result changes, and a danger in it is known", () => {
  const result = whole().find((draft) => draft.step === "result") as VisitDraft;
  const again = step(result, { type: "again", given: { screen: "suck", baby: BABY, answers: { "baby.poorSuck": true } } });
  expect(again).toMatchObject({ step: "result", ended: "complete", urgent: true });
  expect(again.given.filter((one) => one.screen === "suck" && one.baby === BABY)).toHaveLength(1);
  expect(step(step(fresh(), begin), { type: "again", given: PLAN[2] })).toMatchObject({ given: [] });
});

test("a slip of the finger that is taken back is urgent no more", () => {
  const known = answerNext(step(fresh(), begin), { "mother.fits": true });
  expect(answerNext(step(known, { type: "back" })).urgent).toBe(false);
});

describe("going back", () => {
  test("opens the last screen with its answers, and back again until the beginning", () => {
    const once = answerNext(step(fresh(), begin));
    const back = step(once, { type: "back" });
    expect(back).toMatchObject({ given: [], open: { screen: "fits", answers: { "mother.fits": false } } });
    expect(step(back, { type: "back" }).step).toBe("begin");
  });

  test("never shows again what was said in private", () => {
    const answered = answerNext(answerNext(step(fresh(), begin)), {});
    const back = step(answered, { type: "back" });
    expect(back.open).toEqual({ screen: "alone", baby: null, answers: {} });
  });

  test("from the result opens the questions again, and ends them anew", () => {
    const drafts = whole();
    const result = drafts.find((draft) => draft.step === "result") as VisitDraft;
    const causes = step(result, { type: "back" });
    expect(causes.step).toBe("causes");
    const screening = step(causes, { type: "back" });
    expect(screening).toMatchObject({ step: "screening", ended: null });
    expect(answerNext(screening)).toMatchObject({ step: "causes", ended: "complete" });
  });
});

test("earlier answers that hold are used only once it was asked what changed", () => {
  const carried = { from: AT, visit: null, asksChanged: true, mother: { "mother.fits": false } as Answers, babies: { [BABY]: { "baby.poorSuck": false } } };
  const begun = visit(look, newVisit(IDS, "massage", AT, carried), begin, AT);
  expect(begun.step).toBe("changed");
  const same = visit(look, begun, { type: "changed", areas: [] }, AT);
  expect(nextScreen(same)).toMatchObject({ screen: "alone" });
  const other = visit(look, begun, { type: "changed", areas: ["mother"] }, AT);
  expect(nextScreen(other)).toMatchObject({ screen: "fits" });
});

test("a tap on a screen that is not finished is kept, and gone with its answer", () => {
  const draft = step(fresh(), begin);
  const touched = step(draft, { type: "touch", open: { screen: "fits", baby: null, answers: { "mother.fits": true } } });
  expect(readDraft(JSON.parse(JSON.stringify(touched)))?.open?.answers).toEqual({ "mother.fits": true });
  // A tap is no answer yet: neither counted nor acted on.
  expect(answersOf(touched, RECORD).mother).not.toHaveProperty(["mother.fits"]);
  expect(answerNext(touched).open).toBeNull();
});

test("what exploring a cause brings up reaches the rules, but never over an answer", () => {
  const last = whole().at(-1) as VisitDraft;
  expect(answersOf(last, RECORD).mother["feeding.tiredOrStressed"]).toBe(true);
  const said = { ...last, given: [...last.given, { screen: "x", baby: null, answers: { "feeding.tiredOrStressed": false } as Answers }] };
  expect(answersOf(said, RECORD).mother["feeding.tiredOrStressed"]).toBe(false);
});

test("what was answered goes before the record, and the record before what is carried", () => {
  const carried = { from: AT, visit: testId(9), asksChanged: false, mother: { "birth.hoursAgo": 1, "mother.diabetes": true } as Answers, babies: {} };
  const draft = step(newVisit(IDS, "massage", AT, carried), begin);
  const given = step(draft, { type: "answer", given: { screen: "age", baby: null, answers: { "mother.ageYears": 17 } }, ms: 1 });
  expect(answersOf(given, RECORD).mother).toEqual({ "birth.hoursAgo": 96, "mother.diabetes": true, "mother.ageYears": 17 });
});

test("total: whatever is tapped, in whatever order, leaves a draft that opens again", () => {
  const events: fc.Arbitrary<VisitEvent> = fc.oneof(
    fc.constantFrom<VisitEvent>(begin, { type: "back" }, { type: "on" }, { type: "end-early" }, { type: "changed", areas: ["baby"] }, { type: "cause", cause: "tired", explored: YES }, { type: "cause", cause: "tired", explored: null }, { type: "plan", items: ["rest"] }, { type: "companions", met: [] }, { type: "follow-up", due: AT, why: "class.BANTU" }),
    fc.constantFrom(...PLAN).chain((one) => fc.record({ type: fc.constant("answer" as const), given: fc.constant(one), ms: fc.integer({ min: -5, max: 9_000 }) })),
  );
  fc.assert(
    fc.property(fc.array(events, { maxLength: 40 }), (taps) => {
      const draft = run(taps);
      expect(VISIT_STEPS).toContain(draft.step);
      expect(readDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
      expect(Object.values(draft.pace).every((ms) => ms >= 0)).toBe(true);
      if (draft.ended === "complete") expect(nextScreen(draft)).toBeUndefined();
    }),
  );
});
