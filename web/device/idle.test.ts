import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { browserEnv } from "./env.ts";
import { autoLock, HELD_MS, HIDDEN_MS, IDLE_MS } from "./idle.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function locking() {
  const lock = vi.fn<() => void>();
  const idle = autoLock({ ...browserEnv, monotonic: () => Date.now() }, lock);
  return { lock, idle };
}
const LOOK = 10_000;

test("S2: locks after a while without a touch, and not before", () => {
  const { lock, idle } = locking();
  vi.advanceTimersByTime(IDLE_MS);
  idle.touch();
  vi.advanceTimersByTime(IDLE_MS);
  expect(lock).not.toHaveBeenCalled();
  vi.advanceTimersByTime(LOOK);
  expect(lock).toHaveBeenCalled();
});

test("S2: locks sooner when it was put away, at the latest when it is taken out again", () => {
  const { lock, idle } = locking();
  idle.hidden(true);
  vi.setSystemTime(Date.now() + HIDDEN_MS + 1);
  idle.hidden(false);
  expect(lock).toHaveBeenCalledOnce();
});

test("a short call does not lock it", () => {
  const { lock, idle } = locking();
  idle.hidden(true);
  vi.advanceTimersByTime(HIDDEN_MS);
  idle.hidden(false);
  vi.advanceTimersByTime(LOOK);
  expect(lock).not.toHaveBeenCalled();
});

test("a guided session holds the lock off, an hour at most", () => {
  const { lock, idle } = locking();
  const end = idle.keepOpen();
  vi.advanceTimersByTime(HELD_MS);
  expect(lock).not.toHaveBeenCalled();
  end();
  vi.advanceTimersByTime(IDLE_MS);
  expect(lock).not.toHaveBeenCalled();
  idle.touch();
  idle.keepOpen();
  vi.advanceTimersByTime(HELD_MS + LOOK);
  expect(lock).toHaveBeenCalled();
});
