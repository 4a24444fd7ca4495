import "fake-indexeddb/auto";
import { describe, expect, test } from "vitest";
import { CATALOGUE } from "#core/catalogue.ts";
import type { Received } from "#core/ledger/entry.ts";
import { FOLD_VERSION, said } from "#core/ledger/fold.ts";
import type { SyncResponse } from "#core/ledger/protocol.ts";
import { KADER, storyOf, testId } from "#core/testing.ts";
import { FUTURE_CATALOGUE } from "../../tests/fuzz/future.ts";
import { PhoneDied, memoryStore, type MemoryStore } from "../../tests/fuzz/memory-store.ts";
import { plainCipher, plainSealer } from "../../tests/fuzz/phone-sim.ts";
import { applyAnswer } from "./apply.ts";
import { browserEnv } from "./env.ts";
import { compact, openLedger, stateOfStream, type Ledger, type LedgerOptions } from "./ledger.ts";
import { putMeta, type Enrolment } from "./meta.ts";
import { openPhone } from "./phone.ts";
import { recordAll } from "./record.ts";
import type { Snapshot } from "./snapshot.ts";

const ENROLMENT: Enrolment = {
  device: testId(4),
  programme: testId(1),
  person: { id: KADER, name: "Bu Siti Rekaan", role: "kader" },
  site: { id: testId(5), name: "Desa Rekaan", timezone: "Asia/Jakarta" },
  demo: true,
  uploadToken: "upload",
  serverKey: { id: "plain", publicKey: "" },
};
const STREAM = `mother:${testId(10)}`;

async function opened(store: MemoryStore = memoryStore(), options: LedgerOptions = {}): Promise<{ ledger: Ledger; store: MemoryStore }> {
  await store.write([putMeta("enrolment", ENROLMENT)]);
  return { store, ledger: await openLedger(await openPhone(store, browserEnv), plainCipher, plainSealer, options) };
}

const answer = (entries: readonly Received[], more: Partial<SyncResponse> = {}): SyncResponse => ({
  accepted: [],
  refused: [],
  entries,
  cursor: `cursor ${entries.length}`,
  more: false,
  offerAll: false,
  lost: [],
  sums: [],
  foldVersion: FOLD_VERSION,
  serverTime: "2026-11-25T03:00:00.000Z",
  ...more,
});

/** `n` visits of one mother, as the server hands them out. */
function visits(n: number): Received[] {
  const story = storyOf("mother");
  story.tell("mother.registered", { name: "Ibu Rekaan" });
  for (let i = 1; i < n; i++) story.tell("visit.begun", { visit: testId(5_000 + i), kind: "home", fromPaper: false });
  return story.entries.map((entry, at) => ({ ...entry, device: testId(77), seq: at + 1, receivedAt: "2026-11-25T03:00:00.000Z", flags: [] }));
}

describe("L4: types of a newer app", () => {
  test("are parked, counted, and folded once the app has been updated", async () => {
    const { ledger, store } = await opened();
    const [first, second] = visits(2);
    const mood = { ...second, type: "mood.noted", body: { mood: "calm" } } as Received;
    await applyAnswer(ledger, [], answer([first as Received, mood]), false);
    expect(ledger.snapshot.streams[STREAM]).toMatchObject({ count: 2, parked: 1, card: { parked: 1 } });
    const { ledger: updated } = await opened(store.reopened(), { catalogue: FUTURE_CATALOGUE });
    expect(updated.snapshot.streams[STREAM]).toMatchObject({ count: 2, parked: 0, card: { parked: 0 } });
    expect(said(await stateOfStream(updated, STREAM), "mood")?.value).toBe("calm");
  });
});

describe("L5: a snapshot that another version of the app wrote", () => {
  test("is made anew from the entries, with the cursor and what waits untouched", async () => {
    const { ledger, store } = await opened();
    await applyAnswer(ledger, [], answer(visits(60)), false);
    await recordAll(ledger, [{ type: "mother.changed", stream: STREAM, body: { calledBy: "Bu Rek" } }]);
    const before = ledger.snapshot;
    const stale: Snapshot = { ...before, version: `1.${FOLD_VERSION - 1}.mother.changed@1`, streams: { [STREAM]: { count: 1, digest: "00", parked: 0 } } };
    await store.write([{ table: "snapshot", key: "snapshot", put: { sealed: await plainCipher.seal("snapshot", stale) } }]);
    const steps: number[][] = [];
    const { ledger: updated } = await opened(store.reopened(), { onProgress: (...step) => steps.push(step) });
    expect(updated.snapshot).toEqual(before);
    expect(updated.phone.outbox.size).toBe(1);
    expect(steps).toEqual([[0, 1]]);
  });

  test("of this version is taken as it is: no entry is read", async () => {
    const { ledger, store } = await opened();
    await applyAnswer(ledger, [], answer(visits(60)), false);
    const { ledger: again } = await opened(store.reopened(), { onProgress: () => expect.unreachable() });
    expect([again.snapshot, again.read.size]).toEqual([ledger.snapshot, 0]);
  });
});

