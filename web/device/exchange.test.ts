import { describe, expect, test } from "vitest";
import type { SyncRequest, SyncResponse } from "#core/ledger/protocol.ts";
import { FOLD_VERSION } from "#core/ledger/fold.ts";
import { err, ok } from "#core/result.ts";
import { testId } from "#core/testing.ts";
import { seeded } from "../../tests/fuzz/random.ts";
import { simPhone, type SimPhone } from "../../tests/fuzz/phone-sim.ts";
import type { Transport, WireError } from "./wire.ts";

type Said = { token: string; request: SyncRequest };

/** A server that takes everything, unless `say` answers otherwise. */
function scripted(say: (said: Said, nth: number) => Partial<SyncResponse> | WireError | undefined = () => undefined) {
  const said: Said[] = [];
  const sync: Transport["sync"] = async (token, request) => {
    said.push({ token, request });
    const told = say({ token, request }, said.length) ?? {};
    if ("code" in told) return err(told);
    const accepted = (request.entries as { id: string }[]).map((entry) => entry.id);
    return ok({ accepted, refused: [], entries: [], cursor: `c${said.length}`, more: false, offerAll: false, lost: [], sums: [], foldVersion: FOLD_VERSION, serverTime: "2026-11-25T03:00:00.000Z", ...told });
  };
  return { said, transport: { sync, enrol: async () => err({ code: "offline" }) } satisfies Transport };
}

async function phoneWith(entries: number): Promise<SimPhone> {
  const site = { id: testId(5), name: "Desa Rekaan", timezone: "Asia/Jakarta" };
  const enrolment = { device: testId(4), programme: testId(1), person: { id: testId(2), name: "Kader", role: "kader" as const }, site, demo: true, uploadToken: "upload", serverKey: { id: "plain", publicKey: "" } };
  const phone = await simPhone(enrolment, "read", seeded(1), () => Date.parse("2026-11-25T03:00:00.000Z"));
  const stream = `mother:${testId(10)}`;
  for (let n = 0; n < entries; n++) await phone.record([{ type: "visit.begun", stream, body: { visit: testId(100 + n), kind: "home", fromPaper: false } }]);
  return phone;
}
const offered = (said: readonly Said[]) => said.map(({ request }) => request.entries.length);

