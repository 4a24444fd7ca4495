import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eachVersion } from "#server/platform/each-version.ts";
import { pushEntries } from "./push.ts";
import { pullEntries } from "./pull.ts";
import { newMother, someId, testLedger, testProgramme, type TestLedger, type TestProgramme } from "./testing.ts";

eachVersion((version) => {
  let deps: TestLedger;
  let village: TestProgramme;
  beforeAll(async () => {
    deps = await testLedger({ version });
    village = await testProgramme(deps);
  });
  afterAll(() => deps.close());

  describe("pushing", () => {
    test("L4: the same batch again, and in another order, is accepted and kept once", async () => {
      const kader = village.kader[0];
      const stream = newMother();
      const entries = [kader.tell(stream, "mother.registered", { name: "Ibu Rekaan" }), kader.tell(stream, "visit.begun", { visit: someId(), kind: "home", fromPaper: false })];
      const ids = entries.map((entry) => entry.id);
      expect(await pushEntries(deps, kader, entries)).toEqual({ accepted: ids, refused: [] });
      expect(await pushEntries(deps, kader, entries.toReversed())).toEqual({ accepted: ids.toReversed(), refused: [] });
      const page = await pullEntries(deps, village.midwives[0], { cursor: null, checkAll: true });
      expect(page.entries.filter((entry) => entry.stream === stream).map((entry) => entry.id)).toEqual(ids);
      expect(page.sums.find((sum) => sum.stream === stream)?.count).toBe(2);
    });

    test("what comes out is what went in", async () => {
      const kader = village.kader[0];
      const entry = kader.tell(newMother(), "mother.registered", { name: "Ibu \u0000 Rekaan \ud83d\ude42 \ud800", address: 'Gang "satu" \\ \n' }, { occurredAt: "0026-01-02T03:04:05.006Z", replaces: [someId(), someId()] });
      expect((await pushEntries(deps, kader, [entry])).refused).toEqual([]);
      const { entries } = await pullEntries(deps, kader, { cursor: null });
      const { seq, receivedAt, flags, ...back } = entries.find((one) => one.id === entry.id) ?? {};
      expect(back).toEqual(entry);
      expect([typeof seq, flags, Number.isNaN(Date.parse(receivedAt ?? ""))]).toEqual(["number", [], false]);
    });
  });
});
