import { createHash } from "node:crypto";
import { uuidFromDigest } from "#core/ledger/uuid.ts";
import type pg from "pg";

/** What somebody writes at the console counts as one device of hers in a programme; its id follows from both. */
export function consoleDeviceOf(programme: string, person: string): string {
  return uuidFromDigest(createHash("sha256").update(`console|${programme}|${person}`).digest());
}

/** The first of `n` new numbers for entries of a console. */
export async function takeDeviceNumbers(client: pg.PoolClient, programme: string, person: string, role: string, n: number): Promise<number> {
  const { rows } = await client.query<{ last: number }>(
    `insert into device (id, programme, person, role, kind, last_device_seq) values ($1, $2, $3, $4, 'console', $5)
     on conflict (id) do update set last_device_seq = device.last_device_seq + $5 returning last_device_seq as last`,
    [consoleDeviceOf(programme, person), programme, person, role, n],
  );
  return (rows[0]?.last ?? n) - n + 1;
}
