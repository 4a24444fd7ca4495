import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareDifference, compareTo, decimal, minus, times } from "./exact.ts";

describe("numbers without rounding", () => {
  test.each([
    [0.1, { units: 1n, scale: 1 }],
    [3000, { units: 3000n, scale: 0 }],
    [-0.5, { units: -5n, scale: 1 }],
    [1e21, { units: 10n ** 21n, scale: 0 }],
    [2.5e-7, { units: 25n, scale: 8 }],
    [-0, { units: 0n, scale: 0 }],
  ])("%d is the decimal that it prints as", (value, expected) => expect(decimal(value)).toEqual(expected));

  test("a tenth and two tenths are three tenths", () => {
    expect(minus(minus(decimal(0.3), decimal(0.1)), decimal(0.2)).units).toBe(0n);
    expect(0.3 - 0.1 - 0.2).not.toBe(0);
  });

  test("whole numbers compare as they do without decimals", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), fc.integer(), (a, b, limit) => {
        expect(Math.sign(compareDifference(a, b, limit))).toBe(Math.sign(a - b - limit));
      }),
    );
  });

  test("a quotient is compared by its parts", () => {
    const loss = (birth: number, now: number) => ({ over: times(decimal(100), minus(decimal(birth), decimal(now))), under: decimal(birth) });
    expect(compareTo(loss(2000.1, 1860.093), 7)).toBe(0);
    expect(compareTo(loss(2000.1, 1860.094), 7)).toBeLessThan(0);
    expect(compareTo(loss(2000.1, 1860.092), 7)).toBeGreaterThan(0);
    expect((100 * (2000.1 - 1860.093)) / 2000.1).not.toBe(7);
  });
});
