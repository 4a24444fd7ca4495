import { randomBytes } from "node:crypto";
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from "fastify";
import { AS_HEADER } from "#core/console/wire.ts";
import type { Role } from "#core/ledger/entry.ts";
import { openAccounts, type Accounts } from "../accounts/accounts.ts";
import { testLedger, testProgramme, type TestLedger, type TestProgramme } from "../ledger/testing.ts";
import { createHttp } from "../platform/http.ts";
import { testConfig } from "../platform/testing.ts";
import { consoleRoutes } from "./routes.ts";

type Caller = { readonly person: string; readonly programme: string; readonly role: Role };
type Call = (method: "GET" | "POST", url: string, payload?: InjectOptions["payload"], headers?: Record<string, string>) => Promise<LightMyRequestResponse>;

export type TestConsole = {
  readonly app: FastifyInstance;
  readonly ledger: TestLedger;
  readonly accounts: Accounts;
  readonly programme: TestProgramme;
  /** Signs somebody in by a real link and acts in her role. */
  readonly as: (who: Caller) => Promise<Call & { readonly cookie: string }>;
  readonly close: () => Promise<void>;
};

/** The console's routes on a real server and database; requests come from its own pages unless told otherwise. */
export async function testConsole(now: () => number = Date.now): Promise<TestConsole> {
  const ledger = await testLedger({ now });
  const programme = await testProgramme(ledger);
  const accounts = openAccounts({ db: ledger.database.tables(), key: randomBytes(32), secure: false, clock: now });
  const app = await createHttp({ config: testConfig({ logLevel: "silent" }), healthy: ledger.database.healthy, version: "test", dist: null, routes: [consoleRoutes({ ledger, accounts, origin: null })] });
  const as: TestConsole["as"] = async ({ person, programme: of, role }) => {
    await accounts.invite({ person, name: `Rekaan ${role}` });
    const token = (await accounts.createSignInLink(person, "http://x")).split("=")[1] ?? "";
    const used = await accounts.useLink(token, false, new Headers());
    if (!used.ok) throw new Error("the link was refused");
    const cookie = used.value.cookies.map((one) => one.split(";")[0]).join("; ");
    const call: Call = (method, url, payload, headers = {}) =>
      app.inject({ method, url, headers: { cookie, host: "console.test", origin: "http://console.test", [AS_HEADER]: `${of}.${role}`, ...headers }, ...(payload !== undefined && { payload }) });
    return Object.assign(call, { cookie });
  };
  return { app, ledger, accounts, programme, as, close: () => app.close().then(ledger.close) };
}

/** A file as a browser's form sends it. */
export function uploadOf(file: Uint8Array, decided?: object): { payload: Buffer; headers: Record<string, string> } {
  const line = `x${randomBytes(12).toString("hex")}`;
  const part = (head: string, body: Uint8Array | string) => Buffer.concat([Buffer.from(`--${line}\r\n${head}\r\n\r\n`), Buffer.from(body as string), Buffer.from("\r\n")]);
  const payload = Buffer.concat([
    ...(decided === undefined ? [] : [part('Content-Disposition: form-data; name="decided"', JSON.stringify(decided))]),
    part('Content-Disposition: form-data; name="file"; filename="kader.csv"\r\nContent-Type: text/csv', file as unknown as string),
    Buffer.from(`--${line}--\r\n`),
  ]);
  return { payload, headers: { "content-type": `multipart/form-data; boundary=${line}` } };
}
