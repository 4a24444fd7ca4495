import { assert, constantFrom, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { decimalText, parseDecimal } from "./decimal.ts";

describe("numbers as they are typed", () => {
  test.each([
    ["37,5", 1, 37.5], ["37.5", 1, 37.5], [" 38 ", 1, 38], ["0,5", 1, 0.5], ["37,45", 2, 37.45],
    ["3200", 0, 3200], ["3.200", 0, 3200], ["3 200", 0, 3200], ["12.345.678", 0, 12345678], ["0", 0, 0],
  ])("%j with %i decimals is %f", (text, decimals, value) => expect(parseDecimal(text, decimals)).toBe(value));

  test.each([
    ["", 1], ["tiga", 1], ["37,5,1", 1], ["37,55", 1], ["-3", 1], ["1e3", 1], ["37,", 1], [",5", 1],
    ["3,2", 0], ["3.2", 0], ["3,200", 0], ["32.00", 0], ["3.200", 1], ["NaN", 0], ["٣", 0],
  ])("%j with %i decimals is asked again", (text, decimals) => expect(parseDecimal(text, decimals)).toBeNull());

  test("what is written can be read back", () => {
    assert(property(integer({ min: 0, max: 99_999 }), constantFrom(0, 1, 2), (whole, decimals) => {
      const value = whole / 10 ** decimals;
      expect(parseDecimal(decimalText(value, decimals), decimals)).toBe(value);
    }));
  });
});
