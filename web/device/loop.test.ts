import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Outcome } from "./exchange.ts";
import { backoff, syncLoop, type SyncState } from "./loop.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function looped(outcomes: Outcome[]) {
  const states: SyncState[] = [];
  let runs = 0;
  let running = 0;
  let most = 0;
  const loop = syncLoop(
    async (signal) => {
      runs++;
      most = Math.max(most, ++running);
      await new Promise((resolve) => {
        setTimeout(resolve, 100);
        signal.addEventListener("abort", resolve);
      });
      running--;
      return outcomes.shift() ?? "done";
    },
    (state) => states.push(state),
    () => 0.5,
  );
  return { loop, states, runs: () => runs, most: () => most };
}

test("one run at a time; what is woken during a run gets one more", async () => {
  const { loop, runs, most } = looped([]);
  for (let n = 0; n < 5; n++) loop.wake();
  await vi.advanceTimersByTimeAsync(99);
  expect(runs()).toBe(1);
  await vi.advanceTimersByTimeAsync(200);
  expect([runs(), most()]).toEqual([2, 1]);
});

test("tries again by itself, later and later, and at once when something is new", async () => {
  const { loop, states, runs } = looped(["offline", "server", "unanswered", "done"]);
  loop.wake();
  await vi.advanceTimersByTimeAsync(100 + 2_000 + 100);
  expect(states).toEqual(["syncing", "offline", "syncing", "waiting"]);
  await vi.advanceTimersByTimeAsync(3_999);
  expect(runs()).toBe(2);
  await vi.advanceTimersByTimeAsync(1 + 100);
  expect(runs()).toBe(3);
  loop.wake();
  await vi.advanceTimersByTimeAsync(100);
  expect(states.at(-1)).toBe("idle");
  await vi.advanceTimersByTimeAsync(15 * 60_000 - 1);
  expect(runs()).toBe(4);
  await vi.advanceTimersByTimeAsync(1);
  expect(runs()).toBe(5);
});

test.each([
  [1, 0, 1_000],
  [1, 0.999, 2_998],
  [4, 0.5, 16_000],
  [9, 0.5, 300_000],
  [60, 0.5, 300_000],
])("after %i failures (chance %d) it waits %i ms", (failures, chance, ms) => expect(backoff(failures, chance)).toBeCloseTo(ms, 0));

test("rest breaks a run off, and nothing runs until the next wake", async () => {
  const { loop, states, runs } = looped([]);
  loop.wake();
  await vi.advanceTimersByTimeAsync(10);
  loop.wake();
  await loop.rest();
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect([runs(), states]).toEqual([1, ["syncing", "idle"]]);
  loop.wake();
  await vi.advanceTimersByTimeAsync(100);
  expect(runs()).toBe(2);
});

test("a run that throws is one that failed", async () => {
  const states: SyncState[] = [];
  const loop = syncLoop(() => Promise.reject(new Error("unforeseen")), (state) => states.push(state), () => 0);
  await loop.runNow();
  expect(states).toEqual(["syncing", "waiting"]);
});
