import type pg from "pg";
import type { Keyring } from "#server/platform/keys.ts";
import type { Hints } from "./live.ts";
import type { StoryCache } from "./story-cache.ts";

/** What the ledger stands on. `now` is the server's clock, in ms. */
export type LedgerDeps = {
  readonly pool: pg.Pool;
  readonly keyring: Keyring;
  readonly hints: Hints;
  readonly stories: StoryCache;
  readonly now: () => number;
};
