import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MAX_BODY_BYTES } from "#core/ledger/entry.ts";
import { eachVersion } from "#server/platform/each-version.ts";
import { listRefused, motherStory } from "./read.ts";
import { pullEntries } from "./pull.ts";
import { pushEntries } from "./push.ts";
import { record } from "./record.ts";
import { asSuperuser, newMother, someId, testLedger, testPhone, testProgramme, type TestLedger, type TestProgramme } from "./testing.ts";

const visit = () => ({ visit: someId(), kind: "home", fromPaper: false });

eachVersion((version) => {
  let deps: TestLedger;
  let village: TestProgramme;
  beforeAll(async () => {
    deps = await testLedger({ version });
    village = await testProgramme(deps);
  });
  afterAll(() => deps.close());

  async function registered(by = village.kader[0]): Promise<string> {
    const stream = newMother();
    expect((await pushEntries(deps, by, [by.tell(stream, "mother.registered", { name: "Ibu Rekaan" })])).refused).toEqual([]);
    return stream;
  }

  describe("pushing", () => {
    test("L4: the same batch again, and in another order, is accepted and kept once", async () => {
      const kader = village.kader[0];
      const stream = newMother();
      const entries = [kader.tell(stream, "mother.registered", { name: "Ibu Rekaan" }), kader.tell(stream, "visit.begun", visit())];
      const ids = entries.map((entry) => entry.id);
      expect(await pushEntries(deps, kader, entries)).toEqual({ accepted: ids, refused: [] });
      expect(await pushEntries(deps, kader, entries.toReversed())).toEqual({ accepted: ids.toReversed(), refused: [] });
      const page = await pullEntries(deps, village.midwives[0], { cursor: null, checkAll: true });
      expect(page.entries.filter((entry) => entry.stream === stream).map((entry) => entry.id)).toEqual(ids);
      expect(page.sums.find((sum) => sum.stream === stream)?.count).toBe(2);
    });

    test("what comes out is what went in", async () => {
      const kader = village.kader[0];
      const body = { name: "Ibu \u0000 Rekaan \ud83d\ude42 \ud800", address: 'Gang "satu" \\ \n' };
      const entry = kader.tell(newMother(), "mother.registered", body, { occurredAt: "0026-01-02T03:04:05.006Z", replaces: [someId(), someId()] });
      expect((await pushEntries(deps, kader, [entry])).refused).toEqual([]);
      const { entries } = await pullEntries(deps, kader, { cursor: null });
      const { seq, receivedAt, flags, ...back } = entries.find((one) => one.id === entry.id) ?? {};
      expect(back).toEqual(entry);
      expect([typeof seq, flags, Number.isNaN(Date.parse(receivedAt ?? ""))]).toEqual(["number", [], false]);
    });

    test("one bad entry does not hold up the others, and each refusal says why and is written down", async () => {
      const kader = village.kader[0];
      const stream = await registered();
      const foreign = await registered(village.kader[2]);
      const good = kader.tell(stream, "visit.begun", visit());
      const broken = kader.tell(stream, "visit.begun", { visit: "no id", kind: "home", fromPaper: false });
      const strange = kader.tell(foreign, "visit.begun", visit());
      const large = kader.tell(stream, "plan.drawn", { picture: "x".repeat(MAX_BODY_BYTES) });
      const deep = kader.tell(stream, "plan.drawn", JSON.parse(`{"a":${"[".repeat(30_000)}${"]".repeat(30_000)}}`));
      const { accepted, refused } = await pushEntries(deps, kader, [null, 5, { id: "x" }, broken, strange, large, deep, good, { ...good, body: visit() }]);
      expect(accepted).toEqual([good.id]);
      expect(refused).toEqual([
        { id: null, code: "broken", where: "envelope" },
        { id: null, code: "broken", where: "envelope" },
        { id: null, code: "broken", where: "id" },
        { id: broken.id, code: "broken", where: "body.visit" },
        { id: large.id, code: "too-large" },
        { id: deep.id, code: "broken", where: "body" },
        { id: strange.id, code: "foreign", where: "stream" },
        { id: good.id, code: "id-reused" },
      ]);
      const listed = await listRefused(deps, village.midwives[0]);
      expect(listed.find((row) => row.entry === strange.id)).toMatchObject({ person: kader.person, device: kader.device, code: "foreign", where: "stream", times: 1 });
      await pushEntries(deps, kader, [strange]);
      expect((await listRefused(deps, village.lead)).find((row) => row.entry === strange.id)?.times).toBe(2);
      expect((await listRefused(deps, village.midwives[1])).some((row) => row.entry === strange.id)).toBe(false);
    });

    test("a type that this server does not know is kept and handed out", async () => {
      const kader = village.kader[0];
      const stream = await registered();
      const parked = kader.tell(stream, "song.sung", { verse: [1, { two: null }] }, { version: 7 });
      expect(await pushEntries(deps, kader, [parked])).toEqual({ accepted: [parked.id], refused: [] });
      const story = await motherStory(deps, village.midwives[0], stream);
      expect(story.ok && [story.value.view.parked, story.value.card.parked, story.value.entries.at(-1)?.body]).toEqual([1, 1, parked.body]);
    });

    test("L3: a kader without clearance has her session kept", async () => {
      const kader = village.kader[0];
      const started = kader.tell(await registered(), "session.started", { session: someId(), hands: "kader", fromPaper: false });
      expect(await pushEntries(deps, kader, [started])).toEqual({ accepted: [started.id], refused: [] });
    });

    test("L3: who left, and whose phone was revoked, still delivers, flagged", async () => {
      const kader = village.kader[1];
      const stream = await registered(kader);
      const left = await record(deps, village.lead, [{ stream: `kader:${kader.person}`, type: "kader.left", body: { on: "2026-11-25" } }]);
      expect(left.ok).toBe(true);
      const late = kader.tell(stream, "visit.begun", visit());
      expect(await pushEntries(deps, { ...kader, reads: false, revoked: true }, [late])).toEqual({ accepted: [late.id], refused: [] });
      const story = await motherStory(deps, village.midwives[0], stream);
      expect(story.ok && story.value.entries.at(-1)).toMatchObject({ id: late.id, flags: ["author-left", "device-revoked"] });
      // A mistake can be taken back: she belongs again, and her mothers with her.
      const leftId = left.ok ? left.value.ids : [];
      await record(deps, village.lead, [{ stream: `kader:${kader.person}`, type: "kader.entry-withdrawn", body: {}, replaces: leftId }]);
      expect((await pullEntries(deps, kader, { cursor: null })).entries.some((entry) => entry.id === late.id)).toBe(true);
    });

    test("nothing is written for somebody who never belonged", async () => {
      const stranger = testPhone({ programme: village.programme, person: someId(), role: "kader", site: village.sites[0] });
      const entry = stranger.tell(newMother(), "mother.registered", { name: "Ibu Rekaan" });
      expect(await pushEntries(deps, stranger, [entry])).toEqual({ accepted: [], refused: [{ id: entry.id, code: "foreign", where: "author" }] });
    });

    test("L6: numbers in a programme have no gap and no double, however many write at once", async () => {
      const before = await asSuperuser(deps, "select last_seq::int as n from dampingi.programme where id = $1", [village.programme]);
      const kader = village.kader[0];
      const streams = await Promise.all(Array.from({ length: 5 }, () => registered()));
      await Promise.all(streams.map((stream) => pushEntries(deps, kader, Array.from({ length: 20 }, () => kader.tell(stream, "visit.begun", visit())))));
      const after = await asSuperuser(deps, "select count(*)::int as n, count(distinct seq)::int as distinct, max(seq)::int as highest from dampingi.entry where programme = $1", [village.programme]);
      expect(after[0]).toEqual({ n: before[0]?.n + 105, distinct: before[0]?.n + 105, highest: before[0]?.n + 105 });
    });

    test("bodies of mothers are not readable in the database, others are", async () => {
      const stream = newMother();
      const kader = village.kader[0];
      await pushEntries(deps, kader, [kader.tell(stream, "mother.registered", { name: "Ibu Rahasia Rekaan" })]);
      const rows = await asSuperuser(deps, "select position('Rahasia'::bytea in body) > 0 as readable from dampingi.entry where stream = $1", [stream]);
      const card = await asSuperuser(deps, "select position('Rahasia'::bytea in card) > 0 as readable from dampingi.mother_card where stream = $1", [stream]);
      const plain = await asSuperuser(deps, "select position('Rekaan'::bytea in body) > 0 as readable from dampingi.entry where stream = $1", [`kader:${kader.person}`]);
      expect([rows[0]?.readable, card[0]?.readable, plain[0]?.readable]).toEqual([false, false, true]);
    });
  });

  describe("recording at the console", () => {
    test("is all or nothing", async () => {
      const midwife = village.midwives[0];
      const stream = await registered();
      const good = { stream, type: "visit.begun", body: visit() };
      const bad = await record(deps, midwife, [good, { stream: `kader:${village.kader[2].person}`, type: "kader.changed", body: { name: "Lain" } }]);
      expect(bad).toEqual({ ok: false, error: { code: "foreign", where: "stream", index: 1 } });
      const story = await motherStory(deps, midwife, stream);
      expect(story.ok && story.value.view.visits).toEqual([]);
      expect((await record(deps, midwife, [good])).ok).toBe(true);
    });
  });
});
