import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LONGEST_TICK, newSession, session, wakeUp, type SessionEvent, type SessionRules, type SessionState } from "./session.ts";

const RULES: SessionRules = { comfortAtSeconds: [30, 90, 150], plannedSeconds: 180, extraSeconds: 120, capSeconds: 300, painEndsAt: 4 };

/** Drives a session with a tick each 250 ms, answering "comfortable" when asked, until a phase or a number of seconds is reached. */
function run(state: SessionState, from: number, until: (state: SessionState) => boolean, pain = 0): { state: SessionState; at: number } {
  let at = from;
  for (let steps = 0; !until(state); steps++) {
    if (steps > 5_000) throw new Error(`never reached from ${JSON.stringify(state)}`);
    at += 250;
    state = state.phase === "asking" ? session(RULES, state, { type: "comfort", pain, at }) : session(RULES, state, { type: "tick", at });
  }
  return { state, at };
}

const begun = (at = 0) => session(RULES, newSession(RULES), { type: "begin", at });

describe("the guided session", () => {
  test("asks for comfort at 0:30, 1:30 and 2:30 of counted time, and offers the end at 3:00", () => {
    const { state } = run(begun(), 0, (now) => now.phase === "offered");
    expect(state.comfort).toEqual([30, 90, 150].map((second) => ({ second, pain: 0 })));
    expect(state.countedMs).toBe(180_000);
  });

  test("hands rest while comfort is asked: that time does not count", () => {
    const { state, at } = run(begun(), 0, (now) => now.phase === "asking");
    const later = session(RULES, session(RULES, state, { type: "tick", at: at + 60_000 }), { type: "comfort", pain: 0, at: at + 60_000 });
    expect(later).toMatchObject({ phase: "running", countedMs: 30_000 });
  });

  test("goes on for 2:00 once, on her wish, and is over at 5:00", () => {
    const offered = run(begun(), 0, (now) => now.phase === "offered");
    const more = session(RULES, offered.state, { type: "extend", wishes: true, at: offered.at });
    const { state } = run(more, offered.at, (now) => now.phase === "over");
    expect(state).toMatchObject({ countedMs: 300_000, extended: true, stopped: null });
  });

  test("is over at 3:00 where she does not wish for more", () => {
    const offered = run(begun(), 0, (now) => now.phase === "offered");
    expect(session(RULES, offered.state, { type: "extend", wishes: false, at: offered.at })).toMatchObject({ phase: "over", stopped: null, countedMs: 180_000 });
  });

  test.each([
    [0, "running"],
    [1, "lighter"],
    [3, "lighter"],
    [4, "over"],
    [10, "over"],
  ] as const)("pain %i at an asking leads to %s", (pain, phase) => {
    const { state, at } = run(begun(), 0, (now) => now.phase === "asking");
    const told = session(RULES, state, { type: "comfort", pain, at });
    expect(told.phase).toBe(phase);
    if (phase === "over") expect(told.stopped).toBe("pain");
  });

  test("with a little pain it goes on only if she wishes", () => {
    const { state, at } = run(begun(), 0, (now) => now.phase === "asking");
    const told = session(RULES, state, { type: "comfort", pain: 2, at });
    expect(session(RULES, told, { type: "lighter", wishes: true, at }).phase).toBe("running");
    expect(session(RULES, told, { type: "lighter", wishes: false, at })).toMatchObject({ phase: "over", stopped: "her-wish" });
  });

  test.each([LONGEST_TICK, LONGEST_TICK + 1])("a gap of %i ms between ticks", (gap) => {
    const { state, at } = run(begun(), 0, (now) => now.countedMs >= 10_000);
    const next = session(RULES, state, { type: "tick", at: at + gap });
    expect(next.phase).toBe(gap > LONGEST_TICK ? "paused" : "running");
    expect(next.countedMs).toBe(gap > LONGEST_TICK ? 10_000 : 10_000 + gap);
  });

  test("a phone locked across 1:30 wakes up paused, asks for comfort, and asks again at 1:30", () => {
    const { state, at } = run(begun(), 0, (now) => now.countedMs >= 80_000);
    const slept = session(RULES, state, { type: "slept" });
    expect(slept).toMatchObject({ phase: "paused", pausedBy: "phone", countedMs: 80_000 });
    const woken = session(RULES, slept, { type: "resume" });
    expect(woken.phase).toBe("asking");
    const after = session(RULES, woken, { type: "comfort", pain: 0, at: at + 600_000 });
    const { state: next } = run(after, at + 600_000, (now) => now.phase === "asking");
    expect(next).toMatchObject({ countedMs: 90_000, asked: 2 });
  });

  test("a session found after the app died rests first", () => {
    const { state } = run(begun(), 0, (now) => now.countedMs >= 40_000);
    expect(wakeUp(state)).toMatchObject({ phase: "paused", pausedBy: "phone", countedMs: 40_000 });
    expect(wakeUp(newSession(RULES)).phase).toBe("ready");
  });

  test("stops at any time with its reason, and stays stopped", () => {
    const over = session(RULES, begun(), { type: "stop", reason: "dizzy" });
    expect(over).toMatchObject({ phase: "over", stopped: "dizzy" });
    expect(session(RULES, over, { type: "begin", at: 5 })).toEqual(over);
  });

  test("whatever happens, counted time never exceeds what a clock counted, the limit, or 5:00", () => {
    const event: fc.Arbitrary<(at: number) => SessionEvent> = fc.oneof(
      fc.constant((at: number) => ({ type: "tick", at }) as const),
      fc.constant((at: number) => ({ type: "pause", at }) as const),
      fc.constant(() => ({ type: "slept" }) as const),
      fc.constant(() => ({ type: "resume" }) as const),
      fc.integer({ min: -2, max: 12 }).map((pain) => (at: number) => ({ type: "comfort", pain, at }) as const),
      fc.boolean().map((wishes) => (at: number) => ({ type: "lighter", wishes, at }) as const),
      fc.boolean().map((wishes) => (at: number) => ({ type: "extend", wishes, at }) as const),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: -500, max: 30_000 }), event), { maxLength: 400 }), (steps) => {
        let at = 0;
        let awake = 0;
        let state = begun();
        for (const [passed, make] of steps) {
          at += passed;
          if (passed > 0 && passed <= LONGEST_TICK) awake += passed;
          state = session(RULES, state, make(at));
        }
        expect(state.countedMs).toBeLessThanOrEqual(Math.min(awake, state.limitMs, RULES.capSeconds * 1000));
        expect(state.limitMs).toBeLessThanOrEqual(300_000);
        for (const { pain } of state.comfort) expect(Number.isInteger(pain) && pain >= 0 && pain <= 10).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
