import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SCREENING_PLAN } from "#content/rules/screening.ts";
import { TEXTS as MOTHER } from "#content/texts/mother.id.ts";
import { TEXTS as REFERRAL } from "#content/texts/referral.id.ts";
import { TEXTS as SESSION } from "#content/texts/session.id.ts";
import { QUESTION_TEXTS } from "#content/rules/question-texts.id.ts";
import { TEXTS as SETTINGS } from "#content/texts/settings.id.ts";
import { TEXTS as TODAY } from "#content/texts/today.id.ts";
import { TEXTS as VISIT } from "#content/texts/visit.id.ts";
import { laptopContext, openBrowser, phoneContext, troubles } from "./browser.ts";
import { createCutProxy, type CutProxy } from "./cut-proxy.ts";
import { enrol, heading, tap, unlock } from "./phone.ts";
import { pickRow, registerMother } from "./register.ts";
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
  /** The tab is gone, as when the battery died or the app was swept away; she opens it again, with her PIN. */
  const reopen = async (where: string, ownClock = false) => {
    await kader.close();
    kader = await phone.newPage();
    heard = [...heard, ...troubles(kader)];
    if (ownClock) await kader.clock.install();
    await kader.goto(phoneUrl());
    await unlock(kader);
    await heading(kader, TODAY.title).waitFor();
    await kader.goto(where);
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
    await reopen(kader.url());
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
    await reopen(mother, true);
    await tap(kader, MOTHER.massage);
    await heading(kader, SESSION.gateTitle).waitFor();
    await tap(kader, SESSION.askMissing);
    // The gate's page still stands for a moment after the tap.
    await kader.waitForURL(/kunjungan/);
    await kader.waitForFunction(() => !["", "gate"].includes(document.querySelector("main h1")?.id ?? ""));
    let id = await questionId(kader);
    if (id === "begin") {
      await tap(kader, VISIT["kind.home"]);
      id = await nextQuestion(kader, "begin");
    }
    while (planned(id)) id = await answerCalmly(kader, id);
    await finishVisit(kader);
    if (!kader.url().endsWith("/pijat")) await tap(kader, MOTHER.massage);

    await tap(kader, SESSION.consentYes);
    await pickRow(kader, SESSION.handsKader);
    await heading(kader, /seberapa mudah/).waitFor();
    await kader.getByRole("radio", { name: "4" }).check();
    await heading(kader, /percaya diri/).waitFor();
    await kader.getByRole("radio", { name: "5" }).check();
    await tap(kader, SESSION.prepareDone);
    await tap(kader, SESSION.positionDone);

    // Ticks of a fifth of a second, as the phone has them; time jumps only where the phone sleeps.
    const run = (seconds: number) => kader.clock.runFor(seconds * 1000);
    const comfortable = () => tap(kader, SESSION.comfortNone);
    const shown = () => kader.locator(".clock").innerText();
    await kader.locator(".clock").waitFor();
    await run(31);
    await heading(kader, SESSION.comfortAsk).waitFor();
    await comfortable();
    await run(50);
    const before = await shown();
    await kader.clock.fastForward(600_000);
    await heading(kader, SESSION.pausedTitle).waitFor();
    expect(await shown(), "ten minutes of sleep count nothing").toBe(before);
    await kader.getByText(SESSION.pausedByPhone.slice(0, 30)).waitFor();
    await tap(kader, SESSION.resume);
    await comfortable();
    await run(12);
    await heading(kader, SESSION.comfortAsk).waitFor();
    await comfortable();
    await run(61);
    await heading(kader, SESSION.comfortAsk).waitFor();
    await comfortable();
    await run(31);
    await heading(kader, SESSION.offeredTitle).waitFor();
    await tap(kader, SESSION.offeredEnough);

    let taps = 0;
    const one = async (work: Promise<void>) => {
      await work;
      taps++;
    };
    await one(pickRow(kader, SESSION.feedBreast));
    await heading(kader, SESSION.letDownAsk).waitFor();
    await one(pickRow(kader, SESSION.letDownDrips));
    await one(tap(kader, SESSION.next));
    await heading(kader, SESSION.flowAsk).waitFor();
    await one(pickRow(kader, SESSION.flowDrops));
    await heading(kader, SESSION.afterEase).waitFor();
    await one(kader.getByRole("radio", { name: "6" }).check());
    await heading(kader, /Seberapa percaya diri/).waitFor();
    await one(kader.getByRole("radio", { name: "7" }).check());
    await heading(kader, SESSION.bruiseAsk).waitFor();
    await one(pickRow(kader, SESSION.no));
    await heading(kader, SESSION.doneTitle).waitFor();
    expect(taps, "taps to record what changed").toBeLessThanOrEqual(8);
    await kader.getByText("5 → 7").waitFor();
    await kader.getByRole("button", { name: /Kembali ke/ }).click();
    await kader.getByText(/Pijat 3[.:]00/).waitFor();
    await reopen(mother);
  });

  let midwife: Page;
  test("R1: a danger sign offline: go now, call, message; nothing has arrived, and she sees that", async () => {
    midwife = await (await laptopContext(browser)).newPage();
    heard.push(...troubles(midwife));
    await midwife.goto(server.linkOf("Bidan Ratih"));
    await midwife.getByRole("button", { name: "Masuk sekarang" }).click();
    await midwife.locator(".referral-row").first().waitFor();

    await beginVisit(kader);
    await nextQuestion(kader, "begin");
    await pickRow(kader, QUESTION_TEXTS["mother.blurredVision"].label);
    await tap(kader, VISIT.next);
    await kader.waitForURL(/rujukan/);
    await heading(kader, /Antar .*Melur.* ke bidan sekarang/).waitFor();
    await kader.getByText(REFERRAL.notArrived, { exact: true }).waitFor();
    await kader.getByRole("link", { name: /Telepon/ }).waitFor();
  });

  test("L1, L4: the line comes back and is cut in the middle of a sync; the midwife sees it once, without a reload", async () => {
    line.cutAnswerTo("/api/sync");
    line.up();
    await phone.setOffline(false);
    await midwife.locator(".referral-row", { hasText: "Melur" }).waitFor({ timeout: 60_000 });
    expect(line.cuts(), "the answer to a sync was cut").toBe(1);
    expect(await midwife.locator(".referral-row", { hasText: "Melur" }).count()).toBe(1);
    // Cut off before its answer, the phone offered the same again: it stands there once, and the phone knows that it arrived.
    await kader.getByText(REFERRAL.arrived, { exact: true }).waitFor({ timeout: 60_000 });
  });

  test("R1: she opens it, the phone shows that; she answers, and the kader reads it without doing anything", async () => {
    await midwife.locator(".referral-row", { hasText: "Melur" }).getByRole("link").click();
    await midwife.locator(".story h2", { hasText: "Melur" }).waitFor();
    await kader.getByText(REFERRAL.seen).waitFor({ timeout: 60_000 });
    await midwife.getByRole("button", { name: "Datang sekarang" }).click();
    await midwife.getByLabel("Pesan untuk kader").fill("Antar ke klinik, saya tunggu di pintu depan.");
    await midwife.getByRole("button", { name: "Kirim jawaban" }).click();
    await kader.getByText("Antar ke klinik, saya tunggu di pintu depan.").waitFor({ timeout: 60_000 });
  });

  test("L5: both count the same, entry by entry", async () => {
    await kader.goto(`${phoneUrl()}#/hp`);
    await kader.getByText(SETTINGS.agree).waitFor({ timeout: 60_000 });
    expect(heard).toEqual([]);
  });
});
