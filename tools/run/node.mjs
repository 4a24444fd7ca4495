import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { say } from "./say.mjs";

export const root = fileURLToPath(new URL("../..", import.meta.url));

const OLDEST = 24;

/** Node 24, which npm brought; else the one that runs this, if it is new enough (on macOS npm brings none). */
export function node24() {
  const platform = process.platform === "win32" ? "win" : process.platform;
  const brought = join(root, "node_modules", `node-${platform}-${process.arch}`, "bin", process.platform === "win32" ? "node.exe" : "node");
  if (existsSync(brought)) return brought;
  if (Number(process.versions.node.split(".")[0]) >= OLDEST) return process.execPath;
  say(`Di komputer ini perlu Node ${OLDEST} atau lebih baru: https://nodejs.org`, `This machine needs Node ${OLDEST} or later: https://nodejs.org`);
  process.exit(1);
}

export const environment = (extra = {}) => ({ ...process.env, ...extra, PATH: join(root, "node_modules", ".bin") + delimiter + process.env.PATH });

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

/** Runs a script with Node 24 as if it stood in our place: same streams, same signals; resolves to its exit code. Ended after `patience` ms. */
export function runNode(args, { env = {}, patience } = {}) {
  const child = spawn(node24(), args, { cwd: root, env: environment(env), stdio: "inherit" });
  const late = patience === undefined ? undefined : setTimeout(() => child.kill("SIGTERM"), patience);
  const forward = (signal) => child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, forward);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      clearTimeout(late);
      for (const each of SIGNALS) process.off(each, forward);
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}
