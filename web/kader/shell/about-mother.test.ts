import { expect, test } from "vitest";
import { sinceBirth } from "./about-mother.ts";

const TZ = "Asia/Jakarta";
test.each([
  ["2026-11-24T17:00:00.000Z", { unit: "today", count: 0 }],
  ["2026-11-24T16:59:00.000Z", { unit: "days", count: 1 }],
  ["2026-10-14T05:00:00.000Z", { unit: "days", count: 42 }],
  ["2026-10-13T05:00:00.000Z", { unit: "weeks", count: 6 }],
  ["2026-08-27T05:00:00.000Z", { unit: "weeks", count: 12 }],
  ["2026-08-26T05:00:00.000Z", { unit: "months", count: 2 }],
  ["2026-11-25T17:00:00.000Z", null],
])("born %s", (bornAt, since) => expect(sinceBirth(bornAt, "2026-11-25", TZ)).toEqual(since));
