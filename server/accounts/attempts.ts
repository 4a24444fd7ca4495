import { sql, type Kysely } from "kysely";
import { digestOf, type AccountTables } from "./auth.ts";

/** So many tries are free; then each waits longer, in seconds. */
const FREE = 5;
const WAITS = [30, 60, 300, 900];

/** Seconds to wait after this many failures. */
export const waitAfter = (failures: number): number => (failures < FREE ? 0 : (WAITS[Math.min(failures - FREE, WAITS.length - 1)] ?? 0));

/**
 * Counts the try before the password is looked at, so that many at once do not slip through together. Gives 0 where it may go
 * on, else the seconds to wait. An unknown name waits like a known one.
 */
export async function beginAttempt(db: Kysely<AccountTables>, name: string, now: Date): Promise<number> {
  const key = digestOf(name.trim().toLowerCase());
  const until = (failures: number) => new Date(now.getTime() + waitAfter(failures) * 1000);
  const steps = sql.join(
    Array.from({ length: FREE + WAITS.length }, (_, failures) => sql`when ${sql.lit(failures)} then ${until(failures + 1)}::timestamptz`),
    sql` `,
  );
  const counted = await sql<{ failures: number }>`
    insert into account_attempt as a (name, failures, until) values (${key}, 1, ${until(1)})
    on conflict (name) do update set failures = a.failures + 1, until = case a.failures ${steps} else ${until(FREE + WAITS.length)}::timestamptz end
    where a.until <= ${now}
    returning failures`.execute(db);
  if (counted.rows.length > 0) return 0;
  const row = await db.selectFrom("account_attempt").select("until").where("name", "=", key).executeTakeFirst();
  return row === undefined ? 0 : Math.max(1, Math.ceil((row.until.getTime() - now.getTime()) / 1000));
}

/** The right password forgives what went before. */
export async function endAttempts(db: Kysely<AccountTables>, name: string): Promise<void> {
  await db.deleteFrom("account_attempt").where("name", "=", digestOf(name.trim().toLowerCase())).execute();
}
