import type pg from "pg";
import { CATALOGUE } from "#core/catalogue.ts";
import type { Principal } from "#core/ledger/belonging.ts";
import { streamKind } from "#core/ledger/entry.ts";
import { judgeBatch, type Judged, type Kept, type Offered, type Refused } from "#core/ledger/judge.ts";
import { moveStream, settleMemberships } from "#core/programme/membership.ts";
import { createMotherKey, openMotherKey } from "#server/privacy/mother-keys.ts";
import { loadBook, type LoadedBook } from "./book.ts";
import type { LedgerDeps } from "./deps.ts";
import { hintOf, type Hint } from "./hint.ts";
import { keepAssignments, keepEntries, keepKeys, keepMemberships, keepNames, keepRefused } from "./keep.ts";
import { openOffered } from "./open-offered.ts";
import { fold, keepProjections, type Folded, type Told } from "./projections.ts";
import { bodyToBytes, readStories } from "./stories.ts";
import { inLedger } from "./transaction.ts";

export type Pushed = { readonly accepted: readonly string[]; readonly refused: readonly Refused[] };

/**
 * Takes what a device offers, entries or sealed entries, each judged by itself. What comes back as accepted is committed (L1).
 * Throws only where the database does; then nothing was taken, and the same may be offered again.
 */
export async function pushEntries(deps: LedgerDeps, by: Principal, outgoing: readonly unknown[]): Promise<Pushed> {
  if (outgoing.length === 0) return { accepted: [], refused: [] };
  const { offered, refused } = await openOffered(deps.keyring, outgoing);
  const { pushed, hint } = await inLedger(deps.pool, by.programme, (client) => keepOffered(deps, client, by, offered, refused));
  if (hint !== null) deps.hints.tell(hint);
  return pushed;
}

/** In the caller's transaction, which must be the ledger's. */
export async function keepOffered(deps: LedgerDeps, client: pg.PoolClient, by: Principal, offered: readonly Offered[], refusedBefore: readonly Refused[]): Promise<{ pushed: Pushed; hint: Hint | null }> {
  const now = deps.now();
  const loaded = await loadBook(client, by.programme, by.person, offered.map(({ entry }) => entry));
  if (loaded === null) throw new Error("the programme is not here");
  const judged = judgeBatch(CATALOGUE, loaded.book, by, offered, now);
  const hint = judged.kept.length === 0 ? null : await keep(deps, client, by, loaded, judged, new Date(now));
  const refused = [...refusedBefore, ...judged.refused];
  await keepRefused(client, by, refused);
  return { pushed: { accepted: judged.accepted, refused }, hint };
}

async function keep(deps: LedgerDeps, client: pg.PoolClient, by: Principal, loaded: LoadedBook, judged: Judged, receivedAt: Date): Promise<Hint> {
  const { book, system } = loaded;
  const { programme } = by;
  const isErased = (stream: string): boolean => book.streams.get(stream)?.erasedSeq != null;
  const made = new Map(judged.created.filter((stream) => streamKind(stream) === "mother").map((stream) => [stream, createMotherKey(deps.keyring, programme, stream)]));
  const opened = new Map([...loaded.keys].map(([stream, wrapped]) => [stream, openMotherKey(deps.keyring, programme, stream, wrapped)]));
  const keyOf = (stream: string): Uint8Array | undefined => made.get(stream)?.key ?? opened.get(stream);

  // Of an erased mother the envelope is kept, so that the phone may let go of it, and nothing else.
  const bodies = judged.kept.map(({ entry }) => (isErased(entry.stream) ? Buffer.alloc(0) : bodyToBytes(keyOf(entry.stream), entry)));
  const folded = await foldTouched(client, programme, loaded, judged, keyOf, receivedAt);
  const kader = folded.flatMap((one) => (one.kind === "kader" ? [one.view] : []));
  const staff = folded.find((one) => one.kind === "programme")?.view ?? null;
  const changes = settleMemberships(book, system, kader, staff);
  const moves = kader.flatMap((view) => moveStream(book, view.stream, view.site, judged.created.includes(view.stream)) ?? []);

  await keepEntries(client, by, book, judged, bodies, receivedAt);
  await keepKeys(client, programme, new Map([...made].map(([stream, { wrapped }]) => [stream, wrapped])));
  await keepAssignments(client, programme, book, judged);
  await keepMemberships(client, programme, changes);
  for (const { stream, from, seq } of moves) if (from !== null) await client.query("insert into stream_was (programme, stream, site, to_seq) values ($1, $2, $3, $4)", [programme, stream, from, seq]);
  await keepNames(client, programme, new Map([...kader.map((view) => [view.stream.slice("kader:".length), view.name] as const), ...(staff?.staff ?? []).map((one) => [one.person, one.name] as const)]));
  await keepProjections(client, programme, folded, keyOf, (stream) => book.streams.get(stream)?.site ?? null);
  return hintOf(book, by.device, judged, changes);
}

/** Each touched stream as it is with the new entries; those before them are read in one query. */
async function foldTouched(client: pg.PoolClient, programme: string, { book }: LoadedBook, judged: Judged, keyOf: (stream: string) => Uint8Array | undefined, receivedAt: Date): Promise<Folded[]> {
  const fresh = Map.groupBy(judged.kept, ({ entry }) => entry.stream);
  const touched = [...fresh.keys()].filter((stream) => streamKind(stream) !== "meeting" && book.streams.get(stream)?.erasedSeq == null);
  const before = await readStories(client, programme, touched.filter((stream) => !judged.created.includes(stream)), keyOf);
  return touched.flatMap((stream) => fold(stream, [...(before.get(stream) ?? []), ...(fresh.get(stream) ?? []).map((kept) => told(kept, receivedAt))]) ?? []);
}

const told = ({ entry, hash, seq, flags }: Kept, receivedAt: Date): Told => ({ entry: { ...entry, seq, flags, receivedAt: receivedAt.toISOString() }, hash });
