import { expect, test } from "vitest";
import { createGathering } from "./gathering.ts";

function gathering(mayJoin: (gathered: readonly number[], next: number) => boolean = () => true) {
  const rounds: (readonly number[])[] = [];
  const once = createGathering(
    async (inputs: readonly number[]) => {
      rounds.push(inputs);
      await Promise.resolve();
      if (inputs.includes(13)) throw new Error("thirteen");
      return inputs.map((input) => input * 2);
    },
    mayJoin,
  );
  return { rounds, once };
}

test("what comes while a round runs goes together in the next, in order, each with its own answer", async () => {
  const { rounds, once } = gathering();
  expect(await Promise.all([1, 2, 3, 4].map((n) => once("a", n)))).toEqual([2, 4, 6, 8]);
  expect(rounds).toEqual([[1], [2, 3, 4]]);
  expect(await once("a", 5)).toBe(10);
});

test("keys do not wait for each other", async () => {
  const { rounds, once } = gathering();
  await Promise.all([once("a", 1), once("b", 2), once("a", 3)]);
  expect(rounds).toEqual([[1], [2], [3]]);
});

test("who may not join opens the next round", async () => {
  const { rounds, once } = gathering((gathered, next) => gathered.length < 2 && next !== 9);
  await Promise.all([1, 2, 3, 4, 9, 5].map((n) => once("a", n)));
  expect(rounds).toEqual([[1], [2, 3], [4], [9, 5]]);
});

test("nobody fails for another", async () => {
  const { once } = gathering();
  const answers = await Promise.allSettled([1, 2, 13, 4].map((n) => once("a", n)));
  expect(answers.map((one) => (one.status === "fulfilled" ? one.value : "failed"))).toEqual([2, 4, "failed", 8]);
  expect(await once("a", 6)).toBe(12);
});
