import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CATALOGUE } from "#core/catalogue.ts";
import type { Principal } from "#core/ledger/belonging.ts";
import type { Received } from "#core/ledger/entry.ts";
import { foldStream } from "#core/ledger/fold.ts";
import type { StreamSum } from "#core/ledger/protocol.ts";
import { eachVersion } from "#server/platform/each-version.ts";
import { pullEntries } from "./pull.ts";
import { pushEntries } from "./push.ts";
import { record } from "./record.ts";
import { asSuperuser, newMother, someId, testLedger, testProgramme, type TestLedger, type TestPhone, type TestProgramme } from "./testing.ts";

const visit = () => ({ visit: someId(), kind: "home", fromPaper: false });

eachVersion((version) => {
  let deps: TestLedger;
  let village: TestProgramme;
  beforeAll(async () => {
    deps = await testLedger({ version });
    village = await testProgramme(deps);
  });
  afterAll(() => deps.close());

  type Read = { entries: Received[]; cursor: string; lost: string[]; sums: StreamSum[]; pages: number };

  /** Reads to the end of the window, `limit` entries a page. */
  async function readOn(by: Principal, cursor: string | null, limit = 3): Promise<Read> {
    const read: Read = { entries: [], cursor: cursor ?? "", lost: [], sums: [], pages: 0 };
    for (let more = true; more; read.pages++) {
      const page = await pullEntries(deps, by, { cursor: read.pages === 0 ? cursor : read.cursor, limit });
      read.entries.push(...page.entries);
      read.lost.push(...page.lost);
      read.sums.push(...page.sums);
      read.cursor = page.cursor;
      more = page.more;
    }
    return read;
  }

  async function visited(by: TestPhone, stream: string, times: number): Promise<string[]> {
    const entries = Array.from({ length: times }, () => by.tell(stream, "visit.begun", visit()));
    expect((await pushEntries(deps, by, entries)).refused).toEqual([]);
    return entries.map((entry) => entry.id);
  }

  describe("pulling", () => {
    test.each([1, 2, 7, 200])("L6: in pages of %i nothing is missed and nothing comes twice", async (limit) => {
      const kader = village.kader[0];
      for (const times of [1, 3, 5]) await visited(kader, newMother(), times);
      const all = await asSuperuser(deps, "select e.id from dampingi.entry e join dampingi.stream s on s.programme = e.programme and s.id = e.stream where e.programme = $1 and (s.site = $2 or s.kind = 'programme')", [village.programme, village.sites[0]]);
      const read = await readOn(village.midwives[0], null, limit);
      expect(read.entries.map((entry) => entry.id).toSorted()).toEqual(all.map((row) => row.id).toSorted());
      expect(await readOn(village.midwives[0], read.cursor, limit)).toMatchObject({ entries: [], sums: [], lost: [] });
    });

    test("L5: the sums are those of the fold of what was handed out", async () => {
      const read = await readOn(village.midwives[0], null);
      expect(read.sums.length).toBeGreaterThan(3);
      for (const sum of read.sums) {
        const state = foldStream(CATALOGUE, read.entries.filter((entry) => entry.stream === sum.stream));
        expect([sum.count, sum.digest]).toEqual([state.count, state.digest]);
      }
    });

    test("a device does not get its own entries back, another device of the same person does", async () => {
      const midwife = village.midwives[0];
      const { cursor } = await readOn(midwife, null);
      const stream = newMother();
      const ids = await visited(midwife, stream, 3);
      const same = await readOn(midwife, cursor);
      expect(same.entries).toEqual([]);
      expect(same.sums).toMatchObject([{ stream, count: 3 }]);
      expect((await readOn({ ...midwife, device: someId() }, cursor)).entries.map((entry) => entry.id)).toEqual(ids);
    });

    test("L6: a mother handed on comes whole to the one, and is lost to the other, who may get her back whole", async () => {
      const [first, second] = village.kader;
      const midwife = village.midwives[0];
      const stream = newMother();
      const ids = await visited(first, stream, 5);
      const firstRead = await readOn(first, null);
      const secondRead = await readOn(second, null);
      expect(secondRead.entries.some((entry) => entry.stream === stream)).toBe(false);

      const handed = await record(deps, midwife, [{ stream, type: "care.assigned", body: { kader: second.person } }]);
      ids.push(...(handed.ok ? handed.value.ids : []));
      expect(await readOn(first, firstRead.cursor)).toMatchObject({ entries: [], lost: [stream], sums: [] });
      const gained = await readOn(second, secondRead.cursor);
      expect(gained.entries.filter((entry) => entry.stream === stream).map((entry) => entry.id)).toEqual(ids);
      expect(gained.sums).toMatchObject([{ stream, count: 6 }]);

      const lostCursor = (await readOn(first, firstRead.cursor)).cursor;
      const back = await record(deps, midwife, [{ stream, type: "care.assigned", body: { kader: first.person } }]);
      ids.push(...(back.ok ? back.value.ids : []));
      expect((await readOn(first, lostCursor)).entries.map((entry) => entry.id)).toEqual(ids);
      // Lost and given back before she looked again: she keeps it, and gets it whole.
      expect(await readOn(first, firstRead.cursor)).toMatchObject({ lost: [] });
    });

    test("L6: a stream gained while paging comes whole in the next window", async () => {
      const [first, second] = village.kader;
      const stream = newMother();
      const ids = await visited(first, stream, 4);
      const start = await pullEntries(deps, second, { cursor: null, limit: 1 });
      expect(start.more).toBe(true);
      const handed = await record(deps, village.midwives[0], [{ stream, type: "care.assigned", body: { kader: second.person } }]);
      ids.push(...(handed.ok ? handed.value.ids : []));
      const rest = await readOn(second, start.cursor, 1);
      expect(rest.entries.some((entry) => entry.stream === stream)).toBe(false);
      expect((await readOn(second, rest.cursor, 2)).entries.map((entry) => entry.id)).toEqual(ids);
    });

    test("a midwife who moves to another site loses the one and gains the other", async () => {
      const midwife = village.midwives[1];
      const here = newMother();
      const there = newMother();
      await visited(village.kader[2], here, 2);
      const ids = await visited(village.kader[0], there, 2);
      const before = await readOn(midwife, null);
      const move = (site: string) => record(deps, village.lead, [{ stream: `programme:${village.programme}`, type: "staff.joined", body: { person: midwife.person, name: "Rekaan midwife", role: "midwife", site, invented: true } }]);
      const staff = await asSuperuser(deps, "select id from dampingi.entry where programme = $1 and type = 'staff.joined'", [village.programme]);
      await record(deps, village.lead, [
        { stream: `programme:${village.programme}`, type: "staff.left", body: { person: midwife.person, role: "midwife" }, replaces: staff.map((row) => row.id) },
      ]);
      await move(village.sites[0]);
      const moved = await readOn({ ...midwife, site: village.sites[0] }, before.cursor);
      expect(moved.lost).toContain(here);
      expect(moved.entries.filter((entry) => entry.stream === there).map((entry) => entry.id)).toEqual(ids);
      // The old scope is worth nothing any more.
      expect((await readOn(midwife, null)).entries).toEqual([]);
    });

    test("a token that only uploads reads nothing", async () => {
      expect(await pullEntries(deps, { ...village.kader[0], reads: false }, { cursor: "as-it-was", checkAll: true })).toMatchObject({ entries: [], cursor: "as-it-was", more: false, lost: [], sums: [], offerAll: false });
    });
  });

  describe("a restored server", () => {
    test("L6: asks for everything again, hands out everything, and takes what it had lost", async () => {
      const other = await testProgramme(deps);
      const kader = other.kader[0];
      const stream = newMother();
      const kept = await visited(kader, stream, 3);
      const before = await readOn(kader, null);
      const lost = [kader.tell(stream, "visit.begun", visit()), kader.tell(stream, "visit.begun", visit())];
      const after = await pullEntries(deps, kader, { cursor: before.cursor });
      await asSuperuser(deps, "update dampingi.programme set epoch = gen_random_uuid() where id = $1", [other.programme]);

      const page = await pullEntries(deps, kader, { cursor: after.cursor });
      expect(page.offerAll).toBe(true);
      expect(page.entries.filter((entry) => entry.stream === stream).map((entry) => entry.id)).toEqual(kept);
      expect((await pushEntries(deps, kader, lost)).accepted).toEqual(lost.map((entry) => entry.id));
      expect((await pullEntries(deps, kader, { cursor: page.cursor })).offerAll).toBe(false);
    });
  });

  describe("many at once", () => {
    test("L6: with ten writers, a midwife who reads all the while misses none", async () => {
      const other = await testProgramme(deps);
      const [first, second] = other.kader;
      const midwife = other.midwives[0];
      const streams = Array.from({ length: 10 }, () => newMother());
      const written: string[] = [];
      let writing = true;
      const writers = streams.map(async (stream, n) => {
        const by = n % 2 === 0 ? first : second;
        for (let round = 0; round < 12; round++) written.push(...(await visited(by, stream, 1 + (round % 3))));
      });
      const got: string[] = [];
      const reader = (async () => {
        let cursor: string | null = null;
        for (let last = false; !last; ) {
          last = !writing;
          const read = await readOn(midwife, cursor, 5);
          got.push(...read.entries.filter((entry) => entry.type === "visit.begun").map((entry) => entry.id));
          cursor = read.cursor;
        }
      })();
      await Promise.all(writers);
      writing = false;
      await reader;
      expect(got.length).toBe(new Set(got).size);
      expect(got.toSorted()).toEqual(written.toSorted());
    });
  });
});
