import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { COUNT_MS, countBreaths, LONGEST_GAP, NO_COUNT, SAME_TAP, secondsLeft, type BreathCount } from "./breath-count.ts";

/** Counts with a tick each 250 ms and a tap each `every` ms. */
function minute(every: number, from = 5_000): BreathCount {
  let count = countBreaths(NO_COUNT, { type: "start", at: from });
  let next = from + every;
  for (let at = from; at <= from + COUNT_MS; at += 50) {
    if (at >= next) {
      count = countBreaths(count, { type: "tap", at });
      next += every;
    } else if (at % 250 === 0) count = countBreaths(count, { type: "tick", at });
  }
  return count;
}

describe("breaths, tapped along with", () => {
  test.each([
    [1_000, 59],
    [1_200, 49],
    [2_000, 29],
    [1_500, 39],
  ])("one each %i ms gives %i in a minute", (every, breaths) => expect(minute(every)).toMatchObject({ phase: "done", breaths }));

  test("a tap at the very end of the minute no longer counts", () => {
    let count = countBreaths(NO_COUNT, { type: "start", at: 0 });
    for (let at = 1_000; at < COUNT_MS; at += 1_000) count = countBreaths(count, { type: "tick", at });
    expect(countBreaths(count, { type: "tap", at: COUNT_MS - 1 })).toMatchObject({ phase: "counting", breaths: 1 });
    expect(countBreaths(count, { type: "tap", at: COUNT_MS })).toMatchObject({ phase: "done", breaths: 0 });
  });

  test("two taps at once are one breath", () => {
    const one = countBreaths(countBreaths(NO_COUNT, { type: "start", at: 0 }), { type: "tap", at: 500 });
    expect(countBreaths(one, { type: "tap", at: 500 + SAME_TAP - 1 }).breaths).toBe(1);
    expect(countBreaths(one, { type: "tap", at: 500 + SAME_TAP }).breaths).toBe(2);
  });

  test("a phone that slept breaks the count instead of giving a wrong number", () => {
    const begun = countBreaths(NO_COUNT, { type: "start", at: 0 });
    expect(countBreaths(begun, { type: "tick", at: LONGEST_GAP }).phase).toBe("counting");
    expect(countBreaths(begun, { type: "tick", at: LONGEST_GAP + 1 }).phase).toBe("broken");
    expect(countBreaths(begun, { type: "hidden" }).phase).toBe("broken");
    expect(countBreaths(minute(1_000), { type: "hidden" }).phase).toBe("done");
  });

  test("the seconds that are left fall from 60 to 0", () => {
    const begun = countBreaths(NO_COUNT, { type: "start", at: 0 });
    expect(secondsLeft(NO_COUNT)).toBe(60);
    expect(secondsLeft(countBreaths(begun, { type: "tick", at: 1_001 }))).toBe(59);
    expect(secondsLeft(minute(1_000))).toBe(0);
  });

  test("whatever is tapped, breaths never exceed taps, and only a whole minute is done", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom("start", "tap", "tick"), fc.integer({ min: 0, max: 3_000 })), { maxLength: 200 }), (steps) => {
        let at = 0;
        let count = NO_COUNT;
        for (const [type, gap] of steps) count = countBreaths(count, { type: type as "tap", at: (at += gap) });
        expect(count.breaths).toBeLessThanOrEqual(steps.filter(([type]) => type === "tap").length);
        if (count.phase === "done") expect(count.seenAt - count.startedAt).toBeGreaterThanOrEqual(COUNT_MS);
      }),
    );
  });
});
