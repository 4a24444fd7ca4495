import { spawn } from "node:child_process";
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findBinaries } from "#server/platform/embedded/binaries.ts";
import { isAlive, postmaster, startServer, superuser, until, type Server } from "./process.ts";

const script = join(import.meta.dirname, "writer.ts");
const isRoot = process.getuid?.() === 0;
let base: string;
let dataDir: string;
let started: Server[];

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "dampingi faults é "));
  chmodSync(base, 0o755);
  dataDir = join(base, "data dir");
  started = [];
});

afterEach(async () => {
  for (const server of started) server.child.kill("SIGTERM");
  await Promise.all(started.map((server) => server.ended));
  if (existsSync(join(dataDir, "postgres", "data", "postmaster.pid"))) {
    const { pid } = postmaster(dataDir);
    if (isPostgres(pid)) {
      process.kill(pid, "SIGQUIT");
      await until(() => !isAlive(pid));
    }
  }
  rmSync(base, { recursive: true, force: true });
});

const isPostgres = (pid: number): boolean => isAlive(pid) && readFileSync(`/proc/${pid}/comm`, "utf8").trim() === "postgres";

const start = (options: { uid?: number; env?: Record<string, string>; dataDir?: string } = {}): Server => {
  const server = startServer({ dataDir, script, ...options });
  started.push(server);
  return server;
};

const isHealthy = async (url: string): Promise<boolean> => (await fetch(`${url}/api/health`).catch(() => null))?.status === 200;

test("a first start makes everything; SIGTERM finishes what is being answered, stops the database and leaves nothing running", async () => {
  const server = start();
  const url = await server.ready;
  const { pid, socketDir } = postmaster(dataDir);
  const answer = fetch(`${url}/api/slow`).then((response) => response.json());
  await new Promise((resolve) => setTimeout(resolve, 200));
  server.child.kill("SIGTERM");
  expect(await answer).toEqual({ slow: true });
  expect(await server.ended).toBe(0);
  expect(isAlive(pid)).toBe(false);
  expect(existsSync(socketDir)).toBe(false);
  expect(existsSync(join(dataDir, "postgres", "data", "postmaster.pid"))).toBe(false);
  expect(readFileSync(join(dataDir, "postgres", "server.log"), "utf8")).toContain("database system is shut down");
  expect(server.said()).toBe("");
});

test("secrets are for one user alone, and PostgreSQL listens on no network", async () => {
  await start().ready;
  expect(statSync(join(dataDir, "postgres", "passwords.json")).mode & 0o777).toBe(0o600);
  expect(statSync(postmaster(dataDir).socketDir).mode & 0o777).toBe(0o700);
  const client = await superuser(dataDir);
  expect((await client.query("show listen_addresses")).rows).toEqual([{ listen_addresses: "" }]);
  await client.end();
});

test("a second start says that one is running, ends with an error, and does not harm the first", async () => {
  const first = start();
  const url = await first.ready;
  const { pid } = postmaster(dataDir);
  const second = start();
  expect(await second.ended).toBe(1);
  expect(second.said()).toMatch(/already running on the data folder .*data dir.*\(process \d+, since .*\)/);
  expect(second.said()).toContain(String(first.pid));
  expect(second.said()).not.toContain("    at ");
  expect(postmaster(dataDir).pid).toBe(pid);
  expect(await isHealthy(url)).toBe(true);
});

test("of four that start at once on an empty folder, one serves and three say so", async () => {
  const servers = [start(), start(), start(), start()];
  const outcomes = await Promise.allSettled(servers.map((server) => server.ready));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const [index, { status }] of outcomes.entries()) if (status === "rejected") expect(servers[index]?.said()).toContain("already running");
});

test("after kill -9 of the server its database is stopped in good order by the next start", async () => {
  const first = start();
  await first.ready;
  const orphan = postmaster(dataDir);
  first.child.kill("SIGKILL");
  await first.ended;
  expect(isPostgres(orphan.pid)).toBe(true);
  const second = start();
  expect(await isHealthy(await second.ready)).toBe(true);
  expect(second.said()).toContain("left its database running");
  expect(isAlive(orphan.pid)).toBe(false);
  expect(existsSync(orphan.socketDir)).toBe(false);
  expect(postmaster(dataDir).pid).not.toBe(orphan.pid);
});

test("a process that has merely got the old database's id is left alone", async () => {
  const first = start();
  await first.ready;
  const { pid } = postmaster(dataDir);
  first.child.kill("SIGKILL");
  process.kill(pid, "SIGKILL");
  await until(() => !isAlive(pid));
  const { uid, gid } = statSync(join(dataDir, "postgres", "data"));
  const stranger = spawn("sleep", ["60"], { uid, gid });
  const pidFile = join(dataDir, "postgres", "data", "postmaster.pid");
  writeFileSync(pidFile, readFileSync(pidFile, "utf8").replace(String(pid), String(stranger.pid)));
  const second = start();
  expect(await isHealthy(await second.ready)).toBe(true);
  expect(isAlive(stranger.pid ?? 0)).toBe(true);
  stranger.kill();
});

