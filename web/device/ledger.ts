import { CATALOGUE } from "#core/catalogue.ts";
import type { Catalogue } from "#core/ledger/entry-type.ts";
import type { StreamState } from "#core/ledger/fold.ts";
import type { Cipher } from "./crypto.ts";
import { putMeta, type Enrolment } from "./meta.ts";
import type { Phone } from "./phone.ts";
import type { Sealer } from "./seal.ts";
import { emptySnapshot, isSettled, LOST, snapshotVersion, stateOf, summarise, type Snapshot, type Summary } from "./snapshot.ts";
import { COMPACT_FROM, dropped, readStream, rewritten, streamOfKey, type KeptStream } from "./streams.ts";
import type { Change } from "./store.ts";

/**
 * The phone's part of the programme's ledger while it is unlocked. All that changes goes through `commit`: one transaction for
 * everything that belongs together, and memory follows only once it is on disk.
 */
export type Ledger = {
  readonly phone: Phone;
  readonly cipher: Cipher;
  readonly sealer: Sealer;
  readonly catalogue: Catalogue;
  readonly reader: Enrolment;
  snapshot: Snapshot;
  /** Streams that were read lately, the newest last. */
  readonly read: Map<string, KeptStream>;
  readonly onChange: (streams: readonly string[]) => void;
};

export type LedgerOptions = {
  readonly catalogue?: Catalogue;
  readonly onChange?: (streams: readonly string[]) => void;
  /** Streams read so far while all are read anew after an update. */
  readonly onProgress?: (done: number, total: number) => void;
};

const SNAPSHOT = "snapshot";

/** Opens from the snapshot alone, unless another version of the app wrote it: then every stream is folded anew. */
export async function openLedger(phone: Phone, cipher: Cipher, sealer: Sealer, options: LedgerOptions = {}): Promise<Ledger> {
  if (phone.enrolment === null) throw new Error("a ledger needs an enrolment");
  const catalogue = options.catalogue ?? CATALOGUE;
  const version = snapshotVersion(catalogue);
  const row = await phone.store.get("snapshot", SNAPSHOT);
  const stored = row === undefined ? emptySnapshot(version) : await cipher.open<Snapshot>(SNAPSHOT, row.sealed);
  const ledger: Ledger = { phone, cipher, sealer, catalogue, reader: phone.enrolment, snapshot: stored, read: new Map(), onChange: options.onChange ?? (() => undefined) };
  if (stored.version !== version) await foldAnew(ledger, version, options.onProgress);
  if (phone.dirty.length > 0) await phone.serial(async () => commit(ledger, {}));
  return ledger;
}

async function foldAnew(ledger: Ledger, version: string, onProgress: LedgerOptions["onProgress"]): Promise<void> {
  const { store } = ledger.phone;
  const keys = await Promise.all([store.keys("segments"), store.keys("loose")]);
  const streams = [...new Set(keys.flat().map(streamOfKey))];
  const summaries: Record<string, Summary> = { ...ledger.snapshot.streams };
  for (const [index, stream] of streams.entries()) {
    onProgress?.(index, streams.length);
    summaries[stream] = summaryOf(ledger, stream, await keptOf(ledger, stream), ledger.phone.outbox);
  }
  await ledger.phone.serial(async () => commit(ledger, { snapshot: { ...ledger.snapshot, version, streams: summaries } }));
}

/** How many streams stay in memory: the one on the screen, and those around it. */
const READ_AT_ONCE = 12;

export async function keptOf(ledger: Ledger, stream: string): Promise<KeptStream> {
  const known = ledger.read.get(stream);
  const kept = known ?? (await readStream(ledger.phone.store, ledger.cipher, stream));
  remember(ledger, stream, kept);
  return kept;
}

function remember(ledger: Ledger, stream: string, kept: KeptStream): void {
  ledger.read.delete(stream);
  ledger.read.set(stream, kept);
  const oldest = ledger.read.keys().next();
  if (ledger.read.size > READ_AT_ONCE && !oldest.done) ledger.read.delete(oldest.value);
}

