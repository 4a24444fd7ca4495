import { CATALOGUE } from "#core/catalogue.ts";
import type { Book, Principal } from "#core/ledger/belonging.ts";
import { nextCursor, shareOf, windowOf } from "#core/ledger/cursor.ts";
import { entryHash } from "#core/ledger/digest.ts";
import { PAGE, streamKind, type Entry, type Received, type Role } from "#core/ledger/entry.ts";
import { checkEntry } from "#core/ledger/entry-type.ts";
import { FOLD_VERSION, foldStream } from "#core/ledger/fold.ts";
import { judgeBatch, type Offered, type Refused } from "#core/ledger/judge.ts";
import type { SyncRequest, SyncResponse } from "#core/ledger/protocol.ts";
import { endedWithin, grantedSeq } from "#core/ledger/scope.ts";
import { settleMemberships } from "#core/programme/membership.ts";
import { programmeView } from "#core/programme/programme-view.ts";
import { kaderView } from "#core/training/kader-view.ts";
import type { ServerFaults } from "./planted.ts";

/** Who a token belongs to. The token that only uploads reads nothing. */
type Bearer = { readonly person: string; readonly role: Role; readonly site: string; readonly device: string; readonly reads: boolean };

type State = { epoch: number; book: Book; log: Received[] };

/**
 * The server in memory. What it decides is the real server's (`core/ledger`: judge, scope, cursor); only the database is another.
 * `faults` are the planted bugs; without them it is right.
 */