describe("rows", () => {
  test("many of a page become one segment, few stay single, and single ones are gathered in time", async () => {
    const { ledger, store } = await opened();
    const all = visits(90);
    await applyAnswer(ledger, [], answer(all.slice(0, 40)), false);
    expect([(await store.keys("segments")).length, (await store.keys("loose")).length]).toEqual([1, 0]);
    for (let at = 40; at < 90; at += 10) await applyAnswer(ledger, [], answer(all.slice(at, at + 10)), false);
    await recordAll(ledger, [{ type: "mother.changed", stream: STREAM, body: { calledBy: "Bu Rek" } }]);
    expect((await store.keys("loose")).length).toBe(51);
    await compact(ledger);
    expect([(await store.keys("segments")).length, (await store.keys("loose")).length]).toEqual([1, 1]);
    const { ledger: again } = await opened(store.reopened());
    expect(await stateOfStream(again, STREAM)).toEqual(await stateOfStream(ledger, STREAM));
    expect((await stateOfStream(again, STREAM)).count).toBe(91);
  });

  test("L4: the same page twice, or in parts of any size, gives the same stream", async () => {
    const whole = await opened();
    const parts = await opened();
    const all = visits(60);
    await applyAnswer(whole.ledger, [], answer(all), false);
    for (const size of [7, 25, 60]) for (let at = 0; at < 60; at += size) await applyAnswer(parts.ledger, [], answer(all.slice(at, at + size)), false);
    expect(parts.ledger.snapshot.streams).toEqual(whole.ledger.snapshot.streams);
    expect(await stateOfStream(parts.ledger, STREAM)).toEqual(await stateOfStream(whole.ledger, STREAM));
  });
});

describe("L2: an answer that was cut off by the end of the phone", () => {
  test.each(["dies-before", "dies-after"] as const)("is whole or not there (%s)", async (fault) => {
    const { ledger, store } = await opened();
    await recordAll(ledger, [{ type: "mother.registered", stream: STREAM, body: { name: "Ibu Rekaan" } }]);
    const [row] = [...ledger.phone.outbox.values()];
    if (row === undefined) throw new Error("nothing waits");
    store.strike(fault);
    await expect(applyAnswer(ledger, [row], answer(visits(3).slice(1), { accepted: [row.id] }), false)).rejects.toThrow(PhoneDied);
    const { ledger: again, store: disk } = await opened(store.reopened());
    const kept = fault === "dies-after";
    expect([again.snapshot.cursor, again.phone.outbox.size, (await disk.keys("archive")).length, (await stateOfStream(again, STREAM)).count]).toEqual(kept ? ["cursor 2", 0, 1, 3] : [null, 1, 0, 1]);
    expect(again.snapshot.streams[STREAM]?.count).toBe(kept ? 3 : 0);
  });
});

describe("scope", () => {
  test("S1: a mother who went to another kader leaves the phone, once what waits of her is delivered", async () => {
    const { ledger, store } = await opened();
    await applyAnswer(ledger, [], answer(visits(20)), false);
    const [visit] = await recordAll(ledger, [{ type: "visit.begun", stream: STREAM, body: { visit: testId(6), kind: "home", fromPaper: false } }]);
    await applyAnswer(ledger, [], answer([], { lost: [STREAM] }), false);
    expect(ledger.snapshot.streams[STREAM]).toMatchObject({ lost: true, card: { name: "Ibu Rekaan" } });
    await applyAnswer(ledger, [...ledger.phone.outbox.values()], answer([], { accepted: [visit?.id ?? ""] }), false);
    expect(ledger.snapshot.streams[STREAM]?.card).toBeUndefined();
    expect([...(await store.keys("segments")), ...(await store.keys("loose"))]).toEqual([]);
    await applyAnswer(ledger, [], answer(visits(20)), false);
    expect(ledger.snapshot.streams[STREAM]).toMatchObject({ count: 20, card: { name: "Ibu Rekaan" } });
    expect(ledger.snapshot.streams[STREAM]?.lost).toBeUndefined();
  });

  test("what the sums of all no longer name goes, on the last page", async () => {
    const { ledger } = await opened();
    await applyAnswer(ledger, [], answer(visits(20), { more: true }), true);
    expect(ledger.snapshot.streams[STREAM]?.card).toBeDefined();
    await applyAnswer(ledger, [], answer([], { sums: [{ stream: STREAM, count: 21, digest: "0123456789abcdef", grown: true }] }), true);
    expect([ledger.snapshot.streams[STREAM]?.card === undefined, ledger.snapshot.differs]).toEqual([false, {}]);
    await applyAnswer(ledger, [], answer([]), true);
    expect(ledger.snapshot.streams[STREAM]?.card).toBeUndefined();
  });

  test("L5: sums that differ are named, and taken back when they agree", async () => {
    const { ledger } = await opened();
    await applyAnswer(ledger, [], answer(visits(3)), false);
    const here = ledger.snapshot.streams[STREAM] ?? { count: 0, digest: "" };
    await applyAnswer(ledger, [], answer([], { sums: [{ stream: STREAM, count: 4, digest: "0123456789abcdef" }] }), false);
    expect(Object.keys(ledger.snapshot.differs)).toEqual([STREAM]);
    await applyAnswer(ledger, [], answer([], { sums: [{ stream: STREAM, count: here.count, digest: here.digest }] }), false);
    expect(ledger.snapshot.differs).toEqual({});
  });
});

test("a new entry is checked before it is written, and its size is bounded", async () => {
  const { ledger } = await opened();
  const tell = (type: string, body: object) => recordAll(ledger, [{ type, stream: STREAM, body }]);
  await expect(tell("mother.changed", { phone: 1 })).rejects.toMatchObject({ code: "broken", where: "body.phone" });
  await expect(tell("mother.changed", { address: "x".repeat(2_001) })).rejects.toMatchObject({ code: "broken", where: "body.address" });
  await expect(tell("of.later", { words: "x".repeat(70_000) })).rejects.toMatchObject({ code: "too-large" });
  await expect(recordAll(ledger, [{ type: "mother.changed", stream: STREAM, body: { calledBy: "Bu" } }, { type: "mother.changed", stream: STREAM, body: { phone: 1 } }])).rejects.toMatchObject({ code: "broken" });
  expect([ledger.phone.outbox.size, ledger.read.get(STREAM)?.size ?? 0]).toEqual([0, 0]);
  expect(CATALOGUE.has("of.later@1")).toBe(false);
});
