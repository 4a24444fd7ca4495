import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { QUESTION_TEXTS } from "#content/rules/question-texts.id.ts";
import { TEXTS as MOTHER } from "#content/texts/mother.id.ts";
import { TEXTS as OUTCOME } from "#content/texts/outcome.id.ts";
import { TEXTS as REFERRAL } from "#content/texts/referral.id.ts";
import { TEXTS as TODAY } from "#content/texts/today.id.ts";
import { TEXTS as VISIT } from "#content/texts/visit.id.ts";
import { TEXTS as WHY } from "#content/texts/why.id.ts";
import { openBrowser, phoneContext, troubles } from "./browser.ts";
import { enrol, heading, tap, unlock } from "./phone.ts";
import { pickRow, registerMother } from "./register.ts";
import { startDemo, type DemoServer } from "./server.ts";
import { answerCalmly, beginVisit, finishVisit, nextQuestion, questionId } from "./visit.ts";

/** What nobody at her home may read on this phone, whoever looks over a shoulder afterwards. */
const BETRAYS = /tidak aman|takut|menyakiti|berbahaya di rumah|bercerita|kekerasan/i;

describe("what she says alone", () => {
  let server: DemoServer;
  let browser: Browser;
  let kader: Page;
  let heard: string[];

  beforeAll(async () => {
    server = await startDemo();
    browser = await openBrowser();
    kader = await (await phoneContext(browser)).newPage();
    heard = troubles(kader);
    await enrol(kader, server.linkOf("Kader Wati"));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const reads = () => kader.locator("body").innerText();
  const home = async () => {
    await kader.evaluate(() => void (location.hash = "/"));
    await heading(kader, TODAY.title).waitFor();
  };
  const seen: string[] = [];
  const look = async () => seen.push(await reads());
  /** Answers calmly until she is to be asked alone. */
  const untilAlone = async () => {
    let id = await nextQuestion(kader, "begin");
    while (id !== "alone") id = await answerCalmly(kader, id);
  };

  test("M12: asked alone, it stands on one screen while they are alone, and on none after it", async () => {
    await registerMother(kader, { name: "Kenanga Rekaan", years: "26", problem: "problem.none" });
    const mother = kader.url();
    await beginVisit(kader);
    await untilAlone();
    expect(await reads(), "before she is alone, no question is readable").not.toMatch(BETRAYS);
    await tap(kader, VISIT.aloneYes);
    await pickRow(kader, QUESTION_TEXTS["mother.unsafeAtHome"].ask);
    await tap(kader, VISIT.next);
    await heading(kader, VISIT["private.title"]).waitFor();
    await kader.getByText(VISIT["private.M12.where"]).waitFor();
    await tap(kader, VISIT.aloneClose);

    await heading(kader, /dalam 24 jam/).waitFor();
    await look();
    await tap(kader, WHY.why);
    await look();
    await tap(kader, WHY.close);
    await tap(kader, OUTCOME.callNow);
    await kader.waitForURL(/rujukan/);
    await kader.getByText(REFERRAL.storyTitle).waitFor();
    await look();
    await tap(kader, REFERRAL.message);
    await look();
    await tap(kader, REFERRAL.close);
    await tap(kader, REFERRAL.paper);
    await look();
    await kader.goto(mother);
    await heading(kader, /Kenanga/).waitFor();
    await look();
    // Back into the visit, and back to the question: it is asked anew, and shows nothing of what was said.
    await kader.evaluate((hash) => void (location.hash = hash), `${new URL(mother).hash.slice(1)}/kunjungan`);
    await heading(kader, /dalam 24 jam/).waitFor();
    await tap(kader, VISIT.back);
    await kader.waitForFunction(() => document.querySelector("main h1")?.id === "alone");
    await look();
    await kader.goto(`${new URL(mother).origin}/#/`);
    await heading(kader, TODAY.title).waitFor();
    await look();
    for (const screen of seen) expect(screen).not.toMatch(BETRAYS);
    expect(seen).toHaveLength(8);
  });

  test("not alone: put off, asked again by itself, and the visit ends as any other", async () => {
    await home();
    await registerMother(kader, { name: "Sedap Rekaan", years: "29", problem: "problem.none" });
    const mother = kader.url();
    await beginVisit(kader);
    await untilAlone();
    await tap(kader, VISIT.aloneYes);
    await tap(kader, VISIT.someoneComes);
    await nextQuestion(kader, "alone-questions");
    expect(await reads()).not.toMatch(BETRAYS);
    await finishVisit(kader);
    await heading(kader, /Sedap/).waitFor();
    expect(await reads()).not.toMatch(BETRAYS);
    await kader.evaluate((hash) => void (location.hash = hash), `${new URL(mother).hash.slice(1)}/kunjungan?untuk=lagi`);
    await heading(kader, VISIT.beginAsk.replace("{name}", "Ibu Sedap Rekaan")).waitFor();
    await tap(kader, VISIT["kind.home"]);
    expect(await nextQuestion(kader, "begin"), "only what was put off").toBe("alone");
    await tap(kader, VISIT.aloneYes);
    await pickRow(kader, VISIT.none);
    await tap(kader, VISIT.next);
    await nextQuestion(kader, "alone-questions");
    await finishVisit(kader);
  });

  test("a visit that lay for a night is offered, and closed it is kept as incomplete", async () => {
    await home();
    await registerMother(kader, { name: "Melati Rekaan", years: "31", problem: "problem.none" });
    const mother = kader.url();
    await beginVisit(kader);
    let id = await nextQuestion(kader, "begin");
    for (let n = 0; n < 3; n++) id = await answerCalmly(kader, id);
    await kader.clock.install({ time: Date.now() + 13 * 3_600_000 });
    await kader.reload();
    await unlock(kader);
    await heading(kader, VISIT.staleTitle).waitFor();
    await tap(kader, VISIT.staleNew);
    await heading(kader, VISIT.beginAsk.replace("{name}", "Ibu Melati Rekaan")).waitFor();
    expect(await questionId(kader)).toBe("begin");
    await kader.goto(mother);
    await kader.getByText(MOTHER.notComplete).first().waitFor();
    expect(heard).toEqual([]);
  });
});