export function serverModel({ programme, now, faults = {}, page = PAGE }: { programme: string; now: () => number; faults?: ServerFaults; page?: number }) {
  const bearers = new Map<string, Bearer>();
  let state: State = { epoch: 1, book: { programme, lastSeq: 0, memberships: new Map(), streams: new Map(), hashes: new Map() }, log: [] };

  const principalOf = ({ person, role, site, device, reads }: Bearer): Principal => ({ programme, person, role, site, device, reads: reads && current(person, role) !== undefined });
  const current = (person: string, role: Role) => (state.book.memberships.get(person) ?? []).find((one) => one.role === role && one.toSeq === null);

  const push = (by: Principal, outgoing: readonly unknown[]): Pick<SyncResponse, "accepted" | "refused"> => {
    const opened = outgoing.map(open);
    const offered = opened.filter((one): one is Offered => "entry" in one);
    const { book } = state;
    faults.beforeJudging?.(book);
    const judged = judgeBatch(CATALOGUE, book, by, offered, now());
    const receivedAt = new Date(now()).toISOString();
    const entries = judged.kept.map(({ entry, seq, flags }): Received => ({ ...entry, seq, flags, receivedAt }));
    state.log.push(...entries);
    faults.written?.(entries);
    const touched = [...new Set(entries.map((entry) => entry.stream))];
    const story = (stream: string) => foldStream(CATALOGUE, state.log.filter((entry) => entry.stream === stream));
    const staff = touched.find((stream) => streamKind(stream) === "programme");
    settleMemberships(book, by.person, touched.filter((stream) => streamKind(stream) === "kader").map((stream) => kaderView(stream, story(stream))), staff === undefined ? null : programmeView(staff, story(staff)));
    return { accepted: judged.accepted, refused: [...opened.filter((one): one is Refused => "code" in one), ...judged.refused] };
  };

  const pull = (by: Principal, { cursor, checkAll }: Pick<SyncRequest, "cursor" | "checkAll">): Omit<SyncResponse, "accepted" | "refused"> => {
    const rest = { foldVersion: FOLD_VERSION, serverTime: new Date(now()).toISOString() };
    if (!by.reads) return { entries: [], cursor: cursor ?? "", more: false, offerAll: false, lost: [], sums: [], ...rest };
    const { book } = state;
    const window = (faults.window ?? windowOf)(cursor, `life-${state.epoch}`, book.lastSeq);
    const visible = visibleTo(by);
    const granted = visible.filter((one) => one.granted <= window.to);
    const found = granted
      .filter(({ facts }) => facts.id >= (window.at?.stream ?? ""))
      .sort((a, b) => (a.facts.id < b.facts.id ? -1 : 1))
      .flatMap(({ facts, granted }) => {
        const { after, skipOwn } = shareOf(window, facts, granted);
        return state.log.filter((entry) => entry.stream === facts.id && entry.seq > after && entry.seq <= window.to && !(skipOwn && entry.device === by.device));
      });
    const handed = faults.handOut?.(by, found) ?? found;
    const entries = handed.slice(0, page);
    const last = handed.length > page ? (entries.at(-1) ?? null) : null;
    const closing = last === null ? { lost: lostTo(by, visible, window), sums: sumsOf(visible, window, checkAll === true) } : { lost: [], sums: [] };
    return { entries, cursor: nextCursor(window, last && { stream: last.stream, seq: last.seq }), more: last !== null, offerAll: window.offerAll, ...closing, ...rest };
  };

  const visibleTo = (by: Principal) =>
    [...state.book.streams.values()].flatMap((facts) => {
      const granted = grantedSeq(by, current(by.person, by.role), facts);
      return granted === null ? [] : [{ facts, granted }];
    });
  type Visible = ReturnType<typeof visibleTo>;

  const lostTo = (by: Principal, visible: Visible, { from, to }: { from: number; to: number }): string[] => {
    const seen = new Set(visible.map(({ facts }) => facts.id));
    return [...state.book.streams.values()].filter((facts) => !seen.has(facts.id) && endedWithin(by, state.book.memberships.get(by.person) ?? [], facts, from, to)).map((facts) => facts.id);
  };
  const sumsOf = (visible: Visible, { from, to }: { from: number; to: number }, all: boolean) =>
    visible.flatMap(({ facts, granted }) => {
      const grown = facts.lastSeq > to || granted > to;
      const sum = { stream: facts.id, count: facts.count, digest: facts.digest };
      return grown ? (all ? [{ ...sum, grown } as const] : []) : all || facts.lastSeq > from || granted > from ? [sum] : [];
    });

  return {
    /** The person who writes the first entries. */
    foundedBy: (person: string) => void state.book.memberships.set(person, [{ person, role: "operator", site: null, fromSeq: 0, toSeq: null }]),
    enrol: (token: string, bearer: Bearer) => void bearers.set(token, bearer),
    /** Rejected tokens give null. */
    sync: (token: string, request: SyncRequest): SyncResponse | null => {
      const bearer = bearers.get(token);
      if (bearer === undefined || bearer.device !== request.device) return null;
      const by = principalOf(bearer);
      return { ...push(by, request.entries), ...pull(by, request) };
    },
    push,
    /** The streams that a device's reader may see now, with what the server holds of each. */
    seenBy: (bearer: Bearer) => visibleTo(principalOf(bearer)).map(({ facts }) => ({ ...facts, entries: state.log.filter((entry) => entry.stream === facts.id) })),
    log: (): readonly Received[] => state.log,
    backup: (): State => structuredClone(state),
    restore: (backup: State): void => void (state = { ...structuredClone(backup), epoch: state.epoch + 1 }),
  };
}

export type ServerModel = ReturnType<typeof serverModel>;

/** A "sealed" entry of the fuzz is its JSON: sealing itself has its own tests. */
function open(one: unknown): Offered | Refused {
  const { id, sealed } = one as { id: string; sealed?: { text: string } };
  const candidate: unknown = sealed === undefined ? one : JSON.parse(sealed.text);
  const checked = checkEntry(CATALOGUE, candidate);
  if (!checked.ok) return { id, code: "broken", where: checked.error.where };
  if ((candidate as Entry).id !== id) return { id, code: "broken", where: "id" };
  return { entry: checked.value, hash: entryHash(checked.value) };
}
