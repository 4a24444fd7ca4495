import { escapeLiteral, type Pool, type PoolClient, type QueryResult } from "pg";
import type { Principal } from "#core/ledger/belonging.ts";

type Scope = { readonly programme: string; readonly role: string; readonly person?: string; readonly site?: string | null; readonly device?: string };

/** The server's own work on one programme: judging, folding, erasing. Nothing read here goes out unchecked. */
export const inLedger = <T>(pool: Pool, programme: string, work: (client: PoolClient) => Promise<T>): Promise<T> => inScope(pool, { programme, role: "ledger" }, work);

/** A programme's row, locked until commit: whoever else would write to it waits, and what this transaction then reads is all that was written. */
export type Locked = { readonly lastSeq: number; readonly system: string };

/** The same for who writes entries; `null` where there is no such programme. */
export const inLockedLedger = <T>(pool: Pool, programme: string, work: (client: PoolClient, locked: Locked | null) => Promise<T>): Promise<T> =>
  inScope(pool, { programme, role: "ledger" }, work, `select last_seq::float8 as "lastSeq", system from programme where id = ${escapeLiteral(programme)} for no key update`);

/** What this principal may see, by row-level security. */
export async function asReader<T>(pool: Pool, by: Principal, work: (client: PoolClient) => Promise<T>): Promise<T> {
  if (!by.reads) throw new Error("a principal that only uploads must not read");
  return inScope(pool, by, work);
}

/** As the platform's `inScope`, on the bare driver: begin and scope in one trip, and statements that the database has planned before. */
async function inScope<T>(pool: Pool, scope: Scope, work: (client: PoolClient, first: never) => Promise<T>, first = "select null"): Promise<T> {
  const client = await pool.connect();
  const set = (name: string, value: string | null | undefined) => `set_config('dampingi.${name}', ${escapeLiteral(value ?? "")}, true)`;
  // Planning anew each time costs more than the statements themselves: all of them find their rows by index.
  const settings = ["set_config('plan_cache_mode', 'force_generic_plan', true)", set("programme", scope.programme), set("role", scope.role), set("person", scope.person), set("site", scope.site), set("device", scope.device)];
  let broken: Error | undefined;
  try {
    const answers = (await client.query(`begin; select ${settings.join(", ")}; ${first}`)) as unknown as QueryResult[];
    const result = await work(client, (answers[2]?.rows[0] ?? null) as never);
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
