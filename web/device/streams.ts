import { entryHash } from "#core/ledger/digest.ts";
import type { Entry, EntryFlag, Received } from "#core/ledger/entry.ts";
import type { Cipher } from "./crypto.ts";
import type { Change, Store } from "./store.ts";

/** An entry as the phone keeps it. `receivedAt` is null until the server has handed it out to this phone. */
export type Kept = { readonly entry: Entry; readonly hash: string; readonly receivedAt: string | null; readonly flags: readonly EntryFlag[] };
export type KeptStream = ReadonlyMap<string, Kept>;

export const keptOwn = (entry: Entry): Kept => ({ entry, hash: entryHash(entry), receivedAt: null, flags: [] });

export function keptReceived(received: Received): Kept {
  const { seq: _, receivedAt, flags, ...entry } = received;
  return { entry, hash: entryHash(entry), receivedAt, flags };
}

const looseKey = (stream: string, id: string): string => `${stream}|${id}`;
const segmentKey = (stream: string, place: number): string => `${stream}|${String(place).padStart(9, "0")}`;

/** Later rows win: segments in the order in which they were written, then single rows. */
export async function readStream(store: Store, cipher: Cipher, stream: string): Promise<KeptStream> {
  const [segments, loose] = await Promise.all([store.all("segments", `${stream}|`), store.all("loose", `${stream}|`)]);
  const [older, newer] = await Promise.all([
    Promise.all(segments.map((row) => cipher.open<Kept[]>(`segments|${stream}`, row.sealed))),
    Promise.all(loose.map((row) => cipher.open<Kept>(`loose|${stream}`, row.sealed))),
  ]);
  return new Map([...older.flat(), ...newer].map((kept) => [kept.entry.id, kept]));
}

export async function looseRow(cipher: Cipher, kept: Kept): Promise<Change> {
  const { stream, id } = kept.entry;
  return { table: "loose", key: looseKey(stream, id), put: { stream, sealed: await cipher.seal(`loose|${stream}`, kept) } };
}

export const dropLoose = (stream: string, id: string): Change => ({ table: "loose", drop: looseKey(stream, id) });

async function segmentRow(cipher: Cipher, stream: string, place: number, kept: readonly Kept[]): Promise<Change> {
  return { table: "segments", key: segmentKey(stream, place), put: { stream, sealed: await cipher.seal(`segments|${stream}`, kept) } };
}

/** From so many on a page brings a stream's entries as one segment. */
const SEGMENT_FROM = 16;
const SEGMENT_SIZE = 100;
/** So many single rows of a stream are worth gathering. */
export const COMPACT_FROM = 40;

/** Rows for entries that came in. `place` is the next free place for a segment of this stream. */
export async function rowsFor(cipher: Cipher, stream: string, place: number, fresh: readonly Kept[]): Promise<Change[]> {
  if (fresh.length < SEGMENT_FROM) return Promise.all(fresh.map((kept) => looseRow(cipher, kept)));
  return [await segmentRow(cipher, stream, place, fresh), ...fresh.map((kept) => dropLoose(stream, kept.entry.id))];
}

/** The whole stream written anew: `settled` as segments from `place` on, the others (not acknowledged yet) as single rows. */
export async function rewritten(store: Store, cipher: Cipher, kept: KeptStream, stream: string, place: number, settled: (kept: Kept) => boolean): Promise<Change[]> {
  const changes = await dropped(store, stream);
  const gathered = [...kept.values()].filter(settled);
  for (let at = 0; at < gathered.length; at += SEGMENT_SIZE) changes.push(await segmentRow(cipher, stream, place + at / SEGMENT_SIZE, gathered.slice(at, at + SEGMENT_SIZE)));
  for (const single of kept.values()) if (!settled(single)) changes.push(await looseRow(cipher, single));
  return changes;
}

/** Everything of a stream goes. */
export async function dropped(store: Store, stream: string): Promise<Change[]> {
  const drops = await Promise.all((["segments", "loose"] as const).map(async (table) => (await store.keys(table, `${stream}|`)).map((key): Change => ({ table, drop: key }))));
  return drops.flat();
}

export const streamOfKey = (key: string): string => key.slice(0, key.indexOf("|"));
