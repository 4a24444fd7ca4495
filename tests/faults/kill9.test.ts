import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Refused, syncTarget, type KillTarget } from "./kill-target.ts";
import { postmaster, startServer, superuser, until, type Server } from "./process.ts";

/** In each of a server's lives PostgreSQL is killed so many times, then the server. */
const ROUNDS = 10;
const POSTGRES_KILLS = 4;
const KILLS = ROUNDS * (POSTGRES_KILLS + 1);
const LEAST_IN_FLIGHT = 30;
const WRITERS = 16;
/** Acknowledged writes before each kill, so that there is something to lose. */
const WRITES = 20;
/** Takes about a minute on two cores; the suite has its own budget, in tools/run/suites.mjs. */
const HANGS_MS = 300_000;

type Tally = { readonly sent: Set<string>; readonly acknowledged: Set<string>; trouble: string };

/** Writes until `stop`; what was sent and not answered by then is in the air. */
function keepWriting(target: KillTarget, url: string, tally: Tally): { readonly acknowledged: () => number; readonly inTheAir: () => number; readonly stop: () => Promise<void> } {
  const stop = new AbortController();
  let pending = 0;
  let count = 0;
  const writer = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      const id = target.newId();
      tally.sent.add(id);
      pending += 1;
      const isKept = await target.write(url, id).catch((error: unknown) => {
        if (error instanceof Refused) throw error;
        tally.trouble ||= (error as Error).message;
        return false;
      });
      pending -= 1;
      if (isKept) {
        tally.acknowledged.add(id);
        count += 1;
      } else {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    }
  };
  const writers = Array.from({ length: WRITERS }, writer);
  return {
    acknowledged: () => count,
    inTheAir: () => pending,
    stop: async () => {
      stop.abort();
      await Promise.all(writers);
    },
  };
}

/** Kills at a moment when a backend of the server was just seen flushing a commit to disk; false where none was seen. */
async function killDuringCommit(dataDir: string, kill: () => void): Promise<boolean> {
  const watcher = await superuser(dataDir);
  const isFlushing = async (): Promise<boolean> => {
    const { rowCount } = await watcher.query(`select from pg_stat_activity where usename = 'dampingi_serve' and state = 'active' and lower(wait_event) in ('walsync', 'walwrite')`);
    return (rowCount ?? 0) > 0;
  };
  const seen = await until(isFlushing, 2_000).then(
    () => true,
    () => false,
  );
  kill();
  await watcher.end().catch(() => {});
  return seen;
}

const killed = (pid: number): void => void process.kill(pid, "SIGKILL");

/** PostgreSQL's first process, or all of them in one go: then nobody is left who could still finish something. */
function killPostgres(dataDir: string, all: boolean): void {
  const { pid } = postmaster(dataDir);
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").map(Number);
  killed(pid);
  if (all) for (const child of children) killed(child);
}

const isHealthy = async (url: string): Promise<boolean> => (await fetch(`${url}/api/health`).catch(() => null))?.status === 200;

test(`L1: what was acknowledged survives ${KILLS} times kill -9 of the server and of PostgreSQL`, { timeout: HANGS_MS }, async () => {
  const base = mkdtempSync(join(tmpdir(), "dampingi kill "));
  chmodSync(base, 0o755);
  const dataDir = join(base, "data");
  const target = syncTarget();
  const tally: Tally = { sent: new Set(), acknowledged: new Set(), trouble: "" };
  let inFlight = 0;
  let kills = 0;
  const begun = Date.now();

  let server: Server = startServer({ dataDir, script: target.script, args: target.firstArgs });
  await server.ready;
  await target.prepare(server, dataDir);

  const loadAndKill = async (url: string, kill: () => void): Promise<void> => {
    const load = keepWriting(target, url, tally);
    await until(() => load.acknowledged() >= WRITES);
    let air = 0;
    const seen = await killDuringCommit(dataDir, () => {
      air = load.inTheAir();
      kills += 1;
      kill();
    });
    if (seen && air > 0) inFlight += 1;
    await load.stop();
  };

  try {
    for (let round = 0; round < ROUNDS; round++) {
      const url = await server.ready;
      for (let n = 0; n < POSTGRES_KILLS; n++) {
        await loadAndKill(url, () => killPostgres(dataDir, (round + n) % 2 === 0));
        await until(() => isHealthy(url));
      }
      // Every third time the database goes with its server.
      await loadAndKill(url, () => {
        killed(server.pid);
        if (round % 3 === 0) killPostgres(dataDir, true);
      });
      await server.ended;
      server = startServer({ dataDir, script: target.script });
    }
    await server.ready;
    const stored = await target.stored(dataDir);
    const lost = [...tally.acknowledged].filter((id) => !stored.has(id));
    const unanswered = [...tally.sent].filter((id) => !tally.acknowledged.has(id));
    const keptUnanswered = unanswered.filter((id) => stored.has(id)).length;
    const seconds = (Date.now() - begun) / 1000;
    console.log(`${KILLS} kills, ${inFlight} during a commit; ${tally.acknowledged.size} acknowledged, ${lost.length} lost; ${unanswered.length} unanswered, of which ${keptUnanswered} were committed; ${seconds.toFixed(0)} s`);

    expect(lost).toEqual([]);
    expect(tally.acknowledged.size).toBeGreaterThanOrEqual(KILLS * WRITES);
    expect(inFlight).toBeGreaterThanOrEqual(LEAST_IN_FLIGHT);
    // Commits whose answer the kill cut off: the kills did land inside.
    expect(keptUnanswered).toBeGreaterThan(0);
  } catch (error) {
    throw new Error(`after ${kills} kills: ${(error as Error).message}; the first trouble of a writer: ${tally.trouble}\nThe server said:\n${server.said()}`, { cause: error });
  } finally {
    server.child.kill("SIGTERM");
    await server.ended;
    rmSync(base, { recursive: true, force: true });
  }
});
