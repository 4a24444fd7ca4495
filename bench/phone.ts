import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { chromium } from "playwright-core";
import { build, type Rolldown } from "vite";
import type { Bench } from "./phone-page.ts";

/**
 * How fast a slow phone opens, with its records encrypted: real Chromium, its processor throttled six times. To reach with 10,000
 * entries of 60 mothers: the list 1.5 s after the PIN's key is there, and the first sync's storing in 2 s unthrottled.
 * node bench/phone.ts [entries, default 10000] [mothers, default 60]
 */
const entries = Number(process.argv[2] ?? 10_000);
const mothers = Number(process.argv[3] ?? 60);
const THROTTLE = 6;

const built = (await build({
  root: import.meta.dirname,
  configFile: false,
  logLevel: "error",
  build: { write: false, target: "chrome115", rolldownOptions: { input: `${import.meta.dirname}/phone-page.ts` } },
})) as Rolldown.RolldownOutput;
const files = new Map<string, string>(built.output.flatMap((file) => (file.type === "chunk" ? [[`/${file.fileName}`, file.code] as const] : [])));
const entry = built.output.find((file) => file.type === "chunk" && file.isEntry)?.fileName ?? "";

const server = createServer((request, response) => {
  const code = files.get(request.url ?? "");
  response.setHeader("content-type", code === undefined ? "text/html" : "text/javascript");
  response.end(code ?? `<!doctype html><script type="module" src="/${entry}"></script>`);
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
try {
  const page = await browser.newPage();
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const ready = async () => {
    await page.goto(address);
    await page.waitForFunction(() => "bench" in globalThis);
  };
  await ready();
  const fill = await page.evaluate(([count, of]) => (globalThis as unknown as { bench: Bench }).bench.fill(count, of), [entries, mothers] as const);
  console.log(`${entries} entries of ${mothers} mothers, first sync, stored and folded, unthrottled: ${fill} ms`);
  const throttle = await page.context().newCDPSession(page);
  for (const rate of [1, THROTTLE]) {
    const runs: Record<string, number>[] = [];
    for (let run = 0; run < 5; run++) {
      await ready();
      await throttle.send("Emulation.setCPUThrottlingRate", { rate });
      runs.push(await page.evaluate(() => (globalThis as unknown as { bench: Bench }).bench.open()));
      await throttle.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    }
    const median = (key: string) => runs.map((one) => one[key] ?? 0).sort((a, b) => a - b)[2];
    console.log(`at ${rate}x: key ${median("derive")} ms; then the list of ${median("cards")} ${median("list")} ms; one mother ${median("mother")} ms; first new entry ${median("first")} ms, next ${median("record")} ms`);
  }
} finally {
  await browser.close();
  server.close();
}
