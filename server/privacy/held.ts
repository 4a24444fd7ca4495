import type { Principal } from "#core/ledger/belonging.ts";
import type { LedgerDeps } from "#server/ledger/deps.ts";
import { asReader } from "#server/ledger/transaction.ts";

/** Days are UTC's. */
export type Holder = { readonly person: string; readonly device: string; readonly how: "wrote" | "pulled" | "viewed"; readonly firstDay: string; readonly lastDay: string };

/** S4: which devices held her record, by writing in it or by pulling it. For the midwife of its site, also once it is erased. */
export const whoHeld = (deps: LedgerDeps, by: Principal, stream: string): Promise<Holder[]> => holders(deps, by, stream, ["wrote", "pulled"]);

/** S4: which console users looked at it. */
export const whoRead = (deps: LedgerDeps, by: Principal, stream: string): Promise<Holder[]> => holders(deps, by, stream, ["viewed"]);

async function holders(deps: LedgerDeps, by: Principal, stream: string, how: readonly Holder["how"][]): Promise<Holder[]> {
  const { rows } = await asReader(deps.pool, by, (client) =>
    client.query<Holder>(
      `select person, device, how, first_day::text as "firstDay", last_day::text as "lastDay" from holders_of($1) where how = any($2) order by last_day desc, person, device, how`,
      [stream, how],
    ),
  );
  return rows;
}
