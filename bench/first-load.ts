/**
 * How many bytes of script run on a fresh phone until the first answer of a visit, and how many it holds for offline.
 * Goal: 60 kB and 500 kB, gzipped. Floor: Preact with signals alone. Run: `node bench/first-load.ts`, after `vite build`.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { TEXTS as MOTHER } from "#content/texts/mother.id.ts";
import { TEXTS as VISIT } from "#content/texts/visit.id.ts";
import { openBrowser, phoneContext } from "../tests/stories/browser.ts";
import { enrol, heading, tap } from "../tests/stories/phone.ts";
import { pickRow } from "../tests/stories/register.ts";
import { startDemo } from "../tests/stories/server.ts";
import { nextQuestion } from "../tests/stories/visit.ts";

const DIST = path.resolve(import.meta.dirname, "../dist");
const gz = (bytes: Buffer): number => gzipSync(bytes, { level: 9 }).length;
const kB = (bytes: number): string => (bytes / 1000).toFixed(1).padStart(7);

const server = await startDemo();
const browser = await openBrowser();
// Without a service worker every script is asked for when it is wanted, and only then.
const context = await phoneContext(browser);
await context.addInitScript(() => Object.defineProperty(navigator, "serviceWorker", { value: undefined }));
const page = await context.newPage();
const scripts = new Set<string>();
page.on("response", (response) => {
  const { pathname } = new URL(response.url());
  if (pathname.endsWith(".js")) scripts.add(pathname);
});
const soFar = (): number => [...scripts].reduce((sum, name) => sum + gz(readFileSync(path.join(DIST, name))), 0);

await enrol(page, server.linkOf("Kader Wati"));
await page.getByText("Ibu Ratna").waitFor();
console.log(`${kB(soFar())} kB  until Ibu saya is shown`);
await page.getByRole("link", { name: "Ibu Ratna" }).click();
await heading(page, "Ibu Ratna").waitFor();
console.log(`${kB(soFar())} kB  until a mother's page is shown`);
await tap(page, MOTHER.startVisit);
await tap(page, VISIT["kind.home"]);
await nextQuestion(page, "begin");
await pickRow(page, VISIT.none);
console.log(`${kB(soFar())} kB  until the first answer of a visit      goal   60.0`);
await browser.close();
await server.stop();

const precached = [...readFileSync(path.join(DIST, "sw.js"), "utf8").matchAll(/url:\s*"([^"]+)"/g)].map((match) => match[1] ?? "");
const offline = precached.reduce((sum, name) => sum + gz(readFileSync(path.join(DIST, name))), 0);
console.log(`${kB(offline)} kB  everything held for offline, ${precached.length} files   goal  500.0`);
const floor = readdirSync(path.resolve(import.meta.dirname, "../node_modules/preact/dist")).includes("preact.min.js") ? gz(readFileSync(path.resolve(import.meta.dirname, "../node_modules/preact/dist/preact.min.js"))) : 0;
if (floor > 0) console.log(`${kB(floor)} kB  Preact alone, the floor`);
