import { afterEach, describe, expect, test, vi } from "vitest";
import { BU_RINI, BU_SITI, enrolledDevice, PIN, register, SITE, testDevice, testServer } from "./testing.ts";

afterEach(() => vi.restoreAllMocks());
const heldBy = (server: Awaited<ReturnType<typeof testServer>>) => server.model.log().filter((entry) => entry.stream.startsWith("mother:")).map((entry) => entry.type);

describe("enrolling", () => {
  test("only a tap uses an invitation; then a PIN; then what is hers comes in", async () => {
    const server = await testServer();
    const { device } = await testDevice(server);
    expect(device.state.value).toBe("new");
    server.invite(BU_SITI, "token");
    expect(await device.enrol("no such token")).toEqual({ ok: false, error: { code: "unknown" } });
    expect(device.state.value).toBe("new");
    expect(await device.enrol("token")).toEqual({ ok: true, value: { name: BU_SITI.name, site: "Desa Rekaan" } });
    expect(device.state.value).toBe("set-pin");
    expect(await device.setPin("111111")).toEqual({ ok: false, error: { code: "too-simple" } });
    expect(await device.setPin(PIN)).toEqual({ ok: true, value: undefined });
    expect(device.state.value).toBe("open");
    await device.syncNow();
    expect(device.me.value?.name).toBe(BU_SITI.name);
    expect(device.places.value.map((place) => place.name)).toEqual(["Bidan Rekaan"]);
    expect(device.programme.value?.sites.map((site) => site.site)).toEqual([SITE]);
  });

  test("an answer that got lost is asked for again under the same device id", async () => {
    const server = await testServer();
    const { device } = await testDevice(server);
    const asked = vi.spyOn(server.transport, "enrol");
    server.invite(BU_SITI, "token");
    server.line.answers = false;
    expect(await device.enrol("token")).toEqual({ ok: false, error: { code: "offline" } });
    server.line.answers = true;
    expect(await device.enrol("token")).toMatchObject({ ok: true });
    expect(new Set(asked.mock.calls.map(([{ device: id }]) => id)).size).toBe(1);
  });

  test("the app may be closed before the PIN is chosen, for half an hour", async () => {
    const server = await testServer();
    const phone = await testDevice(server);
    server.invite(BU_SITI, "token");
    await phone.device.enrol("token");
    phone.clock.pass(30 * 60_000);
    expect((await phone.restart()).state.value).toBe("set-pin");
    phone.clock.pass(1);
    expect((await phone.restart()).state.value).toBe("new");
    expect(await phone.device.setPin(PIN)).toEqual({ ok: false, error: { code: "expired" } });
  });
});

