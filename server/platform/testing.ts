import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { readConfig, type Config } from "./config.ts";
import { attach, prepareEmbedded, type Database } from "./database.ts";
import { openKeyring, type Keyring } from "./keys.ts";
import { startPostgres, type Postgres } from "./postgres.ts";

/** The newest that npm brings, and the oldest that is supported (Debian's). */
export const VERSIONS = [18, 15] as const;
export type Version = (typeof VERSIONS)[number];

export type TestDatabase = Database & {
  /** Logs in as the cluster's superuser: to look past row-level security. */
  readonly url: string;
  readonly serveUrl: string;
};

const FOLDERS_OF_15 = [process.env["POSTGRES_15_BIN"], "/usr/lib/postgresql/15/bin", "/opt/homebrew/opt/postgresql@15/bin", "/usr/local/opt/postgresql@15/bin"];
const binDirOf = (version: Version): string | null | undefined => (version === 18 ? null : FOLDERS_OF_15.find((folder) => folder !== undefined && existsSync(join(folder, "initdb"))));

export const hasVersion = (version: Version): boolean => binDirOf(version) !== undefined;

export type TestCluster = { readonly superuser: string; readonly serve: string; readonly stop: () => Promise<void>; readonly kill: () => void };

/** A cluster of that version in a new folder for temporary files, durable like the real one: tests measure what is used. Unprepared it is as PostgreSQL makes it, without our roles. */
export async function startTestCluster(version: Version, { prepare = true } = {}): Promise<TestCluster> {
  const binDir = binDirOf(version);
  if (binDir === undefined) throw new Error(`No PostgreSQL ${version} on this machine; ask hasVersion first.`);
  const folder = temporaryFolder();
  const postgres: Postgres = await startPostgres({ folder: join(folder, "postgres"), binDir, maxConnections: 300 });
  if (prepare) await prepareEmbedded(postgres);
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  return {
    superuser: postgres.url("postgres", "postgres"),
    serve: postgres.url("dampingi_serve", "postgres"),
    stop: () => postgres.stop().finally(remove),
    kill: () => {
      const pid = postgres.pid();
      if (pid !== null) process.kill(pid, "SIGQUIT");
      remove();
    },
  };
}

export const TEST_PREFIX = "dampingi-test-";
/** Where vitest's global setup names the folder that it removes at the end. */
export const FOLDER_VARIABLE = "DAMPINGI_TEST_FOLDER";

export const temporaryFolder = (): string => mkdtempSync(join(process.env[FOLDER_VARIABLE] ?? tmpdir(), TEST_PREFIX));

/** Where vitest's global setup leaves the clusters' URLs for its workers. */
export const clusterVariable = (version: Version): string => `DAMPINGI_TEST_POSTGRES_${version}`;

const started = new Map<Version, Promise<{ superuser: string; serve: string }>>();

/** Of vitest's global setup; outside vitest one of our own, which ends with this process. */
function cluster(version: Version): Promise<{ superuser: string; serve: string }> {
  const shared = process.env[clusterVariable(version)];
  if (shared !== undefined) return Promise.resolve(JSON.parse(shared));
  const own =
    started.get(version) ??
    startTestCluster(version).then((made) => {
      process.once("exit", made.kill);
      return made;
    });
  started.set(version, own);
  return own;
}

const inDatabase = (url: string, name: string): string => {
  const changed = new URL(url);
  changed.pathname = name;
  return changed.href;
};

/** A new, migrated database for whoever asks. It ends with its cluster: dropping it would wait for a checkpoint. */
export async function testDatabase({ version = 18, poolSize = 10 }: { version?: Version; poolSize?: number } = {}): Promise<TestDatabase> {
  const { superuser, serve } = await cluster(version);
  const name = `t_${randomBytes(8).toString("hex")}`;
  await asSuperuser(superuser, `create database ${name}`);
  const url = inDatabase(superuser, name);
  const serveUrl = inDatabase(serve, name);
  const database = await attach(url, serveUrl, poolSize);
  return { ...database, url, serveUrl };
}

async function asSuperuser(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

/** A configuration with a data folder of its own, for tests. */
export function testConfig(env: Record<string, string> = {}): Config {
  return readConfig({ DATA_DIR: temporaryFolder(), PORT: "0", LOG_LEVEL: "silent", ...env }, []);
}

/** A keyring in a folder of its own. */
export function testKeyring(database: Database): Promise<Keyring> {
  return openKeyring(testConfig(), database);
}
