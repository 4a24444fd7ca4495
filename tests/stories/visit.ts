import type { Page } from "playwright-core";
import { QUESTION_TEXTS } from "#content/rules/question-texts.id.ts";
import { SCREENING_PLAN } from "#content/rules/screening.ts";
import { TEXTS as MOTHER } from "#content/texts/mother.id.ts";
import { TEXTS as VISIT } from "#content/texts/visit.id.ts";
import { screenKeys } from "#core/triage/screening.ts";
import { tap } from "./phone.ts";
import { choose, pickRow } from "./register.ts";

/** Counts per day and hours that a calm day has. */
const CALM_NUMBERS: Readonly<Record<string, number>> = { "feeding.feeds24h": 9, "baby.urine24h": 3, "feeding.hoursSinceFeed": 2, "baby.hoursSinceUrine": 3 };

export async function beginVisit(page: Page): Promise<void> {
  await tap(page, MOTHER.startVisit);
  await tap(page, VISIT["kind.home"]);
}

/** The id of the question on the screen; empty where it asks nothing. */
export const questionId = async (page: Page): Promise<string> => (await page.locator("main h1[id]").first().getAttribute("id")) ?? "";

/** Waits until another screen than `before` is shown, and gives its question. */
export async function nextQuestion(page: Page, before: string): Promise<string> {
  await page.waitForFunction((old) => (document.querySelector("main h1")?.id ?? "") !== old, before);
  return (await page.locator("main h1").first().getAttribute("id")) ?? "";
}

/** Answers the screen as on a day on which nothing is wrong, and goes on; gives the next question. */
export async function answerCalmly(page: Page, id: string): Promise<string> {
  const screen = SCREENING_PLAN.screens.find((one) => one.id === id);
  if (screen === undefined) throw new Error(`no screen of the plan is called ${id}`);
  switch (screen.kind) {
    case "pick":
      await pickRow(page, VISIT.none);
      break;
    case "choice":
      await pickRow(page, Object.values(QUESTION_TEXTS[screen.keys[0]].options ?? {})[0] ?? VISIT.no);
      break;
    case "mother-warmth":
      await page.getByLabel(QUESTION_TEXTS["mother.temperature"].label).fill("36,7");
      await choose(page, QUESTION_TEXTS["mother.antipyreticLast6h"].ask, VISIT.no);
      break;
    case "baby-warmth":
      await page.getByLabel(QUESTION_TEXTS["baby.temperatures"].label).fill("36,9");
      break;
    case "numbers":
      for (const [at, key] of screenKeys(screen).entries()) {
        const box = page.locator(".number").nth(at);
        const count = CALM_NUMBERS[key];
        if (count === undefined) await box.locator(".small-pick").click();
        else await box.locator("input:not([type=checkbox])").fill(String(count));
      }
      break;
    case "alone":
      await tap(page, VISIT.aloneYes);
      await pickRow(page, VISIT.none);
      break;
    case "yellow":
      throw new Error("a calm baby is not yellow");
    default:
      screen satisfies never;
  }
  const shown = await questionId(page);
  await tap(page, VISIT.next);
  return nextQuestion(page, shown);
}

/** From the last answer to the mother's page: the main action of each screen; where it waits for a choice, the first one. */
export async function finishVisit(page: Page): Promise<void> {
  for (let steps = 0; page.url().includes("/kunjungan"); steps++) {
    if (steps > 15) throw new Error(`the visit does not end: ${await page.locator("main").innerText()}`);
    const main = page.locator(".actions button").last();
    if (!(await main.isEnabled())) await page.locator("main input").first().check();
    const before = await page.locator("main").innerText();
    await main.click();
    await page.waitForFunction((old) => !location.hash.includes("/kunjungan") || document.querySelector("main")?.innerText !== old, before);
  }
}
