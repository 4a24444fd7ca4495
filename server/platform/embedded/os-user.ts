import { execFileSync, spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { dirname, parse } from "node:path";
import { StartError } from "../start-error.ts";

/** Whom PostgreSQL runs as; null: as whoever runs us. PostgreSQL refuses to run as root. */
export type OsUser = { readonly uid: number; readonly gid: number; readonly through?: Capability } | null;

/** A right of Linux that lets a process of another user pass through folders that are closed to it. */
type Capability = "dac_read_search" | "dac_override";

export type Command = { readonly program: string; readonly args: string[]; readonly as: { readonly uid?: number; readonly gid?: number } };

/** How a program is started as that user. */
export function commandAs(user: OsUser, program: string, args: readonly string[]): Command {
  if (user === null) return { program, args: [...args], as: {} };
  const { uid, gid, through } = user;
  if (through === undefined) return { program, args: [...args], as: { uid, gid } };
  // With the secure bit, access(2), by which PostgreSQL looks for its own programs, heeds the right as well.
  const rights = [`--reuid=${uid}`, `--regid=${gid}`, "--clear-groups", "--securebits=+no_setuid_fixup", `--inh-caps=+${through}`, `--ambient-caps=+${through}`];
  return { program: "setpriv", args: [...rights, program, ...args], as: {} };
}

const NAME = "postgres";

/** As root: the owner of the cluster that is there, or the system's user `postgres`, made where it is missing. */
export function postgresUser(existingCluster: string | null): OsUser {
  const isRoot = process.getuid?.() === 0;
  const owner = existingCluster === null ? null : statSync(existingCluster);
  if (!isRoot) {
    if (owner !== null && process.getuid !== undefined && owner.uid !== process.getuid()) {
      throw new StartError(`${existingCluster} belongs to another user (uid ${owner.uid}). Start the server as the user that started it before, or as root.`);
    }
    return null;
  }
  if (owner !== null && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return lookUp() ?? create();
}

function lookUp(): OsUser {
  try {
    const ask = (which: string): number => Number(execFileSync("id", [which, NAME], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
    return { uid: ask("-u"), gid: ask("-g") };
  } catch {
    return null;
  }
}

function create(): OsUser {
  const made = spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", NAME], { encoding: "utf8" });
  const user = lookUp();
  if (user === null) {
    throw new StartError(
      `PostgreSQL does not run as root, and the user "${NAME}" could not be made (${made.stderr?.trim() || made.error?.message}). Make it (useradd --system ${NAME}), or start the server as a normal user.`,
    );
  }
  return user;
}

/**
 * The user, able to get at the program and the data. A home such as /root is closed to others: on Linux that user then
 * gets the right to pass through (and no more than that where the system allows the narrower one).
 * Throws a StartError that names the folder, where that cannot be done.
 */
export function ableToReach(user: OsUser, program: string, folder: string): OsUser {
  if (user === null) return null;
  const tries: OsUser[] = [user, { ...user, through: "dac_read_search" }, { ...user, through: "dac_override" }];
  const able = tries.find((each) => reaches(each, program, folder));
  if (able !== undefined) return able;
  const blocked = [folder, program].map((path) => blockedAt(user, path)).find((path) => path !== null);
  throw new StartError(
    [
      `PostgreSQL does not run as root, so it runs as uid ${user.uid}; that user may not enter ${blocked ?? folder}.`,
      "Do one of these: start the server as a normal user; or move the program and the data folder to an open place such as /opt or /srv (DATA_DIR sets the data folder); or set DATABASE_URL.",
    ].join("\n"),
  );
}

function reaches(user: OsUser, program: string, folder: string): boolean {
  // The shell goes there as that user; a `cwd` given to spawn would still be entered as root.
  const { program: shell, args, as } = commandAs(user, "/bin/sh", ["-c", 'cd "$0" && exec "$1" --version', folder, program]);
  const tried = spawnSync(shell, args, { ...as, cwd: "/", encoding: "utf8" });
  // It runs, and complains of "invalid binary", where it cannot find itself.
  return tried.status === 0 && tried.stderr === "";
}

/** The topmost folder on the way that the user may not pass, or null. */
function blockedAt(user: { uid: number; gid: number }, path: string): string | null {
  const above = path === parse(path).root ? null : blockedAt(user, dirname(path));
  if (above !== null) return above;
  const { mode, uid, gid } = statSync(path);
  const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
  return ((mode >> shift) & 1) === 1 ? null : path;
}
