import { isCurrent, type Book, type Principal, type StreamFacts } from "./belonging.ts";
import { combineDigest, EMPTY_DIGEST } from "./digest.ts";
import { streamKind, type Entry, type EntryFlag, type RefusalCode } from "./entry.ts";
import type { Catalogue } from "./entry-type.ts";
import { REGISTERS, writeVerdict } from "./write-rule.ts";

/** An entry that was opened and checked, with its hash. */
export type Offered = { readonly entry: Entry; readonly hash: string };

export type Kept = Offered & { readonly seq: number; readonly flags: readonly EntryFlag[] };
export type Refused = { readonly id: string | null; readonly code: RefusalCode; readonly where?: string };

/** `person` null: in nobody's care but the midwife's. `past`: she had the care before whoever has it now, who keeps it. */
export type Assigned = { readonly stream: string; readonly person: string | null; readonly seq: number; readonly past?: true };

export type Judged = {
  /** New entries, in the order in which they take their places. */
  readonly kept: readonly Kept[];
  /** Ids to tell the sender: new ones, and those that were here already (L4: delivering twice changes nothing). */
  readonly accepted: readonly string[];
  readonly refused: readonly Refused[];
  readonly created: readonly string[];
  readonly assigned: readonly Assigned[];
};

/**
 * Judges a batch, entry by entry in its order, and writes what it decides into the book, so that an entry sees what those
 * before it did; what has no place yet is looked at once more behind the others, one of which may have made it. The same
 * decisions stand behind the database and behind the model in memory that the fuzz runs.
 */
export function judgeBatch(catalogue: Catalogue, book: Book, by: Principal, offered: readonly Offered[], now: number): Judged {
  const kept: Kept[] = [];
  const accepted = new Set<string>();
  const refused: Refused[] = [];
  const created: string[] = [];
  const assigned: Assigned[] = [];
  const queue = [...offered];
  const again = new Set<Offered>();
  for (const one of queue) {
    const { entry, hash } = one;
    const known = book.hashes.get(entry.id);
    if (known !== undefined) {
      // Only its own sender learns anything about an id that is taken.
      if (known === hash) accepted.add(entry.id);
      else refused.push({ id: entry.id, code: "id-reused" });
      continue;
    }
    const stream = book.streams.get(entry.stream);
    const verdict = writeVerdict(catalogue, by, book.memberships.get(by.person) ?? [], stream, entry, now);
    if (!verdict.keep) {
      if (verdict.where === "stream" && !again.has(one)) {
        again.add(one);
        queue.push(one);
      } else refused.push({ id: entry.id, code: "foreign", where: verdict.where });
      continue;
    }
    const seq = ++book.lastSeq;
    let facts = stream ?? newStream(entry.stream, verdict.creates?.site ?? null, seq);
    if (verdict.creates !== null) created.push(entry.stream);
    if (by.role === "kader" && entry.type === REGISTERS && !facts.assignments.some((other) => other.person === by.person)) facts = registeredBy(by.person, seq, facts, assigned);
    if (verdict.creates?.assigned === true) facts = assign({ stream: entry.stream, person: by.person, seq }, facts, assigned);
    const carer = entry.type === "care.assigned" ? carerOf(book, entry) : undefined;
    if (carer !== undefined) facts = assign({ stream: entry.stream, person: carer, seq }, facts, assigned);
    book.streams.set(entry.stream, { ...facts, count: facts.count + 1, digest: combineDigest(facts.digest, hash), lastSeq: seq });
    book.hashes.set(entry.id, hash);
    kept.push({ entry, hash, seq, flags: verdict.flags });
    accepted.add(entry.id);
  }
  return { kept, accepted: [...accepted], refused: again.size === 0 ? refused : asOffered(offered, refused), created, assigned };
}

function asOffered(offered: readonly Offered[], refused: readonly Refused[]): Refused[] {
  const place = new Map<string | null, number>(offered.map(({ entry }, index) => [entry.id, index]));
  return refused.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
}

function newStream(id: string, site: string | null, seq: number): StreamFacts {
  return { id, kind: streamKind(id), site, siteSeq: seq, was: [], assignments: [], count: 0, digest: EMPTY_DIGEST, firstSeq: seq, lastSeq: seq, erasedSeq: null };
}

/** A kader, `null` for a midwife who takes over herself, `undefined` where the one named is no member: then the care stays as it was. */
function carerOf(book: Book, entry: Entry): string | null | undefined {
  const kader = typeof entry.body["kader"] === "string" ? entry.body["kader"] : "";
  const roles = (book.memberships.get(kader) ?? []).filter(isCurrent).map((one) => one.role);
  if (roles.includes("kader")) return kader;
  return roles.includes("midwife") ? null : undefined;
}

/** Nobody has the care, or had it: then it is hers. Otherwise she belongs, and the care stays where it is. */
function registeredBy(person: string, seq: number, facts: StreamFacts, assigned: Assigned[]): StreamFacts {
  if (facts.assignments.length === 0) return assign({ stream: facts.id, person, seq }, facts, assigned);
  assigned.push({ stream: facts.id, person, seq, past: true });
  return { ...facts, assignments: [{ person, fromSeq: seq, toSeq: seq }, ...facts.assignments] };
}

/** Only one kader has the care at a time; naming her again changes nothing. */
function assign(one: Assigned, facts: StreamFacts, assigned: Assigned[]): StreamFacts {
  if (facts.assignments.some((other) => isCurrent(other) && other.person === one.person)) return facts;
  if (one.person === null && !facts.assignments.some(isCurrent)) return facts;
  assigned.push(one);
  const ended = facts.assignments.map((other) => (isCurrent(other) ? { ...other, toSeq: one.seq } : other));
  const begun = one.person === null ? [] : [{ person: one.person, fromSeq: one.seq, toSeq: null }];
  return { ...facts, assignments: [...ended, ...begun] };
}
