import { randomBytes } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { uuidV7 } from "#core/ledger/uuid.ts";
import { laptopContext, openBrowser, troubles } from "./browser.ts";
import { startDemo, type DemoServer } from "./server.ts";

let server: DemoServer;
let browser: Browser;
beforeAll(async () => {
  server = await startDemo();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const newId = (): string => uuidV7(Date.now(), randomBytes(10));

async function signedIn(who: string): Promise<Page> {
  const page = await (await laptopContext(browser)).newPage();
  await page.goto(server.linkOf(who));
  await page.getByRole("button", { name: "Masuk sekarang" }).click();
  await page.locator(".side").waitFor();
  return page;
}

/** A kader's phone without its screen: it is let in by its link, and delivers entries by its own door. */
async function phoneOf(who: string) {
  const token = server.linkOf(who).split("=")[1] ?? "";
  const device = newId();
  const post = async (path: string, body: object, bearer?: string) => {
    const answer = await fetch(`${server.url}${path}`, { method: "POST", headers: { "content-type": "application/json", ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }) }, body: JSON.stringify(body) });
    return (await answer.json()) as Record<string, never>;
  };
  const { programme, person, readToken } = (await post("/api/enrol", { token, device })) as unknown as { programme: string; person: { id: string }; readToken: string };
  let deviceSeq = 0;
  const entry = (stream: string, type: string, body: object) => {
    const at = new Date().toISOString();
    return { id: newId(), programme, stream, type, version: 1, author: person.id, performer: person.id, device, deviceSeq: ++deviceSeq, occurredAt: at, recordedAt: at, replaces: [], body };
  };
  return {
    refer: async (name: string, kind: "SEGERA" | "R24") => {
      const stream = `mother:${newId()}`;
      const answer = await post("/api/sync", { device, cursor: null, entries: [
        entry(stream, "consent.given", { text: { id: "consent.record", version: 1, language: "id" }, how: "spoken", readAloud: true, allows: { midwife: true, phone: true, counted: true } }),
        entry(stream, "mother.registered", { name, bornInYear: 2000 }),
        entry(stream, "referral.made", { referral: newId(), class: kind, rules: ["M03a"], because: ["mother.blurredVision"], blocksMassage: true }),
      ] }, readToken);
      expect(answer["refused"]).toEqual([]);
      return stream;
    },
    /** What the phone gets of a mother. */
    pulled: async (stream: string): Promise<{ type: string; body: { answer?: string; words?: string } }[]> => {
      const entries: { stream: string; type: string; body: object }[] = [];
      for (let cursor: string | null = null, more = true; more; ) {
        const page = (await post("/api/sync", { device, cursor, entries: [] }, readToken)) as unknown as { entries: typeof entries; cursor: string; more: boolean };
        entries.push(...page.entries);
        ({ cursor, more } = page);
      }
      return entries.filter((one) => one.stream === stream);
    },
  };
}

describe("the midwife's day", () => {
  test("R1: a danger sign appears without a reload, is answered without a line, and reaches the kader once the line is back", async () => {
    const phone = await phoneOf("Kader Wati");
    const page = await signedIn("Bidan Ratih");
    const heard = troubles(page);
    await page.locator(".referral-row").first().waitFor();
    const stream = await phone.refer("Ibu Kabar (rekaan)", "SEGERA");

    const row = page.locator(".referral-row", { hasText: "Ibu Kabar" });
    await row.waitFor({ timeout: 5_000 });
    expect(await row.textContent()).toContain("Penglihatan kabur");
    await expect.poll(() => page.title()).toContain("▲");
    await page.locator(".alarm").getByRole("link", { name: "Buka" }).click();
    await page.locator(".story h2", { hasText: "Ibu Kabar" }).waitFor();
    await expect.poll(async () => (await phone.pulled(stream)).map((one) => one.type)).toContain("referral.seen");

    await page.route("**/api/console/**", (route) => route.abort());
    await page.getByRole("button", { name: "Datang sekarang" }).click();
    await page.getByLabel("Pesan untuk kader").fill("Antar sekarang, saya tunggu di klinik.");
    await page.getByRole("button", { name: "Kirim jawaban" }).click();
    await page.getByText("Belum tersambung. Jawaban tersimpan di sini").waitFor({ timeout: 10_000 });
    expect(JSON.stringify(await page.evaluate(() => ({ ...localStorage }))), "sealed in the browser").not.toContain("Antar sekarang");

    page.on("dialog", (dialog) => void dialog.accept());
    await page.reload();
    await page.unroute("**/api/console/**");
    await expect.poll(async () => (await phone.pulled(stream)).find((one) => one.type === "referral.answered")?.body, { timeout: 30_000 }).toMatchObject({ answer: "come-now", words: "Antar sekarang, saya tunggu di klinik." });
    await page.goto(`${server.url}/konsol#/hari-ini`);
    await page.locator(".referral-row", { hasText: "Ibu Kabar" }).waitFor({ state: "detached", timeout: 10_000 });
    expect((await phone.pulled(stream)).filter((one) => one.type === "referral.answered"), "told once").toHaveLength(1);

    // What is half written survives a reload; an answer that was a mistake is taken back.
    const other = await phone.refer("Ibu Coba (rekaan)", "R24");
    await page.locator(".referral-row", { hasText: "Ibu Coba" }).getByRole("link").click();
    await page.getByRole("button", { name: "Beri saran" }).click();
    await page.getByLabel("Pesan untuk kader").fill("Tensi diukur dulu");
    await page.waitForTimeout(300);
    await page.reload();
    await expect.poll(() => page.getByLabel("Pesan untuk kader").inputValue()).toBe("Tensi diukur dulu");
    await page.getByRole("button", { name: "Kirim jawaban" }).click();
    await expect.poll(async () => (await phone.pulled(other)).map((one) => one.type)).toContain("referral.answered");
    await page.getByRole("button", { name: "Tarik kembali" }).click();
    await page.locator(".referral-row", { hasText: "Ibu Coba" }).waitFor();
    expect(heard).toEqual([]);
  });
});

test("the lead brings in a roster: problems first, then all at once, and no mother is in sight", async () => {
  const page = await signedIn("Ketua tim (rekaan)");
  const heard = troubles(page);
  await page.getByRole("link", { name: "Kader" }).click();
  await page.getByRole("link", { name: "Masukkan dari Excel" }).click();
  const upload = (text: string) => page.locator("input[type=file]").setInputFiles({ name: "kader.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  const head = "Nama;No HP;Tgl Lahir;Tempat\n";
  await upload(`${head}Sulis Rekaan;0812;31/02/1990;Klinik Melati (rekaan)\n`);
  await page.getByText("2 hal perlu dibetulkan dulu").waitFor();
  expect(await page.locator(".table").first().textContent()).toContain("Bukan nomor HP Indonesia yang lengkap");
  await page.getByRole("button", { name: "Pilih file lain" }).click();
  await upload(`${head}Sulis Rekaan;81234567890;12/05/1990;Klinik Melati (rekaan)\n`);
  await page.getByRole("button", { name: "Masukkan 1 kader" }).click();
  await page.getByText("1 kader masuk ke daftar").waitFor();
  await page.getByRole("link", { name: "Buat kartu masuk" }).click();
  await page.getByText("Sulis Rekaan").waitFor();
  expect(await page.content()).not.toMatch(/Ibu Sari|Ibu Dewi/);
  expect(heard).toEqual([]);
});
