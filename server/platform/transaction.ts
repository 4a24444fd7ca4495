import { sql, type Kysely, type Transaction } from "kysely";

/** As whom the database is asked. What is left out is empty, and row-level security then shows nothing that needs it. */
export type Scope = {
  readonly person?: string | null;
  readonly programme?: string | null;
  readonly role?: string | null;
  readonly site?: string | null;
  readonly device?: string | null;
};

/** Runs `fn` in one transaction that sees what the scope may see; the scope ends with the transaction, so a pooled connection carries none of it on. */
export async function inScope<T, R>(db: Kysely<T>, scope: Scope, fn: (tx: Transaction<T>) => Promise<R>): Promise<R> {
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('dampingi.person', ${scope.person ?? ""}, true), set_config('dampingi.programme', ${scope.programme ?? ""}, true),
      set_config('dampingi.role', ${scope.role ?? ""}, true), set_config('dampingi.site', ${scope.site ?? ""}, true),
      set_config('dampingi.device', ${scope.device ?? ""}, true)`.execute(tx);
    return fn(tx);
  });
}
