import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chmodSync, chownSync, closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, sep } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { findBinaries, type Binaries } from "./embedded/binaries.ts";
import { ensureCluster, environment, explain, paths, writeSettings, type Login } from "./embedded/cluster.ts";
import { lockFolder } from "./embedded/folder-lock.ts";
import { isAlive, stopOrphan } from "./embedded/orphan.ts";
import { ableToReach, commandAs, postgresUser, type OsUser } from "./embedded/os-user.ts";
import { StartError } from "./start-error.ts";

export type Postgres = {
  /** A connection URL of that login. */
  readonly url: (login: Login, database: string) => string;
  readonly pid: () => number | null;
  readonly stop: () => Promise<void>;
};

export type PostgresOptions = {
  readonly folder: string;
  readonly binDir: string | null;
  readonly maxConnections: number;
  /** Things that the operator should read, such as a restart. */
  readonly notice?: (words: string) => void;
  /** PostgreSQL ended and could not be brought back. */
  readonly gaveUp?: (error: Error) => void;
};

const SOCKET_PREFIX = "dampingi-";
/** Backends of a killed server hold its shared memory until they notice; the next start waits this long for them. */
const LEFTOVERS_MS = 10_000;
/** A start that replays a long log after a crash may take minutes, and is left to do so. */
const START_MS = 600_000;
const STOP_MS = 60_000;
const LARGEST_LOG = 10 * 1024 * 1024;
const RESTARTS_PER_MINUTE = 5;

/** Starts PostgreSQL in `folder`, makes the cluster at the first start, and keeps it running until `stop`. Throws StartError. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const { folder, notice = () => {}, gaveUp = () => {} } = options;
  const at = paths(folder);
  const binaries = findBinaries(options.binDir);
  makeFolder(folder);
  const lock = lockFolder(folder);
  let socketDir: string | null = null;
  try {
    const user = ableToReach(postgresUser(existsSync(at.cluster) ? at.cluster : null), binaries.postgres, folder);
    if (await stopOrphan(at.cluster, SOCKET_PREFIX)) notice("An earlier run was killed and had left its database running; it was stopped in good order.");
    const passwords = await ensureCluster(folder, binaries, user);
    socketDir = process.platform === "win32" ? null : makeSocketDir(user);
    const port = socketDir === null ? await freePort() : 5432;
    writeSettings(folder, { socketDir, port, maxConnections: options.maxConnections });

    const url = (login: Login, database: string): string => {
      const host = socketDir === null ? "127.0.0.1" : "localhost";
      const socket = socketDir === null ? "" : `?host=${encodeURIComponent(socketDir)}`;
      return `postgresql://${login}:${passwords[login]}@${host}:${port}/${database}${socket}`;
    };
    const launch = () => start(folder, binaries, user, url("postgres", "postgres"), notice);

    let running = await launch();
    let stopping = false;
    const supervise = async (): Promise<void> => {
      const restarts: number[] = [];
      for (;;) {
        await running.ended;
        if (stopping) return;
        restarts.push(Date.now());
        if (restarts.filter((time) => time > Date.now() - 60_000).length > RESTARTS_PER_MINUTE) throw new StartError("The database keeps ending. Its log says why: " + at.log);
        notice("The database ended by itself; it is started again.");
        running = await launch();
        if (stopping) await running.stop();
      }
    };
    const supervision = supervise().catch(gaveUp);

    const stop = async (): Promise<void> => {
      if (stopping) return;
      stopping = true;
      await running.stop();
      await supervision;
      if (socketDir !== null) rmSync(socketDir, { recursive: true, force: true });
      lock.release();
    };
    return { url, pid: () => running.pid, stop };
  } catch (error) {
    if (socketDir !== null) rmSync(socketDir, { recursive: true, force: true });
    lock.release();
    throw error;
  }
}

type Running = { readonly pid: number; readonly ended: Promise<void>; readonly stop: () => Promise<void> };

async function start(folder: string, binaries: Binaries, user: OsUser, url: string, notice: (words: string) => void): Promise<Running> {
  const firstTry = Date.now();
  for (;;) {
    const log = rotateLog(paths(folder).log);
    const child = process.platform === "win32" ? startOnWindows(folder, binaries) : startOnUnix(folder, binaries, user);
    const ready = await untilReady(child, url, notice);
    if (ready) return child;
    const words = readFileSync(paths(folder).log, "utf8").slice(log);
    const isLeftover = /shared memory block .* is still in use|lock file .* already exists|another server might be running/i.test(words);
    if (!isLeftover || Date.now() > firstTry + LEFTOVERS_MS) throw new StartError(`The database does not start.\n${explain(words)}`);
    await sleep(200);
  }
}

function startOnUnix(folder: string, binaries: Binaries, user: OsUser): Running {
  const log = openSync(paths(folder).log, "a", 0o600);
  // Detached: Ctrl-C in a terminal reaches us alone, so that what is being answered is finished before the database stops.
  const { program, args, as } = commandAs(user, binaries.postgres, ["-D", paths(folder).cluster]);
  const child: ChildProcess = spawn(program, args, { ...as, cwd: folder, env: environment(), detached: true, stdio: ["ignore", log, log] });
  closeSync(log);
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  const stop = async (): Promise<void> => {
    // SIGINT: fast stop, open transactions are rolled back, everything committed is written down.
    child.kill("SIGINT");
    const late = setTimeout(() => child.kill("SIGQUIT"), STOP_MS);
    await ended;
    clearTimeout(late);
  };
  return { pid: child.pid ?? 0, ended, stop };
}

/** pg_ctl gives up administrator's rights, which PostgreSQL refuses to run with, and stops without signals. */
function startOnWindows(folder: string, binaries: Binaries): Running {
  const at = paths(folder);
  const control = (...words: string[]) => spawnSync(binaries.pgCtl, [...words, "-w", "-D", at.cluster], { cwd: folder, env: environment(), stdio: "ignore" });
  control("start", "-l", at.log);
  const pid = existsSync(join(at.cluster, "postmaster.pid")) ? Number(readFileSync(join(at.cluster, "postmaster.pid"), "utf8").split("\n")[0]) : 0;
  const watch = async (): Promise<void> => {
    for (let there = pid > 0; there; there = isAlive(pid)) await sleep(1000);
  };
  return { pid, ended: watch(), stop: async () => void control("stop", "-m", "fast") };
}

