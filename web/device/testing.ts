import "fake-indexeddb/auto";
import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from "@hpke/core";
import type { Entry } from "#core/ledger/entry.ts";
import { SEAL_INFO, type SealedEntry, type SyncRequest } from "#core/ledger/protocol.ts";
import { err, ok } from "#core/result.ts";
import { testId } from "#core/testing.ts";
import { serverModel } from "../../tests/fuzz/server-model.ts";
import type { Device } from "./api.ts";
import { fromBase64Url, toBase64Url } from "./crypto.ts";
import { openDevice } from "./device.ts";
import { browserEnv } from "./env.ts";
import { openStore, TABLES, type Store } from "./store.ts";
import type { Transport } from "./wire.ts";

export const PROGRAMME = testId(1);
export const SITE = testId(5);
const OPERATOR = testId(8);
export const BU_SITI = { id: testId(2), name: "Bu Siti Rekaan" };
export const BU_RINI = { id: testId(6), name: "Bu Rini Rekaan" };
export const CONSENT = { text: { id: "consent.record", version: 1, language: "id" }, how: "spoken", readAloud: true, allows: { midwife: true, phone: true, counted: true } };

const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes128Gcm() });

/** The server's model (the fuzz runs on it, too) behind a line that can be down; it opens what is sealed, as the real one does. */
export async function testServer() {
  const pair = await suite.kem.generateKeyPair();
  const serverKey = { id: "k1", publicKey: toBase64Url(new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey))) };
  const line = { up: true, answers: true, now: Date.parse("2026-11-25T03:00:00.000Z"), readingEnded: false, requests: [] as SyncRequest[] };
  const model = serverModel({ programme: PROGRAMME, now: () => line.now });
  const tokens = new Map<string, typeof BU_SITI>();
  let seq = 0;
  const tell = (stream: string, type: string, body: object) => {
    const at = new Date(line.now).toISOString();
    return { id: testId(90_000 + ++seq), programme: PROGRAMME, stream, type, version: 1, author: OPERATOR, performer: OPERATOR, device: OPERATOR, deviceSeq: seq, occurredAt: at, recordedAt: at, replaces: [], body };
  };
  const operator = { programme: PROGRAMME, person: OPERATOR, role: "operator" as const, site: null, device: OPERATOR, reads: false };
  model.foundedBy(OPERATOR);
  model.push(operator, [
    tell(`programme:${PROGRAMME}`, "site.described", { site: SITE, name: "Desa Rekaan", timezone: "Asia/Jakarta", places: [{ kind: "midwife", name: "Bidan Rekaan", phone: "+62811" }] }),
    ...[BU_SITI, BU_RINI].map(({ id, name }) => tell(`kader:${id}`, "kader.joined", { name, site: SITE, invented: true })),
  ]);

  const unseal = async (one: unknown): Promise<unknown> => {
    if (typeof one !== "object" || one === null || !("sealed" in one)) return one;
    const { id, sealed } = one as SealedEntry;
    const info = new TextEncoder().encode(SEAL_INFO).buffer;
    const opened = await suite.open({ recipientKey: pair.privateKey, enc: fromBase64Url(sealed.enc).buffer, info }, fromBase64Url(sealed.text).buffer, new TextEncoder().encode(id).buffer);
    return JSON.parse(new TextDecoder().decode(opened)) as Entry;
  };
  const transport: Transport = {
    sync: async (token, request, signal) => {
      if (!line.up || signal?.aborted) return err({ code: "offline" });
      line.requests.push(structuredClone(request));
      if (line.readingEnded && token.startsWith("read")) return err({ code: "http", status: 403, reason: "reading-ended" });
      const answer = model.sync(token, { ...request, entries: await Promise.all(request.entries.map(unseal)) });
      if (!line.answers) return err({ code: "offline" });
      return answer === null ? err({ code: "http", status: 401, reason: "unknown-token" }) : ok(structuredClone(answer));
    },
    enrol: async ({ token, device }) => {
      if (!line.up) return err({ code: "offline" });
      const person = tokens.get(token);
      if (person === undefined) return err({ code: "http", status: 404, reason: "unknown" });
      const [uploadToken, readToken] = [`upload ${device}`, `read ${device}`];
      const bearer = { person: person.id, role: "kader" as const, site: SITE, device };
      model.enrol(uploadToken, { ...bearer, reads: false });
      model.enrol(readToken, { ...bearer, reads: true });
      if (!line.answers) return err({ code: "offline" });
      const site = { id: SITE, name: "Desa Rekaan", timezone: "Asia/Jakarta" };
      return ok({ programme: PROGRAMME, person: { ...person, role: "kader" }, site, uploadToken, readToken, serverKey, serverTime: new Date(line.now).toISOString(), demo: true });
    },
  };
  return { line, model, transport, operator, tell, invite: (person: typeof BU_SITI, token: string) => void tokens.set(token, person) };
}
export type TestServer = Awaited<ReturnType<typeof testServer>>;

let names = 0;

/** A phone in IndexedDB with real encryption. `restart` is the app being closed and opened again, also after a crash. */
export async function testDevice(server: TestServer, options: { now?: () => number } = {}) {
  const name = `phone ${++names}`;
  let store!: Store;
  let steady = 0;
  const clock = { ahead: 0, pass: (ms: number) => ((steady += ms), (server.line.now += ms)) };
  const env = { ...browserEnv, now: options.now ?? (() => server.line.now + clock.ahead), monotonic: () => steady };
  const disk = { full: false, crash: false };
  const open = async (): Promise<Store> => {
    const opened = await openStore(name);
    store = {
      ...opened,
      write: async (changes) => {
        if (disk.full) throw new (await import("./fault.ts")).DeviceFault("storage-full");
        if (disk.crash) throw new Error("the phone died");
        return opened.write(changes);
      },
    };
    return store;
  };
  const start = (): Promise<Device> => openDevice({ env, transport: server.transport, open, listen: () => () => undefined, locks: undefined });
  let device = await start();
  return {
    clock,
    disk,
    get device() {
      return device;
    },
    restart: async () => (device = await start()),
    /** Everything that lies on the phone, as text: what a finder with a cable could read. */
    dump: async (): Promise<string> => {
      const rows = await Promise.all(TABLES.map((table) => store.all(table)));
      return JSON.stringify(rows, (_, value: unknown) => (value instanceof Uint8Array ? new TextDecoder("latin1").decode(value) : value));
    },
    store: () => store,
  };
}
export type TestDevice = Awaited<ReturnType<typeof testDevice>>;

export const PIN = "271828";

/** Enrolled, unlocked, in sync. */
export async function enrolledDevice(server: TestServer, person = BU_SITI): Promise<TestDevice> {
  const phone = await testDevice(server);
  server.invite(person, `token ${person.id}`);
  await phone.device.enrol(`token ${person.id}`);
  await phone.device.setPin(PIN);
  await phone.device.syncNow();
  return phone;
}

export async function register(device: Device, name = "Ibu Rekaan"): Promise<string> {
  const stream = device.newStream("mother");
  await device.recordAll([
    { type: "consent.given", stream, body: CONSENT },
    { type: "mother.registered", stream, body: { name } },
  ]);
  return stream;
}
