import { expect, test } from "vitest";
import { offeredToken } from "./enrol.ts";
import { deliverExport } from "./export.ts";
import { BU_RINI, enrolledDevice, register, testServer } from "./testing.ts";

test("L2: a file of what is unsent, made on a locked phone, is delivered from anywhere, as often as one likes", async () => {
  const server = await testServer();
  const phone = await enrolledDevice(server);
  expect(await phone.device.exportUnsent()).toBeNull();
  server.line.up = false;
  await register(phone.device, "Ibu Rahasia Rekaan");
  await phone.device.lock();
  const file = await phone.device.exportUnsent();
  const text = (await file?.blob.text()) ?? "";
  expect(file?.name).toBe("dampingi-belum-terkirim-2026-11-25.json");
  expect(text).not.toContain("Rahasia");
  expect(text).not.toMatch(/"read /);
  expect(await deliverExport(text, server.transport)).toEqual({ ok: false, error: { code: "offline" } });
  server.line.up = true;
  for (let n = 0; n < 2; n++) expect(await deliverExport(text, server.transport)).toEqual({ ok: true, value: { accepted: 2, refused: 0 } });
  await phone.device.syncNow();
  expect(phone.device.counters.value).toEqual({ unsent: 0, sent: 0, accepted: 2, refused: 0 });
  expect(await phone.device.exportUnsent()).toBeNull();
});

test("L2: the file holds what an earlier user of the phone left, too", async () => {
  const server = await testServer();
  const phone = await enrolledDevice(server);
  server.invite(BU_RINI, "token of Bu Rini");
  const reach = server.transport.sync;
  Object.assign(server.transport, { sync: async () => ({ ok: false, error: { code: "offline" } }) });
  await register(phone.device);
  await phone.device.enrol("token of Bu Rini");
  const file = await phone.device.exportUnsent();
  expect(await deliverExport((await file?.blob.text()) ?? "", { ...server.transport, sync: reach })).toEqual({ ok: true, value: { accepted: 2, refused: 0 } });
});

test.each(["", "{}", "[]", "no file of ours", JSON.stringify({ kind: "dampingi-unsent-1", madeAt: "", devices: [{ device: "x" }] })])("another file is none: %s", async (text) => {
  expect(await deliverExport(text)).toEqual({ ok: false, error: { code: "not-an-export" } });
});

test.each([
  ["#daftar=de_abc-_123", "de_abc-_123"],
  ["#/daftar=de_abc", "de_abc"],
  ["#daftar=de_abc&x=1", "de_abc"],
  ["#/daftar-ibu", null],
  ["#daftar=", null],
  ["#/", null],
  ["", null],
])("the invitation in %s", (hash, token) => expect(offeredToken(hash)).toBe(token));