/** True once it answers; false when it ended before. */
async function untilReady(running: Running, url: string, notice: (words: string) => void): Promise<boolean> {
  let ended = false;
  void running.ended.then(() => (ended = true));
  const begun = Date.now();
  for (let said = false; Date.now() < begun + START_MS; await sleep(20)) {
    if (ended) return false;
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    client.on("error", () => {});
    try {
      await client.connect();
      await client.query("select 1");
      return true;
    } catch (error) {
      const INVALID_PASSWORD = "28P01";
      if ((error as { code?: string }).code === INVALID_PASSWORD) throw new StartError("The database does not take the password in passwords.json beside it. Put that file back from your copy of the data folder.");
    } finally {
      await client.end().catch(() => {});
    }
    if (!said && Date.now() > begun + 5_000) {
      notice("The database is replaying its log after an unclean stop. This can take some minutes.");
      said = true;
    }
  }
  throw new StartError("The database did not become ready in ten minutes. Its log says why.");
}

/** The log's length before this start. */
function rotateLog(path: string): number {
  if (!existsSync(path)) return 0;
  const { size } = statSync(path);
  if (size < LARGEST_LOG) return size;
  renameSync(path, `${path}.old`);
  return 0;
}

function makeFolder(folder: string): void {
  try {
    const isRoot = process.getuid?.() === 0;
    mkdirSync(folder, { recursive: true, mode: isRoot ? 0o711 : 0o700 });
    // As root, PostgreSQL's own user must pass through our folder and the data folder around it; it cannot list them.
    if (isRoot) for (const own of [dirname(folder), folder]) chmodSync(own, statSync(own).mode | 0o011);
  } catch (error) {
    throw new StartError(`The data folder ${folder} cannot be made: ${explain((error as Error).message)}`);
  }
}

/** Short, since a socket's path may have 107 bytes at most; new and private, since others can write to the folder for temporary files. */
function makeSocketDir(user: OsUser): string {
  const isOpen = (folder: string): boolean => existsSync(folder) && (user === null || (statSync(folder).mode & 0o001) === 1);
  const parent = [tmpdir(), "/tmp"].find((folder) => folder.length < 70 && isOpen(folder));
  if (parent === undefined) throw new StartError(`No folder for temporary files can be used (tried ${tmpdir()} and /tmp).`);
  const socketDir = mkdtempSync(parent + sep + SOCKET_PREFIX);
  if (user !== null) chownSync(socketDir, user.uid, user.gid);
  return socketDir;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
