import type pg from "pg";
import type { Keyring } from "#server/platform/keys.ts";
import type { TokenRow } from "#server/devices/bearer.ts";
import type { Offering, Pushed } from "./keep-offered.ts";
import type { Hints } from "./live.ts";
import type { StoryCache } from "./story-cache.ts";

/** What the ledger stands on. `now` is the server's clock, in ms. */
export type LedgerDeps = {
  readonly pool: pg.Pool;
  readonly keyring: Keyring;
  readonly hints: Hints;
  readonly stories: StoryCache;
  /** Takes an offering to a programme, with others that wait for the same. */
  readonly pushes: (programme: string, offering: Offering) => Promise<Pushed>;
  /** Whose token has this digest; the key is always the same. */
  readonly tokens: (key: "", hash: Buffer) => Promise<TokenRow | null>;
  readonly now: () => number;
};
