import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Client } from "pg";
import { StartError } from "./start-error.ts";

export type Migration = { readonly name: string; readonly sql: string; readonly sha256: string };

const NAME = /^\d{4}_[a-z0-9_]+\.sql$/;
export const MIGRATIONS = join(import.meta.dirname, "migrations");

export function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".sql")).toSorted();
  const numbers = new Set<string>();
  return names.map((name) => {
    const number = name.slice(0, 4);
    if (!NAME.test(name)) throw new StartError(`The migration ${name} must be named like 0012_what_it_does.sql.`);
    if (numbers.has(number)) throw new StartError(`Two migrations have the number ${number}.`);
    numbers.add(number);
    const sql = readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n");
    return { name, sql, sha256: createHash("sha256").update(sql).digest("hex") };
  });
}

/**
 * Applies what is missing, in order of name, each file in a transaction of its own, forward only. `client` acts as
 * dampingi_migrate, and nobody else migrates meanwhile. Returns the names applied. Throws StartError.
 */
export async function migrate(client: Client, migrations: readonly Migration[]): Promise<string[]> {
  await client.query(`create table if not exists dampingi.migration (
    name text primary key, sha256 text not null, applied_at timestamptz not null default now())`);
  const { rows } = await client.query<{ name: string; sha256: string }>("select name, sha256 from dampingi.migration order by name");
  const missing = pending(migrations, rows);
  for (const migration of missing) await apply(client, migration);
  return missing.map(({ name }) => name);
}

type Applied = { readonly name: string; readonly sha256: string };

/** What has to be applied still. */
export function pending(migrations: readonly Migration[], applied: readonly Applied[]): readonly Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { name, sha256 } of applied) {
    const migration = known.get(name);
    if (migration === undefined) throw new StartError(`The database has had the migration ${name}, which this version does not know. Start the newer version that made it.`);
    if (migration.sha256 !== sha256) throw new StartError(`The migration ${name} has changed since it was applied to this database. Put it back as it was and write a new one.`);
  }
  const done = new Set(applied.map(({ name }) => name));
  const last = applied.at(-1)?.name ?? "";
  const missing = migrations.filter(({ name }) => !done.has(name));
  const late = missing.find(({ name }) => name < last);
  if (late !== undefined) throw new StartError(`The migration ${late.name} comes before ${last}, which this database has had already. Give it a later number.`);
  return missing;
}

async function apply(client: Client, { name, sql, sha256 }: Migration): Promise<void> {
  try {
    await client.query("begin; set local search_path = dampingi, pg_temp");
    await client.query(sql);
    await client.query("insert into dampingi.migration (name, sha256) values ($1, $2)", [name, sha256]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => {});
    const { message, position } = error as { message: string; position?: string };
    const line = position === undefined ? "" : ` at line ${sql.slice(0, Number(position)).split("\n").length}`;
    throw new StartError(`The migration ${name} failed${line} and left nothing behind: ${message}`, { cause: error });
  }
}
