import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { environment, node24, root } from "./node.mjs";
import { say } from "./say.mjs";

const INPUTS = ["web", "core", "content", "vite.config.ts", "package-lock.json", "tools/run/web.mjs"];
const STAMP = join(root, "dist", ".inputs");

/** Builds the web into dist/ unless it is built from the same inputs already. False where the build failed. */
export function buildWeb() {
  const inputs = hashOf(INPUTS);
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === inputs) return true;
  say("Menyiapkan aplikasi …", "Building the app …");
  const built = spawnSync(node24(), ["node_modules/vite/bin/vite.js", "build", "--logLevel", "warn"], { cwd: root, env: environment(), encoding: "utf8" });
  if (built.status !== 0) {
    console.error(built.error?.message ?? `${built.stdout}${built.stderr}`);
    say("Aplikasi gagal disiapkan.", "The app could not be built.");
    return false;
  }
  compress(join(root, "dist"));
  writeFileSync(STAMP, inputs);
  return true;
}

function filesIn(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .toSorted()
    .flatMap((name) => filesIn(join(path, name)));
}

function hashOf(paths) {
  const hash = createHash("sha256");
  for (const file of paths.flatMap((path) => filesIn(join(root, path)))) {
    if (/\.test\.tsx?$/.test(file)) continue;
    const content = readFileSync(file);
    hash.update(`${relative(root, file)}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

/** Compressed once, as small as it gets: the phones' quota is counted. The server hands these out as they are. */
function compress(folder) {
  const SMALLEST = 1024;
  for (const file of filesIn(folder)) {
    const content = readFileSync(file);
    if (!/\.(?:js|css|html|svg|json|webmanifest)$/.test(file) || content.length < SMALLEST) continue;
    writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  }
}
