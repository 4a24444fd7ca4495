import { join } from "node:path";
import { Kysely, PostgresDialect } from "kysely";
import { Client, Pool } from "pg";
import type { Config } from "./config.ts";
import { assertDurable } from "./durability.ts";
import { listen, type OnNotice } from "./listen.ts";
import { migrate, MIGRATIONS, readMigrations } from "./migrate.ts";
import { startPostgres, type Postgres } from "./postgres.ts";
import { assertServesOnly, derivedServeUrl, prepareRoles, setServePassword } from "./roles.ts";
import { StartError } from "./start-error.ts";

export type Database = {
  /** As dampingi_serve: row-level security holds for everything that goes through here. */
  readonly pool: Pool;
  /** A typed view on the pool; each feature declares the tables that it knows. */
  readonly tables: <T>() => Kysely<T>;
  readonly listen: (channel: string, onNotice: OnNotice) => Promise<() => Promise<void>>;
  readonly healthy: () => Promise<boolean>;
  readonly close: () => Promise<void>;
};

export type DatabaseOptions = {
  /** For the operator to read. */
  readonly notice?: (words: string) => void;
  /** The embedded database ended and could not be brought back: the server should end, too. */
  readonly gaveUp?: (error: Error) => void;
  /** The folder of migrations; tests bring their own. */
  readonly migrations?: string;
};

const NAME = "dampingi";
/** Any fixed number: who prepares and migrates a Dampingi database holds this advisory lock. */
const STARTING = 7_260_031_101;
/** Connections beside the pool: listeners, the migration, jobs, and PostgreSQL's own reserve. */
const SPARE_CONNECTIONS = 40;

/** Starts or reaches the database, makes its roles, migrates it, asserts what must hold, and opens it for serving. Throws StartError. */
export async function openDatabase(config: Config, options: DatabaseOptions = {}): Promise<Database> {
  if (config.database.kind === "outside") return attach(config.database.url, config.database.serveUrl, config.poolSize, options);
  const postgres = await startPostgres({
    folder: join(config.dataDir, "postgres"),
    binDir: config.database.binDir,
    maxConnections: config.poolSize + SPARE_CONNECTIONS,
    ...options,
  });
  try {
    await prepareEmbedded(postgres);
    const database = await attach(postgres.url("postgres", NAME), postgres.url("dampingi_serve", NAME), config.poolSize, options);
    return { ...database, close: () => database.close().finally(postgres.stop) };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

/** The embedded superuser makes the database and the logins; afterwards it is used for migrations alone. */
export async function prepareEmbedded(postgres: Postgres): Promise<void> {
  await session(postgres.url("postgres", "postgres"), async (admin) => {
    const { rowCount } = await admin.query("select from pg_database where datname = $1", [NAME]);
    if (rowCount === 0) await admin.query(`create database ${NAME}`);
  });
  await session(postgres.url("postgres", NAME), async (admin) => {
    await prepareRoles(admin);
    await admin.query("reset role");
    await setServePassword(admin, postgres.url("dampingi_serve", NAME));
  });
}

/** Migrates with `url` and serves with `serveUrl`, on whatever server they lead to. */
export async function attach(url: string, serveUrl: string | null, poolSize: number, options: DatabaseOptions = {}): Promise<Database> {
  const migrations = readMigrations(options.migrations ?? MIGRATIONS);
  const serve = serveUrl ?? derivedServeUrl(url);
  if (serve === null) throw new StartError("DATABASE_URL has no password, so DATABASE_URL_SERVE must be set, too: the login dampingi_serve.");
  await session(url, async (admin) => {
    // Servers that start at once wait for each other here; the lock ends with the session.
    await admin.query("select pg_advisory_lock($1)", [STARTING]);
    await prepareRoles(admin);
    await migrate(admin, migrations);
    await admin.query("reset role");
    if (serveUrl === null && !(await canConnect(serve))) await setServePassword(admin, serve);
  });
  await session(serve, async (client) => {
    await assertServesOnly(client);
    await assertDurable(client);
  });
  return open(serve, poolSize);
}

function open(url: string, poolSize: number): Database {
  const pool = new Pool({ connectionString: url, max: poolSize, application_name: "dampingi", keepAlive: true, connectionTimeoutMillis: 10_000 });
  // An idle connection that breaks (a restart of the database) is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => {});
  // One that breaks while it is lent out tells its borrower through the query that fails; the event would end the process, too.
  pool.on("connect", (client) => client.on("error", () => {}));
  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const listeners = new Set<() => Promise<void>>();
  return {
    pool,
    tables: <T>() => kysely as unknown as Kysely<T>,
    listen: async (channel, onNotice) => {
      const stop = await listen(url, channel, onNotice);
      listeners.add(stop);
      return async () => {
        listeners.delete(stop);
        await stop();
      };
    },
    healthy: () =>
      pool.query("select 1").then(
        () => true,
        () => false,
      ),
    close: async () => {
      await Promise.all([...listeners].map((stop) => stop()));
      await kysely.destroy();
    },
  };
}

async function session<T>(url: string, fn: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: "dampingi start", connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (error) {
    await client.end().catch(() => {});
    throw new StartError(`The database cannot be reached: ${(error as Error).message || String((error as { code?: string }).code)}. Check DATABASE_URL and DATABASE_URL_SERVE.`, { cause: error });
  }
  try {
    return await fn(client);
  } finally {
    await client.end().catch(() => {});
  }
}

const canConnect = (url: string): Promise<boolean> =>
  session(url, async () => true).catch((error: unknown) => {
    if (error instanceof StartError) return false;
    throw error;
  });