describe("S2: who finds the phone", () => {
  test("sees and reads nothing without the PIN", async () => {
    const server = await testServer();
    const phone = await enrolledDevice(server);
    await register(phone.device, "Ibu Rahasia Rekaan");
    await phone.device.drafts.put("visit:x", { words: "Ibu Rahasia Rekaan" });
    await phone.device.syncNow();
    await phone.device.lock();
    const { device } = phone;
    expect(device.state.value).toBe("locked");
    expect([device.cards.value, device.me.value, device.programme.value, device.agreement.value]).toEqual([[], null, null, []]);
    await expect(device.mother("mother:x")).rejects.toMatchObject({ code: "locked" });
    await expect(device.record("visit.begun", { stream: "mother:x", body: {} })).rejects.toMatchObject({ code: "locked" });
    await expect(device.drafts.get("visit:x")).rejects.toMatchObject({ code: "locked" });
    const lies = await phone.dump();
    expect(lies).toContain(BU_SITI.name);
    expect(lies).not.toContain("Rahasia");
    expect(lies).not.toMatch(/"read [0-9a-f]/);
    expect((await phone.restart()).state.value).toBe("locked");
    expect(await phone.device.unlock("000001")).toEqual({ ok: false, error: { code: "wrong", free: 4 } });
    expect(await phone.device.unlock(PIN)).toEqual({ ok: true, value: undefined });
    expect(phone.device.cards.value.map((card) => card.name)).toEqual(["Ibu Rahasia Rekaan"]);
    expect(await phone.device.drafts.get("visit:x")).toEqual({ words: "Ibu Rahasia Rekaan" });
  });

  test("nor after the server took the right to read: what is readable goes, what waits arrives", async () => {
    const server = await testServer();
    const phone = await enrolledDevice(server);
    server.line.up = false;
    await register(phone.device);
    server.line.up = true;
    server.line.readingEnded = true;
    await phone.device.syncNow();
    expect([phone.device.state.value, phone.device.revoked.value]).toEqual(["new", true]);
    await phone.device.syncNow();
    expect(heldBy(server)).toEqual(["consent.given", "mother.registered"]);
    expect(phone.device.counters.value).toMatchObject({ unsent: 0, sent: 0 });
  });
});

describe("L2: an entry made on the phone is not lost", () => {
  test("locked: it is delivered sealed, and counted once the phone is open again", async () => {
    const server = await testServer();
    const phone = await enrolledDevice(server);
    server.line.up = false;
    await register(phone.device);
    await phone.device.syncNow();
    expect(phone.device.counters.value).toEqual({ unsent: 0, sent: 2, accepted: 0, refused: 0 });
    expect(phone.device.syncState.value).toBe("offline");
    await phone.device.lock();
    server.line.up = true;
    await phone.device.syncNow();
    expect(server.line.requests.at(-1)?.entries).toMatchObject([{ sealed: { key: "k1" } }, { sealed: { key: "k1" } }]);
    expect(heldBy(server)).toEqual(["consent.given", "mother.registered"]);
    expect(phone.device.counters.value).toEqual({ unsent: 0, sent: 0, accepted: 2, refused: 0 });
    await phone.device.unlock(PIN);
    await phone.device.syncNow();
    expect(phone.device.agreement.value).toEqual([]);
  });

  test.each([
    ["sign-out", async (phone: Awaited<ReturnType<typeof enrolledDevice>>) => phone.device.signOut()],
    ["another user, who enrols on the open phone", async (phone) => void (await phone.device.enrol("token of Bu Rini"))],
    ["a forgotten PIN, and a new enrolment", async (phone) => {
      await phone.device.lock();
      await phone.device.enrol("token of Bu Rini");
      await phone.device.setPin("314159");
    }],
  ] as [string, (phone: Awaited<ReturnType<typeof enrolledDevice>>) => Promise<void>][])("%s", async (_, happens) => {
    const server = await testServer();
    const phone = await enrolledDevice(server);
    server.invite(BU_RINI, "token of Bu Rini");
    const reach = server.transport.sync;
    vi.spyOn(server.transport, "sync").mockImplementation(async () => ({ ok: false, error: { code: "offline" } }));
    await register(phone.device, "Ibu Rahasia Rekaan");
    await happens(phone);
    expect(phone.device.cards.value).toEqual([]);
    expect(heldBy(server)).toEqual([]);
    await phone.restart();
    vi.spyOn(server.transport, "sync").mockImplementation(reach);
    await phone.device.syncNow();
    expect(heldBy(server)).toEqual(["consent.given", "mother.registered"]);
    expect(phone.device.counters.value).toMatchObject({ unsent: 0, sent: 0, accepted: 2 });
    expect(await phone.dump()).not.toContain("Rahasia");
  });

  test("a full disk: nothing is half written, it is said, and it works again once there is room", async () => {
    const server = await testServer();
    const { device, disk } = await enrolledDevice(server);
    const stream = await register(device);
    disk.full = true;
    const two = [1, 2].map(() => ({ type: "visit.begun", stream, body: { visit: device.newId(), kind: "home", fromPaper: false } }));
    await expect(device.recordAll(two)).rejects.toMatchObject({ code: "storage-full" });
    expect(device.storageFull.value).toBe(true);
    expect((await device.stream(stream)).length).toBe(2);
    disk.full = false;
    await device.recordAll(two);
    expect(device.storageFull.value).toBe(false);
    await device.syncNow();
    expect(heldBy(server).length).toBe(4);
  });

  test.each([["1970", 0], ["2003", Date.parse("2003-01-01")], ["2099", Date.parse("2099-01-01")], ["before all counting", -1e15], ["beyond all dates", 9e15]])(
    "a wrong clock: %s",
    async (_, now) => {
      const server = await testServer();
      const { device } = await testDevice(server, { now: () => now });
      server.invite(BU_SITI, "token");
      await device.enrol("token");
      const enrolled = await device.setPin(PIN);
      if (!enrolled.ok) throw new Error(enrolled.error.code);
      await register(device);
      await device.syncNow();
      expect(heldBy(server)).toEqual(["consent.given", "mother.registered"]);
      expect(device.cards.value.map((card) => card.name)).toEqual(["Ibu Rekaan"]);
    },
  );

  test("the app dies between the steps: before the write nothing is there, after it everything", async () => {
    const server = await testServer();
    const phone = await enrolledDevice(server);
    server.line.up = false;
    const stream = await register(phone.device);
    phone.disk.crash = true;
    await expect(phone.device.record("visit.begun", { stream, body: { visit: phone.device.newId(), kind: "home", fromPaper: false } })).rejects.toThrow("died");
    phone.disk.crash = false;
    await phone.restart();
    await phone.device.unlock(PIN);
    expect((await phone.device.stream(stream)).map((entry) => [entry.type, entry.standing, entry.deviceSeq])).toEqual([["consent.given", "sent", 1], ["mother.registered", "sent", 2]]);
    server.line.up = true;
    await phone.device.syncNow();
    expect((await phone.device.stream(stream)).map((entry) => entry.standing)).toEqual(["accepted", "accepted"]);
  });

  test("an older tab that comes back from a freeze writes over nothing", async () => {
    const server = await testServer();
    const phone = await enrolledDevice(server);
    const old = phone.device;
    await phone.restart();
    await phone.device.unlock(PIN);
    await register(phone.device);
    await expect(register(old)).rejects.toMatchObject({ code: "elsewhere" });
    expect(phone.device.cards.value.length).toBe(1);
  });
});

describe("drafts", () => {
  test("survive the lock and a restart, and go with the entries that they became", async () => {
    const server = await testServer();
    const phone = await enrolledDevice(server);
    void phone.device.drafts.put("visit:x", { step: 1 });
    await phone.device.drafts.put("visit:x", { step: 2 });
    await phone.device.lock();
    await phone.restart();
    expect((await phone.device.drafts.list()).map(({ key }) => key)).toEqual(["visit:x"]);
    await phone.device.unlock(PIN);
    expect(await phone.device.drafts.get("visit:x")).toEqual({ step: 2 });
    const stream = phone.device.newStream("mother");
    await expect(phone.device.recordAll([{ type: "mother.registered", stream, body: { name: "" } }], { draft: "visit:x" })).rejects.toMatchObject({ code: "broken", where: "body.name" });
    expect(await phone.device.drafts.get("visit:x")).toEqual({ step: 2 });
    await phone.device.recordAll([{ type: "mother.registered", stream, body: { name: "Ibu Rekaan" } }], { draft: "visit:x" });
    expect(await phone.device.drafts.get("visit:x")).toBeUndefined();
  });
});

describe("L5: four visible numbers, and what differs", () => {
  test("a refused entry stays, is shown with its reason, and can be offered again or set aside", async () => {
    const server = await testServer();
    const { device } = await enrolledDevice(server);
    const stream = await register(device);
    await device.syncNow();
    const foreign = device.newStream("mother");
    server.model.push({ ...server.operator, role: "kader", person: BU_RINI.id, device: BU_RINI.id }, [{ ...server.tell(foreign, "visit.begun", { visit: device.newId(), kind: "home", fromPaper: false }), author: BU_RINI.id, performer: BU_RINI.id, device: BU_RINI.id }]);
    const [visit] = [await device.record("visit.begun", { stream: foreign, body: { visit: device.newId(), kind: "home", fromPaper: false } })];
    await device.syncNow();
    expect(device.counters.value).toEqual({ unsent: 0, sent: 0, accepted: 2, refused: 1 });
    expect(await device.refused()).toMatchObject([{ id: visit.id, code: "foreign", where: "stream", entry: { type: "visit.begun" } }]);
    expect(device.agreement.value).toEqual([{ stream: foreign, unsent: [], refused: [visit.id], missingHere: false, onlyHere: false }]);
    await device.retryRefused(visit.id);
    await device.syncNow();
    expect(device.counters.value.refused).toBe(1);
    await device.setAsideRefused(visit.id);
    expect(device.counters.value.refused).toBe(0);
    expect([await device.refused(), (await device.setAside()).map(({ id }) => id), device.agreement.value]).toEqual([[], [visit.id], []]);
    expect(device.cards.value.map((card) => card.stream)).toEqual([stream]);
  });

  test("clearances are judged by the later of the server's time and the phone's, which a clock set back cannot hold up", async () => {
    const server = await testServer();
    const phone = await enrolledDevice(server);
    const { device, clock } = phone;
    clock.ahead = -40 * 24 * 3_600_000;
    clock.pass(3_600_000);
    expect(device.serverNow()).toBe(server.line.now);
    await device.syncNow();
    expect(device.clockOff.value).toBe(clock.ahead);
    await device.lock();
    await phone.restart();
    expect(phone.device.serverNow()).toBe(server.line.now);
    clock.ahead = 3_600_000;
    expect(phone.device.serverNow()).toBe(server.line.now + 3_600_000);
  });

  test("a mother's page follows every change", async () => {
    const server = await testServer();
    const { device } = await enrolledDevice(server);
    const stream = await register(device);
    const shown = device.watchMother(stream);
    await vi.waitFor(() => expect(shown.value?.details["name"]).toBe("Ibu Rekaan"));
    await device.record("mother.changed", { stream, body: { calledBy: "Bu Rek" } });
    await vi.waitFor(() => expect(shown.value?.details["calledBy"]).toBe("Bu Rek"));
    expect(device.watchMother("mother:none").value).toBeUndefined();
    await vi.waitFor(() => expect(device.watchMother("mother:none").value).toBeNull());
    await device.lock();
    expect(shown.value).toBeUndefined();
  });
});
