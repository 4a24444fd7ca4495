import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { say } from "./say.mjs";

const CHROMIUM = [
  process.env.CHROMIUM_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];
const findChromium = () => CHROMIUM.find((path) => path && existsSync(path));

/** A Chromium for the tests in a browser, installed where we can; undefined where there is none. */
export function ensureChromium() {
  if (findChromium() === undefined) install("chromium");
  const found = findChromium();
  if (found === undefined) {
    say(
      "Peramban Chromium belum ada. Pasang Chromium atau Chrome, atau isi CHROMIUM_PATH, lalu coba lagi.",
      "There is no Chromium. Install Chromium or Chrome (Debian: apt-get install chromium), or set CHROMIUM_PATH, then try again.",
    );
  }
  return found;
}

/** The oldest PostgreSQL that must work, installed where we can. Where there is none, its tests show as skipped. */
export function ensurePostgres15() {
  const folder = "/usr/lib/postgresql/15/bin";
  if (process.platform !== "linux" || process.env.POSTGRES_15_BIN || existsSync(folder)) return;
  // Debian would start a server of its own with the package; the tests need the programs alone.
  const setting = "/etc/postgresql-common/createcluster.conf";
  if (canInstall() && !existsSync(setting)) {
    mkdirSync("/etc/postgresql-common", { recursive: true });
    writeFileSync(setting, "create_main_cluster = false\n");
  }
  install("postgresql-15");
  if (!existsSync(folder)) say("PostgreSQL 15 tidak ada: ujinya dilewati.", "There is no PostgreSQL 15: its tests are skipped.");
}

const canInstall = () => process.getuid?.() === 0 && spawnSync("apt-get", ["--version"], { stdio: "ignore" }).status === 0;

function install(name) {
  if (!canInstall()) return;
  say(`Memasang ${name} …`, `Installing ${name} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", ["update", "-qq"], { env, stdio: "ignore" });
  const done = spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", name], { env, encoding: "utf8" });
  if (done.status !== 0) console.error(done.stderr);
}
