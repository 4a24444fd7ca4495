/** Renews docs/pictures from the demo, as people see it: `npm run pictures`, after `vite build`. */
import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { QUESTION_TEXTS } from "#content/rules/question-texts.id.ts";
import { TEXTS as MOTHER } from "#content/texts/mother.id.ts";
import { TEXTS as SESSION } from "#content/texts/session.id.ts";
import { TEXTS as TODAY } from "#content/texts/today.id.ts";
import { TEXTS as VISIT } from "#content/texts/visit.id.ts";
import { laptopContext, openBrowser, phoneContext } from "../tests/stories/browser.ts";
import { enrol, heading, tap } from "../tests/stories/phone.ts";
import { pickRow } from "../tests/stories/register.ts";
import { startDemo, type DemoServer } from "../tests/stories/server.ts";
import { answerCalmly, beginVisit, finishVisit, nextQuestion } from "../tests/stories/visit.ts";
import { SCREENING_PLAN } from "#content/rules/screening.ts";

const FOLDER = path.resolve(import.meta.dirname, "../docs/pictures");
/** Long enough for a drawing to have arrived and a motion to have ended, in ms. */
const SETTLED = 600;

async function picture(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(SETTLED);
  await page.screenshot({ path: path.join(FOLDER, `${name}.png`), animations: "disabled" });
}

async function kaderPictures(browser: Browser, server: DemoServer): Promise<void> {
  const page = await (await phoneContext(browser)).newPage();
  await enrol(page, server.linkOf("Kader Wati"));
  await page.getByText("Ibu Sari").waitFor();
  await picture(page, "kader-today");

  const open = async (name: string) => {
    await page.goto(new URL("#/", page.url()).href);
    await heading(page, TODAY.title).waitFor();
    await page.getByRole("link", { name }).click();
    await heading(page, name).waitFor();
  };
  await open("Ibu Rini");
  await picture(page, "kader-mother");
  await tap(page, MOTHER.massage);
  let id = (await heading(page, SESSION.gateTitle).isVisible().catch(() => false)) ? "gate" : "";
  if (id === "") {
    await tap(page, SESSION.consentYes);
    await pickRow(page, SESSION.handsKader);
    await heading(page, /seberapa mudah/).waitFor();
    await page.getByRole("radio", { name: "4" }).check();
    await heading(page, /percaya diri/).waitFor();
    await page.getByRole("radio", { name: "5" }).check();
    await picture(page, "session-prepare");
    await tap(page, SESSION.prepareDone);
    await picture(page, "session-position");
    await tap(page, SESSION.positionDone);
    await page.waitForTimeout(4_000);
    await picture(page, "session-massage");
  }

  await page.goto(new URL("#/", page.url()).href);
  await open("Ibu Ratna");
  await beginVisit(page);
  id = await nextQuestion(page, "begin");
  await picture(page, "visit-danger-signs");
  while (SCREENING_PLAN.screens.some((screen) => screen.id === id)) {
    if (id === "baby-life" || id === "baby-skin" || id === "baby-numbers" || id === "mother-warmth") await picture(page, `visit-${id}`);
    id = await answerCalmly(page, id);
  }
  await picture(page, "visit-result");
  await finishVisit(page);

  await open("Ibu Lastri");
  await beginVisit(page);
  await nextQuestion(page, "begin");
  await pickRow(page, QUESTION_TEXTS["mother.blurredVision"].label);
  await tap(page, VISIT.next);
  await page.waitForURL(/rujukan/);
  await picture(page, "go-now");
  await page.goto(new URL("#/hp", page.url()).href);
  await picture(page, "this-phone");
}

async function midwifePictures(browser: Browser, server: DemoServer): Promise<void> {
  const page = await (await laptopContext(browser)).newPage();
  await page.goto(server.linkOf("Bidan Ratih"));
  await page.getByRole("button", { name: "Masuk sekarang" }).click();
  await page.locator(".referral-row").first().waitFor();
  await picture(page, "midwife-today");
  await page.locator(".referral-row", { hasText: "Ibu Maya" }).getByRole("link").click();
  await page.locator(".story h2", { hasText: "Ibu Maya" }).waitFor();
  await picture(page, "midwife-story");
  for (const [link, name] of [["Kader", "midwife-kader"], ["Aturan", "midwife-rules"]] as const) {
    await page.locator(".side").getByRole("link", { name: link }).click();
    await page.locator("main h1").waitFor();
    await picture(page, name);
  }
}

await mkdir(FOLDER, { recursive: true });
const server = await startDemo();
const browser = await openBrowser();
try {
  await kaderPictures(browser, server);
  await midwifePictures(browser, server);
} finally {
  await browser.close();
  await server.stop();
}
