import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { openAccounts, type Accounts } from "#server/accounts/accounts.ts";
import { consoleRoutes } from "#server/console/routes.ts";
import { deviceRoutes } from "#server/devices/routes.ts";
import type { LedgerDeps } from "#server/ledger/deps.ts";
import { openLedger } from "#server/ledger/open-ledger.ts";
import { refoldStale } from "#server/ledger/refold.ts";
import { syncRoutes } from "#server/ledger/routes.ts";
import type { Config } from "#server/platform/config.ts";
import type { Database } from "#server/platform/database.ts";
import { createHttp } from "#server/platform/http.ts";
import { openKeyring, type Keyring } from "#server/platform/keys.ts";
import { startSweep } from "#server/referrals/sweep.ts";

const ROOT = join(import.meta.dirname, "..");
/** An older server beside this one may still write cards of its own. */
const REFOLD_MS = 3_600_000;

export type Server = {
  readonly app: FastifyInstance;
  readonly ledger: LedgerDeps;
  readonly accounts: Accounts;
  /** Starts what runs beside the requests: the sweep over open referrals, and folding anew after an update. */
  readonly startWork: () => void;
  /** In this order, once HTTP is drained. The database is not among them: whoever opened it closes it. */
  readonly onStop: readonly (() => Promise<void>)[];
};

/** Everything on an open database, ready to listen. Throws StartError. */
export async function openServer(config: Config, database: Database, keys?: Keyring): Promise<Server> {
  const keyring = keys ?? (await openKeyring(config, database));
  // The log is the app's, which is made last.
  let log: Pick<FastifyInstance["log"], "error"> = { error: (...words: unknown[]) => console.error(...words) };
  const failed = (what: string) => (error: unknown) => log.error({ err: error }, what);
  const ledger = await openLedger({ database, keyring, failed: failed("a hint was not sent") });
  const secure = config.origin?.startsWith("https:") ?? false;
  const accounts = openAccounts({ db: database.tables(), key: keyring.current.key, secure, clock: Date.now });
  const dist = join(ROOT, "dist");
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
  const app = await createHttp({
    config,
    healthy: database.healthy,
    version,
    dist: existsSync(dist) ? dist : null,
    routes: [syncRoutes(ledger), deviceRoutes(ledger), consoleRoutes({ ledger, accounts, origin: config.origin })],
  });
  log = app.log;
  const work: (() => Promise<void>)[] = [];
  return {
    app,
    ledger,
    accounts,
    startWork: () => work.push(startSweep(ledger, failed("the sweep over open referrals failed")), startRefold(ledger, failed("folding anew failed"))),
    onStop: [() => Promise.all(work.map((stop) => stop())).then(() => {}), ledger.close],
  };
}

function startRefold(ledger: LedgerDeps, failed: (error: unknown) => void): () => Promise<void> {
  let running: Promise<unknown> = refoldStale(ledger).catch(failed);
  const timer = setInterval(() => (running = refoldStale(ledger).catch(failed)), REFOLD_MS);
  return async () => {
    clearInterval(timer);
    await running;
  };
}
