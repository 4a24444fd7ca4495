/** One count of a baby's breaths, tapped along with for a whole minute. Times are readings of a monotonic clock, in ms. */
export type BreathCount = {
  readonly phase: "ready" | "counting" | "done" | "broken";
  readonly breaths: number;
  readonly startedAt: number;
  readonly seenAt: number;
  readonly tappedAt: number;
};

/** A whole minute: newborns breathe unevenly, so a shorter count multiplied would mislead. */
export const COUNT_MS = 60_000;
/** Nothing heard of for longer (ms): the phone slept or another app was in front, and breaths went unseen. */
export const LONGEST_GAP = 2_000;
/** A second tap within this time (ms) is the same tap: nobody breathes 400 times a minute. */
export const SAME_TAP = 150;

export type BreathEvent = { readonly type: "start" | "tap" | "tick"; readonly at: number } | { readonly type: "hidden" } | { readonly type: "again" };

export const NO_COUNT: BreathCount = { phase: "ready", breaths: 0, startedAt: 0, seenAt: 0, tappedAt: -Infinity };

/** Total: a tap before the start, after the end or twice at once changes nothing. A broken count gives no number. */
export function countBreaths(count: BreathCount, event: BreathEvent): BreathCount {
  switch (event.type) {
    case "again":
      return NO_COUNT;
    case "hidden":
      return count.phase === "counting" ? { ...count, phase: "broken" } : count;
    case "start":
      return count.phase === "ready" ? { ...NO_COUNT, phase: "counting", startedAt: event.at, seenAt: event.at } : count;
    case "tick":
    case "tap": {
      if (count.phase !== "counting") return count;
      const gap = event.at - count.seenAt;
      if (gap < 0 || gap > LONGEST_GAP) return { ...count, phase: "broken" };
      const seen = { ...count, seenAt: event.at };
      if (event.at - count.startedAt >= COUNT_MS) return { ...seen, phase: "done" };
      if (event.type === "tick" || event.at - count.tappedAt < SAME_TAP) return seen;
      return { ...seen, breaths: count.breaths + 1, tappedAt: event.at };
    }
    default:
      return event satisfies never;
  }
}

/** Whole seconds that are left of the minute. */
export function secondsLeft(count: BreathCount): number {
  if (count.phase === "ready") return COUNT_MS / 1000;
  return Math.max(0, Math.ceil((COUNT_MS - (count.seenAt - count.startedAt)) / 1000));
}
