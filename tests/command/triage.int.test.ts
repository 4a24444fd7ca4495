import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const COMMAND = fileURLToPath(new URL("../../tools/triage.ts", import.meta.url));

type Ran = { readonly status: number | null; readonly out: string; readonly complaint: string };

function run(args: readonly string[], input: string | Buffer = ""): Promise<Ran> {
  const child = spawn(process.execPath, [COMMAND, ...args], { stdio: ["pipe", "pipe", "pipe"] });
  const out: Buffer[] = [];
  const complaint: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => complaint.push(chunk));
  child.stdin.end(input);
  return new Promise((done) => child.on("close", (status) => done({ status, out: Buffer.concat(out).toString(), complaint: Buffer.concat(complaint).toString() })));
}

const answer = (id: string, answers: object): string => JSON.stringify({ id, answers });
const BROKEN = '{"id":null,"error":{"code":"broken_line","key":null}}';

let folder: string;
const write = async (name: string, text: string | Buffer): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "triage-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("npm run --silent triage", () => {
  test("one result a line, in the same order, status 0", async () => {
    const path = await write("good.jsonl", `${answer("a", { "mother.fits": true })}\r\n${answer("b", {})}`);
    const { status, out, complaint } = await run([path]);
    expect([status, complaint]).toEqual([0, ""]);
    expect(out.trimEnd().split("\n").map((line) => JSON.parse(line) as object)).toMatchObject([{ id: "a", class: "SEGERA", rules: ["M02"] }, { id: "b", class: "LANJUT", massage: "incomplete" }]);
    expect(out.endsWith("}\n")).toBe(true);
  });

  test("a faulty line gives its fault, the others go on, status 1; standard input", async () => {
    const bytes = Buffer.concat([Buffer.from("\uFEFF" + answer("a", {}) + "\n\n{]\n"), Buffer.from([0xff, 0x0a]), Buffer.from(answer("ibu Rini\u2028", { "mother.x": 1 }) + "\n")]);
    const { status, out } = await run(["-"], bytes);
    const lines = out.trimEnd().split("\n");
    expect(status).toBe(1);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ id: "a", class: "LANJUT" });
    expect(lines.slice(1, 4)).toEqual([BROKEN, BROKEN, BROKEN]);
    expect(JSON.parse(lines[4] ?? "")).toEqual({ id: "ibu Rini\u2028", error: { code: "unknown_key", key: "mother.x" } });
    expect(lines).toHaveLength(5);
  });

  test("an empty file holds no line, a lone line feed holds a blank one", async () => {
    expect(await run([await write("empty.jsonl", "")])).toEqual({ status: 0, out: "", complaint: "" });
    expect(await run([await write("blank.jsonl", "\n")])).toEqual({ status: 1, out: `${BROKEN}\n`, complaint: "" });
  });

  test("20,000 lines that no portion ends on come back whole and in order", async () => {
    const ids = Array.from({ length: 20_000 }, (_, at) => `c${at}`);
    const path = await write("many.jsonl", ids.map((id) => answer(id, { "baby.jittery": true, "mother.ageYears": 17 })).join("\n"));
    const { status, out } = await run([path]);
    expect(status).toBe(0);
    expect(out.trimEnd().split("\n").map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(ids);
  });

  test("a file that is not there, and no file at all: status 2, said on standard error", async () => {
    const missing = await run([join(folder, "none.jsonl")]);
    expect([missing.status, missing.out]).toEqual([2, ""]);
    expect(missing.complaint).toContain("none.jsonl");
    expect(await run([])).toMatchObject({ status: 2, out: "" });
  });
});
