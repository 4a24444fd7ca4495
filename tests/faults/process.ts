import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Client } from "pg";

export type Server = {
  readonly child: ChildProcess;
  readonly pid: number;
  /** Rejects with what it said, when it ended before it was ready. */
  readonly ready: Promise<string>;
  readonly ended: Promise<number | NodeJS.Signals>;
  /** Everything said on stderr so far. */
  readonly said: () => string;
  /** The lines on stdout so far. */
  readonly printed: () => readonly string[];
};

export type Start = { readonly dataDir: string; readonly script: string; readonly args?: readonly string[]; readonly env?: Record<string, string>; readonly uid?: number };

/** Starts a server as an operator does: a process of its own. `ready` is its address, from the line "Dampingi: URL". */
export function startServer({ dataDir, script, args = [], env = {}, uid }: Start): Server {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: join(import.meta.dirname, "..", ".."),
    env: { PATH: process.env["PATH"], DATA_DIR: dataDir, PORT: "0", LOG_LEVEL: "silent", ...env },
    stdio: ["ignore", "pipe", "pipe"],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  let words = "";
  child.stderr.on("data", (chunk: Buffer) => (words += chunk.toString()));
  const ended = new Promise<number | NodeJS.Signals>((resolve) => child.once("close", (code, signal) => resolve(code ?? signal ?? -1)));
  const lines: string[] = [];
  const ready = new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      lines.push(line);
      const url = /^Dampingi: (\S+)$/.exec(line)?.[1];
      if (url !== undefined) resolve(url);
    });
    void ended.then((code) => reject(new Error(`ended with ${code}: ${words}`)));
  });
  ready.catch(() => {});
  return { child, pid: child.pid ?? 0, ready, ended, said: () => words, printed: () => lines };
}

/** PostgreSQL's own account of itself in that data folder. */
export function postmaster(dataDir: string): { pid: number; socketDir: string } {
  const lines = readFileSync(join(dataDir, "postgres", "data", "postmaster.pid"), "utf8").split("\n");
  return { pid: Number(lines[0]), socketDir: lines[4] ?? "" };
}

/** A session of the embedded superuser, past the server. */
export async function superuser(dataDir: string): Promise<Client> {
  const { postgres } = JSON.parse(readFileSync(join(dataDir, "postgres", "passwords.json"), "utf8"));
  const client = new Client({ host: postmaster(dataDir).socketDir, port: 5432, user: "postgres", password: postgres, database: "dampingi" });
  client.on("error", () => {});
  await client.connect();
  return client;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A killed child of ours that nobody waited for yet is a zombie.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

export async function until(condition: () => boolean | Promise<boolean>, ms = 20_000): Promise<void> {
  for (const end = Date.now() + ms; Date.now() < end; ) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`not within ${ms} ms`);
}
