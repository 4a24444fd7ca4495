import type { Page } from "playwright-core";
import { TEXTS as ENROL } from "#content/texts/enrol.id.ts";
import { TEXTS as LOCKED } from "#content/texts/locked.id.ts";
import { TEXTS as TODAY } from "#content/texts/today.id.ts";

export const PIN = "284617";

export const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
export const tap = (page: Page, name: string): Promise<void> => button(page, name).click();
export const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { name });

export async function typePin(page: Page, pin = PIN): Promise<void> {
  for (const digit of pin) await tap(page, digit);
}

/** Opens an invitation as she does: a tap on the link, a tap on the button, a PIN chosen twice. */
export async function enrol(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await tap(page, ENROL.inviteButton);
  await tap(page, ENROL.pinGoOn);
  await typePin(page);
  await heading(page, ENROL.pinAgain).waitFor();
  await typePin(page);
  await heading(page, TODAY.title).waitFor();
}

export async function unlock(page: Page): Promise<void> {
  await heading(page, LOCKED.lockedTitle).waitFor();
  await typePin(page);
}
