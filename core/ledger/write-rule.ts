import { flagsOf, isCurrent, type Membership, type Principal, type StreamFacts } from "./belonging.ts";
import { streamKind, streamSubject, type Entry, type EntryFlag, type Role } from "./entry.ts";
import { typeKey, type Catalogue } from "./entry-type.ts";

const DAY = 24 * 3_600_000;

/** The entry that brings a mother into the ledger. */
export const REGISTERS = "mother.registered";

/** `creates`: the entry is the first of its stream, which belongs to that site and, where a kader made it, to her care. */
export type Verdict =
  | { readonly keep: true; readonly flags: readonly EntryFlag[]; readonly creates: { readonly site: string | null; readonly assigned: boolean } | null }
  | { readonly keep: false; readonly where: "programme" | "author" | "device" | "type" | "stream" };

/**
 * Who may write (L3): an entry is kept if its author ever belonged to the stream, in a role that may author its type, and
 * flagged if not any more. What somebody may do today never decides whether a fact of yesterday is kept. `memberships` are
 * all of the author's, ended ones too; `stream` is missing before its first entry. `now` is the server's time in ms.
 */
export function writeVerdict(catalogue: Catalogue, by: Principal, memberships: readonly Membership[], stream: StreamFacts | undefined, entry: Entry, now: number): Verdict {
  if (entry.programme !== by.programme) return { keep: false, where: "programme" };
  if (entry.author !== by.person || memberships.length === 0) return { keep: false, where: "author" };
  if (entry.device !== by.device) return { keep: false, where: "device" };
  const able = memberships.filter((one) => mayAuthor(catalogue, one.role, entry));
  if (able.length === 0) return { keep: false, where: "type" };
  const belonging = able.filter((one) => (stream === undefined ? mayCreate(one, entry) : everBelonged(catalogue, one, stream, entry)));
  const best = belonging.toSorted(newestFirst)[0];
  if (best === undefined) return { keep: false, where: "stream" };
  const today = belonging.some((one) => isCurrent(one) && (stream === undefined || belongsNow(one, stream) || (entry.type === REGISTERS && stream.assignments.length === 0)));
  const flags = flagsOf({ "author-left": !today, "clock-ahead": Date.parse(entry.recordedAt) > now + DAY, "device-revoked": by.revoked === true });
  return { keep: true, flags, creates: stream === undefined ? { site: best.site, assigned: best.role === "kader" && streamKind(entry.stream) === "mother" } : null };
}

/** A type that this side does not know may come from any member: it is parked, not judged. */
function mayAuthor(catalogue: Catalogue, role: Role, entry: Entry): boolean {
  const known = catalogue.get(typeKey(entry.type, entry.version));
  return known === undefined || known.authors.includes(role);
}

function mayCreate(membership: Membership, entry: Entry): boolean {
  const { role, person } = membership;
  const kind = streamKind(entry.stream);
  switch (kind) {
    case "mother":
      return role === "kader" || role === "midwife";
    case "kader":
      return role === "lead" || role === "midwife" || role === "operator" || streamSubject(entry.stream) === person;
    case "meeting":
      return role === "lead" || role === "midwife";
    case "programme":
      return streamSubject(entry.stream) === entry.programme && (role === "lead" || role === "midwife" || role === "operator");
    default:
      return kind satisfies never;
  }
}

function everBelonged(catalogue: Catalogue, membership: Membership, stream: StreamFacts, entry: Entry): boolean {
  const { role, person, site } = membership;
  const ofSite = stream.site === null || stream.site === site || stream.was.some((one) => one.site === site);
  switch (stream.kind) {
    case "mother":
      // Who registered a mother belongs to her, also where another's entry about her came in first (phones offering anew after a restore).
      if (role === "kader") return stream.assignments.some((one) => one.person === person) || (ofSite && entry.type === REGISTERS);
      // The server's own word about a late referral; nothing else of an operator's belongs to a mother.
      if (role === "operator") return catalogue.has(typeKey(entry.type, entry.version));
      return role === "midwife" && ofSite;
    case "kader":
      return role === "lead" || role === "operator" || (role === "midwife" && ofSite) || streamSubject(stream.id) === person;
    case "meeting":
      return role === "lead" || ((role === "midwife" || role === "kader") && ofSite);
    case "programme":
      return true;
    default:
      return stream.kind satisfies never;
  }
}

function belongsNow(membership: Membership, stream: StreamFacts): boolean {
  const { role, person, site } = membership;
  if (stream.kind === "mother" && role === "kader") return stream.assignments.some((one) => one.person === person && isCurrent(one));
  if (stream.kind === "programme" || role === "lead" || role === "operator" || streamSubject(stream.id) === person) return true;
  return stream.site === null || stream.site === site;
}

const newestFirst = (a: Membership, b: Membership): number => Number(isCurrent(b)) - Number(isCurrent(a)) || b.fromSeq - a.fromSeq;
