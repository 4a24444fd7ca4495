import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..", "..");
const BOUNDARY = /no-restricted-imports|no-restricted-globals|no-restricted-properties|no-cycle/;

type Found = { file: string; rule: string };
type Report = { diagnostics: { code: string; filename: string }[]; number_of_files: number };

function lint(folder: string): { files: number; found: Found[] } {
  const done = spawnSync(process.execPath, [join(root, "node_modules/oxlint/bin/oxlint"), "-f", "json"], { cwd: folder, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  const report: Report = JSON.parse(done.stdout);
  const found = report.diagnostics.flatMap(({ code, filename }) => (BOUNDARY.test(code) ? [{ file: filename, rule: /\((.+)\)/.exec(code)?.[1] ?? code }] : []));
  return { files: report.number_of_files, found };
}

test("no part of the program imports what it must not, and none was left unread", () => {
  const { files, found } = lint(root);
  expect(found).toEqual([]);
  expect(files).toBeGreaterThan(100);
});

/** Each planted file does one thing that its place forbids. */
const PLANTED: readonly Found[] = [
  { file: "core/imports-server.ts", rule: "no-restricted-imports" },
  { file: "core/imports-content.ts", rule: "no-restricted-imports" },
  { file: "core/imports-node.ts", rule: "no-restricted-imports" },
  { file: "core/imports-package.ts", rule: "no-restricted-imports" },
  { file: "core/care/fetches.ts", rule: "no-restricted-globals" },
  { file: "core/care/draws.ts", rule: "no-restricted-properties" },
  { file: "core/care/reads-clock.ts", rule: "no-restricted-properties" },
  { file: "core/care/cycle-a.ts", rule: "no-cycle" },
  { file: "core/care/cycle-b.ts", rule: "no-cycle" },
  { file: "content/imports-server.ts", rule: "no-restricted-imports" },
  { file: "content/imports-web.ts", rule: "no-restricted-imports" },
  { file: "server/ledger/imports-web.ts", rule: "no-restricted-imports" },
  { file: "web/kader/imports-server.ts", rule: "no-restricted-imports" },
  { file: "web/kader/imports-console.ts", rule: "no-restricted-imports" },
  { file: "web/console/imports-kader.ts", rule: "no-restricted-imports" },
  { file: "web/shared/imports-feature.ts", rule: "no-restricted-imports" },
  { file: "web/device/imports-node.ts", rule: "no-restricted-imports" },
];

test("the same tool with the same rules reports every planted violation, and no sound file", () => {
  const folder = mkdtempSync(join(tmpdir(), "planted-"));
  cpSync(join(import.meta.dirname, "planted"), folder, { recursive: true });
  const { ignorePatterns: _, ...rules } = JSON.parse(readFileSync(join(root, ".oxlintrc.json"), "utf8"));
  writeFileSync(join(folder, ".oxlintrc.json"), JSON.stringify(rules));
  cpSync(join(root, "package.json"), join(folder, "package.json"));
  const { files, found } = lint(folder);
  rmSync(folder, { recursive: true });
  const sorted = (list: readonly Found[]) => list.map(({ file, rule }) => `${file} ${rule}`).toSorted();
  expect(sorted(found)).toEqual(sorted(PLANTED));
  expect(files).toBe(PLANTED.length + 2);
});

/** Files that git knows or would know. */
const sources = (): string[] =>
  execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "--", "core", "server", "web", "tools", "bench", "simulator", "tests", "content"], { cwd: root, encoding: "utf8" })
    .split("\n")
    .filter((path) => /\.(?:ts|tsx|mjs|sql|css)$/.test(path) && !path.includes("tests/architecture/planted/"));

const LONGEST = 400;
const READS_CLOCK = /\bnew Date\(\s*\)/;

test(`no file has more than ${LONGEST} lines, content and tests apart`, () => {
  const files = sources().filter((path) => !path.startsWith("content/") && !/\.(?:test|story)\.tsx?$/.test(path));
  expect(files.length).toBeGreaterThan(100);
  const long = files.map((path) => ({ path, lines: readFileSync(join(root, path), "utf8").split("\n").length - 1 })).filter(({ lines }) => lines > LONGEST);
  expect(long).toEqual([]);
});

test("core reads no clock: `new Date()` stands nowhere in it", () => {
  const files = sources().filter((path) => path.startsWith("core/") && !path.endsWith(".test.ts"));
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((path) => READS_CLOCK.test(readFileSync(join(root, path), "utf8")))).toEqual([]);
  expect(READS_CLOCK.test("const today = new Date();")).toBe(true);
});

test("migrations are numbered in one row and know no feature of PostgreSQL 18 alone", () => {
  const names = readdirSync(join(root, "server/platform/migrations")).filter((name) => name.endsWith(".sql"));
  expect(names.length).toBeGreaterThan(0);
  expect(new Set(names.map((name) => name.slice(0, 4))).size).toBe(names.length);
  const only18 = /\buuidv7\s*\(|\bvirtual\b|\bwithout overlaps\b|\bnot enforced\b/i;
  expect(names.filter((name) => only18.test(readFileSync(join(root, "server/platform/migrations", name), "utf8").replaceAll(/--.*$/gm, "")))).toEqual([]);
  expect(only18.test("id uuid default uuidv7()")).toBe(true);
});
