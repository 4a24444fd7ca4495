import { byNeed } from "#core/care/today.ts";
import { FOLD_VERSION } from "#core/ledger/fold.ts";
import type { Received } from "#core/ledger/entry.ts";
import type { SyncResponse } from "#core/ledger/protocol.ts";
import { uuidV7 } from "#core/ledger/uuid.ts";
import { applyAnswer } from "#web/device/apply.ts";
import { aesCipher, importDataKey, makeVault, openVault, toBase64Url, type Secrets } from "#web/device/crypto.ts";
import { browserEnv as env } from "#web/device/env.ts";
import { openLedger, stateOfStream, type Ledger } from "#web/device/ledger.ts";
import { getMeta, putMeta, type Enrolment } from "#web/device/meta.ts";
import { openPhone } from "#web/device/phone.ts";
import { recordAll } from "#web/device/record.ts";
import { sealerFor } from "#web/device/seal.ts";
import { openStore, type Store } from "#web/device/store.ts";

/** In the browser: the phone's own code on its own storage. `bench/phone.ts` throttles the processor around it. */
const PIN = "271828";
const id = (): string => uuidV7(Date.now(), env.random(10));
const WORDS = "Bayi menyusu di sisi kiri dulu, Ibu duduk bersandar, suami membantu memegang bantal. ".repeat(3);

async function enrolment(): Promise<Enrolment> {
  const pair = await crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, true, ["deriveBits"]);
  const publicKey = toBase64Url(new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey)));
  return { device: id(), programme: id(), person: { id: id(), name: "Kader Rekaan", role: "kader" }, site: { id: id(), name: "Desa Rekaan", timezone: "Asia/Jakarta" }, demo: true, uploadToken: "none", serverKey: { id: "k", publicKey } };
}

/** Entries of about 600 bytes, in pages of 200, as the server hands them out: stream by stream. */
function pages(entries: number, mothers: number, programme: string): Received[][] {
  const author = id();
  const at = "2026-11-25T02:00:00.000Z";
  const all = Array.from({ length: mothers }, id).flatMap((mother, m) =>
    Array.from({ length: Math.ceil(entries / mothers) }, (_, n): Received => {
      const entry = { id: id(), programme, stream: `mother:${mother}`, version: 1, author, performer: author, device: author, deviceSeq: n + 1, occurredAt: at, recordedAt: at, replaces: [], seq: m * 1000 + n, receivedAt: at, flags: [] };
      if (n === 0) return { ...entry, type: "mother.registered", body: { name: `Ibu Rekaan ${m}`, address: WORDS } };
      return n % 2 === 1 ? { ...entry, type: "visit.begun", body: { visit: id(), kind: "home", fromPaper: false } } : { ...entry, type: "plan.made", body: { visit: id(), items: ["feed-often", "skin-to-skin"], words: WORDS } };
    }),
  );
  const sorted = all.slice(0, entries).sort((a, b) => (a.stream < b.stream ? -1 : a.stream > b.stream ? 1 : a.seq - b.seq));
  return Array.from({ length: Math.ceil(entries / 200) }, (_, n) => sorted.slice(n * 200, n * 200 + 200));
}

const answer = (entries: readonly Received[]): SyncResponse => ({ accepted: [], refused: [], entries, cursor: "c", more: false, offerAll: false, lost: [], sums: [], foldVersion: FOLD_VERSION, serverTime: "2026-11-25T03:00:00.000Z" });

async function timed<T>(work: () => Promise<T>): Promise<[number, T]> {
  const start = performance.now();
  const result = await work();
  return [Math.round(performance.now() - start), result];
}

async function ledger(store: Store, { dataKey }: Secrets): Promise<Ledger> {
  const phone = await openPhone(store, env);
  if (phone.enrolment === null) throw new Error("nobody is enrolled");
  return openLedger(phone, aesCipher(await importDataKey(dataKey), env), sealerFor(phone.enrolment.serverKey));
}

const bench = {
  /** Takes in a first sync of so many entries; the network is not in the figure. Ms. */
  fill: async (entries: number, mothers: number): Promise<number> => {
    const who = await enrolment();
    const store = await openStore();
    const secrets = { dataKey: env.random(32), readToken: "none" };
    await store.write([putMeta("enrolment", who), putMeta("vault", await makeVault(PIN, secrets, env))]);
    const open = await ledger(store, secrets);
    const given = pages(entries, mothers, who.programme);
    return (await timed(async () => {
      for (const page of given) await applyAnswer(open, [], answer(page), false);
    }))[0];
  },
  /** After the PIN: the key's derivation apart; then from the closed store to the sorted list; one mother; one new entry. Ms. */
  open: async (): Promise<Record<string, number>> => {
    const store = await openStore();
    const vault = await getMeta(store, "vault");
    const [derive, secrets] = await timed(async () => (vault === undefined ? null : openVault(PIN, vault, env)));
    if (secrets === null) throw new Error("the vault does not open");
    const [list, open] = await timed(async () => {
      const opened = await ledger(store, secrets);
      const cards = Object.values(opened.snapshot.streams).flatMap(({ card }) => card ?? []);
      cards.sort(byNeed(Date.now(), "Asia/Jakarta"));
      return opened;
    });
    const stream = Object.keys(open.snapshot.streams).find((one) => one.startsWith("mother:")) ?? "";
    const [mother] = await timed(() => stateOfStream(open, stream));
    const visit = () => recordAll(open, [{ type: "visit.begun", stream, body: { visit: id(), kind: "home", fromPaper: false } }]);
    const [first] = await timed(visit);
    const [record] = await timed(visit);
    return { derive, list, mother, first, record, cards: Object.keys(open.snapshot.streams).length };
  },
};
Object.assign(globalThis, { bench });
export type Bench = typeof bench;
