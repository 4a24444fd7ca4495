import { rmSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from "@hpke/core";
import type { FastifyInstance } from "fastify";
import type { Entry } from "#core/ledger/entry.ts";
import { SEAL_INFO, type EnrolResponse, type SealedEntry, type SyncResponse } from "#core/ledger/protocol.ts";
import { createEnrolment } from "#server/devices/enrol.ts";
import { deviceRoutes } from "#server/devices/routes.ts";
import { createHttp } from "#server/platform/http.ts";
import { testConfig } from "#server/platform/testing.ts";
import { syncRoutes } from "./routes.ts";
import { someId, testPhone, type TestLedger, type TestPhone } from "./testing.ts";

export type TestServer = { readonly app: FastifyInstance; readonly close: () => Promise<void> };

/** The phones' part of the server, asked without a network. */
export async function testServer(deps: TestLedger): Promise<TestServer> {
  const config = testConfig();
  const app = await createHttp({ config, healthy: deps.database.healthy, version: "test", dist: null, routes: [syncRoutes(deps), deviceRoutes(deps)] });
  return { app, close: () => app.close().finally(() => rmSync(config.dataDir, { recursive: true, force: true })) };
}

export type Answer<T> = { readonly status: number; readonly body: T & { readonly error?: string } };

export async function post<T>(app: FastifyInstance, url: string, body: object, { token, gzip = false, ip }: { token?: string; gzip?: boolean; ip?: string } = {}): Promise<Answer<T>> {
  const text = JSON.stringify(body);
  const response = await app.inject({
    method: "POST",
    url,
    headers: { "content-type": "application/json", ...(token !== undefined && { authorization: `Bearer ${token}` }), ...(gzip && { "content-encoding": "gzip" }) },
    payload: gzip ? gzipSync(text) : text,
    ...(ip !== undefined && { remoteAddress: ip }),
  });
  return { status: response.statusCode, body: response.json() };
}

export const sync = (app: FastifyInstance, token: string, body: { device: string; cursor?: string | null; entries?: readonly unknown[]; checkAll?: boolean }, gzip = false): Promise<Answer<SyncResponse>> =>
  post(app, "/api/sync", { cursor: null, entries: [], ...body }, { token, gzip });

export type Enrolled = { readonly phone: TestPhone; readonly answer: EnrolResponse };

/** A phone of its own for this person, enrolled by link. */
export async function enrolled(deps: TestLedger, app: FastifyInstance, by: TestPhone): Promise<Enrolled> {
  const made = await createEnrolment(deps, { programme: by.programme, person: by.person, by: null, origin: "https://contoh.invalid" });
  if (!made.ok) throw new Error(made.error.code);
  const device = someId();
  const answer = await post<EnrolResponse>(app, "/api/enrol", { token: made.value.token, device });
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.body.error}`);
  return { phone: testPhone({ ...by, device }), answer: answer.body };
}

const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes128Gcm() });

/** As a phone seals: to the server's public key, bound to the entry's id. */
export async function sealed(serverKey: EnrolResponse["serverKey"], entry: Entry, id = entry.id): Promise<SealedEntry> {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const recipientPublicKey = await suite.kem.deserializePublicKey(new Uint8Array(Buffer.from(serverKey.publicKey, "base64url")).buffer);
  const { ct, enc } = await suite.seal({ recipientPublicKey, info: bytes(SEAL_INFO) }, bytes(JSON.stringify(entry)), bytes(id));
  return { id, sealed: { key: serverKey.id, enc: Buffer.from(enc).toString("base64url"), text: Buffer.from(ct).toString("base64url") } };
}
