import { expect, test } from "vitest";
import type { Received } from "#core/ledger/entry.ts";
import { createStoryCache } from "./story-cache.ts";

const story = (length: number): Received[] => Array.from({ length }, () => ({}) as Received);
const facts = (id: string, count: number, digest = "d") => ({ id, count, digest });

test("a story is given back only while its stream has that count and digest", () => {
  const cache = createStoryCache(() => 0);
  const told = story(3);
  cache.put("p", facts("a", 3), told);
  expect(cache.get("p", facts("a", 3))).toBe(told);
  expect(cache.get("p", facts("a", 4))).toBeUndefined();
  expect(cache.get("p", facts("a", 3, "other"))).toBeUndefined();
  expect(cache.get("q", facts("a", 3))).toBeUndefined();
  cache.forget("p", "a");
  expect(cache.get("p", facts("a", 3))).toBeUndefined();
});

test("the oldest go first when there are too many entries", () => {
  const cache = createStoryCache(() => 0, 10);
  cache.put("p", facts("a", 4), story(4));
  cache.put("p", facts("b", 4), story(4));
  cache.put("p", facts("a", 5), story(5));
  expect([cache.get("p", facts("a", 5))?.length, cache.get("p", facts("b", 4))?.length]).toEqual([5, 4]);
  cache.put("p", facts("c", 2), story(2));
  expect([cache.get("p", facts("b", 4)), cache.get("p", facts("a", 5))?.length, cache.get("p", facts("c", 2))?.length]).toEqual([undefined, 5, 2]);
});

test("what nobody wrote to for a quarter of an hour goes", () => {
  let now = 0;
  const cache = createStoryCache(() => now);
  cache.put("p", facts("a", 1), story(1));
  now = 15 * 60_000 - 1;
  cache.prune();
  expect(cache.get("p", facts("a", 1))).toBeDefined();
  now += 1;
  cache.prune();
  expect(cache.get("p", facts("a", 1))).toBeUndefined();
});