export async function stateOfStream(ledger: Ledger, stream: string): Promise<StreamState> {
  return stateOf(ledger.catalogue, await keptOf(ledger, stream));
}

function summaryOf(ledger: Ledger, stream: string, kept: KeptStream, outbox: Phone["outbox"], lost = ledger.snapshot.streams[stream]?.lost === true): Summary {
  const { person, programme } = ledger.reader;
  return summarise(ledger.catalogue, stream, kept, outbox, { person: person.id, programme }, lost);
}

/** What belongs together. Streams in `kept` have new entries; those in `touched` only another standing with the server. */
export type Step = {
  readonly changes?: readonly Change[];
  readonly kept?: ReadonlyMap<string, KeptStream>;
  readonly touched?: readonly string[];
  readonly outbox?: Phone["outbox"];
  readonly accepted?: number;
  readonly snapshot?: Snapshot;
  /** Streams that the reader may no longer see, with nothing left to wait for: their rows are dropped. */
  readonly gone?: readonly string[];
  /** A last word on the snapshot, once all summaries are in it. */
  readonly finish?: (snapshot: Snapshot) => Snapshot;
};

/** Inside `phone.serial` only. Rejects having written nothing. */
export async function commit(ledger: Ledger, step: Step): Promise<void> {
  const { phone } = ledger;
  const outbox = step.outbox ?? phone.outbox;
  const base = step.snapshot ?? ledger.snapshot;
  const streams: Record<string, Summary> = { ...base.streams };
  const gone = new Set(step.gone);
  const touched = [...new Set([...(step.kept?.keys() ?? []), ...(step.touched ?? []), ...phone.dirty])].filter((stream) => !gone.has(stream));
  for (const stream of gone) streams[stream] = LOST;
  for (const stream of touched) {
    const kept = step.kept?.get(stream) ?? (await keptOf(ledger, stream));
    if (kept.size > 0) streams[stream] = summaryOf(ledger, stream, kept, outbox, base.streams[stream]?.lost === true);
    else if (streams[stream]?.lost !== true) delete streams[stream];
  }
  const snapshot = (step.finish ?? same)({ ...base, streams });
  const sealed = await ledger.cipher.seal(SNAPSHOT, snapshot);
  const drops = await Promise.all([...gone].map((stream) => dropped(phone.store, stream)));
  await phone.store.write([
    ...(step.changes ?? []),
    ...drops.flat(),
    { table: "snapshot", key: SNAPSHOT, put: { sealed } },
    ...(step.accepted === undefined ? [] : [putMeta("accepted", step.accepted)]),
    ...(phone.dirty.length === 0 ? [] : [putMeta("dirty", [])]),
  ]);
  Object.assign(phone, { outbox, accepted: step.accepted ?? phone.accepted, dirty: [] });
  ledger.snapshot = snapshot;
  for (const [stream, kept] of step.kept ?? []) remember(ledger, stream, kept);
  for (const stream of gone) ledger.read.delete(stream);
  phone.onChange();
  ledger.onChange([...touched, ...gone]);
}

const same = (snapshot: Snapshot): Snapshot => snapshot;

/** Gathers single rows into segments where many have come together. */
export async function compact(ledger: Ledger): Promise<void> {
  const { phone } = ledger;
  const counts = new Map<string, number>();
  for (const key of await phone.store.keys("loose")) counts.set(streamOfKey(key), (counts.get(streamOfKey(key)) ?? 0) + 1);
  for (const [stream, count] of counts) {
    if (count < COMPACT_FROM) continue;
    await phone.serial(async () => {
      const kept = await keptOf(ledger, stream);
      const waiting = [...kept.values()].filter((one) => !isSettled(one, phone.outbox)).length;
      if (count - waiting < COMPACT_FROM / 2) return;
      const place = ledger.snapshot.nextSegment;
      const changes = await rewritten(phone.store, ledger.cipher, kept, stream, place, (one) => isSettled(one, phone.outbox));
      await commit(ledger, { changes, snapshot: { ...ledger.snapshot, nextSegment: place + Math.ceil(kept.size / 100) } });
    });
  }
}
