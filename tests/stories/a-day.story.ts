import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SCREENING_PLAN } from "#content/rules/screening.ts";
import { TEXTS as MOTHER } from "#content/texts/mother.id.ts";
import { TEXTS as SESSION } from "#content/texts/session.id.ts";
import { TEXTS as TODAY } from "#content/texts/today.id.ts";
import { laptopContext, openBrowser, phoneContext, troubles } from "./browser.ts";
import { createCutProxy, type CutProxy } from "./cut-proxy.ts";
import { enrol, heading, tap, unlock } from "./phone.ts";
import { registerMother } from "./register.ts";
import { startDemo, type DemoServer } from "./server.ts";
import { answerCalmly, beginVisit, finishVisit, nextQuestion, questionId } from "./visit.ts";

/** One kader, one mother, one midwife: the main job, on a network that is cut when it hurts most. */
describe("a day", () => {
  let server: DemoServer;
  let browser: Browser;
  let line: CutProxy;
  let phone: BrowserContext;
  let kader: Page;
  let heard: string[];
  const phoneUrl = (): string => `http://localhost:${line.port}/`;

  beforeAll(async () => {
    server = await startDemo();
    browser = await openBrowser();
    line = await createCutProxy(Number(new URL(server.url).port));
    phone = await phoneContext(browser);
    kader = await phone.newPage();
    heard = troubles(kader);
  });
  afterAll(async () => {
    await browser?.close();
    await line?.close();
    await server?.stop();
  });

  const goOffline = async () => {
    await phone.setOffline(true);
    line.down();
  };
  const planned = (id: string): boolean => SCREENING_PLAN.screens.some((screen) => screen.id === id);

  test("the phone is set up from the link, and keeps the app for later", async () => {
    const link = new URL(server.linkOf("Kader Wati"));
    await enrol(kader, `${phoneUrl()}${link.hash}`);
    await kader.getByText("Ibu Sari").waitFor();
    await kader.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  });

  test("offline she registers a mother", async () => {
    await goOffline();
    await registerMother(kader, { name: "Melur Rekaan", years: "24", problem: "problem.flow" });
    await heading(kader, /Melur/).waitFor();
  });

  test("offline she screens; the tab is closed in the middle, and it goes on where it stood", async () => {
    await beginVisit(kader);
    let id = await nextQuestion(kader, "begin");
    for (let n = 0; n < 5; n++) id = await answerCalmly(kader, id);
    const where = kader.url();
    await kader.close();
    kader = await phone.newPage();
    heard.push(...troubles(kader));
    await kader.goto(phoneUrl());
    await unlock(kader);
    await heading(kader, TODAY.title).waitFor();
    await kader.goto(where);
    await kader.locator("main h1[id]").first().waitFor();
    expect(await questionId(kader)).toBe(id);
    const seen: string[] = [];
    while (planned(id)) {
      seen.push(id);
      id = await answerCalmly(kader, id);
    }
    expect(seen.length + 5, "a full screening").toBeLessThanOrEqual(16);
    await finishVisit(kader);
    await heading(kader, /Melur/).waitFor();
  });

  test("T1: the session asks what its gate still wants, and then guides; locked across 1:30 it wakes up paused", async () => {
    const mother = kader.url();
    await kader.close();
    kader = await phone.newPage();
    heard.push(...troubles(kader));
    await kader.clock.install();
    await kader.goto(phoneUrl());
    await unlock(kader);
    await heading(kader, TODAY.title).waitFor();
    await kader.goto(mother);
    await tap(kader, MOTHER.massage);
    await heading(kader, SESSION.gateTitle).waitFor();
    await tap(kader, SESSION.askMissing);
    await kader.screenshot({ path: "/tmp/d/shots/ask-missing.png" });
  });
});
