import type pg from "pg";
import { CATALOGUE } from "#core/catalogue.ts";
import type { Principal, StreamFacts } from "#core/ledger/belonging.ts";
import { streamKind } from "#core/ledger/entry.ts";
import { judgeBatch, type Judged, type Kept, type Offered, type Refused } from "#core/ledger/judge.ts";
import { moveStream, settleMemberships } from "#core/programme/membership.ts";
import { createMotherKey, openMotherKey } from "#server/privacy/mother-keys.ts";
import type { SecretKey } from "#server/privacy/seal.ts";
import { loadBook, type LoadedBook } from "./book.ts";
import type { LedgerDeps } from "./deps.ts";
import { hintOf } from "./hint.ts";
import { keepAssignments, keepEntries, keepMemberships, keepNames, keepRefused } from "./keep.ts";
import { openOffered } from "./open-offered.ts";
import { fold, keepProjections, motherCards, type Told } from "./projections.ts";
import { bodyToBytes, readStories } from "./stories.ts";
import { inLockedLedger, type Locked } from "./transaction.ts";

export type Pushed = { readonly accepted: readonly string[]; readonly refused: readonly Refused[] };

/**
 * Takes what a device offers, entries or sealed entries, each judged by itself. What comes back as accepted is committed (L1).
 * Throws only where the database does; then nothing was taken, and the same may be offered again.
 */
export async function pushEntries(deps: LedgerDeps, by: Principal, outgoing: readonly unknown[]): Promise<Pushed> {
  if (outgoing.length === 0) return { accepted: [], refused: [] };
  const { offered, refused } = await openOffered(deps.keyring, outgoing);
  const { pushed, afterCommit } = await inLockedLedger(deps.pool, by.programme, (client, locked) => keepOffered(deps, client, locked, by, offered, refused));
  afterCommit();
  return pushed;
}

/** In the caller's transaction, which must be a locked ledger's; once that is committed the caller calls `afterCommit`. */
export async function keepOffered(
  deps: LedgerDeps,
  client: pg.PoolClient,
  locked: Locked | null,
  by: Principal,
  offered: readonly Offered[],
  refusedBefore: readonly Refused[],
): Promise<{ pushed: Pushed; afterCommit: () => void }> {
  const now = deps.now();
  if (locked === null) throw new Error("the programme is not here");
  const loaded = await loadBook(client, by.programme, locked, by.person, offered.map(({ entry }) => entry));
  const before = new Map(loaded.book.streams);
  const judged = judgeBatch(CATALOGUE, loaded.book, by, offered, now);
  const afterCommit = judged.kept.length === 0 ? () => {} : await keep(deps, client, by, loaded, before, judged, new Date(now));
  const refused = [...refusedBefore, ...judged.refused];
  await keepRefused(client, by, refused);
  return { pushed: { accepted: judged.accepted, refused }, afterCommit };
}

type Before = ReadonlyMap<string, StreamFacts>;

async function keep(deps: LedgerDeps, client: pg.PoolClient, by: Principal, loaded: LoadedBook, before: Before, judged: Judged, receivedAt: Date): Promise<() => void> {
  const { book, system } = loaded;
  const { programme } = by;
  const isErased = (stream: string): boolean => book.streams.get(stream)?.erasedSeq != null;
  const made = new Map(judged.created.filter((stream) => streamKind(stream) === "mother").map((stream) => [stream, createMotherKey(deps.keyring, programme, stream)]));
  const opened = new Map([...loaded.keys].map(([stream, wrapped]) => [stream, openMotherKey(deps.keyring, programme, stream, wrapped)]));
  const keyOf = (stream: string): SecretKey | undefined => made.get(stream)?.key ?? opened.get(stream);

  // Of an erased mother the envelope is kept, so that the phone may let go of it, and nothing else.
  const bodies = judged.kept.map(({ entry }) => (isErased(entry.stream) ? Buffer.alloc(0) : bodyToBytes(keyOf(entry.stream), entry)));
  const stories = await touchedStories(deps, client, loaded, before, judged, keyOf, receivedAt);
  const folded = [...stories].flatMap(([stream, told]) => fold(stream, told) ?? []);
  const kader = folded.flatMap((one) => (one.kind === "kader" ? [one.view] : []));
  const staff = folded.find((one) => one.kind === "programme")?.view ?? null;
  const changes = settleMemberships(book, system, kader, staff);
  const moves = kader.flatMap((view) => moveStream(book, view.stream, view.site, judged.created.includes(view.stream)) ?? []);

  const keys = new Map([...made].map(([stream, { wrapped }]) => [stream, wrapped]));
  await keepEntries(client, by, book, judged, { bodies, keys, cards: motherCards(programme, folded, keyOf), receivedAt });
  await keepAssignments(client, programme, book, judged);
  await keepMemberships(client, programme, changes);
  for (const { stream, from, seq } of moves) if (from !== null) await client.query("insert into stream_was (programme, stream, site, to_seq) values ($1, $2, $3, $4)", [programme, stream, from, seq]);
  await keepNames(client, programme, new Map([...kader.map((view) => [view.stream.slice("kader:".length), view.name] as const), ...(staff?.staff ?? []).map((one) => [one.person, one.name] as const)]));
  await keepProjections(client, programme, folded, keyOf, (stream) => book.streams.get(stream)?.site ?? null);
  const hint = hintOf(book, by.device, judged, changes);
  return () => {
    for (const [stream, told] of stories) {
      const facts = book.streams.get(stream);
      if (facts !== undefined) deps.stories.put(programme, facts, told);
    }
    deps.hints.tell(hint);
  };
}

/** Each touched stream with the new entries; those before them are in memory, or are read in one query. */
async function touchedStories(
  deps: LedgerDeps,
  client: pg.PoolClient,
  { book }: LoadedBook,
  before: Before,
  judged: Judged,
  keyOf: (stream: string) => SecretKey | undefined,
  receivedAt: Date,
): Promise<Map<string, readonly Told[]>> {
  const fresh = Map.groupBy(judged.kept, ({ entry }) => entry.stream);
  const touched = [...fresh.keys()].filter((stream) => streamKind(stream) !== "meeting" && book.streams.get(stream)?.erasedSeq == null);
  const known = new Map<string, readonly Told[]>();
  for (const stream of touched) {
    const facts = before.get(stream);
    const told = facts === undefined ? [] : deps.stories.get(book.programme, facts);
    if (told !== undefined) known.set(stream, told);
  }
  const read = await readStories(client, book.programme, touched.filter((stream) => !known.has(stream)), keyOf);
  return new Map(touched.map((stream) => [stream, [...(known.get(stream) ?? read.get(stream) ?? []), ...(fresh.get(stream) ?? []).map((kept) => told(kept, receivedAt))]]));
}

const told = ({ entry, hash, seq, flags }: Kept, receivedAt: Date): Told => ({ entry: { ...entry, seq, flags, receivedAt: receivedAt.toISOString() }, hash });
