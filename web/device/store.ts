import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { OutboxRow } from "./outbox.ts";
import { DeviceFault } from "./fault.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * What the phone keeps. `meta`, and the envelope parts named in `outbox`, are in clear; every other body is encrypted under the
 * data key, and what waits to be sent is also sealed to the server.
 */
export type Tables = {
  /** Enrolment, upload tokens, the wrapped data key, counters: one row a key. */
  meta: unknown;
  /** New entries, one row each, by `stream|id`. */
  loose: { readonly stream: string; readonly sealed: Bytes };
  /** Older entries, about a hundred together, by `stream|first id`. */
  segments: { readonly stream: string; readonly sealed: Bytes };
  /** What the server has not acknowledged, by id. */
  outbox: OutboxRow;
  /** What the server did acknowledge, sealed, by `day|id`: offered again should the server ever be restored to before that day. */
  archive: OutboxRow;
  /** Unfinished visits, by draft key. */
  drafts: { readonly key: string; readonly at: number; readonly sealed: Bytes };
  /** The list of mothers, the cursor and the sums, so that opening needs one row. */
  snapshot: { readonly sealed: Bytes };
};
export type TableName = keyof Tables;
export const TABLES = ["meta", "loose", "segments", "outbox", "archive", "drafts", "snapshot"] as const satisfies readonly TableName[];

type Put<N extends TableName> = { readonly table: N; readonly key: string; readonly put: Tables[N] };
export type Change = { [N in TableName]: Put<N> }[TableName] | { readonly table: TableName; readonly drop: string } | { readonly table: TableName; readonly clear: true };

/** A table of rows by text key. The tests of the store run against each implementation. */
export type Store = {
  readonly get: <N extends TableName>(table: N, key: string) => Promise<Tables[N] | undefined>;
  /** In the order of keys. */
  readonly all: <N extends TableName>(table: N, prefix?: string) => Promise<Tables[N][]>;
  readonly keys: (table: TableName, prefix?: string) => Promise<string[]>;
  /**
   * All changes or none, in one transaction, on disk when it resolves. Rejects with `storage-full` where there is no room and with
   * `elsewhere` once another tab has opened the store: nothing was written then.
   */
  readonly write: (changes: readonly Change[]) => Promise<void>;
  readonly close: () => void;
};

type Schema = DBSchema & { [N in TableName]: { key: string; value: Tables[N] } };

const GENERATION = "generation";

/** Opens the phone's store and claims it: an older holder (a tab that was stopped half way) can write no more. */
export async function openStore(name = "dampingi"): Promise<Store> {
  let connection: IDBPDatabase<Schema> | null = null;
  let closed = false;
  const connect = async (): Promise<IDBPDatabase<Schema>> => {
    if (closed) throw new DeviceFault("elsewhere");
    connection ??= await openDB<Schema>(name, 1, {
      upgrade: (db) => {
        for (const table of TABLES) db.createObjectStore(table);
      },
      // A newer version of the app wants to change the tables: let it.
      blocking: () => close(),
      // The browser dropped the connection (memory, storage pressure): the next call opens it again.
      terminated: () => (connection = null),
    });
    return connection;
  };
  const close = () => {
    closed = true;
    connection?.close();
    connection = null;
  };
  let generation: unknown;
  try {
    generation = await claim(await connect());
  } catch (cause) {
    throw cause instanceof DeviceFault ? cause : new DeviceFault("no-storage", undefined, cause);
  }

  return {
    get: async (table, key) => (await connect()).get(table, key) as never,
    all: async (table, prefix) => (await connect()).getAll(table, prefix === undefined ? null : beginsWith(prefix)) as never,
    keys: async (table, prefix) => (await connect()).getAllKeys(table, prefix === undefined ? null : beginsWith(prefix)),
    write: async (changes) => write(await connect(), changes, generation),
    close,
  };
}

const beginsWith = (prefix: string): IDBKeyRange => IDBKeyRange.bound(prefix, `${prefix}\uffff`);

async function claim(db: IDBPDatabase<Schema>): Promise<number> {
  const tx = db.transaction("meta", "readwrite", { durability: "strict" });
  const next = Number((await tx.store.get(GENERATION)) ?? 0) + 1;
  await Promise.all([tx.store.put(next, GENERATION), tx.done]);
  return next;
}

/** `durability: "strict"` by name: what is left to the browser reads "default" and may still be in a buffer when the battery dies. */
async function write(db: IDBPDatabase<Schema>, changes: readonly Change[], generation: unknown): Promise<void> {
  const tx = db.transaction([...new Set<TableName>(["meta", ...changes.map((change) => change.table)])], "readwrite", { durability: "strict" });
  const done = tx.done.then(
    () => null,
    (error: unknown) => error,
  );
  let mine = true;
  const requests: Promise<unknown>[] = [];
  try {
    mine = (await tx.objectStore("meta").get(GENERATION)) === generation;
    if (mine) for (const change of changes) requests.push(apply(tx.objectStore(change.table), change));
    else tx.abort();
  } catch (error) {
    tx.abort();
    await Promise.allSettled([...requests, done]);
    throw asFault(error);
  }
  await Promise.allSettled(requests);
  const error = await done;
  if (!mine) throw new DeviceFault("elsewhere");
  if (error !== null) throw asFault(error);
}

const asFault = (error: unknown): unknown => ((error as { name?: unknown } | null)?.name === "QuotaExceededError" ? new DeviceFault("storage-full", undefined, error) : error);

type Writable = { put: (value: never, key: string) => Promise<unknown>; delete: (key: string) => Promise<unknown>; clear: () => Promise<unknown> };

function apply(table: unknown, change: Change): Promise<unknown> {
  const rows = table as Writable;
  if ("put" in change) return rows.put(change.put as never, change.key);
  return "drop" in change ? rows.delete(change.drop) : rows.clear();
}
