import { escapeLiteral, type Pool, type PoolClient, type QueryResult } from "pg";
import type { Principal } from "#core/ledger/belonging.ts";

/** A programme's row, locked until commit: whoever else would write to it waits, and what this transaction then reads is all that was written. */
export type Locked = { readonly lastSeq: number; readonly system: string };

/** The server's own work on one programme. Nothing read here goes out unchecked. */
export const inLedger = <T>(pool: Pool, programme: string, work: (client: PoolClient) => Promise<T>): Promise<T> => transaction(pool, enter(programme, false), (client) => work(client));

/** The same for who writes entries, folds or erases; `locked` is null where there is no such programme. */
export const inLockedLedger = <T>(pool: Pool, programme: string, work: (client: PoolClient, locked: Locked | null) => Promise<T>): Promise<T> =>
  transaction(pool, enter(programme, true), (client, first) => work(client, (first as Locked | undefined) ?? null));

const enter = (programme: string, toWrite: boolean): string => `select last_seq::float8 as "lastSeq", system from enter_ledger(${escapeLiteral(programme)}, ${toWrite})`;

/** What this principal may see, by row-level security. */
export async function asReader<T>(pool: Pool, by: Principal, work: (client: PoolClient) => Promise<T>): Promise<T> {
  if (!by.reads) throw new Error("a principal that only uploads must not read");
  const set = (name: string, value: string | null) => `set_config('dampingi.${name}', ${escapeLiteral(value ?? "")}, true)`;
  const scope = [set("programme", by.programme), set("role", by.role), set("person", by.person), set("site", by.site), set("device", by.device)];
  // Planning anew each time costs more than the statements themselves: all of them find their rows by index.
  return transaction(pool, `select ${scope.join(", ")}, set_config('plan_cache_mode', 'force_generic_plan', true)`, work);
}

/** As the platform's `inScope`, on the bare driver: begin and scope in one trip, and statements that the database has planned before. */
async function transaction<T>(pool: Pool, first: string, work: (client: PoolClient, first: unknown) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    const answers = (await client.query(`begin; ${first}`)) as unknown as QueryResult[];
    const result = await work(client, answers[1]?.rows[0]);
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch((failed: Error) => (broken = failed));
    throw error;
  } finally {
    // A connection that cannot roll back is not handed on.
    client.release(broken);
  }
}
