import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";
import { escapeIdentifier as quote, type Client } from "pg";
import { StartError } from "./start-error.ts";

const OLDEST_VERSION = 150_000;

/** What every connection of dampingi_serve begins with. */
const SETTINGS = [
  ["search_path", "dampingi, pg_temp"],
  ["timezone", "'UTC'"],
  ["idle_in_transaction_session_timeout", "'60s'"],
] as const;

/** What the owner of an outside database may run once by hand, where the login of DATABASE_URL may not. */
export const preparation = (database: string, login: string): string => `  create role dampingi_migrate nologin;
  create role dampingi_serve login nobypassrls password '...';
  grant dampingi_migrate to ${quote(login)};
  grant create, connect on database ${quote(database)} to dampingi_migrate;
  grant connect on database ${quote(database)} to dampingi_serve;
${SETTINGS.map(([name, value]) => `  alter role dampingi_serve in database ${quote(database)} set ${name} = ${value};`).join("\n")}`;

type Standing = { database: string; login: string; version: number; super: boolean; creates: boolean; migrate: boolean; serve: boolean; member: boolean; settings: string[] };

/**
 * Sees to it that the two roles exist: dampingi_migrate, which owns the schema, and dampingi_serve, as which all requests
 * are answered. `admin` is the login of DATABASE_URL, or the embedded superuser. Leaves `admin` acting as dampingi_migrate.
 */
export async function prepareRoles(admin: Client): Promise<void> {
  const standing = await look(admin);
  if (standing.version < OLDEST_VERSION) throw new StartError("This PostgreSQL is too old: version 15 or later is needed.");
  const { database, login } = standing;
  try {
    if (!standing.migrate) await createRole(admin, "create role dampingi_migrate nologin");
    if (!standing.serve) await createRole(admin, "create role dampingi_serve login nosuperuser nobypassrls nocreatedb nocreaterole");
    if (!standing.member) await admin.query(`grant dampingi_migrate to ${quote(login)}`);
    if (!standing.creates) {
      await admin.query(`grant create, connect on database ${quote(database)} to dampingi_migrate`);
      await admin.query(`grant connect on database ${quote(database)} to dampingi_serve`);
    }
    for (const [name, value] of SETTINGS) {
      const isSet = standing.settings.some((known) => known.toLowerCase().startsWith(`${name}=`));
      if (!isSet) await admin.query(`alter role dampingi_serve in database ${quote(database)} set ${name} = ${value}`);
    }
    await admin.query("set role dampingi_migrate");
    await createSchema(admin);
  } catch (error) {
    const INSUFFICIENT_PRIVILEGE = "42501";
    if ((error as { code?: string }).code !== INSUFFICIENT_PRIVILEGE) throw error;
    throw new StartError(
      `The login "${login}" of DATABASE_URL may not prepare the database "${database}" (${(error as Error).message}).\nLet the database's owner run this once, and set DATABASE_URL_SERVE to the login dampingi_serve:\n${preparation(database, login)}`,
    );
  }
}

async function look(admin: Client): Promise<Standing> {
  const { rows } = await admin.query<Standing>(`
    select current_database() as database, current_user as login, current_setting('server_version_num')::int as version,
      (select rolsuper from pg_roles where rolname = current_user) as super,
      exists (select from pg_roles where rolname = 'dampingi_migrate') as migrate,
      exists (select from pg_roles where rolname = 'dampingi_serve') as serve,
      exists (select from pg_auth_members m join pg_roles granted on granted.oid = m.roleid join pg_roles to_whom on to_whom.oid = m.member
        where granted.rolname = 'dampingi_migrate' and to_whom.rolname = current_user) as member,
      exists (select from pg_roles r, pg_database d where r.rolname = 'dampingi_migrate' and d.datname = current_database()
        and has_database_privilege(r.oid, d.oid, 'create')) as creates,
      coalesce((select setconfig from pg_db_role_setting s join pg_roles r on r.oid = s.setrole join pg_database d on d.oid = s.setdatabase
        where r.rolname = 'dampingi_serve' and d.datname = current_database()), '{}') as settings`);
  return rows[0] as Standing;
}

/** Another server may make the same role, which belongs to the whole cluster, at the same moment. */
async function createRole(admin: Client, sql: string): Promise<void> {
  const DUPLICATE = ["42710", "23505"];
  await admin.query(sql).catch((error: { code?: string }) => {
    if (!DUPLICATE.includes(error.code ?? "")) throw error;
  });
}

async function createSchema(admin: Client): Promise<void> {
  const DUPLICATE = ["42P06", "23505"];
  await admin.query("create schema if not exists dampingi").catch((error: { code?: string }) => {
    if (!DUPLICATE.includes(error.code ?? "")) throw error;
  });
}

/**
 * The serving login of an outside database where none was given: its password follows from that of DATABASE_URL, so that
 * every server on the database finds the same one. Null where DATABASE_URL has no password to start from.
 */
export function derivedServeUrl(url: string): string | null {
  const serve = new URL(url);
  if (serve.password === "") return null;
  const secret = decodeURIComponent(serve.password);
  serve.username = "dampingi_serve";
  serve.password = createHmac("sha256", secret).update("dampingi_serve").digest("base64url");
  return serve.href;
}

/** Gives dampingi_serve the password in `serveUrl`, as a SCRAM verifier: a server that logs statements never sees the password. */
export async function setServePassword(admin: Client, serveUrl: string): Promise<void> {
  await admin.query(`alter role dampingi_serve login password '${scramVerifier(decodeURIComponent(new URL(serveUrl).password))}'`);
}

/** What PostgreSQL keeps of a password (RFC 5803); `password` is ASCII, so it needs no normalising. */
function scramVerifier(password: string): string {
  const ITERATIONS = 4096;
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, "sha256");
  const mac = (text: string): Buffer => createHmac("sha256", salted).update(text).digest();
  const storedKey = createHash("sha256").update(mac("Client Key")).digest("base64");
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString("base64")}$${storedKey}:${mac("Server Key").toString("base64")}`;
}

/** Throws a StartError where the serving login could do more than serve: then row-level security would protect nothing. */
export async function assertServesOnly(client: Client): Promise<void> {
  const { rows } = await client.query<{ login: string; mighty: boolean; owns: boolean; creates: boolean; migrates: boolean; schema: string | null }>(`
    select current_user as login, r.rolsuper or r.rolbypassrls or r.rolcreaterole as mighty,
      exists (select from pg_class where relowner = r.oid) as owns,
      has_schema_privilege('dampingi', 'create') or has_database_privilege(current_database(), 'create') as creates,
      pg_has_role(r.oid, 'dampingi_migrate', 'member') as migrates,
      current_schema() as schema
    from pg_roles r where r.rolname = current_user`);
  const found = rows[0];
  if (found === undefined) throw new StartError("The serving login is unknown to the database.");
  const wrong = [found.mighty && "is superuser, bypasses row security or makes roles", found.owns && "owns tables", found.creates && "may create things", found.migrates && "is a member of dampingi_migrate"].filter(Boolean);
  if (wrong.length > 0) throw new StartError(`The login "${found.login}" must not serve, since it ${wrong.join(", and ")}. Use dampingi_serve in DATABASE_URL_SERVE.`);
  if (found.login !== "dampingi_serve" || found.schema !== "dampingi") {
    throw new StartError(`The serving login must be dampingi_serve, with its own settings (it is "${found.login}", in the schema "${found.schema}"). If a pooler stands between, let it pass settings of roles.`);
  }
}
