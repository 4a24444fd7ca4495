import { chmodSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { StartError } from "../start-error.ts";

export type FolderLock = { readonly release: () => void };

/**
 * One server at a time owns a data folder. The lock is the operating system's own, taken through SQLite (fcntl, or
 * LockFileEx on Windows): it ends with its process, however that dies, and no recycled process id can fake it.
 * Throws a StartError when a living process holds it.
 */
export function lockFolder(folder: string): FolderLock {
  const owner = join(folder, "owner.json");
  const lock = open(join(folder, "lock"), owner, folder);
  return {
    release: () => {
      rmSync(owner, { force: true });
      lock.close();
    },
  };
}

function open(path: string, owner: string, folder: string): DatabaseSync {
  try {
    const lock = new DatabaseSync(path, { timeout: 0 });
    lock.exec("begin exclusive");
    chmodSync(path, 0o600);
    writeFileSync(owner, JSON.stringify({ pid: process.pid, since: new Date().toISOString() }), { mode: 0o600 });
    return lock;
  } catch (error) {
    const SQLITE_BUSY = 5;
    if ((error as { errcode?: number }).errcode !== SQLITE_BUSY) {
      throw new StartError(`The data folder ${folder} cannot be locked (${(error as Error).message}). Does it belong to another user, or is its disk full or read-only?`);
    }
    throw new StartError(
      `Dampingi is already running on the data folder ${folder}${who(owner)}. Stop that one first, or set DATA_DIR to another folder. The running one was not touched.`,
    );
  }
}

function who(owner: string): string {
  try {
    const { pid, since } = JSON.parse(readFileSync(owner, "utf8")) as { pid: number; since: string };
    return ` (process ${pid}, since ${since})`;
  } catch {
    return "";
  }
}
