import { describe, expect, test } from "vitest";
import { momentOf, paperFault } from "./paper-time.ts";

const NOW = Date.parse("2026-11-25T03:00:00.000Z");

describe("the true time of a paper visit", () => {
  test.each([
    ["2026-11-23", "09:30", "Asia/Jakarta", "2026-11-23T02:30:00.000Z"],
    ["2026-11-23", "00:10", "Asia/Jayapura", "2026-11-22T15:10:00.000Z"],
    ["2026-11-23", "23:59", "Asia/Makassar", "2026-11-23T15:59:00.000Z"],
    ["2026-02-30", "09:30", "Asia/Jakarta", null],
    ["2026-11-23", "", "Asia/Jakarta", null],
    ["", "09:30", "Asia/Jakarta", null],
    ["2026-11-23", "25:00", "Asia/Jakarta", null],
  ])("%s %s in %s is %s", (date, time, timezone, instant) => expect(momentOf(date, time, timezone)).toBe(instant));

  test.each([
    ["2026-11-25", "10:00", null],
    ["2026-11-25", "10:01", "future"],
    ["2026-08-27", "10:00", null],
    ["2026-08-27", "09:59", "old"],
    ["2026-11-25", "", "missing"],
  ])("%s %s: %s", (date, time, fault) => expect(paperFault(date, time, "Asia/Jakarta", NOW)).toBe(fault));
});
