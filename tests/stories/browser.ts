import { existsSync } from "node:fs";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";

/** Flags that keep a headless Chromium from asking the outside for anything. */
const FLAGS = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const PLACES = [process.env["CHROMIUM_PATH"], "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export async function openBrowser(): Promise<Browser> {
  const executablePath = PLACES.find((place) => place !== undefined && existsSync(place));
  if (executablePath === undefined) throw new Error("no Chromium on this machine: `npm test` installs it");
  return chromium.launch({ executablePath, args: FLAGS });
}

const INDONESIA = { locale: "id-ID", timezoneId: "Asia/Jakarta" } as const;

/** A cheap phone: 360x640, touched. */
export const phoneContext = (browser: Browser, size = { width: 360, height: 640 }): Promise<BrowserContext> =>
  browser.newContext({ ...INDONESIA, viewport: size, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });

export const laptopContext = (browser: Browser): Promise<BrowserContext> => browser.newContext({ ...INDONESIA, viewport: { width: 1366, height: 768 } });

/** Everything that a page said in its console as an error, and every exception: a story ends with none. */
export function troubles(page: Page): string[] {
  const heard: string[] = [];
  page.on("pageerror", (error) => heard.push(`exception: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" && !/Failed to load resource|net::ERR/.test(message.text())) heard.push(message.text());
  });
  return heard;
}
