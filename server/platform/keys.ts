import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PoolClient } from "pg";
import type { Config } from "./config.ts";
import type { Database } from "./database.ts";
import { writeDurably } from "./embedded/cluster.ts";
import { StartError } from "./start-error.ts";

/** Wraps the keys of mothers; 32 bytes, AES-256. */
export type MasterKey = { readonly id: string; readonly key: Uint8Array };
/** Phones seal their entries to `publicKey` (base64url of the raw P-256 point), for HPKE with DHKEM(P-256). */
export type SealingKey = { readonly id: string; readonly publicKey: string; readonly keyPair: CryptoKeyPair };

export type Keyring = {
  readonly current: MasterKey;
  readonly masterKey: (id: string) => MasterKey | undefined;
  readonly sealing: SealingKey;
  readonly sealingKey: (id: string) => SealingKey | undefined;
};

type KeyFile =
  | { readonly kind: "master"; readonly id: string; readonly createdAt: string; readonly key: string }
  | { readonly kind: "sealing"; readonly id: string; readonly createdAt: string; readonly privateKey: JsonWebKey };

/** Any fixed number: servers that start at once look at the keys one after the other. */
const LOCK = 7_260_031_102;
const P256 = { name: "ECDH", namedCurve: "P-256" };

/**
 * The keys in `keysDir`, made at the first start. The database knows which ones it needs: a keyring that lacks one is
 * refused, never replaced, since what was sealed with it would be lost for good. Throws StartError.
 */
export async function openKeyring(config: Config, database: Database): Promise<Keyring> {
  const client = await database.pool.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    const needed = await keysInUse(client);
    const files = readKeys(config.keysDir);
    const missing = needed.filter((id) => !files.some((file) => file.id === id));
    if (missing.length > 0) {
      throw new StartError(
        `The database was sealed with keys that are not in ${config.keysDir}: ${missing.join(", ")}. Without them the records of mothers cannot be read. Put the key files back from your copy of the keys, or set KEYS_DIR. No new keys were made.`,
      );
    }
    if (!files.some(({ kind }) => kind === "master")) files.push(save(config.keysDir, newMasterKey()));
    if (!files.some(({ kind }) => kind === "sealing")) files.push(save(config.keysDir, await newSealingKey()));
    for (const { id } of files) await client.query("insert into dampingi.key_in_use (id) values ($1) on conflict do nothing", [id]);
    return await toKeyring(files);
  } finally {
    await client.query("select pg_advisory_unlock($1)", [LOCK]).catch(() => {});
    client.release();
  }
}

async function keysInUse(client: PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>("select id from dampingi.key_in_use order by id");
  return rows.map(({ id }) => id);
}

function readKeys(folder: string): KeyFile[] {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
    return readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .map((name) => {
        chmodSync(join(folder, name), 0o600);
        return JSON.parse(readFileSync(join(folder, name), "utf8")) as KeyFile;
      });
  } catch (error) {
    throw new StartError(`The keys in ${folder} cannot be read: ${(error as Error).message}`, { cause: error });
  }
}

function save(folder: string, file: KeyFile): KeyFile {
  writeDurably(join(folder, `${file.kind}-${file.id}.json`), JSON.stringify(file), 0o600);
  return file;
}

const newKeyId = (): string => randomBytes(9).toString("base64url");
const now = (): string => new Date().toISOString();

const newMasterKey = (): KeyFile => ({ kind: "master", id: newKeyId(), createdAt: now(), key: randomBytes(32).toString("base64") });

async function newSealingKey(): Promise<KeyFile> {
  const { privateKey } = await crypto.subtle.generateKey(P256, true, ["deriveBits"]);
  return { kind: "sealing", id: newKeyId(), createdAt: now(), privateKey: await crypto.subtle.exportKey("jwk", privateKey) };
}

async function toKeyring(files: readonly KeyFile[]): Promise<Keyring> {
  // The newest is used for what is sealed from now on.
  const newestFirst = files.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
  const masters = newestFirst.flatMap((file) => (file.kind === "master" ? [{ id: file.id, key: new Uint8Array(Buffer.from(file.key, "base64")) }] : []));
  const sealings = await Promise.all(newestFirst.flatMap((file) => (file.kind === "sealing" ? [openSealingKey(file.id, file.privateKey)] : [])));
  const [current] = masters;
  const [sealing] = sealings;
  if (current === undefined || sealing === undefined) throw new StartError("The keyring lacks a master key or a sealing key.");
  return {
    current,
    masterKey: (id) => masters.find((key) => key.id === id),
    sealing,
    sealingKey: (id) => sealings.find((key) => key.id === id),
  };
}

async function openSealingKey(id: string, jwk: JsonWebKey): Promise<SealingKey> {
  const { d: _secret, ...point } = jwk;
  const privateKey = await crypto.subtle.importKey("jwk", jwk, P256, true, ["deriveBits"]);
  const publicKey = await crypto.subtle.importKey("jwk", { ...point, key_ops: [] }, P256, true, []);
  const raw = await crypto.subtle.exportKey("raw", publicKey);
  return { id, publicKey: Buffer.from(raw).toString("base64url"), keyPair: { privateKey, publicKey } };
}
