import type { Book, Principal } from "#core/ledger/belonging.ts";
import { decodeCursor, encodeCursor, windowOf, type Window } from "#core/ledger/cursor.ts";
import type { Received } from "#core/ledger/entry.ts";
import { typeKey, type Catalogue } from "#core/ledger/entry-type.ts";
import type { SyncResponse } from "#core/ledger/protocol.ts";

/** Where a planted bug reaches into the server model; production code knows nothing of them. */
export type ServerFaults = {
  readonly beforeJudging?: (book: Book) => void;
  readonly written?: (entries: readonly Received[]) => void;
  readonly window?: (cursor: string | null, epoch: string, lastSeq: number) => Window;
  readonly handOut?: (by: Principal, found: readonly Received[]) => readonly Received[];
};

export type Planted = { readonly server?: ServerFaults; readonly phone?: (answer: SyncResponse, catalogue: Catalogue) => SyncResponse };

/** Bugs that this kind of software has had; each must be caught, or the fuzz proves nothing. Each call gives one with no memory of others. */
export const PLANTED: Readonly<Record<string, () => Planted>> = {
  /** A push draws its place, and commits after a later one: readers in between step over it. */
  "no lock before the sequence": () => {
    let late: readonly Received[] = [];
    let overtaken = false;
    let pushes = 0;
    return {
      server: {
        written: (entries) => {
          if (late.length > 0) overtaken = true;
          else if (++pushes % 3 === 0) late = entries;
        },
        handOut: (by, found) => {
          if (late.length === 0 || by.device === late[0]?.device) return found;
          const ids = new Set(overtaken ? late.map((entry) => entry.id) : []);
          if (found.some((entry) => ids.has(entry.id)) || !overtaken) [late, overtaken] = [[], false];
          return found.filter((entry) => !ids.has(entry.id));
        },
      },
    };
  },

  "no deduplication": () => ({ server: { beforeJudging: (book) => book.hashes.clear() } }),

  "cursor of an old epoch": () => ({
    server: {
      window: (text, epoch, lastSeq) => {
        const cursor = text === null ? null : decodeCursor(text);
        if (cursor === null || cursor.epoch === epoch) return windowOf(text, epoch, lastSeq);
        return windowOf(encodeCursor({ epoch, from: Math.min(cursor.from, lastSeq) }), epoch, lastSeq);
      },
    },
  }),

  "dropped unknown type": () => ({
    phone: (answer, catalogue) => ({ ...answer, entries: answer.entries.filter((entry) => catalogue.has(typeKey(entry.type, entry.version))) }),
  }),

  /** "Changed since": readers ask for what was written down after the newest that they have. */
  "clock as order": () => {
    const newest = new Map<string, string>();
    return {
      server: {
        handOut: (by, found) => {
          const since = newest.get(by.device) ?? "";
          const fresh = found.filter((entry) => entry.recordedAt > since);
          newest.set(by.device, fresh.reduce((max, entry) => (entry.recordedAt > max ? entry.recordedAt : max), since));
          return fresh;
        },
      },
    };
  },

  "scope by current assignment": () => ({
    server: {
      beforeJudging: (book) => {
        for (const [id, facts] of book.streams) book.streams.set(id, { ...facts, assignments: facts.assignments.filter((one) => one.toSeq === null) });
      },
    },
  }),
};
