import { execFileSync } from "node:child_process";
import { chownSync, readFileSync, readlinkSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { StartError } from "../start-error.ts";

/** Lines of postmaster.pid, as PostgreSQL writes them (src/include/utils/pidfile.h). */
type PidFile = { readonly pid: number; readonly socketDir: string };

/** How long a server may take to stop: its last checkpoint writes what is in memory. */
const FAST_STOP_MS = 60_000;
const IMMEDIATE_STOP_MS = 10_000;

/**
 * Stops the PostgreSQL that an earlier, killed server left running on this data folder, and says whether there was one.
 * A process that merely got the same id by now is left alone. The caller holds the folder's lock.
 */
export async function stopOrphan(cluster: string, socketPrefix: string): Promise<boolean> {
  const found = readPidFile(cluster);
  if (found === null) return false;
  const alive = isAlive(found.pid);
  const ours = alive && isPostgresOn(found.pid, cluster);
  if (ours) await stop(found.pid, cluster);
  else if (alive) disown(cluster);
  if (basename(found.socketDir).startsWith(socketPrefix)) rmSync(found.socketDir, { recursive: true, force: true });
  return ours;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function readPidFile(cluster: string): PidFile | null {
  try {
    const lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
    const pid = Number(lines[0]);
    return Number.isInteger(pid) && pid > 1 ? { pid, socketDir: lines[4]?.trim() ?? "" } : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** Is that process a PostgreSQL server on this very folder? */
function isPostgresOn(pid: number, cluster: string): boolean {
  try {
    if (process.platform === "linux") {
      // The postmaster makes its data folder its working directory.
      return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster) && readFileSync(`/proc/${pid}/comm`, "utf8").trim() === "postgres";
    }
    const command =
      process.platform === "win32"
        ? execFileSync("powershell", ["-NoProfile", "-Command", `(Get-CimInstance Win32_Process -Filter 'ProcessId=${pid}').CommandLine`], { encoding: "utf8" })
        : execFileSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" });
    return command.includes("postgres") && command.includes(cluster);
  } catch {
    return false;
  }
}

async function stop(pid: number, cluster: string): Promise<void> {
  // SIGINT is PostgreSQL's fast stop, SIGQUIT its immediate one, which loses nothing either: the next start replays the log.
  for (const [signal, patience] of [["SIGINT", FAST_STOP_MS], ["SIGQUIT", IMMEDIATE_STOP_MS]] as const) {
    process.kill(pid, signal);
    for (const end = Date.now() + patience; Date.now() < end; await sleep(20)) {
      // Not isAlive: where nobody waits for it (a container without an init), a process that ended stays as a zombie.
      if (!isPostgresOn(pid, cluster)) return;
    }
  }
  throw new StartError(`A PostgreSQL from an earlier run (process ${pid}) on ${cluster} does not stop. Stop it by hand, then start again.`);
}

/**
 * PostgreSQL would not start while the id in postmaster.pid belongs to a living process. It takes its parent's id there
 * as stale, so we write ours; deleting the file would also delete the key by which it notices backends that still run.
 */
function disown(cluster: string): void {
  const path = join(cluster, "postmaster.pid");
  const { uid, gid } = statSync(path);
  const [, ...rest] = readFileSync(path, "utf8").split("\n");
  const next = `${path}.${process.pid}`;
  writeFileSync(next, [process.pid, ...rest].join("\n"), { mode: 0o600, flag: "wx" });
  if (process.getuid?.() === 0) chownSync(next, uid, gid);
  renameSync(next, path);
}
