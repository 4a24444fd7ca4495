import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, closeSync, existsSync, fsyncSync, mkdtempSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { StartError } from "../start-error.ts";
import type { Binaries } from "./binaries.ts";
import { commandAs, type OsUser } from "./os-user.ts";

export const LOGINS = ["postgres", "dampingi_migrate", "dampingi_serve"] as const;
export type Login = (typeof LOGINS)[number];
export type Passwords = { readonly [L in Login]: string };

/** Our folder of one cluster: `data` is PostgreSQL's own, the rest is ours. */
export const paths = (folder: string) => ({
  cluster: join(folder, "data"),
  passwords: join(folder, "passwords.json"),
  settings: join(folder, "settings.conf"),
  log: join(folder, "server.log"),
});

/** PostgreSQL's environment: ours without any PG* variable, which would change what it does. */
export const environment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:PG|LC_|LANG)/.test(name))),
  LC_ALL: "C",
});

/** Writes a file that is whole or not there, also after a power cut. */
export function writeDurably(path: string, text: string, mode: number): void {
  const next = `${path}.${process.pid}.new`;
  rmSync(next, { force: true });
  const file = openSync(next, "wx", mode);
  writeFileSync(file, text);
  fsyncSync(file);
  closeSync(file);
  renameSync(next, path);
  syncFolder(join(path, ".."));
}

function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  fsyncSync(handle);
  closeSync(handle);
}

/** The cluster's passwords; made together with the cluster, random for each data folder. */
export async function ensureCluster(folder: string, binaries: Binaries, user: OsUser): Promise<Passwords> {
  const at = paths(folder);
  if (!existsSync(at.passwords)) {
    if (existsSync(at.cluster)) throw new StartError(`${at.passwords} is gone, and with it the way into the database in ${at.cluster}. Put it back from your copy of the data folder.`);
    const password = (): string => randomBytes(24).toString("base64url");
    writeDurably(at.passwords, JSON.stringify({ postgres: password(), dampingi_migrate: password(), dampingi_serve: password() } satisfies Passwords, null, 2), 0o600);
  }
  const passwords = JSON.parse(readFileSync(at.passwords, "utf8")) as Passwords;
  if (!existsSync(at.cluster)) await initialise(at.cluster, folder, binaries, user, passwords.postgres);
  return passwords;
}

async function initialise(cluster: string, folder: string, binaries: Binaries, user: OsUser, password: string): Promise<void> {
  // Made aside and renamed, so that a start which is killed half-way leaves nothing that looks like a database. The name
  // is new each time: an initdb whose parent was killed may still be writing into its own.
  for (const left of readdirSync(folder).filter((name) => name.startsWith(UNFINISHED))) rmSync(join(folder, left), { recursive: true, force: true, maxRetries: 5 });
  const unfinished = mkdtempSync(join(folder, UNFINISHED));
  const passwordFile = join(folder, `${UNFINISHED}password`);
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600, flag: "wx" });
  if (user !== null) for (const path of [unfinished, passwordFile]) chownSync(path, user.uid, user.gid);
  try {
    // Locale C: the order of text does not change with the machine's libraries, so no index breaks when they are updated.
    const options = ["--username=postgres", `--pwfile=${passwordFile}`, "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--data-checksums"];
    const { program, args, as } = commandAs(user, binaries.initdb, [`--pgdata=${unfinished}`, ...options]);
    const initdb = spawn(program, args, { ...as, cwd: folder, env: environment(), stdio: ["ignore", "ignore", "pipe"] });
    const ended = new Promise<number | string>((resolve) => {
      initdb.once("error", (error) => resolve(error.message));
      initdb.once("close", (code, signal) => resolve(code ?? `initdb was ended by ${signal}`));
    });
    const words = await text(initdb.stderr);
    const outcome = await ended;
    if (outcome !== 0) throw new StartError(`The database could not be made in ${folder}.\n${explain(typeof outcome === "string" ? outcome : words)}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  writeFileSync(join(unfinished, "postgresql.conf"), "include '../settings.conf'\n", { flag: "a" });
  renameSync(unfinished, cluster);
  syncFolder(folder);
}

const UNFINISHED = "unfinished-";

export type Listening = { readonly socketDir: string | null; readonly port: number; readonly maxConnections: number };

/** Written anew at each start. Nothing in here may cost durability; what is on is asserted again over SQL. */
export function writeSettings(folder: string, { socketDir, port, maxConnections }: Listening): void {
  const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
  const settings = [
    `listen_addresses = ${quoted(socketDir === null ? "127.0.0.1" : "")}`,
    ...(socketDir === null ? [] : [`unix_socket_directories = ${quoted(`"${socketDir}"`)}`, "unix_socket_permissions = 0700"]),
    `port = ${port}`,
    `max_connections = ${maxConnections}`,
    "fsync = on",
    "synchronous_commit = on",
    "full_page_writes = on",
    "password_encryption = 'scram-sha-256'",
    "timezone = 'UTC'",
    "log_timezone = 'UTC'",
    // A statement or a key's detail can hold a mother's name: neither is ever logged.
    "log_min_error_statement = panic",
    "log_error_verbosity = terse",
    "log_checkpoints = off",
  ];
  writeDurably(paths(folder).settings, `${settings.join("\n")}\n`, 0o644);
}

/** Adds to PostgreSQL's own words what a person can do about them. */
export function explain(words: string): string {
  const said = words.trim();
  if (/No space left on device/i.test(said)) return `${said}\nThe disk is full. Free some space (the data folder needs 300 MB at least), then start again. Nothing that was saved is lost.`;
  if (/Permission denied/i.test(said)) return `${said}\nThe data folder must belong to the user that runs the server.`;
  if (/incompatible with server/i.test(said)) return `${said}\nThe data folder was made by another major version of PostgreSQL. See docs/guides/operating.md.`;
  return said;
}
