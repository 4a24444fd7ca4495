import { createTokens } from "#server/devices/bearer.ts";
import type { Database } from "#server/platform/database.ts";
import type { Keyring } from "#server/platform/keys.ts";
import type { LedgerDeps } from "./deps.ts";
import { openHints } from "./live.ts";
import { createPushes } from "./push.ts";
import { createStoryCache } from "./story-cache.ts";

type Options = { readonly database: Pick<Database, "pool" | "listen">; readonly keyring: Keyring; readonly now?: () => number; readonly failed?: (error: unknown) => void };

/** The ledger on an open database. `close` sends what hints are left, and stops listening; the database is closed by its owner. */
export async function openLedger({ database, keyring, now = Date.now, failed = () => {} }: Options): Promise<LedgerDeps & { close: () => Promise<void> }> {
  const hints = await openHints(database.pool, database.listen, failed);
  const stories = createStoryCache(now);
  const pruning = setInterval(stories.prune, 60_000).unref();
  const close = async (): Promise<void> => {
    clearInterval(pruning);
    await hints.stop();
  };
  const deps = { pool: database.pool, keyring, now, hints, stories, tokens: createTokens(database.pool) };
  return { ...deps, pushes: createPushes(deps), close };
}
