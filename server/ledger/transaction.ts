import { escapeLiteral, type Pool, type PoolClient } from "pg";
import type { Principal } from "#core/ledger/belonging.ts";

type Scope = { readonly programme: string; readonly role: string; readonly person?: string; readonly site?: string | null; readonly device?: string };

/** The server's own work on one programme: judging, folding, erasing. Nothing read here goes out unchecked. */
export const inLedger = <T>(pool: Pool, programme: string, work: (client: PoolClient) => Promise<T>): Promise<T> => inScope(pool, { programme, role: "ledger" }, work);

/** What this principal may see, by row-level security. */
export async function asReader<T>(pool: Pool, by: Principal, work: (client: PoolClient) => Promise<T>): Promise<T> {
  if (!by.reads) throw new Error("a principal that only uploads must not read");
  return inScope(pool, by, work);
}

/** As the platform's `inScope`, on the bare driver: begin and scope in one trip, and statements that the database has planned before. */
async function inScope<T>(pool: Pool, scope: Scope, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const set = (name: string, value: string | null | undefined) => `set_config('dampingi.${name}', ${escapeLiteral(value ?? "")}, true)`;
  const settings = [set("programme", scope.programme), set("role", scope.role), set("person", scope.person), set("site", scope.site), set("device", scope.device)];
  let broken: Error | undefined;
  try {
    await client.query(`begin; select ${settings.join(", ")}`);
    const result = await work(client);
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
