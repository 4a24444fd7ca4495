import { CATALOGUE } from "#core/catalogue.ts";
import type { Principal } from "#core/ledger/belonging.ts";
import { foldStream, type StreamState } from "#core/ledger/fold.ts";
import type { LedgerDeps } from "../ledger/deps.ts";
import { readStories } from "../ledger/stories.ts";
import { asReader } from "../ledger/transaction.ts";

/** The programme's own stream, folded: whoever says something of it anew must name what it replaces. Some dozens of entries. */
export async function programmeState(deps: LedgerDeps, by: Principal): Promise<StreamState> {
  const stream = `programme:${by.programme}`;
  // Plain: only mothers' streams have keys.
  const stories = await asReader(deps.pool, by, (client) => readStories(client, by.programme, [stream], () => undefined));
  return foldStream(CATALOGUE, stories.get(stream) ?? []);
}
