import type { Env } from "./env.ts";

const MINUTE = 60_000;
/** Talking with a mother takes minutes between two taps; a phone put away is locked sooner. */
export const IDLE_MS = 10 * MINUTE;
export const HIDDEN_MS = 5 * MINUTE;
/** A guided session may keep the phone open so long without a touch. */
export const HELD_MS = 60 * MINUTE;
const LOOK_MS = 10_000;

/** Locks after a while without a touch. */
export type AutoLock = {
  readonly touch: () => void;
  readonly hidden: (hidden: boolean) => void;
  /** Holds the lock off; call what it returns to end that. */
  readonly keepOpen: () => () => void;
  readonly stop: () => void;
};

export function autoLock(env: Env, lock: () => void): AutoLock {
  // Both clocks: the monotonic one may stand still while the phone sleeps, the other may be set.
  const moment = () => ({ steady: env.monotonic(), wall: env.now() });
  const since = (from: ReturnType<typeof moment>) => Math.max(env.monotonic() - from.steady, env.now() - from.wall);
  let touched = moment();
  let hiddenSince: ReturnType<typeof moment> | null = null;
  const holds = new Set<ReturnType<typeof moment>>();

  const look = () => {
    for (const hold of holds) if (since(hold) > HELD_MS) holds.delete(hold);
    if (holds.size > 0) return;
    if (since(touched) > IDLE_MS || (hiddenSince !== null && since(hiddenSince) > HIDDEN_MS)) lock();
  };
  const timer = setInterval(look, LOOK_MS);
  return {
    touch: () => (touched = moment()),
    hidden: (hidden) => {
      look();
      hiddenSince = hidden ? moment() : null;
    },
    keepOpen: () => {
      const hold = moment();
      holds.add(hold);
      return () => {
        if (holds.delete(hold)) touched = moment();
      };
    },
    stop: () => clearInterval(timer),
  };
}
