import { describe, expect, test } from "vitest";
import { zScore, type GrowthTable } from "./growth.ts";

/** Made up, with a straight and with a bent curve: m 4 kg. */
const STRAIGHT: GrowthTable = { male: [[1, 4, 0.25]], female: [] };
const BENT: GrowthTable = { male: [[-0.5, 4, 0.1]], female: [] };

describe("standard deviations", () => {
  test.each([
    [4000, 0],
    [2000, -2],
    [5000, 1],
    [7500, 3.5],
    [500, -3.5],
  ])("on a straight curve %d g is %d", (grams, z) => expect(zScore(STRAIGHT, "male", 0, grams)).toBeCloseTo(z, 12));

  test("beyond three the steps are as wide as the last one within", () => {
    const at = (sd: number): number => 4000 * (1 - 0.05 * sd) ** -2;
    expect(zScore(BENT, "male", 5, at(3))).toBeCloseTo(3, 9);
    expect(zScore(BENT, "male", 5, at(3) + (at(3) - at(2)))).toBeCloseTo(4, 9);
    expect(zScore(BENT, "male", 5, at(-3) - (at(-2) - at(-3)))).toBeCloseTo(-4, 9);
    expect(zScore(BENT, "male", 5, at(-2.5))).toBeCloseTo(-2.5, 9);
  });

  test("whole days, rounded down, and nothing past the table", () => {
    expect(zScore(STRAIGHT, "male", 23.99, 4000)).toBe(0);
    expect(zScore(STRAIGHT, "male", 24, 4000)).toBeUndefined();
    expect(zScore(STRAIGHT, "female", 0, 4000)).toBeUndefined();
  });
});