describe("an exchange", () => {
  test("offers in batches, in the order of making, in plain with the token that reads", async () => {
    const phone = await phoneWith(120);
    const { said, transport } = scripted();
    expect(await phone.sync(transport)).toBe("done");
    expect(offered(said)).toEqual([50, 50, 20]);
    expect(said.flatMap(({ request }) => request.entries.map((entry) => (entry as { deviceSeq: number }).deviceSeq))).toEqual(Array.from({ length: 120 }, (_, n) => n + 1));
    expect(new Set(said.map(({ token }) => token))).toEqual(new Set(["read"]));
    expect(said.map(({ request }) => request.cursor)).toEqual([null, "c1", "c2"]);
    expect(phone.phone.accepted).toBe(120);
  });

  test("L2: a locked phone offers sealed, with the token that only uploads, and asks for nothing where nothing waits", async () => {
    const phone = await phoneWith(1);
    const { said, transport } = scripted();
    await phone.syncLocked(transport);
    await phone.syncLocked(transport);
    expect(said).toMatchObject([{ token: "upload", request: { cursor: null, entries: [{ sealed: { key: "plain" } }] } }]);
  });

  test("halves a batch that is too large for the server, down to the one entry that is", async () => {
    const phone = await phoneWith(8);
    const heavy = [...phone.phone.outbox.values()][5]?.id;
    const { said, transport } = scripted(({ request }) => ((request.entries as { id: string }[]).some(({ id }) => id === heavy) ? { code: "http", status: 413, reason: "too-large" } : undefined));
    expect(await phone.sync(transport)).toBe("done");
    expect(offered(said).slice(0, 4)).toEqual([8, 4, 4, 2]);
    expect([...phone.phone.outbox.values()]).toMatchObject([{ id: heavy, state: "refused", code: "too-large" }]);
    expect(phone.phone.accepted).toBe(7);
  });

  test("leaves as sent what the server did not speak of, and offers it again next time", async () => {
    const phone = await phoneWith(3);
    const mute = scripted(() => ({ accepted: [] }));
    expect(await phone.sync(mute.transport)).toBe("unanswered");
    expect(offered(mute.said)).toEqual([3]);
    expect([...phone.phone.outbox.values()].map((row) => row.state)).toEqual(["sent", "sent", "sent"]);
    expect(await phone.sync(scripted().transport)).toBe("done");
    expect(phone.phone.outbox.size).toBe(0);
  });

  test("takes no word for an entry that was not offered", async () => {
    const phone = await phoneWith(60);
    const last = [...phone.phone.outbox.values()].at(-1)?.id ?? "";
    const { transport } = scripted((_, nth) => (nth === 1 ? { accepted: [last] } : { code: "offline" }));
    expect(await phone.sync(transport)).toBe("offline");
    expect(phone.phone.outbox.has(last)).toBe(true);
  });

  test.each([
    ["no answer", { code: "offline" }, "offline"],
    ["a server in trouble", { code: "http", status: 503, reason: "" }, "server"],
    ["a token that this server does not know", { code: "http", status: 401, reason: "unknown-token" }, "unknown-token"],
    ["a right to read that was taken away", { code: "http", status: 403, reason: "reading-ended" }, "reading-ended"],
    ["another server's page", { code: "http", status: 403, reason: "" }, "server"],
  ] as [string, WireError, string][])("ends with %s, and loses nothing", async (_, error, outcome) => {
    const phone = await phoneWith(2);
    expect(await phone.sync(scripted(() => error).transport)).toBe(outcome);
    expect([...phone.phone.outbox.values()].map((row) => row.state)).toEqual(["sent", "sent"]);
  });

  test("does not follow pages that never end", async () => {
    const phone = await phoneWith(0);
    const { said, transport } = scripted(() => ({ more: true, cursor: "same" }));
    expect(await phone.sync(transport)).toBe("server");
    expect(said.length).toBe(2);
  });

  test("without room for what came in, keeps what became of its own entries", async () => {
    const phone = await phoneWith(2);
    let requests = 0;
    const { transport } = scripted(() => {
      if (++requests === 1) phone.store.strike("full");
      return undefined;
    });
    expect(await phone.sync(transport)).toBe("full");
    expect([phone.phone.outbox.size, phone.phone.accepted, phone.ledger.snapshot.cursor]).toEqual([0, 2, null]);
    expect(await phone.sync(transport)).toBe("done");
    expect(phone.ledger.snapshot.streams[`mother:${testId(10)}`]?.count).toBe(2);
  });

  test("after a restore offers all again, sealed copies of what this phone holds no more, too", async () => {
    const phone = await phoneWith(3);
    const stream = `mother:${testId(10)}`;
    await phone.sync(scripted().transport);
    await phone.sync(scripted(() => ({ lost: [stream] })).transport);
    expect((await phone.stateOf(stream)).count).toBe(0);
    const { said, transport } = scripted((_, nth) => ({ offerAll: nth === 1 }));
    expect(await phone.sync(transport)).toBe("done");
    expect(offered(said)).toEqual([0, 3]);
    expect(said[1]?.request.checkAll).toBe(true);
    expect(phone.phone.outbox.size).toBe(0);
  });

  test("asks for the sums of all streams when it begins, and once a day", async () => {
    const phone = await phoneWith(0);
    const days = ["2026-11-25T03:00:00.000Z", "2026-11-25T09:00:00.000Z", "2026-11-26T03:00:00.001Z", "2026-11-26T03:00:00.002Z", "2026-11-26T04:00:00.000Z"];
    const { said, transport } = scripted((_, nth) => ({ serverTime: days[nth - 1] ?? "" }));
    for (const _ of days) await phone.sync(transport);
    expect(said.map(({ request }) => request.checkAll === true)).toEqual([true, false, false, true, false]);
  });
});
