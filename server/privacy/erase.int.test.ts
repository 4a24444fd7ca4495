import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listMothers, listReferrals, listSites, motherStory } from "#server/ledger/read.ts";
import { pullEntries } from "#server/ledger/pull.ts";
import { pushEntries } from "#server/ledger/push.ts";
import { asSuperuser, newMother, someId, testLedger, testProgramme, type TestLedger, type TestPhone, type TestProgramme } from "#server/ledger/testing.ts";
import { eachVersion } from "#server/platform/each-version.ts";
import { eraseMother } from "./erase.ts";
import { whoHeld, whoRead } from "./held.ts";

const AT = { occurredAt: "2026-10-31T18:00:00.000Z" };

eachVersion((version) => {
  let deps: TestLedger;
  let village: TestProgramme;
  let kader: TestPhone;
  beforeAll(async () => {
    deps = await testLedger({ version });
    village = await testProgramme(deps);
    kader = village.kader[0];
  });
  afterAll(() => deps.close());

  async function accompanied(counted: boolean): Promise<string> {
    const stream = newMother();
    const session = someId();
    const entries = [
      kader.tell(stream, "consent.given", { text: { id: "consent", version: 1, language: "id" }, how: "spoken", readAloud: true, allows: { midwife: true, phone: true, counted } }, AT),
      kader.tell(stream, "mother.registered", { name: "Ibu Rahasia Rekaan", bornOn: "2008-11-02" }, AT),
      kader.tell(stream, "visit.begun", { visit: someId(), kind: "home", fromPaper: false }, AT),
      kader.tell(stream, "session.ended", { session, seconds: 180, pauses: 0, comfort: [], extended: false, stopped: null }, AT),
      kader.tell(stream, "referral.made", { referral: someId(), class: "R24", rules: ["B03"], because: ["breast.localPain"], blocksMassage: true, words: "Rahasia" }, AT),
    ];
    expect((await pushEntries(deps, kader, entries)).refused).toEqual([]);
    return stream;
  }
  const everything = async (stream: string) => {
    const tables = ["mother_key", "mother_card", "referral"];
    return Promise.all(tables.map(async (table) => (await asSuperuser(deps, `select count(*)::int as n from dampingi.${table} where stream = $1`, [stream]))[0]?.n));
  };

  describe("S3: erasing a mother's record at her wish", () => {
    test("destroys her key, card and referrals, keeps envelopes, and tells the phones to let go", async () => {
      const stream = await accompanied(true);
      const other = await accompanied(true);
      const [midwife] = village.midwives;
      const before = await pullEntries(deps, kader, { cursor: null });
      const midwifeBefore = await pullEntries(deps, midwife, { cursor: null });
      expect(await everything(stream)).toEqual([1, 1, 1]);

      for (const by of [kader, village.midwives[1], village.lead, village.operator]) expect((await eraseMother(deps, by, stream, "ia meminta")).ok).toBe(false);
      expect(await eraseMother(deps, midwife, stream, "ia meminta")).toEqual({ ok: true, value: { entries: 5 } });
      expect((await eraseMother(deps, midwife, stream, "lagi")).ok).toBe(false);

      expect(await everything(stream)).toEqual([0, 0, 0]);
      expect(await everything(other)).toEqual([1, 1, 1]);
      expect((await asSuperuser(deps, "select count(*)::int as n from dampingi.entry where stream = $1", [stream]))[0]?.n).toBe(5);
      expect((await motherStory(deps, midwife, stream)).ok).toBe(false);
      for (const by of [midwife, kader]) {
        expect((await listMothers(deps, by)).map((row) => row.card.stream)).not.toContain(stream);
        expect((await listReferrals(deps, by, "all")).map((row) => row.stream)).not.toContain(stream);
        expect((await pullEntries(deps, { ...by, device: someId() }, { cursor: null })).entries.some((entry) => entry.stream === stream)).toBe(false);
      }
      expect((await pullEntries(deps, kader, { cursor: before.cursor })).lost).toEqual([stream]);
      expect((await pullEntries(deps, midwife, { cursor: midwifeBefore.cursor })).lost).toEqual([stream]);
    });

    test("S4: who held and who read her record can still be listed, by the midwife alone", async () => {
      const stream = await accompanied(true);
      const [midwife] = village.midwives;
      await pullEntries(deps, midwife, { cursor: null });
      await motherStory(deps, { ...midwife, device: someId() }, stream);
      await eraseMother(deps, midwife, stream, "ia meminta");
      expect((await whoHeld(deps, midwife, stream)).map(({ person, how }) => [person, how]).toSorted()).toEqual([[kader.person, "wrote"], [midwife.person, "pulled"]].toSorted());
      expect((await whoRead(deps, midwife, stream)).map(({ person, how }) => [person, how])).toEqual([[midwife.person, "viewed"]]);
      for (const by of [village.midwives[1], village.lead, kader]) expect(await whoHeld(deps, by, stream)).toEqual([]);
    });

    test("what still waits on a phone is taken and kept shut: only its envelope stays", async () => {
      const stream = await accompanied(true);
      await eraseMother(deps, village.midwives[0], stream, "ia meminta");
      const late = kader.tell(stream, "mother.changed", { address: "Gang Rahasia" });
      expect(await pushEntries(deps, kader, [late])).toEqual({ accepted: [late.id], refused: [] });
      expect(await pushEntries(deps, kader, [late])).toEqual({ accepted: [late.id], refused: [] });
      expect((await asSuperuser(deps, "select length(body) as n, flags from dampingi.entry where id = $1", [late.id]))[0]).toEqual({ n: 0, flags: ["author-left"] });
      expect(await everything(stream)).toEqual([0, 0, 0]);
    });

    test("what she counted for stays as numbers by the site's month, unless she did not want to be counted", async () => {
      const other = await testProgramme(deps);
      kader = other.kader[0];
      const counted = () => asSuperuser(deps, "select fact, month, under_18, n from dampingi.erased_count where programme = $1 order by fact", [other.programme]);
      await eraseMother(deps, other.midwives[0], await accompanied(false), "ia meminta");
      expect(await counted()).toEqual([]);
      await eraseMother(deps, other.midwives[0], await accompanied(true), "ia meminta");
      // 31 October, 18:00 UTC, is 1 November at the site, a day before she turned 18.
      expect(await counted()).toEqual(["mother", "referral", "session", "visit"].map((fact) => ({ fact, month: "2026-11", under_18: true, n: 1 })));
      expect((await listSites(deps, other.lead)).map((site) => [site.mothers, site.openReferrals])).toEqual([[0, 0], [0, 0]]);
    });
  });
});
