import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

type Counts = { passed: number; failed: number; skipped: number; notes: string[] };
// Plain JavaScript, since it runs before anything is installed.
const { readCounts } = (await import(new URL("suites.mjs", import.meta.url).href)) as { readCounts: (file: string, code: number) => Counts };

const folder = mkdtempSync(join(tmpdir(), "report-"));
afterAll(() => rmSync(folder, { recursive: true }));

const report = (counts: object): string => {
  const file = join(folder, "results.json");
  writeFileSync(file, JSON.stringify({ numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, success: true, ...counts }));
  return file;
};

test.each([
  ["all good", { numPassedTests: 5 }, 0, 5, 0],
  ["one bad", { numPassedTests: 5, numFailedTests: 1, success: false }, 1, 5, 1],
  ["a file that does not load", { numPassedTests: 5, success: false }, 1, 5, 1],
  ["an unhandled error beside good tests", { numPassedTests: 5 }, 1, 5, 1],
  ["nothing ran", {}, 0, 0, 1],
  ["everything skipped", { numPendingTests: 4 }, 0, 0, 1],
])("%s", (_, counts, code, passed, failed) => {
  expect(readCounts(report(counts), code)).toMatchObject({ passed, failed });
});

test("a suite that left no report has failed", () => {
  expect(readCounts("/nowhere/results.json", 139)).toMatchObject({ passed: 0, failed: 1, notes: ["ended with 139 and left no report"] });
});

test("what is skipped is counted", () => {
  expect(readCounts(report({ numPassedTests: 1, numPendingTests: 2, numTodoTests: 1 }), 0).skipped).toBe(3);
});
