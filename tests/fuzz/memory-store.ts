import { DeviceFault } from "#web/device/fault.ts";
import { TABLES, type Change, type Store, type TableName } from "#web/device/store.ts";

/** What may happen to a write: nothing of it is kept, the phone dies just before or just after it is on disk, or there is no room. */
export type WriteFault = "dies-before" | "dies-after" | "full";

export class PhoneDied extends Error {
  override readonly name = "PhoneDied";
}

export type MemoryStore = Store & {
  /** Strikes the next write. */
  strike: (fault: WriteFault) => void;
  /** A later life of the phone holds the store: this one writes no more. */
  readonly reopened: () => MemoryStore;
};

type Disk = Record<TableName, Map<string, unknown>>;

/** The phone's disk, without a browser: the same small interface, the same all-or-nothing. */
export function memoryStore(disk: Disk = Object.fromEntries(TABLES.map((table) => [table, new Map()])) as Disk): MemoryStore {
  let fault: WriteFault | null = null;
  let closed = false;
  const rows = (table: TableName, prefix = "") => [...disk[table]].filter(([key]) => key.startsWith(prefix)).sort(([a], [b]) => (a < b ? -1 : 1));
  const apply = (change: Change) => {
    if ("put" in change) disk[change.table].set(change.key, change.put);
    else if ("drop" in change) disk[change.table].delete(change.drop);
    else disk[change.table].clear();
  };
  return {
    get: async (table, key) => disk[table].get(key) as never,
    all: async (table, prefix) => rows(table, prefix).map(([, value]) => value) as never,
    keys: async (table, prefix) => rows(table, prefix).map(([key]) => key),
    write: async (changes) => {
      if (closed) throw new DeviceFault("elsewhere");
      const struck = fault;
      fault = null;
      if (struck === "full") throw new DeviceFault("storage-full");
      if (struck !== "dies-before") for (const change of changes) apply(change);
      if (struck !== null) {
        closed = true;
        throw new PhoneDied();
      }
    },
    close: () => (closed = true),
    strike: (next) => (fault = next),
    reopened: () => {
      closed = true;
      return memoryStore(disk);
    },
  };
}
