import type { Page } from "playwright-core";
import { CONSENT_CHOICES, CONSENT_TEXT } from "#content/consent/record.ts";
import { TEXTS as REGISTER } from "#content/texts/register.id.ts";
import { TEXTS as SHELL } from "#content/texts/shell.id.ts";
import { TEXTS as TODAY } from "#content/texts/today.id.ts";
import { heading, tap } from "./phone.ts";

/** A radio or a box by the words beside it; `legend` where several ask on one screen. */
export const choose = (page: Page, legend: string, label: string): Promise<void> => page.getByRole("group", { name: legend }).getByRole("radio", { name: label, exact: true }).check();
export const pickRow = (page: Page, label: string): Promise<void> => page.getByRole("radio", { name: label }).or(page.getByRole("checkbox", { name: label })).first().check();

export type NewMother = { readonly name: string; readonly years: string; readonly problem: "problem.flow" | "problem.pain" | "problem.none" };

/** Registers an invented mother as the kader does: consent first, one question a screen. The baby was born yesterday at seven. */
export async function registerMother(page: Page, { name, years, problem }: NewMother): Promise<void> {
  await page.getByRole("link", { name: TODAY.addMother }).or(page.getByRole("button", { name: TODAY.addMother })).click();
  await tap(page, REGISTER.explainDone);
  await tap(page, REGISTER.decisionYes);
  await pickRow(page, REGISTER["way.heard-spoken"]);
  await tap(page, REGISTER.next);
  for (const choice of CONSENT_CHOICES) await choose(page, CONSENT_TEXT.id.choices[choice], SHELL.yes);
  await tap(page, REGISTER.next);
  await page.getByLabel(REGISTER.name, { exact: true }).fill(name);
  await tap(page, REGISTER.next);
  await pickRow(page, REGISTER.ageByYears);
  await page.getByRole("textbox", { name: REGISTER.years }).fill(years);
  await tap(page, REGISTER.next);
  await tap(page, REGISTER.next);
  await tap(page, REGISTER.next);
  await pickRow(page, REGISTER.birthYesterday);
  await page.getByLabel(REGISTER.birthTime).fill("07:00");
  await tap(page, REGISTER.next);
  await choose(page, REGISTER.caesareanAsk, SHELL.no);
  await choose(page, REGISTER.babiesAsk, REGISTER["babies.1"]);
  await tap(page, REGISTER.next);
  await pickRow(page, REGISTER["sex.female"]);
  await page.getByLabel(REGISTER.weight).fill("3100");
  await tap(page, REGISTER.next);
  await pickRow(page, REGISTER[problem]);
  await tap(page, REGISTER.next);
  await heading(page, REGISTER.checkAsk).waitFor();
  await tap(page, REGISTER.save);
  await page.waitForURL(/#\/ibu\//);
}
