import { request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { EnrolmentCard, KaderLine, Me, MotherLine, MotherStory, ProgrammePage, Today } from "#core/console/wire.ts";
import { AS_HEADER } from "#core/console/wire.ts";
import { pushEntries } from "../ledger/push.ts";
import { newMother, someId } from "../ledger/testing.ts";
import { listRoutes } from "../platform/http.ts";
import { CONSOLE_ROLES } from "./deps.ts";
import { testConsole, uploadOf, type TestConsole } from "./testing.ts";

let served: TestConsole;
beforeAll(async () => void (served = await testConsole()));
afterAll(async () => served.close());

const instant = () => new Date().toISOString();
const entry = (stream: string, type: string, body: object, replaces: string[] = []) => ({ id: someId(), stream, type, body, replaces, occurredAt: instant(), recordedAt: instant() });

/** A mother of the first kader with an open referral, as a phone delivers her. */
async function referredMother(name = "Ibu Rekaan", kind: "SEGERA" | "R24" | "PEKAN" = "R24"): Promise<{ stream: string; referral: string }> {
  const { ledger, programme } = served;
  const [kader] = programme.kader;
  const stream = newMother();
  const referral = someId();
  const pushed = await pushEntries(ledger, kader, [
    kader.tell(stream, "consent.given", { text: { id: "consent.record", version: 1, language: "id" }, how: "spoken", readAloud: true, allows: { midwife: true, phone: true, counted: true } }),
    kader.tell(stream, "mother.registered", { name, bornInYear: 2010 }),
    kader.tell(stream, "referral.made", { referral, class: kind, rules: ["M01b"], because: ["mother.bleeding"], blocksMassage: true }),
  ]);
  expect(pushed.refused).toEqual([]);
  return { stream, referral };
}

describe("who may call", () => {
  test("every route of the console declares its roles, and without a session all but signing in say 401", async () => {
    const routes = listRoutes(served.app).filter(({ url, method }) => url.startsWith("/api/console") && method !== "HEAD" && method !== "OPTIONS");
    expect(routes.length).toBeGreaterThan(18);
    for (const { method, url } of routes) {
      const answer = await served.app.inject({ method: method as "GET", url: url.replace(/:\w+/, someId()), headers: { host: "console.test", origin: "http://console.test" } });
      expect([url, answer.statusCode, answer.json()]).toEqual([url, 401, { error: "signed-out" }]);
    }
  });

  test("each role gets what its routes declare, and 403 elsewhere", async () => {
    const { programme } = served;
    const who = { midwife: programme.midwives[0], lead: programme.lead, head: programme.head, operator: programme.operator };
    const routes = listRoutes(served.app).filter(({ url, method }) => method === "GET" && url.startsWith("/api/console") && !url.includes(":") && !url.endsWith("/live"));
    for (const role of CONSOLE_ROLES) {
      const call = await served.as(who[role]);
      for (const { url, access } of routes) {
        const { statusCode } = await call("GET", url);
        expect([role, url, statusCode]).toEqual([role, url, access.includes(role) ? 200 : 403]);
      }
    }
  });

  test("nobody acts in a role or a programme that is not hers", async () => {
    const lead = await served.as(served.programme.lead);
    for (const as of [`${served.programme.programme}.midwife`, `${someId()}.lead`, `${served.programme.programme}.kader`, "x", ""]) {
      const answer = await lead("GET", "/api/console/kader", undefined, { [AS_HEADER]: as });
      expect([as, answer.statusCode, answer.json()]).toEqual([as, 403, { error: "not-a-member" }]);
    }
  });

  test("a page of another site changes nothing, with or without the cookie", async () => {
    const midwife = await served.as(served.programme.midwives[0]);
    const { stream, referral } = await referredMother();
    const body = { entries: [entry(stream, "referral.answered", { referral, answer: "come-now" })] };
    for (const origin of ["http://evil.test", "null", "http://console.test.evil.test"]) expect((await midwife("POST", "/api/console/entries", body, { origin })).json()).toEqual({ error: "other-origin" });
    for (const site of ["cross-site", "same-site", "none"]) expect((await midwife("POST", "/api/console/entries", body, { "sec-fetch-site": site })).statusCode, site).toBe(403);
    expect((await midwife("POST", "/api/console/entries", body, { "sec-fetch-site": "same-origin", origin: "null" })).statusCode).toBe(200);
    const bare = await served.app.inject({ method: "POST", url: "/api/console/entries", headers: { cookie: midwife.cookie, host: "console.test" }, payload: body });
    expect(bare.statusCode).toBe(403);
    expect((await served.app.inject({ method: "POST", url: "/api/account/sign-out", headers: { cookie: midwife.cookie, host: "console.test", origin: "http://evil.test" } })).statusCode).toBe(403);
    expect((await midwife("POST", "/api/console/entries", body)).json()).toMatchObject({ accepted: [body.entries[0]?.id] });
  });
});

describe("the midwife's day", () => {
  test("a referral stands in it until her answer is in, and every step is in the story", async () => {
    const midwife = await served.as(served.programme.midwives[0]);
    const { stream, referral } = await referredMother("Ibu Sari Rekaan", "SEGERA");
    const day = async (): Promise<Today> => (await midwife("GET", "/api/console/today")).json();
    expect((await day()).referrals[0]).toMatchObject({ referral, class: "SEGERA", madeBy: "Kader Rekaan 1", under18: true, seenAt: null, because: ["mother.bleeding"] });

    const seen = entry(stream, "referral.seen", { referral });
    await midwife("POST", "/api/console/entries", { entries: [seen] });
    expect((await day()).referrals.find((one) => one.referral === referral)?.seenAt).toBe(seen.occurredAt);

    const answered = entry(stream, "referral.answered", { referral, answer: "come-now", words: "Antar sekarang" });
    await midwife("POST", "/api/console/entries", { entries: [answered] });
    const after = await day();
    expect(after.referrals.some((one) => one.referral === referral)).toBe(false);
    expect(after.answered[0]).toMatchObject({ referral, answer: "come-now" });

    const story: MotherStory = (await midwife("GET", `/api/console/mothers/${stream.slice(7)}`)).json();
    expect(story.view.referrals[0]).toMatchObject({ seen: { by: served.programme.midwives[0].person }, answers: [{ answer: "come-now", words: "Antar sekarang" }] });
    expect(Object.values(story.names)).toEqual(expect.arrayContaining(["Kader Rekaan 1", "Rekaan midwife"]));
    expect(story.held.map(({ how }) => how)).toEqual(expect.arrayContaining(["wrote", "viewed"]));

    await midwife("POST", "/api/console/entries", { entries: [entry(stream, "entry.withdrawn", {}, [answered.id])] });
    expect((await day()).referrals.some((one) => one.referral === referral), "taken back: it waits again").toBe(true);
  });

  test("the same entry sent twice is one, and a lost answer changes nothing", async () => {
    const midwife = await served.as(served.programme.midwives[0]);
    const { stream, referral } = await referredMother();
    const body = { entries: [entry(stream, "referral.answered", { referral, answer: "advice", words: "Susui lebih sering" })] };
    const answers = await Promise.all([1, 2, 3].map(() => midwife("POST", "/api/console/entries", body)));
    for (const answer of answers) expect(answer.json()).toEqual({ accepted: [body.entries[0]?.id], refused: [] });
    const story: MotherStory = (await midwife("GET", `/api/console/mothers/${stream.slice(7)}`)).json();
    expect(story.entries.filter((one) => one.type === "referral.answered")).toHaveLength(1);
  });

  test("an entry that is broken or not hers to write is refused by itself, the others are kept", async () => {
    const midwife = await served.as(served.programme.midwives[0]);
    const { stream, referral } = await referredMother();
    const good = entry(stream, "referral.seen", { referral });
    const broken = entry(stream, "referral.answered", { referral, answer: "perhaps" });
    const staff = entry(`programme:${served.programme.programme}`, "staff.joined", { person: someId(), name: "X", role: "midwife", site: null, invented: true });
    const answer = (await midwife("POST", "/api/console/entries", { entries: [good, broken, staff] })).json();
    expect(answer.accepted).toEqual([good.id]);
    expect(answer.refused).toEqual(expect.arrayContaining([expect.objectContaining({ id: broken.id, code: "broken" }), { id: staff.id, code: "foreign", where: "type" }]));
    expect((await midwife("POST", "/api/console/entries", { entries: [] })).statusCode).toBe(400);
    expect((await midwife("POST", "/api/console/entries", { entries: [{ ...good, author: someId() }] })).statusCode, "nobody writes in another's name").toBe(400);
  });

  test("S1: the midwife of the other site sees neither the mother nor the referral, and cannot answer it", async () => {
    const { stream, referral } = await referredMother("Ibu Rahasia Rekaan");
    const other = await served.as(served.programme.midwives[1]);
    expect((await other("GET", `/api/console/mothers/${stream.slice(7)}`)).statusCode).toBe(404);
    expect(JSON.stringify([(await other("GET", "/api/console/today")).json(), (await other("GET", "/api/console/mothers")).json()])).not.toContain("Ibu Rahasia Rekaan");
    expect((await other("POST", "/api/console/entries", { entries: [entry(stream, "referral.answered", { referral, answer: "come-now" })] })).json().refused).toHaveLength(1);
  });

  test("S1: what lead, head and operator get names no mother", async () => {
    await referredMother("Ibu Rahasia Rekaan");
    for (const who of [served.programme.lead, served.programme.head, served.programme.operator]) {
      const call = await served.as(who);
      const all = await Promise.all(["/api/console/programme", "/api/console/kader", "/api/console/kader.csv", "/api/console/refused"].map((url) => call("GET", url)));
      expect(all.map((one) => one.body).join()).not.toContain("Rahasia");
      expect(all[0]?.json().sites.reduce((sum: number, site: { mothers: number }) => sum + site.mothers, 0)).toBeGreaterThan(0);
    }
  });
});

test("S3: erased at her wish by the midwife of her site, once her name is typed again, and gone from every page", async () => {
  const { stream } = await referredMother("Ibu Hapus Rekaan");
  const midwife = await served.as(served.programme.midwives[0]);
  const other = await served.as(served.programme.midwives[1]);
  const url = `/api/console/mothers/${stream.slice(7)}/erase`;
  expect((await other("POST", url, { why: "permintaan ibu", name: "Ibu Hapus Rekaan" })).statusCode).toBe(404);
  expect((await midwife("POST", url, { why: "permintaan ibu", name: "Ibu Lain Rekaan" })).json()).toEqual({ error: "other-name" });
  expect((await midwife("POST", url, { why: "permintaan ibu", name: " ibu hapus rekaan" })).json()).toEqual({ ok: true });
  expect((await midwife("GET", `/api/console/mothers/${stream.slice(7)}`)).statusCode).toBe(404);
  const pages = await Promise.all(["/api/console/today", "/api/console/mothers"].map((page) => midwife("GET", page)));
  expect(pages.map((page) => page.body).join()).not.toContain("Hapus");
});

describe("kader", () => {
  test("cleared for half a year by hand, withdrawn with a reason, and listed so", async () => {
    const midwife = await served.as(served.programme.midwives[0]);
    const [kader] = served.programme.kader;
    const stream = `kader:${kader.person}`;
    const clearance = someId();
    const until = new Date(Date.now() + 180 * 86_400_000).toISOString();
    await midwife("POST", "/api/console/entries", { entries: [entry(stream, "clearance.granted", { clearance, from: instant(), until, basis: "by-hand" })] });
    const line = async (): Promise<KaderLine | undefined> => ((await midwife("GET", "/api/console/kader")).json() as KaderLine[]).find((one) => one.person === kader.person);
    expect((await line())?.clearance).toEqual({ state: "valid", clearance, until });
    await midwife("POST", "/api/console/entries", { entries: [entry(stream, "clearance.withdrawn", { clearance, words: "Perlu latihan tekanan lagi" })] });
    expect((await line())?.clearance).toEqual({ state: "withdrawn", words: "Perlu latihan tekanan lagi" });
  });

  test("an enrolment has a link, a code and a QR that say the same, and a lead gives none to who has mothers", async () => {
    await referredMother();
    const [busy, free] = served.programme.kader;
    const midwife = await served.as(served.programme.midwives[0]);
    const [card]: EnrolmentCard[] = (await midwife("POST", "/api/console/enrolments", { persons: [busy.person] })).json();
    expect(card?.link).toMatch(/^http:\/\/console\.test\/#daftar=de_[\w-]{43}$/);
    expect(card?.code).toMatch(/^\w{4}-\w{4}$/);
    expect(card?.qr).toMatch(/^<svg /);
    const lead = await served.as(served.programme.lead);
    expect((await lead("POST", "/api/console/enrolments", { persons: [busy.person] })).json()).toEqual({ error: "has-mothers" });
    expect((await lead("POST", "/api/console/enrolments", { persons: [free.person] })).statusCode).toBe(200);
    expect((await midwife("POST", "/api/console/enrolments", { persons: [served.programme.kader[2].person] })).statusCode, "a kader of another site").toBe(404);
  });

  test("a mother given to another kader is hers from then on", async () => {
    const midwife = await served.as(served.programme.midwives[0]);
    const { stream } = await referredMother("Ibu Pindah Rekaan");
    const [, second] = served.programme.kader;
    await midwife("POST", "/api/console/entries", { entries: [entry(stream, "care.assigned", { kader: second.person })] });
    const line = ((await midwife("GET", "/api/console/mothers")).json() as MotherLine[]).find((one) => one.card.stream === stream);
    expect(line).toMatchObject({ kader: second.person, kaderName: "Kader Rekaan 2", under18: true });
  });
});

describe("operator and people", () => {
  test("lets a midwife in by a link, ends her at once, and keeps roles from those who are not operators", async () => {
    const { programme } = served;
    const operator = await served.as(programme.operator);
    const made = (await operator("POST", "/api/console/people", { name: "Bidan Baru Rekaan", role: "midwife", site: programme.sites[0], phone: "0812 3456 7890" })).json();
    const used = await served.app.inject({ method: "POST", url: "/api/account/link", headers: { host: "console.test", origin: "http://console.test" }, payload: { token: made.link.split("=")[1], shared: false } });
    expect(used.statusCode).toBe(200);
    const cookie = [used.headers["set-cookie"]].flat().map((one) => String(one).split(";")[0]).join("; ");
    const me = async (): Promise<Me> => (await served.app.inject({ method: "GET", url: "/api/account/me", headers: { cookie } })).json();
    expect(await me()).toMatchObject({ person: made.person, byLink: true, hasPassword: false, memberships: [{ role: "midwife", siteName: "Desa Rekaan 1", timezone: "Asia/Jakarta" }] });
    const today = () => served.app.inject({ method: "GET", url: "/api/console/today", headers: { cookie, [AS_HEADER]: `${programme.programme}.midwife` } });
    expect((await today()).statusCode).toBe(200);
    expect((await operator("POST", `/api/console/people/${made.person}/leave`, { role: "midwife" })).statusCode).toBe(200);
    expect((await today()).statusCode).toBe(401);
    for (const who of [programme.lead, programme.midwives[0], programme.head]) expect((await (await served.as(who))("POST", "/api/console/people", { name: "X", role: "midwife", site: programme.sites[0] })).statusCode).toBe(403);
  });

  test.each([
    ["a midwife without a site", { role: "midwife", site: null }, "site-needed"],
    ["a site that is not there", { role: "midwife", site: someId() }, "site-unknown"],
    ["a number that is none", { role: "head", site: null, phone: "0812" }, "phone-broken"],
  ])("%s is refused", async (_, facts, code) => {
    const operator = await served.as(served.programme.operator);
    expect((await operator("POST", "/api/console/people", { name: "X Rekaan", ...facts })).json()).toEqual({ error: code });
  });

  test("a site that is described anew has one description, the new one", async () => {
    const { programme } = served;
    const midwife = await served.as(programme.midwives[0]);
    const page = async (): Promise<ProgrammePage> => (await midwife("GET", "/api/console/programme")).json();
    const [site] = programme.sites;
    const places = [{ kind: "hospital", name: "RS Rekaan", phone: "+62311234567" }];
    const anew = entry(`programme:${programme.programme}`, "site.described", { site, name: "Desa Rekaan 1", timezone: "Asia/Jakarta", places }, [...((await page()).saidBy[`site/${site}`] ?? [])]);
    expect((await midwife("POST", "/api/console/entries", { entries: [anew] })).json().accepted).toEqual([anew.id]);
    const after = await page();
    expect(after.saidBy[`site/${site}`]).toEqual([anew.id]);
    expect(after.sites.find((one) => one.site === site)?.places).toEqual(places);
    const others = entry(`programme:${programme.programme}`, "site.described", { site: programme.sites[1], name: "X", timezone: "Asia/Jakarta", places: [] });
    expect((await midwife("POST", "/api/console/entries", { entries: [others] })).json().refused).toHaveLength(1);
  });

  test("only a founder or an operator makes a programme, and becomes its operator", async () => {
    const lead = await served.as(served.programme.lead);
    expect((await lead("POST", "/api/console/programmes", { name: "Program lain" })).statusCode).toBe(403);
    const operator = await served.as(served.programme.operator);
    const made = (await operator("POST", "/api/console/programmes", { name: "Program lain (rekaan)" })).json();
    expect((await operator("GET", "/api/console/programme", undefined, { [AS_HEADER]: made.as })).json()).toMatchObject({ name: "Program lain (rekaan)", demo: false });
  });
});

describe("the roster", () => {
  const file = (text: string) => uploadOf(new TextEncoder().encode(text));
  const send = async (url: string, text: string, decided?: object) => {
    const lead = await served.as(served.programme.lead);
    const { payload, headers } = uploadOf(new TextEncoder().encode(text), decided);
    return lead("POST", url, payload, headers);
  };
  const names = async (): Promise<string[]> => ((await (await served.as(served.programme.lead))("GET", "/api/console/kader")).json() as KaderLine[]).map(({ view }) => view.name);

  test("all rows come in at once, with numbers that Excel has shortened made whole", async () => {
    const text = "\uFEFFNama Kader;No HP;Tgl Lahir;Tempat\r\nWati Impor;81234567001;12/05/1990;Desa Rekaan 1\r\nAni Impor;;;Desa Rekaan 2\r\n";
    const preview = (await send("/api/console/roster/preview", text)).json();
    expect(preview).toMatchObject({ problems: [], duplicates: [], rows: [{ name: "Wati Impor", phone: "+6281234567001", bornInYear: 1990 }, { name: "Ani Impor" }] });
    expect(await names(), "a preview writes nothing").not.toContain("Wati Impor");
    expect((await send("/api/console/roster/import", text)).json()).toEqual({ imported: 2 });
    expect(await names()).toEqual(expect.arrayContaining(["Wati Impor", "Ani Impor"]));
  });

  test("one wrong row keeps all out", async () => {
    const answer = await send("/api/console/roster/import", "Nama;No HP;Tempat\nBenar Impor;081234567002;Desa Rekaan 1\nSalah Impor;0812;Desa Rekaan 1\n");
    expect([answer.statusCode, answer.json()]).toEqual([422, { error: "problems" }]);
    expect(await names()).not.toContain("Benar Impor");
  });

  test("who seems to be there already is asked for, one by one", async () => {
    const text = "Nama;Tempat\nKader Rekaan 1;Desa Rekaan 1\nTuti Impor;Desa Rekaan 1\n";
    expect((await send("/api/console/roster/preview", text)).json().duplicates).toEqual([{ row: 2, person: served.programme.kader[0].person, name: "Kader Rekaan 1", by: "name" }]);
    expect((await send("/api/console/roster/import", text)).json()).toEqual({ error: "undecided" });
    expect((await send("/api/console/roster/import", text, { skip: [2], asNew: [] })).json()).toEqual({ imported: 1 });
    expect((await names()).filter((name) => name === "Kader Rekaan 1")).toHaveLength(1);
    expect((await send("/api/console/roster/import", text, { skip: [2], asNew: [] })).json(), "the same file again").toEqual({ error: "undecided" });
  });

  test("what is too large, no form or no table is refused in its words", async () => {
    const lead = await served.as(served.programme.lead);
    const large = uploadOf(new Uint8Array(2 * 1024 * 1024 + 10).fill(65));
    expect((await lead("POST", "/api/console/roster/preview", large.payload, large.headers)).json()).toEqual({ error: "too-large" });
    expect((await lead("POST", "/api/console/roster/preview", { file: "x" })).statusCode).toBe(400);
    const nameless = file("Alamat;HP\nJalan;1\n");
    expect((await lead("POST", "/api/console/roster/preview", nameless.payload, nameless.headers)).json()).toEqual({ error: "no-names" });
    const midwife = await served.as(served.programme.midwives[0]);
    expect((await midwife("POST", "/api/console/roster/preview", nameless.payload, nameless.headers)).statusCode).toBe(403);
  });

  test("the template has the sites, and comes as both kinds of file", async () => {
    const lead = await served.as(served.programme.lead);
    expect((await lead("GET", "/api/console/roster/template.csv")).body).toBe("\uFEFFNama lengkap;Nomor HP;Tahun lahir;Posyandu;Wilayah;Punya HP;Tempat\r\n");
    const xlsx = await lead("GET", "/api/console/roster/template.xlsx");
    expect(xlsx.headers["content-type"]).toContain("spreadsheetml");
    expect(xlsx.rawPayload.subarray(0, 2).toString()).toBe("PK");
  });
});

test("a referral that comes in is hinted to an open page of that site alone, and says nothing more", async () => {
  await served.app.listen({ port: 0, host: "127.0.0.1" });
  const { port } = served.app.server.address() as AddressInfo;
  const open = async (n: 0 | 1) => {
    const { cookie } = await served.as(served.programme.midwives[n]);
    let text = "";
    const live = httpRequest({ port, path: `/api/console/live?as=${served.programme.programme}.midwife`, headers: { cookie } }, (answer) => answer.on("data", (part: Buffer) => (text += part.toString())));
    live.end();
    await expect.poll(() => text).toContain("event: open");
    return { text: () => text, close: () => live.destroy() };
  };
  const [mine, other] = [await open(0), await open(1)];
  const before = Date.now();
  await referredMother("Ibu Kabar Rekaan", "SEGERA");
  await expect.poll(mine.text, { timeout: 3_000, interval: 10 }).toContain("event: hint\ndata: ledger\n\n");
  expect(Date.now() - before).toBeLessThan(2_000);
  expect(mine.text()).not.toContain("Kabar");
  expect(other.text()).not.toContain("hint");
  mine.close();
  other.close();
});
