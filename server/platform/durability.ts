import type { Client } from "pg";
import { StartError } from "./start-error.ts";

/** Settings without which an acknowledged entry can be lost with the power (L1), and the values that lose it. */
const LOSING: Readonly<Record<string, string>> = { fsync: "off", full_page_writes: "off", synchronous_commit: "off" };

/** Throws a StartError unless what is committed over this connection has been written to disk. Ask over the connection that serves: a role can have settings of its own. */
export async function assertDurable(client: Client): Promise<void> {
  for (const [name, losing] of Object.entries(LOSING)) {
    const { rows } = await client.query<{ value: string }>("select current_setting($1) as value", [name]);
    if (rows[0]?.value === losing) throw new StartError(`PostgreSQL's ${name} is ${losing}: what is saved could be lost in a power cut. Turn it on (and look at ALTER SYSTEM and ALTER ROLE settings), then start again.`);
  }
}
