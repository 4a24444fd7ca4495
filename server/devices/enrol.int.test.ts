import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { EnrolResponse } from "#core/ledger/protocol.ts";
import { post, sync, testServer, type TestServer } from "#server/ledger/http-testing.ts";
import { asSuperuser, someId, testLedger, testProgramme, type TestLedger, type TestProgramme } from "#server/ledger/testing.ts";
import { listDevices } from "./devices.ts";
import { createEnrolment, type Enrolment } from "./enrol.ts";

let now = Date.now();
let deps: TestLedger;
let server: TestServer;
let village: TestProgramme;
beforeAll(async () => {
  deps = await testLedger({ now: () => now });
  server = await testServer(deps);
  village = await testProgramme(deps);
});
afterAll(async () => {
  await server.close();
  await deps.close();
});

async function invited(person = village.kader[0].person): Promise<Enrolment> {
  const made = await createEnrolment(deps, { programme: village.programme, person, by: village.midwives[0], origin: "https://contoh.invalid" });
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}
const enrol = (token: string, device = someId(), ip = "10.0.0.1") => post<EnrolResponse>(server.app, "/api/enrol", { token, device }, { ip });

describe("enrolling a phone", () => {
  test("by link: the token stands in the fragment, which no server and no preview sees", async () => {
    const { link, token } = await invited();
    expect(link).toBe(`https://contoh.invalid/#daftar=${token}`);
    expect((await server.app.inject({ method: "GET", url: `/api/enrol?token=${token}` })).statusCode).toBe(404);
    const { status, body } = await enrol(token);
    expect(status).toBe(200);
    expect(body).toMatchObject({ programme: village.programme, person: { id: village.kader[0].person, name: "Kader Rekaan 1", role: "kader" }, site: { id: village.sites[0], name: "Desa Rekaan 1", timezone: "Asia/Jakarta" }, demo: true });
    expect(body.serverKey).toEqual((await server.app.inject({ method: "GET", url: "/api/programme-key" })).json());
  });

  test("by code, typed in any way, for half an hour; by link for seven days", async () => {
    const { code } = await invited();
    expect(code).toMatch(/^[2-9A-HJKMNP-TW-Z]{4}-[2-9A-HJKMNP-TW-Z]{4}$/);
    expect((await enrol(` ${code.toLowerCase().replace("-", " ")} `)).status).toBe(200);
    const late = await invited();
    now += 30 * 60_000 - 1;
    const justInTime = await invited();
    now += 1;
    expect((await enrol(late.code)).body.error).toBe("expired");
    expect((await enrol(late.token)).status).toBe(200);
    now += 7 * 86_400_000;
    expect((await enrol(justInTime.token)).body.error).toBe("expired");
    now = Date.now();
  });

  test("works once, by whichever way, also when ten phones try at the same moment", async () => {
    const { token, code } = await invited();
    const tries = await Promise.all(Array.from({ length: 10 }, (_, n) => enrol(n % 2 === 0 ? token : code)));
    expect(tries.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(tries.filter(({ body }) => body.error === "used")).toHaveLength(9);
  });

  test("the same phone may ask again where the answer was lost, until it has used its tokens", async () => {
    const { token } = await invited();
    const device = someId();
    const lost = await enrol(token, device);
    const again = await enrol(token, device);
    expect([again.status, again.body.readToken === lost.body.readToken]).toEqual([200, false]);
    expect((await sync(server.app, lost.body.readToken, { device })).status).toBe(401);
    expect((await sync(server.app, again.body.readToken, { device })).status).toBe(200);
    expect((await enrol(token, device)).body.error).toBe("used");
  });

  test("a phone's name that is taken is not given to another", async () => {
    const device = someId();
    expect((await enrol((await invited()).token, device)).status).toBe(200);
    const stolen = await invited(village.kader[2].person);
    expect((await enrol(stolen.token, device)).body.error).toBe("device-known");
    // Nothing was used up by it.
    expect((await enrol(stolen.token)).status).toBe(200);
  });

  test("only kader and midwives, and only members, get a way in", async () => {
    for (const person of [village.lead.person, village.head.person, someId()]) {
      expect(await createEnrolment(deps, { programme: village.programme, person, by: null, origin: "" })).toEqual({ ok: false, error: { code: "not-a-member" } });
    }
    expect((await enrol((await invited(village.midwives[0].person)).token)).body.person.role).toBe("midwife");
  });

  test("neither tokens nor codes stand in the database", async () => {
    const { token, code } = await invited();
    const { body } = await enrol(token);
    const rows = await asSuperuser(deps, "select string_agg(row_to_json(e)::text, ' ') || (select string_agg(row_to_json(d)::text, ' ') from dampingi.device d) as all from dampingi.enrolment e");
    for (const secret of [token, code, code.replace("-", ""), body.uploadToken, body.readToken]) expect(rows[0]?.all).not.toContain(secret);
  });

  test("guessing is counted in the database and stopped, for its address alone", async () => {
    const { token } = await invited();
    const guess = async () => (await enrol("AAAA-2222", someId(), "10.9.9.9")).status;
    expect([await guess(), await guess()]).toEqual([404, 404]);
    // As if 97 more had come, through this server or another.
    await asSuperuser(deps, "update dampingi.enrol_attempt set wrong = wrong + 97 where wrong = 2");
    expect([await guess(), await guess()]).toEqual([404, 429]);
    expect((await enrol(token, someId(), "10.9.9.9")).body.error).toBe("too-many");
    await asSuperuser(deps, "update dampingi.enrol_attempt set since = since - interval '30 minutes'");
    expect(await guess()).toBe(404);
    expect((await enrol(token, someId(), "10.9.9.8")).status).toBe(200);
  });

  test("the midwife sees her site's phones, the other midwife does not", async () => {
    const device = someId();
    await enrol((await invited()).token, device);
    expect((await listDevices(deps, village.midwives[0])).some((one) => one.device === device)).toBe(true);
    expect((await listDevices(deps, village.lead)).some((one) => one.device === device)).toBe(true);
    expect((await listDevices(deps, village.midwives[1])).some((one) => one.device === device)).toBe(false);
    expect((await listDevices(deps, village.head)).some((one) => one.device === device)).toBe(false);
  });
});
