import { randomBytes, randomUUID } from "node:crypto";
import { Client, type QueryResult } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../platform/testing.ts";
import { firstRunLink } from "./first-run.ts";
import { openAccounts, type Accounts, type SignedIn } from "./accounts.ts";
import { waitAfter } from "./attempts.ts";

let database: Awaited<ReturnType<typeof testDatabase>>;
let accounts: Accounts;
let secured: Accounts;
let now = Date.now();
const key = randomBytes(32);

beforeAll(async () => {
  database = await testDatabase();
  accounts = openAccounts({ db: database.tables(), key, secure: false, clock: () => now });
  secured = openAccounts({ db: database.tables(), key, secure: true, clock: () => now });
});
afterAll(async () => database.close());

/** Past row-level security and grants, to turn the clock of what better-auth stores. */
async function asSuperuser(sql: string, values: unknown[]): Promise<QueryResult> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    return await client.query(sql, values);
  } finally {
    await client.end();
  }
}

async function invited(name = "Bidan contoh"): Promise<{ person: string; token: string }> {
  const person = randomUUID();
  await accounts.invite({ person, name });
  const link = await accounts.createSignInLink(person, "https://contoh.invalid/");
  expect(link).toMatch(/^https:\/\/contoh\.invalid\/konsol#masuk=[\w-]{32}$/);
  return { person, token: link.split("=")[1] ?? "" };
}

const headersWith = (cookies: readonly string[]): Headers => new Headers({ cookie: cookies.map((one) => one.split(";")[0]).join("; ") });

async function entered(name?: string): Promise<{ person: string; headers: Headers; who: SignedIn }> {
  const { person, token } = await invited(name);
  const used = await accounts.useLink(token, false, new Headers());
  if (!used.ok) throw new Error("the link was refused");
  const headers = headersWith(used.value.cookies);
  const { who } = await accounts.whoIs(headers);
  if (who === null) throw new Error("nobody is signed in");
  return { person, headers, who };
}

describe("a sign-in link", () => {
  test("signs its person in, once", async () => {
    const { person, token } = await invited();
    const first = await accounts.useLink(token, false, new Headers());
    expect(first.ok).toBe(true);
    expect(first.ok && (await accounts.whoIs(headersWith(first.value.cookies))).who).toMatchObject({ person, cameBy: "link", hasPassword: false });
    expect(await accounts.useLink(token, false, new Headers())).toEqual({ ok: false, error: { code: "unknown" } });
  });

  test("used at the same moment ten times, it lets one in", async () => {
    const { token } = await invited();
    const used = await Promise.all(Array.from({ length: 10 }, () => accounts.useLink(token, false, new Headers())));
    expect(used.filter((one) => one.ok)).toHaveLength(1);
  });

  test("ends by itself, and when a newer one is made", async () => {
    const { person, token } = await invited();
    await asSuperuser("update dampingi.account_once set expires_at = now() - interval '1 second' where value = $1", [person]);
    expect((await accounts.useLink(token, false, new Headers())).ok).toBe(false);
    const older = (await accounts.createSignInLink(person, "http://x")).split("=")[1] ?? "";
    const newer = (await accounts.createSignInLink(person, "http://x")).split("=")[1] ?? "";
    expect((await accounts.useLink(older, false, new Headers())).ok).toBe(false);
    expect((await accounts.useLink(newer, false, new Headers())).ok).toBe(true);
  });

  test("lives for the hours that it was given, and its token stands nowhere", async () => {
    const { person, token } = await invited();
    const { rows } = await asSuperuser("select identifier, value, extract(epoch from expires_at) * 1000 as until from dampingi.account_once where value = $1", [person]);
    expect(Number(rows[0].until) - now).toBeCloseTo(72 * 3_600_000, -3);
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

describe("the session's cookie", () => {
  test("is HttpOnly and SameSite=Lax, Secure over https, and ends with the browser on a shared computer", async () => {
    const plain = await accounts.useLink((await invited()).token, false, new Headers());
    const safe = await secured.useLink((await invited()).token, false, new Headers());
    const shared = await accounts.useLink((await invited()).token, true, new Headers());
    const session = (answer: typeof plain) => (answer.ok ? (answer.value.cookies.find((one) => one.includes("session_token=")) ?? "") : "");
    expect(session(plain)).toMatch(/^dampingi\.session_token=.+; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(session(safe)).toMatch(/^__Secure-dampingi\.session_token=.+; HttpOnly; Secure; SameSite=Lax$/);
    expect(session(shared)).not.toContain("Max-Age");
  });

  test("that somebody made up or changed is nobody's", async () => {
    const { headers } = await entered();
    const cookie = headers.get("cookie") ?? "";
    expect((await accounts.whoIs(new Headers({ cookie: cookie.replace(/=.{6}/, "=AAAAAA") }))).who).toBeNull();
    expect((await accounts.whoIs(new Headers())).who).toBeNull();
    const other = openAccounts({ db: database.tables(), key: randomBytes(32), secure: false, clock: () => now });
    expect((await other.whoIs(headers)).who).toBeNull();
  });

  test("is over after sign-out, after its time, and when the operator ends it", async () => {
    const out = await entered();
    await accounts.signOut(out.headers);
    expect((await accounts.whoIs(out.headers)).who).toBeNull();
    const late = await entered();
    await asSuperuser("update dampingi.account_session set expires_at = now() - interval '1 second' where person_id = $1", [late.person]);
    expect((await accounts.whoIs(late.headers)).who).toBeNull();
    const ended = await entered();
    await accounts.endSessions(ended.person);
    expect((await accounts.whoIs(ended.headers)).who).toBeNull();
  });
});

describe("a password", () => {
  test("is set after a link, opens with the user name in any case, and is kept as argon2id at 19 MiB and 2 passes", async () => {
    const { who, person } = await entered();
    expect(await accounts.setPassword(who, "Bidan.Sri", "melati tiga kuntum", null)).toEqual({ ok: true, value: true });
    const answer = await accounts.signIn("BIDAN.SRI", "melati tiga kuntum", false, new Headers());
    expect(answer.ok && (await accounts.whoIs(headersWith(answer.value.cookies))).who).toMatchObject({ person, username: "bidan.sri", cameBy: "password", hasPassword: true });
    const { rows } = await asSuperuser("select password from dampingi.account_credential where person_id = $1", [person]);
    expect(rows[0].password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  test("once set, the old one is asked for in a session that a password began, and in an old one of a link", async () => {
    const { who, headers } = await entered();
    expect((await accounts.setPassword(who, "ketua.tim", "sepatu biru besar", null)).ok).toBe(true);
    const again = await accounts.signIn("ketua.tim", "sepatu biru besar", false, new Headers());
    const byPassword = again.ok ? (await accounts.whoIs(headersWith(again.value.cookies))).who : null;
    if (byPassword === null) throw new Error("not signed in");
    expect(await accounts.setPassword(byPassword, "ketua.tim", "payung hijau kecil", null)).toEqual({ ok: false, error: { code: "old-needed" } });
    expect(await accounts.setPassword(byPassword, "ketua.tim", "payung hijau kecil", "bukan ini juga")).toEqual({ ok: false, error: { code: "old-needed" } });
    now += 31 * 60_000;
    const stale = (await accounts.whoIs(headers)).who;
    if (stale === null) throw new Error("her own first session ended");
    expect(await accounts.setPassword(stale, "ketua.tim", "payung hijau kecil", null)).toEqual({ ok: false, error: { code: "old-needed" } });
    expect(await accounts.setPassword(byPassword, "ketua.tim", "payung hijau kecil", "sepatu biru besar")).toEqual({ ok: true, value: true });
    now -= 31 * 60_000;
    expect((await accounts.whoIs(headers)).who, "the other session ended with the new password").toBeNull();
  });

  test.each([
    ["short", "bidan.a", "sembilan9", "too-short"],
    ["with the user name in it", "bidan.a", "xxbidan.axx", "too-easy"],
    ["one sign again and again", "bidan.a", "aaaaaaaaaaaa", "too-easy"],
    ["what is guessed first", "bidan.a", "password12", "too-easy"],
    ["endless", "bidan.a", "melati ".repeat(20), "too-long"],
    ["for a name with signs that none can type", "bidan sri", "melati tiga kuntum", "name-broken"],
  ])("%s is refused", async (_, name, password, code) => expect(await accounts.setPassword((await entered()).who, name, password, null)).toEqual({ ok: false, error: { code } }));

  test("a user name belongs to one person", async () => {
    expect((await accounts.setPassword((await entered()).who, "satu.nama", "melati tiga kuntum", null)).ok).toBe(true);
    expect(await accounts.setPassword((await entered()).who, "SATU.nama", "melati lima kuntum", null)).toEqual({ ok: false, error: { code: "name-taken" } });
  });
});

describe("guessing", () => {
  test("five tries are free, then each waits longer, for a name that exists and one that does not alike", async () => {
    const { who } = await entered();
    await accounts.setPassword(who, "bidan.dua", "melati tiga kuntum", null);
    for (const name of ["bidan.dua", "tak.ada"]) {
      for (let n = 0; n < 5; n++) expect(await accounts.signIn(name, "salah sekali", false, new Headers())).toEqual({ ok: false, error: { code: "wrong" } });
      expect(await accounts.signIn(name, "melati tiga kuntum", false, new Headers())).toEqual({ ok: false, error: { code: "wait", seconds: 30 } });
    }
    now += 30_000;
    expect(await accounts.signIn("bidan.dua", "salah sekali", false, new Headers())).toEqual({ ok: false, error: { code: "wrong" } });
    expect(await accounts.signIn("bidan.dua", "melati tiga kuntum", false, new Headers())).toEqual({ ok: false, error: { code: "wait", seconds: 60 } });
    now += 60_000;
    expect((await accounts.signIn("Bidan.Dua", "melati tiga kuntum", false, new Headers())).ok).toBe(true);
    expect((await accounts.signIn("bidan.dua", "salah sekali", false, new Headers())).ok, "the right one forgave the wrong ones").toBe(false);
    expect((await accounts.signIn("bidan.dua", "melati tiga kuntum", false, new Headers())).ok).toBe(true);
  });

  test("forty at once look at the password five times", async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => accounts.signIn("serentak", "salah sekali", false, new Headers())));
    expect(answers.filter((one) => !one.ok && one.error.code === "wrong")).toHaveLength(5);
  });

  test("the waits", () => expect([0, 4, 5, 6, 7, 8, 50].map(waitAfter)).toEqual([0, 0, 30, 60, 300, 900, 900]));
});

test("a name that changed in the roster changes in the account, and a founder stays one", async () => {
  const person = randomUUID();
  await accounts.invite({ person, name: "Lama", founder: true });
  await accounts.invite({ person, name: "Baru" });
  expect((await asSuperuser("select name, founder from dampingi.account_person where id = $1", [person])).rows[0]).toEqual({ name: "Baru", founder: true });
  expect(accounts.draftKey(person)).not.toBe(accounts.draftKey(randomUUID()));
});

test("an empty server gives a link to found it, a new one at each start, until there is a programme", async () => {
  const empty = await testDatabase();
  try {
    const first = openAccounts({ db: empty.tables(), key, secure: false, clock: Date.now });
    let memberships: unknown[] = [];
    const start = () => firstRunLink(first, async () => memberships, "http://contoh.invalid");
    const [one, two] = [await start(), await start()];
    expect((await first.useLink(one?.split("=")[1] ?? "", false, new Headers())).ok, "the older link ended").toBe(false);
    const used = await first.useLink(two?.split("=")[1] ?? "", false, new Headers());
    expect(used.ok && (await first.whoIs(headersWith(used.value.cookies))).who).toMatchObject({ founder: true });
    memberships = [{}];
    expect(await start()).toBeNull();
  } finally {
    await empty.close();
  }
});

test("where the accounts came another way, nobody may found", async () => {
  expect(await accounts.hasAny()).toBe(true);
  const demo = await testDatabase();
  try {
    const others = openAccounts({ db: demo.tables(), key, secure: false, clock: Date.now });
    await others.invite({ person: randomUUID(), name: "Bidan rekaan" });
    expect(await firstRunLink(others, async () => [], "http://x")).toBeNull();
  } finally {
    await demo.close();
  }
});
