import { describe, expect, test } from "vitest";
import { ageOn, dateAt, instantAt } from "./time.ts";

describe("a clock's reading at a site", () => {
  test.each([
    ["2026-11-25", "00:00", "Asia/Jakarta", "2026-11-24T17:00:00.000Z"],
    ["2026-11-25", "06:59", "Asia/Jakarta", "2026-11-24T23:59:00.000Z"],
    ["2026-11-25", "12:00", "Asia/Makassar", "2026-11-25T04:00:00.000Z"],
    ["2026-11-25", "23:59", "Asia/Jayapura", "2026-11-25T14:59:00.000Z"],
    ["2027-01-01", "00:30", "Asia/Jakarta", "2026-12-31T17:30:00.000Z"],
  ])("%s %s in %s", (date, time, zone, instant) => {
    expect(instantAt(date, time, zone)).toBe(instant);
    expect(dateAt(instant, zone)).toBe(date);
  });
});

describe("completed years", () => {
  test.each([
    ["2026-11-25", { bornOn: "2008-11-25" }, 18],
    ["2026-11-24", { bornOn: "2008-11-25" }, 17],
    ["2026-11-25", { bornInYear: 2008 }, 17],
    ["2026-11-25", { bornOn: "2000-01-01", bornInYear: 2008 }, 26],
    ["2026-11-25", {}, null],
  ])("on %s, %o", (date, born, age) => expect(ageOn(date, born)).toBe(age));
});
