import { expect, test } from "vitest";
import { LEAST_MS_A_SCREEN, tooFast } from "./pace.ts";

const slow = 6_000;
const quick = LEAST_MS_A_SCREEN - 1;

test.each([
  ["nothing measured", {}, "full", null],
  ["each read", { a: slow, b: LEAST_MS_A_SCREEN }, "full", null],
  ["one quick tap", { a: slow, b: quick, c: slow }, "full", null],
  ["two quick ones", { a: quick, b: quick, c: slow }, "full", { fast: 2, of: 3 }],
  ["one quick one where little was asked again", { a: quick }, "again", { fast: 1, of: 1 }],
] as const)("%s", (_, pace, purpose, fast) => expect(tooFast(pace, purpose)).toEqual(fast));
