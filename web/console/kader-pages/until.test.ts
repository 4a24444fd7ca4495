import { expect, test } from "vitest";
import { halfYearLater, isFitUntil } from "./until.ts";

test.each([
  ["2026-11-25", "2027-05-25"],
  ["2026-08-31", "2027-02-28"],
  ["2027-08-31", "2028-02-29"],
  ["2026-12-31", "2027-06-30"],
])("half a year after %s is %s", (date, later) => expect(halfYearLater(date)).toBe(later));

test.each([
  ["2026-11-25", false],
  ["2026-11-26", true],
  ["2027-11-26", true],
  ["2027-11-27", false],
  ["", false],
  ["2027-13-01", false],
])("until %s, given on 2026-11-25: %s", (until, fits) => expect(isFitUntil(until, "2026-11-25")).toBe(fits));
