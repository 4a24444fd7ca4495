import type { LedgerDeps } from "./deps.ts";
import { openWrapped, type WrappedRow } from "./read-keys.ts";
import { fold, FOLDED_BY, KEEP_CARDS, keepProjections, motherCards } from "./projections.ts";
import { readStories } from "./stories.ts";
import { inLockedLedger } from "./transaction.ts";

const AT_ONCE = 20;

/**
 * Folds anew what another version of this server folded: after an update, and now and then for what an older server beside this
 * one has written since. A programme is locked for a few streams at a time. Gives how many streams were folded.
 */
export async function refoldStale(deps: LedgerDeps): Promise<number> {
  const { rows } = await deps.pool.query<{ programme: string; stream: string }>("select programme, stream from stale_cards($1)", [FOLDED_BY]);
  for (const [programme, stale] of Map.groupBy(rows, (row) => row.programme)) {
    for (let first = 0; first < stale.length; first += AT_ONCE) await refold(deps, programme, stale.slice(first, first + AT_ONCE).map((row) => row.stream));
  }
  return rows.length;
}

function refold(deps: LedgerDeps, programme: string, streams: readonly string[]): Promise<void> {
  return inLockedLedger(deps.pool, programme, async (client) => {
    const { rows } = await client.query<Omit<WrappedRow, "master"> & { site: string | null; master: string | null }>(
      `select s.id as stream, s.site, k.master, k.wrapped from stream s left join mother_key k on k.programme = s.programme and k.stream = s.id
       where s.programme = $1 and s.id = any($2) and s.erased_seq is null`,
      [programme, streams],
    );
    const keys = new Map(rows.flatMap(({ stream, master, wrapped }) => (master === null ? [] : [[stream, openWrapped(deps.keyring, programme, { stream, master, wrapped })] as const])));
    const sites = new Map(rows.map((row) => [row.stream, row.site]));
    const told = await readStories(client, programme, [...sites.keys()], (stream) => keys.get(stream));
    const folded = [...told].flatMap(([stream, entries]) => fold(stream, entries) ?? []);
    const cards = motherCards(programme, folded, (stream) => keys.get(stream));
    await client.query(KEEP_CARDS("$1", "$2", "$3", "$4"), [programme, FOLDED_BY, [...cards.keys()], [...cards.values()]]);
    await keepProjections(client, programme, folded, (stream) => keys.get(stream), (stream) => sites.get(stream) ?? null);
  });
}
