import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listReferrals, listSites, motherStory } from "#server/ledger/read.ts";
import { openLedger } from "#server/ledger/open-ledger.ts";
import { pullEntries } from "#server/ledger/pull.ts";
import { pushEntries } from "#server/ledger/push.ts";
import { record } from "#server/ledger/record.ts";
import { asSuperuser, newMother, someId, testLedger, testProgramme, type TestLedger, type TestProgramme } from "#server/ledger/testing.ts";
import { eachVersion } from "#server/platform/each-version.ts";
import { startSweep, sweepReferrals } from "./sweep.ts";

const MINUTE = 60_000;
const fail = (error: unknown): void => {
  throw error;
};

eachVersion((version) => {
  let now = Date.parse("2026-11-25T02:00:00.000Z");
  let deps: TestLedger;
  let village: TestProgramme;
  beforeAll(async () => {
    deps = await testLedger({ version, now: () => now });
    village = await testProgramme(deps);
  });
  afterAll(() => deps.close());

  async function referred(of: "PEKAN" | "R24" | "SEGERA", madeAt = new Date(now).toISOString()): Promise<{ stream: string; referral: string }> {
    const kader = village.kader[0];
    const stream = newMother();
    const referral = someId();
    const made = kader.tell(stream, "referral.made", { referral, class: of, rules: ["M05"], because: ["mother.feelsHot"], blocksMassage: true }, { occurredAt: madeAt });
    expect((await pushEntries(deps, kader, [kader.tell(stream, "mother.registered", { name: "Ibu Rekaan" }), made])).refused).toEqual([]);
    return { stream, referral };
  }
  const late = async (referral: string) => (await listReferrals(deps, village.midwives[0], "all")).find((row) => row.referral === referral)?.late;
  const answer = (stream: string, type: string, body: object) => record(deps, village.midwives[0], [{ stream, type, body: { ...body } }]);

  describe("R1: a referral that nobody saw, or nobody answered, in its time", () => {
    test("escalates by itself at its minute, first unseen, then unanswered, and both sides see it", async () => {
      const { stream, referral } = await referred("SEGERA");
      now += 15 * MINUTE;
      await sweepReferrals(deps, fail);
      expect(await late(referral)).toEqual({ seen: false, answered: false });
      now += 1;
      await sweepReferrals(deps, fail);
      expect(await late(referral)).toEqual({ seen: true, answered: false });
      now += 15 * MINUTE;
      await sweepReferrals(deps, fail);
      expect(await late(referral)).toEqual({ seen: true, answered: true });
      const story = await motherStory(deps, village.midwives[0], stream);
      expect(story.ok && story.value.card.referrals).toMatchObject([{ referral, late: true }]);
      expect((await pullEntries(deps, village.kader[0], { cursor: null })).entries.filter((entry) => entry.stream === stream && entry.type === "referral.escalated")).toHaveLength(2);
      expect((await listSites(deps, village.head)).find((one) => one.site === village.sites[0])).toMatchObject({ openReferrals: 1, lateReferrals: 1 });
    });

    test("one that was seen in time is late only once it is not answered; one that was answered never is", async () => {
      const seen = await referred("R24");
      const answered = await referred("R24");
      await answer(seen.stream, "referral.seen", { referral: seen.referral });
      await answer(answered.stream, "referral.answered", { referral: answered.referral, answer: "come-now" });
      now += 12 * 60 * MINUTE;
      await sweepReferrals(deps, fail);
      expect(await late(seen.referral)).toEqual({ seen: false, answered: false });
      now += 1;
      await sweepReferrals(deps, fail);
      expect(await late(seen.referral)).toEqual({ seen: false, answered: true });
      expect(await late(answered.referral)).toEqual({ seen: false, answered: false });
    });

    test("a phone's clock that is ahead does not put it off", async () => {
      const { referral } = await referred("SEGERA", "2031-01-01T00:00:00.000Z");
      now += 31 * MINUTE;
      await sweepReferrals(deps, fail);
      expect(await late(referral)).toEqual({ seen: true, answered: true });
    });

    test("ten sweeps at once, on two servers, write one entry each", async () => {
      const second = await openLedger({ database: deps.database, keyring: deps.keyring, now: () => now, failed: fail });
      const made = await Promise.all([referred("PEKAN"), referred("PEKAN"), referred("SEGERA")]);
      now += 97 * 60 * MINUTE;
      await Promise.all(Array.from({ length: 10 }, (_, n) => sweepReferrals(n % 2 === 0 ? deps : second, fail)));
      expect(await sweepReferrals(deps, fail)).toBe(0);
      const rows = await asSuperuser(deps, "select stream, count(*)::int as n from dampingi.entry where type = 'referral.escalated' and stream = any($1) group by stream", [made.map((one) => one.stream)]);
      expect(rows.map((row) => row.n)).toEqual([2, 2, 2]);
      expect(await asSuperuser(deps, "select * from dampingi.refused")).toEqual([]);
      await second.close();
    });

    test("a programme that fails holds up no other, and is told", async () => {
      const broken = await testProgramme(deps);
      const { stream } = await referred("SEGERA");
      const away = village;
      village = broken;
      const lost = await referred("SEGERA");
      village = away;
      await asSuperuser(deps, "update dampingi.mother_key set wrapped = '\\x00' where stream = $1", [lost.stream]);
      now += 31 * MINUTE;
      const told: unknown[] = [];
      // Another server, which has not held that key in its memory yet.
      const other = await openLedger({ database: deps.database, keyring: deps.keyring, now: () => now, failed: fail });
      await sweepReferrals(other, (error) => told.push(error));
      await other.close();
      expect(told).toHaveLength(1);
      const story = await motherStory(deps, village.midwives[0], stream);
      expect(story.ok && story.value.card.referrals[0]?.late).toBe(true);
      await asSuperuser(deps, "update dampingi.referral set open = false where stream = $1", [lost.stream]);
    });

    test("the running sweep looks at once, and stops when it is told", async () => {
      const { referral } = await referred("SEGERA");
      now += 31 * MINUTE;
      const stop = startSweep(deps, fail);
      await expect.poll(() => late(referral)).toEqual({ seen: true, answered: true });
      await stop();
    });
  });
});
