import type { Outcome } from "./exchange.ts";

/** `waiting`: the server could not take it, it is tried again. `outdated-token`: the server does not know this phone any more. */
export type SyncState = "idle" | "syncing" | "offline" | "waiting" | "outdated-token";

export type Loop = {
  /** Something is new here or there. Never throws, never runs twice at once: a wake during a run makes one more run. */
  readonly wake: () => void;
  /** Resolves when the run that this call asked for has ended. */
  readonly runNow: () => Promise<void>;
  /** Breaks off a run and waits until it has ended; nothing runs until the next wake. */
  readonly rest: () => Promise<void>;
};

const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 300_000;
/** Looks by itself where no hint came through. */
const LOOK = 15 * 60_000;

/** How long to wait after so many failures, with jitter, so that a hundred phones do not come back at one moment. */
export const backoff = (failures: number, chance: number): number => Math.min(FIRST_WAIT * 2 ** Math.max(0, failures - 1), LONGEST_WAIT) * (0.5 + chance);

const STATES: Record<Outcome, SyncState> = { done: "idle", offline: "offline", server: "waiting", unanswered: "waiting", full: "waiting", "reading-ended": "waiting", "unknown-token": "outdated-token" };

export function syncLoop(run: (signal: AbortSignal) => Promise<Outcome>, onState: (state: SyncState) => void, chance: () => number): Loop {
  let running: Promise<void> | null = null;
  let again = false;
  let failures = 0;
  let stop = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const once = async (signal: AbortSignal) => {
    onState("syncing");
    const outcome = await run(signal).catch((): Outcome => "server");
    if (signal.aborted) return onState("idle");
    failures = outcome === "done" ? 0 : failures + 1;
    onState(STATES[outcome]);
    clearTimeout(timer);
    timer = setTimeout(wake, outcome === "done" ? LOOK * (0.5 + chance()) : backoff(failures, chance()));
  };
  const wake = () => void runNow();
  const runNow = (): Promise<void> => {
    clearTimeout(timer);
    if (running !== null) {
      again = true;
      return running;
    }
    const { signal } = stop;
    running = (async () => {
      do {
        again = false;
        await once(signal);
      } while (again && !signal.aborted);
      running = null;
    })();
    return running;
  };
  return {
    wake,
    runNow,
    rest: async () => {
      stop.abort();
      clearTimeout(timer);
      await running;
      stop = new AbortController();
      clearTimeout(timer);
    },
  };
}
