import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { platformTarget as target } from "./kill-target.ts";
import { startServer, superuser, until, type Server } from "./process.ts";

const MB = 1024 * 1024;
const canMount = process.platform === "linux" && process.getuid?.() === 0 && spawnSync("unshare", ["--mount", "mount", "-t", "tmpfs", "tmpfs", tmpdir()]).status === 0;

let disk: string;
let dataDir: string;
let server: Server;

/** A disk of its own, so small that it can be filled. */
beforeEach(() => {
  if (!canMount) return;
  disk = mkdtempSync(join(tmpdir(), "dampingi-disk-"));
  spawnSync("mount", ["-t", "tmpfs", "-o", "size=220m,mode=755", "tmpfs", disk]);
  dataDir = join(disk, "data");
});
afterEach(async () => {
  if (!canMount) return;
  server.child.kill("SIGTERM");
  await server.ended;
  spawnSync("umount", ["-l", disk]);
  rmSync(disk, { recursive: true, force: true });
});

const free = (): number => {
  const { bavail, bsize } = statfsSync(disk);
  return bavail * bsize;
};
const fill = (leaving: number): void => writeFileSync(join(disk, "filler"), Buffer.alloc(free() - leaving));
const empty = (): void => rmSync(join(disk, "filler"));

const write = async (url: string): Promise<number> =>
  (await fetch(`${url}/api/write`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ id: randomUUID() }) })).status;

test.runIf(canMount)("while the disk is nearly full, writing is refused and reading goes on; with room again, so does writing", async () => {
  server = startServer({ dataDir, script: target.script });
  const url = await server.ready;
  await target.prepare(server, dataDir);
  expect(await write(url)).toBe(200);
  fill(30 * MB);
  await until(async () => (await write(url)) === 507);
  expect((await fetch(`${url}/api/health`)).status).toBe(200);
  empty();
  await until(async () => (await write(url)) === 200);
});

test.runIf(canMount)("a disk that is full all the same ends the server with words that help, and loses nothing", async () => {
  server = startServer({ dataDir, script: target.script });
  const url = await server.ready;
  await target.prepare(server, dataDir);
  const acknowledged: string[] = [];
  for (let n = 0; n < 200; n++) {
    const id = randomUUID();
    if (await target.write(url, id)) acknowledged.push(id);
  }
  const other = await superuser(dataDir);
  fill(2 * MB);
  // Past the guard of HTTP, into the database's log alone, until that needs another file.
  await until(async () => {
    await other.query("select pg_logical_emit_message(true, 'filler', repeat('x', 1000000))").catch(() => {});
    return server.child.exitCode !== null;
  }, 60_000);
  expect(await server.ended).toBe(1);
  expect(server.said()).toContain("The disk is full. Free some space");

  const again = startServer({ dataDir, script: target.script });
  expect(await again.ended).toBe(1);
  expect(again.said()).toContain("The disk is full");
  empty();
  server = startServer({ dataDir, script: target.script });
  await server.ready;
  const stored = await target.stored(dataDir);
  expect(acknowledged).toHaveLength(200);
  expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
});
