import { cardOf, type Card } from "#core/care/today.ts";
import { motherView } from "#core/care/mother-view.ts";
import { combineDigest, EMPTY_DIGEST } from "#core/ledger/digest.ts";
import { streamKind } from "#core/ledger/entry.ts";
import type { Catalogue } from "#core/ledger/entry-type.ts";
import { FOLD_VERSION, foldStream, type StreamState } from "#core/ledger/fold.ts";
import type { StreamSum } from "#core/ledger/protocol.ts";
import { programmeView, type ProgrammeView } from "#core/programme/programme-view.ts";
import { kaderView, type KaderView } from "#core/training/kader-view.ts";
import { isOf, type OutboxRows } from "./outbox.ts";
import type { Kept, KeptStream } from "./streams.ts";

/** What the phone says of a stream without reading its entries. Count and digest are of what the server has, as far as is known here. */
export type Summary = {
  readonly count: number;
  readonly digest: string;
  readonly parked: number;
  /** The reader may no longer see it; it goes once nothing of it waits here. */
  readonly lost?: true;
  readonly card?: Card;
  readonly kader?: KaderView;
  readonly programme?: ProgrammeView;
};

/** One encrypted row, so that opening the app decrypts this and nothing else. */
export type Snapshot = {
  readonly version: string;
  readonly cursor: string | null;
  readonly streams: Readonly<Record<string, Summary>>;
  /** Server time, in ms, when the sums of all streams were last compared; 0 asks for it. */
  readonly checkedAt: number;
  /** What the server said of streams where its sums are not those of this phone. */
  readonly differs: Readonly<Record<string, StreamSum>>;
  /** Server time, in ms, when everything was last read anew because sums differed. */
  readonly repairedAt: number;
  readonly serverFold: number | null;
  readonly lastSyncAt: string | null;
  /** Place of the next segment. */
  readonly nextSegment: number;
};

/** Grows when a summary, a card or a view gets another shape without the fold changing. */
const SNAPSHOT_VERSION = 1;

/** A snapshot of another version is made anew: the fold changed, or types are known now that were parked before. */
export const snapshotVersion = (catalogue: Catalogue): string => `${SNAPSHOT_VERSION}.${FOLD_VERSION}.${[...catalogue.keys()].sort().join()}`;

export const emptySnapshot = (version: string): Snapshot => ({ version, cursor: null, streams: {}, checkedAt: 0, differs: {}, repairedAt: 0, serverFold: null, lastSyncAt: null, nextSegment: 1 });

export const LOST: Summary = { count: 0, digest: EMPTY_DIGEST, parked: 0, lost: true };

/** Whether the server has the entry: it came from there, or it was delivered from here. */
export function isSettled(kept: Kept, rows: OutboxRows): boolean {
  const row = rows.get(kept.entry.id);
  return row === undefined || !isOf(row, kept.entry);
}

export function stateOf(catalogue: Catalogue, kept: KeptStream): StreamState {
  return foldStream(catalogue, [...kept.values()].map(({ entry }) => entry), ({ id }) => kept.get(id)?.hash ?? EMPTY_DIGEST);
}

export function summarise(catalogue: Catalogue, stream: string, kept: KeptStream, rows: OutboxRows, reader: { person: string; programme: string }, lost: boolean): Summary {
  let count = 0;
  let digest = EMPTY_DIGEST;
  for (const one of kept.values()) {
    if (!isSettled(one, rows)) continue;
    count++;
    digest = combineDigest(digest, one.hash);
  }
  const state = stateOf(catalogue, kept);
  const kind = streamKind(stream);
  return {
    count,
    digest,
    parked: state.parked.length,
    ...(lost && { lost }),
    ...(kind === "mother" && kept.size > 0 && { card: cardOf(motherView(stream, state)) }),
    ...(stream === `kader:${reader.person}` && { kader: kaderView(stream, state) }),
    ...(stream === `programme:${reader.programme}` && { programme: programmeView(stream, state) }),
  };
}

/** A stream where phone and server do not hold the same, and why (L5). */
export type Difference = {
  readonly stream: string;
  /** Ids of entries made here that the server has not acknowledged, and of those that it refused. */
  readonly unsent: readonly string[];
  readonly refused: readonly string[];
  /** The server has more entries than came in here; or this phone has some that the server does not (it was restored). */
  readonly missingHere: boolean;
  readonly onlyHere: boolean;
};

/** The server has entries that are not here. (Where only this phone has more, reading anew would not help: their makers offer them.) */
export const missesSomething = ({ differs, streams }: Snapshot): boolean => Object.values(differs).some((there) => there.count >= (streams[there.stream]?.count ?? 0));

export function differencesOf(snapshot: Snapshot, rows: OutboxRows): Difference[] {
  const streams = new Set([...Object.keys(snapshot.differs), ...[...rows.values()].filter((row) => row.state !== "set-aside").map((row) => row.stream)]);
  return [...streams].sort().map((stream) => {
    const here = snapshot.streams[stream]?.count ?? 0;
    const there = snapshot.differs[stream]?.count;
    const ofStream = [...rows.values()].filter((row) => row.stream === stream);
    return {
      stream,
      unsent: ofStream.filter((row) => row.state === "unsent" || row.state === "sent").map((row) => row.id),
      refused: ofStream.filter((row) => row.state === "refused").map((row) => row.id),
      missingHere: there !== undefined && there >= here,
      onlyHere: there !== undefined && there <= here,
    };
  });
}
