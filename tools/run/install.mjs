import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./node.mjs";
import { say } from "./say.mjs";

/** Installs what package-lock.json names, unless it is there already. Ends the process where that fails. */
export function ensureInstalled() {
  if (isInstalled()) return;
  say("Memasang pustaka yang dibutuhkan, sekali saja. Mohon tunggu …", "Installing what is needed, once. Please wait …");
  const npm = process.env.npm_execpath?.endsWith(".js") ? [process.execPath, process.env.npm_execpath] : ["npm"];
  const [program, ...before] = npm;
  const flags = ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"];
  const done = spawnSync(program, [...before, ...flags], { cwd: root, encoding: "utf8", shell: npm.length === 1 && process.platform === "win32" });
  if (done.status === 0 && isInstalled()) return;
  console.error(done.error?.message ?? `${done.stdout}${done.stderr}`);
  say("Pemasangan gagal. Periksa sambungan internet, lalu coba lagi.", "The installation failed. Check the internet connection, then try again.");
  process.exit(1);
}

/** npm writes node_modules/.package-lock.json last, so a broken-off installation does not pass for a whole one. */
function isInstalled() {
  try {
    const read = (path) => JSON.parse(readFileSync(join(root, path), "utf8")).packages;
    const wanted = read("package-lock.json");
    const there = read("node_modules/.package-lock.json");
    // Optional packages are for other kinds of machine, where they are missing.
    return Object.entries(wanted).every(([path, entry]) => path === "" || there[path]?.version === entry.version || (entry.optional === true && there[path] === undefined));
  } catch {
    return false;
  }
}
