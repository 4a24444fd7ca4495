import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eachVersion } from "#server/platform/each-version.ts";
import { listMothers, listReferrals, motherStory } from "./read.ts";
import { pullEntries } from "./pull.ts";
import { pushEntries } from "./push.ts";
import { refoldStale } from "./refold.ts";
import { asSuperuser, newMother, someId, testLedger, testProgramme, type TestLedger, type TestProgramme } from "./testing.ts";

eachVersion((version) => {
  let deps: TestLedger;
  let village: TestProgramme;
  beforeAll(async () => {
    deps = await testLedger({ version });
    village = await testProgramme(deps);
  });
  afterAll(() => deps.close());

  async function registered(): Promise<string> {
    const kader = village.kader[0];
    const stream = newMother();
    const made = { referral: someId(), class: "R24", rules: [], because: [], blocksMassage: true };
    expect((await pushEntries(deps, kader, [kader.tell(stream, "mother.registered", { name: "Ibu Rekaan" }), kader.tell(stream, "referral.made", made)])).refused).toEqual([]);
    return stream;
  }
  const visit = (stream: string) => village.kader[0].tell(stream, "visit.begun", { visit: someId(), kind: "home", fromPaper: false });

  describe("after a backup was brought back", () => {
    test("S3: a mother without a key stays erased, and holds up nobody else", async () => {
      const [kader] = village.kader;
      const [midwife] = village.midwives;
      const [erased, other] = [await registered(), await registered()];
      const { cursor } = await pullEntries(deps, kader, { cursor: null });
      await asSuperuser(deps, "delete from dampingi.mother_key where stream = $1", [erased]);

      // Even before the restore is finished: what she is still told of arrives, and nobody's reading breaks on her.
      const entries = [visit(erased), visit(other)];
      expect((await pushEntries(deps, kader, entries)).accepted).toEqual(entries.map((entry) => entry.id));
      expect((await pullEntries(deps, { ...kader, device: someId() }, { cursor: null })).entries.some((entry) => entry.stream === erased)).toBe(false);
      expect((await listMothers(deps, midwife)).map((row) => row.card.stream)).toEqual([other]);

      await asSuperuser(deps, "select dampingi.after_restore()");
      const page = await pullEntries(deps, kader, { cursor });
      expect([page.offerAll, page.lost]).toEqual([true, [erased]]);
      expect((await listReferrals(deps, midwife, "all")).map((row) => row.stream)).toEqual([other]);
      expect((await motherStory(deps, midwife, other)).ok).toBe(true);
      const again = visit(erased);
      expect((await pushEntries(deps, kader, [again])).accepted).toEqual([again.id]);
    });
  });

  describe("after an update", () => {
    test("cards that another version folded are folded anew, and only those", async () => {
      const stream = await registered();
      expect(await refoldStale(deps)).toBe(0);
      await asSuperuser(deps, "update dampingi.mother_card set folded_by = 'old', card = '\\x00' where stream = $1", [stream]);
      await asSuperuser(deps, "update dampingi.kader_card set folded_by = 'old', view = '{}' where stream = $1", [`kader:${village.kader[0].person}`]);
      await asSuperuser(deps, "update dampingi.programme_card set folded_by = 'old', view = '{}' where programme = $1", [village.programme]);
      await asSuperuser(deps, "update dampingi.referral set class = 'PEKAN' where stream = $1", [stream]);
      expect(await refoldStale(deps)).toBe(3);
      expect(await refoldStale(deps)).toBe(0);
      expect((await listMothers(deps, village.midwives[0])).find((row) => row.card.stream === stream)?.card.name).toBe("Ibu Rekaan");
      expect((await listReferrals(deps, village.midwives[0])).find((row) => row.stream === stream)?.class).toBe("R24");
      expect((await asSuperuser(deps, "select view->>'name' as name from dampingi.programme_card where programme = $1", [village.programme]))[0]?.name).toBe("Program Rekaan");
    });
  });
});
