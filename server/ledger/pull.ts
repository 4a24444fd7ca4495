import type pg from "pg";
import type { Principal } from "#core/ledger/belonging.ts";
import { nextCursor, windowOf, type Window } from "#core/ledger/cursor.ts";
import { PAGE, streamKind } from "#core/ledger/entry.ts";
import { FOLD_VERSION } from "#core/ledger/fold.ts";
import type { StreamSum, SyncResponse } from "#core/ledger/protocol.ts";
import { openMotherKey } from "#server/privacy/mother-keys.ts";
import type { SecretKey } from "#server/privacy/seal.ts";
import type { LedgerDeps } from "./deps.ts";
import { ENTRY_COLUMNS, entryFromRow, type EntryRow } from "./stories.ts";
import { asReader } from "./transaction.ts";
import { visibleTo } from "./visible.ts";

export type Pulled = Omit<SyncResponse, "accepted" | "refused">;
export type PullOptions = { readonly cursor: string | null; readonly limit?: number; readonly checkAll?: boolean };

/**
 * The next page of what this reader may see (L6, L7): streams in the order of their ids, each probed by index behind what was
 * read already. Which share of a stream belongs to the page is `shareOf` of core/ledger/cursor.ts, as a query.
 */
export async function pullEntries(deps: LedgerDeps, by: Principal, { cursor, limit = PAGE, checkAll = false }: PullOptions): Promise<Pulled> {
  const rest = { foldVersion: FOLD_VERSION, serverTime: new Date(deps.now()).toISOString() };
  if (!by.reads) return { entries: [], cursor: cursor ?? "", more: false, offerAll: false, lost: [], sums: [], ...rest };
  return asReader(deps.pool, by, async (client) => {
    const { rows } = await client.query<{ epoch: string; last_seq: number }>({ name: "pull head", text: "select epoch, last_seq::float8 as last_seq from programme where id = $1", values: [by.programme] });
    const head = rows[0];
    if (head === undefined) return { entries: [], cursor: cursor ?? "", more: false, offerAll: false, lost: [], sums: [], ...rest };
    const window = windowOf(cursor, head.epoch, head.last_seq);
    const page = await readPage(deps, client, by, window, limit);
    const last = page.more ? (page.entries.at(-1) ?? null) : null;
    const closing = last === null ? await close(client, by, window, checkAll) : { lost: [], sums: [] };
    return { entries: page.entries, cursor: nextCursor(window, last === null ? null : { stream: last.stream, seq: last.seq }), more: page.more, offerAll: window.offerAll, ...closing, ...rest };
  });
}

type PageRow = EntryRow & { master: string | null; wrapped: Buffer | null };

async function readPage(deps: LedgerDeps, client: pg.PoolClient, by: Principal, window: Window, limit: number): Promise<{ entries: Pulled["entries"]; more: boolean }> {
  const { rows } = await client.query<PageRow>({
    name: `pull page ${by.role}`,
    text: `with ${visibleTo(by.role)},
      share as (
        select id, greatest(case when whole then 0 else $2::bigint end, case when id = $4 then $5::bigint else 0 end) as after, not whole as skip_own, last_seq, kind
        from (select *, $2::bigint = 0 or (granted > $2::bigint and granted > first_seq) as whole from visible where granted <= $3::bigint) v
      )
      select ${ENTRY_COLUMNS}, k.master, k.wrapped
      from (select * from share where last_seq > after and id >= $4 order by id) s
      cross join lateral (
        select * from entry where programme = $1 and stream = s.id and seq > s.after and seq <= $3::bigint and not (s.skip_own and device = $6) order by seq limit $7
      ) e
      left join mother_key k on k.programme = $1 and k.stream = s.id
      where s.kind <> 'mother' or k.stream is not null
      order by s.id, e.seq limit $7`,
    values: [by.programme, window.from, window.to, window.at?.stream ?? "", window.at?.seq ?? 0, by.device, limit + 1],
  });
  const keys = new Map<string, SecretKey>();
  const entries = rows.slice(0, limit).map((row) => {
    const key = keys.get(row.stream) ?? (row.master !== null && row.wrapped !== null ? openMotherKey(deps.keyring, by.programme, row.stream, { master: row.master, wrapped: row.wrapped }) : undefined);
    if (key !== undefined) keys.set(row.stream, key);
    return entryFromRow(by.programme, row, key);
  });
  const mothers = [...new Set(entries.map((entry) => entry.stream))].filter((stream) => streamKind(stream) === "mother");
  if (mothers.length > 0) await client.query({ name: "pull log", text: "select log_reads($1, 'pulled')", values: [mothers] });
  return { entries, more: rows.length > limit };
}

/** At the end of a window: what is lost, and the sums of what it touched. A stream that has grown since comes in the next, and is only named where all are asked for. */
async function close(client: pg.PoolClient, by: Principal, window: Window, checkAll: boolean): Promise<{ lost: string[]; sums: StreamSum[] }> {
  const lost = await client.query<{ id: string }>({
    name: "pull lost",
    text: "select l.id from ended_streams($2, $3) l where not exists (select from stream s where s.programme = $1 and s.id = l.id) order by l.id",
    values: [by.programme, window.from, window.to],
  });
  const sums = await client.query<StreamSum>({
    name: `pull sums ${by.role}`,
    text: `with ${visibleTo(by.role)}
      select id as stream, count::float8 as count, digest, last_seq > $3 or granted > $3 as grown from visible
      where $4 or (granted <= $3 and last_seq <= $3 and (last_seq > $2 or granted > $2)) order by id`,
    values: [by.programme, window.from, window.to, checkAll],
  });
  return { lost: lost.rows.map((row) => row.id), sums: sums.rows.map(({ grown, ...sum }) => (grown ? { ...sum, grown } : sum)) };
}