test("a database that ends by itself is started again under the same server", async () => {
  const server = start();
  const url = await server.ready;
  const { pid } = postmaster(dataDir);
  process.kill(pid, "SIGKILL");
  await until(() => isHealthy(url));
  expect(postmaster(dataDir).pid).not.toBe(pid);
  expect(server.said()).toContain("ended by itself");
  server.child.kill("SIGTERM");
  expect(await server.ended).toBe(0);
});

test("a first start that was killed half-way does not pass for a database", async () => {
  const first = start();
  const unfinished = (): string | undefined => existsSync(join(dataDir, "postgres")) ? readdirSync(join(dataDir, "postgres")).find((name) => /^unfinished-.{6}$/.test(name)) : undefined;
  await until(() => existsSync(join(dataDir, "postgres", unfinished() ?? "none", "PG_VERSION")));
  first.child.kill("SIGKILL");
  await first.ended;
  expect(await isHealthy(await start().ready)).toBe(true);
});

test("durability that somebody turned off stops the start", async () => {
  const first = start();
  await first.ready;
  const client = await superuser(dataDir);
  await client.query("alter system set fsync = off");
  await client.end();
  first.child.kill("SIGTERM");
  await first.ended;
  const second = start();
  expect(await second.ended).toBe(1);
  expect(second.said()).toContain("fsync is off");
  expect(isPostgres(postmasterPid())).toBe(false);
});

const postmasterPid = (): number => (existsSync(join(dataDir, "postgres", "data", "postmaster.pid")) ? postmaster(dataDir).pid : 0);

test("a port that is taken is said, and the database does not stay behind", async () => {
  const first = start();
  const url = await first.ready;
  const other = join(base, "other");
  const second = start({ dataDir: other, env: { PORT: new URL(url).port } });
  expect(await second.ended).toBe(1);
  expect(second.said()).toMatch(/Port \d+ is taken/);
  expect(existsSync(join(other, "postgres", "data", "postmaster.pid"))).toBe(false);
});

test.runIf(isRoot)("as root PostgreSQL runs as another user", async () => {
  await start().ready;
  const status = readFileSync(`/proc/${postmaster(dataDir).pid}/status`, "utf8");
  expect(Number(/^Uid:\s+(\d+)/m.exec(status)?.[1])).toBeGreaterThan(0);
});

const NOBODY = 65_534;

test.runIf(isRoot)("a normal user runs everything as herself; another user's folder is refused in plain words", async () => {
  mkdirSync(dataDir);
  chownSync(dataDir, NOBODY, NOBODY);
  const server = start({ uid: NOBODY });
  expect(await isHealthy(await server.ready)).toBe(true);
  const status = readFileSync(`/proc/${postmaster(dataDir).pid}/status`, "utf8");
  expect(Number(/^Uid:\s+(\d+)/m.exec(status)?.[1])).toBe(NOBODY);
  server.child.kill("SIGTERM");
  expect(await server.ended).toBe(0);

  // Root goes on as the owner of what is there.
  const asRoot = start();
  expect(await isHealthy(await asRoot.ready)).toBe(true);
  asRoot.child.kill("SIGTERM");
  await asRoot.ended;

  const stranger = start({ uid: 12_345 });
  expect(await stranger.ended).toBe(1);
  expect(stranger.said()).toMatch(/cannot be locked|belongs to another user/);
  expect(stranger.said()).not.toContain("    at ");
});

test.runIf(isRoot)("as root under a closed home, PostgreSQL gets the right to pass through and no other; where that cannot be given, the folder is named, with what to do", async () => {
  const closed = join(base, "closed");
  mkdirSync(closed, { mode: 0o700 });
  dataDir = join(closed, "data");
  const programs = join(base, "programs");
  mkdirSync(programs);
  symlinkSync("/usr/bin/id", join(programs, "id"));
  const without = start({ env: { PATH: programs } });
  expect(await without.ended).toBe(1);
  expect(without.said()).toMatch(/may not enter .*closed\.\n/);
  expect(without.said()).toContain("DATA_DIR");

  // The programs stand in there, too.
  cpSync(dirname(findBinaries(null).dir), join(closed, "native"), { recursive: true, verbatimSymlinks: true });
  const server = start({ env: { POSTGRES_BIN: join(closed, "native", "bin") } });
  const url = await server.ready;
  const status = readFileSync(`/proc/${postmaster(dataDir).pid}/status`, "utf8");
  expect(Number(/^Uid:\s+(\d+)/m.exec(status)?.[1])).toBeGreaterThan(0);
  const CAP_DAC_READ_SEARCH = 1n << 2n;
  expect(BigInt(`0x${/^CapEff:\s+(\w+)/m.exec(status)?.[1]}`)).toBe(CAP_DAC_READ_SEARCH);
  expect(await isHealthy(url)).toBe(true);
});
