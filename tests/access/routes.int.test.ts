import { rmSync } from "node:fs";
import { request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AS_HEADER } from "#core/console/wire.ts";
import { listRoutes } from "#server/platform/http.ts";
import { testConfig } from "#server/platform/testing.ts";
import { testLedger, type TestLedger, type TestPhone } from "#server/ledger/testing.ts";
import { openServer, type Server } from "#server/open-server.ts";
import type { Config } from "#server/platform/config.ts";
import { CALLERS, ROUTES, type Caller, type Ids } from "./matrix.ts";
import { liveliness, type Village } from "./village.ts";

let deps: TestLedger;
let server: Server;
let config: Config;
let here: Village;
let there: Village;
let ids: Ids;
let headers: Record<Caller, Record<string, string>>;

beforeAll(async () => {
  deps = await testLedger();
  config = testConfig();
  server = await openServer(config, deps.database, deps.keyring);
  await server.app.listen({ host: "127.0.0.1", port: 0 });
  here = await liveliness(deps, server.app);
  there = await liveliness(deps, server.app);
  const subject = (stream: string): string => stream.slice(stream.indexOf(":") + 1);
  ids = {
    mother: subject(here.mothers[0]),
    // Of the other site, of the other programme, erased, and of nobody.
    foreignMothers: [here.mothers[1], ...there.mothers, here.erased, `mother:${here.programme}`].map(subject),
    kader: here.kader[0].person,
    foreignKader: [here.kader[2].person, there.kader[0].person, here.lead.person],
    device: here.phones.midwife.phone.device,
    foreignDevices: [here.phones.otherSite.phone.device, there.phones.kader.phone.device],
  };
  const signedIn = async ({ person, role }: TestPhone): Promise<Record<string, string>> => {
    await server.accounts.invite({ person, name: `Rekaan ${role}` });
    const used = await server.accounts.useLink((await server.accounts.createSignInLink(person, "http://x")).split("=")[1] ?? "", false, new Headers());
    if (!used.ok) throw new Error("the link was refused");
    return { cookie: used.value.cookies.map((one) => one.split(";")[0]).join("; "), [AS_HEADER]: `${here.programme}.${role}` };
  };
  const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });
  headers = {
    nobody: {},
    kader: bearer(here.phones.kader.answer.readToken),
    upload: bearer(here.phones.kader.answer.uploadToken),
    midwife: await signedIn(here.midwives[0]),
    lead: await signedIn(here.lead),
    head: await signedIn(here.head),
    operator: await signedIn(here.operator),
    stranger: await signedIn(there.midwives[0]),
  };
});
afterAll(async () => {
  await server.app.close();
  for (const stop of server.onStop) await stop();
  await deps.close();
  rmSync(config.dataDir, { recursive: true, force: true });
});

/** Only the beginning of the answer: a stream of hints never ends. */
function ask(method: string, path: string, caller: Caller): Promise<number> {
  const { port } = server.app.server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const body = method === "POST" ? "{}" : undefined;
    const asked = request({ port, method, path, headers: { origin: `http://127.0.0.1:${port}`, host: `127.0.0.1:${port}`, ...(body !== undefined && { "content-type": "application/json" }), ...headers[caller] } }, (response) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

/** HEAD follows GET, and what is served of the web is anybody's. */
const ours = () => listRoutes(server.app).filter(({ method, url }) => method !== "HEAD" && method !== "OPTIONS" && url.startsWith("/api/"));

describe("S1: routes", () => {
  test("every route is in the matrix, and nothing but the web lies outside /api", () => {
    expect(ours().map(({ method, url }) => `${method} ${url}`).toSorted()).toEqual(Object.keys(ROUTES).toSorted());
    expect([...new Set(listRoutes(server.app).filter(({ url }) => !url.startsWith("/api/")).map(({ url }) => url))].filter((url) => url !== "/*" && url !== "/")).toEqual([]);
  });

  test("each lets in those who may, and nobody else", async () => {
    const wrong: unknown[] = [];
    // Signing out and ending a phone's reading come last: they end what the others stand on.
    const last = (url: string): number => (url.endsWith("sign-out") ? 2 : url.endsWith("end-reading") ? 1 : 0);
    for (const { method, url } of ours().toSorted((a, b) => last(a.url) - last(b.url))) {
      const rule = ROUTES[`${method} ${url}`];
      if (rule === undefined) continue;
      for (const caller of CALLERS) {
        const status = await ask(method, rule.path?.(ids) ?? url, caller);
        const expected = rule.may.includes(caller) ? rule.answers : [401, 403];
        if (!expected.includes(status)) wrong.push([method, url, caller, status, expected]);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("who may still finds nothing of another site or another programme", async () => {
    const again = await server.accounts.useLink((await server.accounts.createSignInLink(here.midwives[0].person, "http://x")).split("=")[1] ?? "", false, new Headers());
    if (!again.ok) throw new Error("the link was refused");
    headers.midwife["cookie"] = again.value.cookies.map((one) => one.split(";")[0]).join("; ");
    const asked: [string, number][] = [];
    for (const [route, { foreign }] of Object.entries(ROUTES)) {
      for (const path of foreign?.(ids) ?? []) asked.push([path, await ask(route.split(" ")[0] ?? "", path, "midwife")]);
    }
    expect(asked.length).toBeGreaterThanOrEqual(10);
    expect(asked.filter(([, status]) => status !== 404)).toEqual([]);
  });
});
