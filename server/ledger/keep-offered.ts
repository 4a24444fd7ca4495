import type pg from "pg";
import { CATALOGUE } from "#core/catalogue.ts";
import type { Principal, StreamFacts } from "#core/ledger/belonging.ts";
import { streamKind, type Received } from "#core/ledger/entry.ts";
import { judgeBatch, type Judged, type Kept, type Offered, type Refused } from "#core/ledger/judge.ts";
import { moveStream, settleMemberships } from "#core/programme/membership.ts";
import { createMotherKey, openMotherKey } from "#server/privacy/mother-keys.ts";
import type { SecretKey } from "#server/privacy/seal.ts";
import { loadBook, type LoadedBook } from "./book.ts";
import type { LedgerDeps } from "./deps.ts";
import { hintOf } from "./hint.ts";
import { keepAssignments, keepEntries, keepMemberships, keepMoves, keepNames, keepRefused } from "./keep.ts";
import { fold, keepProjections, motherCards } from "./projections.ts";
import { bodyToBytes, readStories } from "./stories.ts";
import type { Locked } from "./transaction.ts";

/** What one device offers in one request: entries that were opened and checked, and what was refused before anybody was asked. */
export type Offering = { readonly by: Principal; readonly offered: readonly Offered[]; readonly refused: readonly Refused[] };
export type Pushed = { readonly accepted: readonly string[]; readonly refused: readonly Refused[] };

type KeepDeps = Omit<LedgerDeps, "pushes">;
type Turn = { readonly by: Principal; readonly judged: Judged };

/** In the caller's locked ledger: judges and writes the offerings one after the other. Once committed the caller calls `afterCommit`. */
export async function keepOffered(deps: KeepDeps, client: pg.PoolClient, programme: string, locked: Locked | null, offerings: readonly Offering[]): Promise<{ pushed: Pushed[]; afterCommit: () => void }> {
  if (locked === null) throw new Error("the programme is not here");
  const now = deps.now();
  const loaded = await loadBook(client, programme, locked, offerings.map(({ by }) => by.person), offerings.flatMap(({ offered }) => offered.map(({ entry }) => entry)));
  const before = new Map(loaded.book.streams);
  const turns = offerings.map(({ by, offered }): Turn => ({ by, judged: judgeBatch(CATALOGUE, loaded.book, by, offered, now) }));
  const afterCommit = turns.some(({ judged }) => judged.kept.length > 0) ? await keep(deps, client, loaded, before, turns, new Date(now)) : () => {};
  const pushed = turns.map(({ judged }, n): Pushed => ({ accepted: judged.accepted, refused: [...(offerings[n]?.refused ?? []), ...judged.refused] }));
  for (const [n, { by }] of turns.entries()) await keepRefused(client, by, pushed[n]?.refused ?? []);
  return { pushed, afterCommit };
}

type Before = ReadonlyMap<string, StreamFacts>;

async function keep(deps: KeepDeps, client: pg.PoolClient, loaded: LoadedBook, before: Before, turns: readonly Turn[], receivedAt: Date): Promise<() => void> {
  const { book, system } = loaded;
  const { programme } = book;
  const kept = turns.flatMap(({ judged }) => judged.kept);
  const created = new Set(turns.flatMap(({ judged }) => judged.created));
  const made = new Map([...created].filter((stream) => streamKind(stream) === "mother").map((stream) => [stream, createMotherKey(deps.keyring, programme, stream)]));
  const opened = new Map([...loaded.keys].map(([stream, wrapped]) => [stream, openMotherKey(deps.keyring, programme, stream, wrapped)]));
  const keyOf = (stream: string): SecretKey | undefined => made.get(stream)?.key ?? opened.get(stream);
  const siteOf = (stream: string): string | null => book.streams.get(stream)?.site ?? null;

  // Of an erased mother the envelope is kept, so that the phone may let go of it, and nothing else.
  const bodies = kept.map(({ entry }) => (isErased(loaded, created, entry.stream) ? Buffer.alloc(0) : bodyToBytes(keyOf(entry.stream), entry)));
  const folds = [...new Set(kept.map(({ entry }) => entry.stream))].filter((stream) => streamKind(stream) !== "meeting" && !isErased(loaded, created, stream));
  const stories = await storiesOf(deps, client, programme, folds, before, kept, keyOf, receivedAt);
  const folded = [...stories].flatMap(([stream, told]) => fold(stream, told) ?? []);
  const kader = folded.flatMap((one) => (one.kind === "kader" ? [one.view] : []));
  const staff = folded.find((one) => one.kind === "programme")?.view ?? null;
  const changes = settleMemberships(book, system, kader, staff);
  const moves = kader.flatMap((view) => moveStream(book, view.stream, view.site, created.has(view.stream)) ?? []);

  const keys = new Map([...made].map(([stream, { wrapped }]) => [stream, wrapped]));
  await keepEntries(client, book, kept, { bodies, keys, cards: motherCards(programme, folded, keyOf), receivedAt });
  await keepAssignments(client, book, turns.flatMap(({ judged }) => judged.assigned));
  await keepMemberships(client, programme, changes);
  await keepMoves(client, programme, moves);
  await keepNames(client, programme, new Map([...kader.map((view) => [view.stream.slice("kader:".length), view.name] as const), ...(staff?.staff ?? []).map((one) => [one.person, one.name] as const)]));
  await keepProjections(client, programme, folded, keyOf, siteOf);
  const hints = turns.filter(({ judged }) => judged.kept.length > 0).map(({ by, judged }) => hintOf(book, by.device, judged, changes));
  return () => {
    for (const [stream, told] of stories) {
      const facts = book.streams.get(stream);
      if (facts !== undefined) deps.stories.put(programme, facts, told);
    }
    for (const hint of hints) deps.hints.tell(hint);
  };
}

/** A mother whose key is gone is erased, whatever her stream's row says: a backup older than the erasure may have been brought back. */
const isErased = ({ book, keys }: LoadedBook, created: ReadonlySet<string>, stream: string): boolean =>
  book.streams.get(stream)?.erasedSeq != null || (streamKind(stream) === "mother" && !created.has(stream) && !keys.has(stream));

/** Each of these streams with the new entries; those before them are in memory, or are read in one query. */
async function storiesOf(
  deps: KeepDeps,
  client: pg.PoolClient,
  programme: string,
  streams: readonly string[],
  before: Before,
  kept: readonly Kept[],
  keyOf: (stream: string) => SecretKey | undefined,
  receivedAt: Date,
): Promise<Map<string, readonly Received[]>> {
  const known = new Map<string, readonly Received[]>();
  for (const stream of streams) {
    const facts = before.get(stream);
    const entries = facts === undefined ? [] : deps.stories.get(programme, facts);
    if (entries !== undefined) known.set(stream, entries);
  }
  const read = await readStories(client, programme, streams.filter((stream) => !known.has(stream)), keyOf);
  const fresh = Map.groupBy(kept, ({ entry }) => entry.stream);
  return new Map(streams.map((stream) => [stream, [...(known.get(stream) ?? read.get(stream) ?? []), ...(fresh.get(stream) ?? []).map((one) => told(one, receivedAt.toISOString()))]]));
}

const told = ({ entry, seq, flags }: Kept, receivedAt: string): Received => ({ ...entry, seq, flags, receivedAt });
