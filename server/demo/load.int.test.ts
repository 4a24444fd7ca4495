import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CATALOGUE } from "#core/catalogue.ts";
import { motherView } from "#core/care/mother-view.ts";
import { cardOf, standing } from "#core/care/today.ts";
import { foldStream } from "#core/ledger/fold.ts";
import { kaderView } from "#core/training/kader-view.ts";
import { openAccounts } from "#server/accounts/accounts.ts";
import { testLedger, type TestLedger } from "#server/ledger/testing.ts";
import { loadDemo, type DemoLink } from "./load.ts";
import { tellLiving } from "./living.ts";
import { tell2024 } from "./programme-2024.ts";
import { TIMEZONE } from "./visit.ts";

const streams = (told: ReturnType<typeof tell2024>["teller"], kind: string): string[] => [...new Set(told.told().map(({ entry }) => entry.stream).filter((stream) => stream.startsWith(`${kind}:`)))];
const folded = (teller: ReturnType<typeof tell2024>["teller"], stream: string) => foldStream(CATALOGUE, teller.storyOf(stream));

describe("the demo's stories", () => {
  const past = tell2024("0190a000-0000-7000-8000-000000000024");
  const now = Date.parse("2026-11-25T03:00:00.000Z");
  const living = tellLiving("0190a000-0000-7000-8000-000000000026", now);

  test("2024: nine kader, eight of 27 to 36 years and one of 42, all cleared once and none any more", () => {
    const kader = streams(past.teller, "kader").map((stream) => kaderView(stream, folded(past.teller, stream)));
    const ages = kader.map((one) => 2024 - (one.bornInYear ?? 0)).sort((a, b) => a - b);
    expect(ages).toHaveLength(9);
    expect(ages.slice(0, 8).every((age) => age >= 27 && age <= 36)).toBe(true);
    expect(ages[8]).toBe(42);
    expect(kader.every((one) => one.invented && one.clearances.length === 1 && Date.parse(one.clearances[0]?.until ?? "") < now)).toBe(true);
  });

  test("2024: two kader met a mother; cause explored, massage several times, resolved and the milk flows", () => {
    const mothers = streams(past.teller, "mother").map((stream) => motherView(stream, folded(past.teller, stream)));
    expect(mothers).toHaveLength(2);
    expect(new Set(mothers.flatMap((one) => one.cases.map((opened) => opened.opened.by))).size).toBe(2);
    for (const mother of mothers) {
      expect(mother.causes[0]?.causes.length).toBeGreaterThan(0);
      expect(mother.sessions.length).toBeGreaterThan(1);
      expect(mother.sessions.at(-1)?.after?.flow).toBe("flows");
      expect(mother.cases.map((one) => one.closed?.outcome)).toEqual(["resolved"]);
    }
  });

  test("the living programme holds cases in every state, and one mother whose session can start at once", () => {
    const mothers = streams(living.teller, "mother").map((stream) => motherView(stream, folded(living.teller, stream)));
    const waiting = new Set(mothers.map((view) => standing(cardOf(view), now, TIMEZONE).waitingFor));
    for (const state of ["referral-unanswered", "answer-to-follow", "ask-again", "first-screening", "follow-up", "decide-conflict", "closed"]) expect(waiting).toContain(state);
    const outcomes = new Set(mothers.flatMap((view) => view.cases.map((one) => one.closed?.outcome ?? "open")));
    expect([...outcomes].sort()).toEqual(["improved", "moved", "open", "out-of-reach", "referred", "resolved"]);
    const rini = mothers.find((view) => view.details["name"] === "Ibu Rini");
    expect(rini?.screenings.at(-1)?.results).toMatchObject([{ massage: "incomplete", missing: ["mother.consent"] }]);
    const sari = mothers.find((view) => view.details["name"] === "Ibu Sari");
    expect(sari?.referrals.map((one) => [one.made.class, one.answers.length])).toEqual([["SEGERA", 0]]);
  });
});

describe("loading the demo", () => {
  let ledger: TestLedger;
  let dataDir: string;
  const load = () => loadDemo({ ledger, accounts: openAccounts({ db: ledger.database.tables(), key: new Uint8Array(32).fill(7), secure: false, clock: Date.now }), dataDir, origin: "http://127.0.0.1:1" });
  /** Past row-level security, as nobody at work can. */
  const countEntries = async (): Promise<number> => {
    const client = new pg.Client(ledger.database.url);
    await client.connect();
    const { rows } = await client.query<{ n: number }>("select count(*)::int as n from dampingi.entry");
    await client.end();
    return rows[0]?.n ?? 0;
  };

  beforeAll(async () => {
    ledger = await testLedger();
    dataDir = await mkdtemp(path.join(tmpdir(), "dampingi-demo-"));
  });
  afterAll(async () => {
    await ledger.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  test("is accepted entry by entry, gives a way in per role, and adds nothing the second time", async () => {
    const first: DemoLink[] = await load();
    expect(first.map(({ link }) => /#(daftar|masuk)=/.exec(link)?.[1])).toEqual(["daftar", "daftar", ...Array.from({ length: 7 }, () => "masuk")]);
    const loaded = await countEntries();
    expect(loaded).toBeGreaterThan(200);
    await load();
    expect(await countEntries()).toBe(loaded);
  });
});
