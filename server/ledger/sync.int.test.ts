import { request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { revokeReading } from "#server/devices/devices.ts";
import { enrolled, post, sealed, sync, testServer, type Enrolled, type TestServer } from "./http-testing.ts";
import { pushEntries } from "./push.ts";
import { record } from "./record.ts";
import { newMother, someId, testLedger, testProgramme, type TestLedger, type TestProgramme } from "./testing.ts";

let deps: TestLedger;
let server: TestServer;
let village: TestProgramme;
let kader: Enrolled;
beforeAll(async () => {
  deps = await testLedger();
  server = await testServer(deps);
  village = await testProgramme(deps);
  kader = await enrolled(deps, server.app, village.kader[0]);
});
afterAll(async () => {
  await server.close();
  await deps.close();
});

const registered = (by = kader, stream = newMother()) => by.phone.tell(stream, "mother.registered", { name: "Ibu Rekaan" });

describe("POST /api/sync", () => {
  test("takes what is offered and gives what is new, plain or packed", async () => {
    for (const gzip of [false, true]) {
      const entry = registered();
      const { status, body } = await sync(server.app, kader.answer.readToken, { device: kader.phone.device, entries: [entry] }, gzip);
      expect([status, body.accepted, body.refused, body.entries.some((one) => one.id === entry.id), body.more]).toEqual([200, [entry.id], [], true, false]);
      expect(Math.abs(Date.parse(body.serverTime) - Date.now())).toBeLessThan(60_000);
    }
  });

  test("L2: what was sealed to the server's key is opened, and only under its own id", async () => {
    const entry = registered();
    const other = registered();
    const good = await sealed(kader.answer.serverKey, entry);
    const swapped = { ...(await sealed(kader.answer.serverKey, other)), id: entry.id };
    const renamed = await sealed(kader.answer.serverKey, other, someId());
    const unknownKey = { ...good, id: someId(), sealed: { ...good.sealed, key: "gone" } };
    const damaged = { id: someId(), sealed: { ...good.sealed, text: "AAAA" } };
    const misshapen = { id: someId(), sealed: { key: 1 } };
    const { body } = await sync(server.app, kader.answer.uploadToken, { device: kader.phone.device, entries: [good, swapped, renamed, unknownKey, damaged, misshapen] });
    expect(body.accepted).toEqual([entry.id]);
    expect(body.refused).toEqual([
      { id: entry.id, code: "cannot-open" },
      { id: renamed.id, code: "broken", where: "id" },
      { id: unknownKey.id, code: "cannot-open" },
      { id: damaged.id, code: "cannot-open" },
      { id: misshapen.id, code: "broken", where: "sealed" },
    ]);
    // The same entry in the clear is the same entry.
    expect((await sync(server.app, kader.answer.readToken, { device: kader.phone.device, entries: [entry] })).body.accepted).toEqual([entry.id]);
  });

  test("S1: the token that uploads reads nothing, whatever it asks", async () => {
    await pushEntries(deps, kader.phone, [registered()]);
    const { body } = await sync(server.app, kader.answer.uploadToken, { device: kader.phone.device, cursor: null, checkAll: true });
    expect([body.entries, body.sums, body.lost, body.cursor]).toEqual([[], [], [], ""]);
  });

  test.each([
    ["no token", undefined, 401, "unknown-token"],
    ["a made-up token", "dr_made-up", 401, "unknown-token"],
  ])("%s is turned away", async (_, token, status, error) => {
    const answer = await post(server.app, "/api/sync", { device: kader.phone.device, cursor: null, entries: [] }, { ...(token !== undefined && { token }) });
    expect([answer.status, answer.body.error]).toEqual([status, error]);
  });

  test("another device's name, a broken request and too many entries are turned away", async () => {
    const { device } = kader.phone;
    const { readToken } = kader.answer;
    expect((await sync(server.app, readToken, { device: someId() })).body.error).toBe("other-device");
    expect((await post(server.app, "/api/sync", { device }, { token: readToken })).body.error).toBe("broken");
    expect((await sync(server.app, readToken, { device, entries: Array.from({ length: 201 }, () => null) })).status).toBe(400);
    const response = await server.app.inject({ method: "POST", url: "/api/sync", headers: { "content-type": "application/json", authorization: `Bearer ${readToken}` }, payload: "{" });
    expect([response.statusCode, response.json()]).toEqual([400, { error: "broken" }]);
  });

  test("a strange key spoils its entry, not the request", async () => {
    const entry = registered();
    const strange = JSON.stringify({ ...registered(), id: someId() }).replace('"body":{', '"body":{"__proto__":{"name":"x"},');
    const payload = `{"device":"${kader.phone.device}","cursor":null,"entries":[${strange},${JSON.stringify(entry)}]}`;
    const response = await server.app.inject({ method: "POST", url: "/api/sync", headers: { "content-type": "application/json", authorization: `Bearer ${kader.answer.readToken}` }, payload });
    expect([response.json().accepted, response.json().refused.length]).toEqual([[entry.id], 1]);
  });

  test("a packed request that swells beyond the limit is refused as too large", async () => {
    const { status, body } = await sync(server.app, kader.answer.readToken, { device: kader.phone.device, entries: ["x".repeat(9_000_000)] }, true);
    expect([status, body.error]).toEqual([413, "too-large"]);
  });

  test("S1: a revoked phone reads no more, and what waits on it still arrives", async () => {
    const lost = await enrolled(deps, server.app, village.kader[0]);
    const { device } = lost.phone;
    expect(await revokeReading(deps, village.midwives[1], device)).toBe(false);
    expect(await revokeReading(deps, village.kader[0], device)).toBe(false);
    expect(await revokeReading(deps, village.midwives[0], device)).toBe(true);
    expect(await sync(server.app, lost.answer.readToken, { device })).toMatchObject({ status: 403, body: { error: "reading-ended" } });
    const entry = registered(lost);
    expect((await sync(server.app, lost.answer.uploadToken, { device, entries: [entry] })).body.accepted).toEqual([entry.id]);
    // Her other phone is not touched.
    expect((await sync(server.app, kader.answer.readToken, { device: kader.phone.device })).body.entries.find((one) => one.id === entry.id)?.flags).toEqual(["device-revoked"]);
  });

  test("L2: a kader who left delivers with the token that uploads, and reads no more", async () => {
    const gone = await enrolled(deps, server.app, village.kader[1]);
    await sync(server.app, gone.answer.readToken, { device: gone.phone.device });
    await record(deps, village.lead, [{ stream: `kader:${gone.phone.person}`, type: "kader.left", body: { on: "2026-11-25" } }]);
    expect((await sync(server.app, gone.answer.readToken, { device: gone.phone.device })).body.error).toBe("reading-ended");
    const entry = registered(gone);
    expect((await sync(server.app, gone.answer.uploadToken, { device: gone.phone.device, entries: [entry] })).body.accepted).toEqual([entry.id]);
  });
});

describe("GET /api/live", () => {
  test("says that there is something new to those whom it concerns, with no content, and ends with the server", async () => {
    const other = await testServer(deps);
    await other.app.listen({ port: 0, host: "127.0.0.1" });
    const midwife = await enrolled(deps, other.app, village.midwives[0]);
    const elsewhere = await enrolled(deps, other.app, village.midwives[1]);
    const hear = (token: string) => {
      const heard: string[] = [];
      const ended = new Promise<number | undefined>((resolve, reject) => {
        const asked = request({ port: (other.app.server.address() as AddressInfo).port, path: "/api/live", headers: { authorization: `Bearer ${token}` } }, (response) => {
          response.setEncoding("utf8").on("data", (text: string) => heard.push(text));
          response.on("end", () => resolve(response.statusCode));
        });
        asked.on("error", reject).end();
      });
      return { heard, ended };
    };
    const here = hear(midwife.answer.readToken);
    const there = hear(elsewhere.answer.readToken);
    expect(await hear(midwife.answer.uploadToken).ended).toBe(403);
    await expect.poll(() => here.heard.length + there.heard.length).toBe(2);
    const entry = registered();
    await sync(server.app, kader.answer.readToken, { device: kader.phone.device, entries: [entry] });
    await expect.poll(() => here.heard.join("")).toBe("event: open\ndata: \n\nevent: hint\ndata: ledger\n\n");
    expect(there.heard.join("")).toBe("event: open\ndata: \n\n");
    await other.close();
    expect(await Promise.all([here.ended, there.ended])).toEqual([200, 200]);
  });
});
