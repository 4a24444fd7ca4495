import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runNode } from "./node.mjs";
import { ensureChromium, ensurePostgres15 } from "./programs.mjs";
import { buildWeb } from "./web.mjs";

/**
 * In this order. `seconds` is the budget on a machine with two cores: about three times what the suite takes there, so
 * that a suite that grew slow is seen, and a busy machine is not taken for one.
 */
const SUITES = [
  { name: "types", seconds: 60, kinds: ["test", "verify"], check: () => runNode(["node_modules/typescript/bin/tsc"]) },
  { name: "lint", seconds: 30, kinds: ["test", "verify"], check: () => runNode(["node_modules/oxlint/bin/oxlint", "--deny-warnings"]) },
  { name: "unit", seconds: 120, kinds: ["test", "verify"] },
  { name: "int", seconds: 240, kinds: ["test"], postgres: true },
  { name: "fuzz", seconds: 300, kinds: ["test"], postgres: true },
  { name: "faults", seconds: 300, kinds: ["test"] },
  { name: "web", seconds: 120, kinds: ["test", "long"], check: async () => (buildWeb() ? 0 : 1) },
  { name: "stories", seconds: 600, kinds: ["test"], chromium: true },
  { name: "long", seconds: 3_600, kinds: ["long"], postgres: true, chromium: true },
];
/** A suite that hangs is stopped at so many times its budget. */
const PATIENCE = 3;

/** Runs the suites of a kind, or those of them that are named; the last line on stdout is "N passed, N failed". Resolves to the exit code. */
export async function runSuites(kind, names) {
  const known = SUITES.filter((suite) => suite.kinds.includes(kind));
  const unknown = names.find((name) => !known.some((suite) => suite.name === name));
  if (unknown !== undefined) {
    console.error(`No suite "${unknown}". There are: ${known.map(({ name }) => name).join(", ")}`);
    return 2;
  }
  const results = [];
  for (const suite of known.filter(({ name }) => names.length === 0 || names.includes(name))) results.push(await runSuite(suite));

  const sum = (what) => results.reduce((total, result) => total + result[what], 0);
  const [passed, failed, skipped] = [sum("passed"), sum("failed"), sum("skipped")];
  console.log("");
  for (const { name, passed: good, failed: bad, skipped: left, seconds, notes } of results) {
    console.log(`${bad === 0 ? "ok    " : "FAILED"} ${name.padEnd(8)} ${good} passed, ${bad} failed${left > 0 ? `, ${left} skipped` : ""} (${seconds.toFixed(1)} s)${notes.map((note) => `\n       ${note}`).join("")}`);
  }
  if (skipped > 0) console.log(`${skipped} skipped`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 || passed === 0 ? 1 : 0;
}

async function runSuite(suite) {
  const { name, seconds: budget } = suite;
  console.log(`\n== ${name}`);
  const chromium = suite.chromium ? ensureChromium() : undefined;
  if (suite.chromium && chromium === undefined) return { name, passed: 0, failed: 1, skipped: 0, seconds: 0, notes: ["needs Chromium"] };
  if (suite.postgres) ensurePostgres15();

  const begun = performance.now();
  const counts = suite.check ? await runCheck(suite.check) : await runVitest(name, budget, chromium ? { CHROMIUM_PATH: chromium } : {});
  const seconds = (performance.now() - begun) / 1000;
  const result = { name, seconds, ...counts };
  if (seconds <= budget) return result;
  return { ...result, failed: result.failed + 1, notes: [...result.notes, `took longer than its ${budget} s: make it faster, or give it more with a reason`] };
}

async function runCheck(check) {
  const isGood = (await check()) === 0;
  return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0, notes: [] };
}

async function runVitest(project, budget, env) {
  const folder = mkdtempSync(join(tmpdir(), "dampingi-results-"));
  const file = join(folder, "results.json");
  const args = ["node_modules/vitest/vitest.mjs", "run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const code = await runNode(args, { env, patience: budget * PATIENCE * 1000 });
  const counts = readCounts(file, code);
  rmSync(folder, { recursive: true, force: true });
  return counts;
}

/** From vitest's own report. What is wrong outside any test (a file that does not load, an unhandled error) counts as one failure. */
export function readCounts(file, code) {
  let report;
  try {
    report = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return { passed: 0, failed: 1, skipped: 0, notes: [`ended with ${code} and left no report`] };
  }
  const passed = report.numPassedTests;
  const skipped = report.numPendingTests + report.numTodoTests;
  if (report.numFailedTests > 0) return { passed, failed: report.numFailedTests, skipped, notes: [] };
  if (passed === 0) return { passed, failed: 1, skipped, notes: ["no test ran"] };
  if (code !== 0 || !report.success) return { passed, failed: 1, skipped, notes: [`every test passed, but something outside them failed (exit ${code})`] };
  return { passed, failed: 0, skipped, notes: [] };
}
