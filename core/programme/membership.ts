import { isCurrent, type Book, type Membership } from "../ledger/belonging.ts";
import type { Role } from "../ledger/entry.ts";
import { streamSubject } from "../ledger/entry.ts";
import type { KaderView } from "../training/kader-view.ts";
import type { ProgrammeView } from "./programme-view.ts";

/** Who should be a member, with which role, and where, as a stream tells it. */
export type Wanted = { readonly person: string; readonly role: Role; readonly site: string | null };

/** A kader belongs while her stream names her site and does not say that she left; a withdrawn "left" brings her back. */
export function wantedOfKader(view: KaderView): Wanted[] {
  return view.left || view.site === undefined ? [] : [{ person: streamSubject(view.stream), role: "kader", site: view.site }];
}

export const wantedOfProgramme = (view: ProgrammeView): Wanted[] => view.staff.map(({ person, role, site }) => ({ person, role, site }));

export type MembershipChange =
  | { readonly change: "ended"; readonly person: string; readonly role: Role; readonly seq: number }
  | { readonly change: "begun"; readonly person: string; readonly role: Role; readonly site: string | null; readonly seq: number };

/** What must change at `seq` so that the current memberships are the wanted ones. Order of change: what ends, then what begins. */
export function membershipChanges(current: readonly Membership[], wanted: readonly Wanted[], seq: number): MembershipChange[] {
  const same = (a: Wanted, b: Wanted) => a.person === b.person && a.role === b.role && a.site === b.site;
  const ended = current.filter((one) => isCurrent(one) && !wanted.some((other) => same(one, other)));
  const begun = wanted.filter((one) => !current.some((other) => isCurrent(other) && same(one, other)));
  return [...ended.map(({ person, role }) => ({ change: "ended", person, role, seq }) as const), ...begun.map((one) => ({ change: "begun", ...one, seq }) as const)];
}

/** Writes the changes into the book, so that the next batch is judged by them. */
export function applyChanges(book: Book, changes: readonly MembershipChange[]): void {
  for (const one of changes) {
    const before = book.memberships.get(one.person) ?? [];
    if (one.change === "begun") book.memberships.set(one.person, [...before, { person: one.person, role: one.role, site: one.site, fromSeq: one.seq, toSeq: null }]);
    else book.memberships.set(one.person, before.map((other) => (isCurrent(other) && other.role === one.role ? { ...other, toSeq: one.seq } : other)));
  }
}

/**
 * What a batch changed in who belongs, once its streams are folded: memberships follow from what the streams say now, so that
 * a withdrawn "left" brings somebody back. `system`, the server's own person, is in no stream. Changes the book, and tells.
 */
export function settleMemberships(book: Book, system: string, kader: readonly KaderView[], programme: ProgrammeView | null): MembershipChange[] {
  const changes: MembershipChange[] = [];
  for (const view of kader) {
    const facts = book.streams.get(view.stream);
    const current = (book.memberships.get(streamSubject(view.stream)) ?? []).filter((one) => one.role === "kader");
    if (facts !== undefined) changes.push(...membershipChanges(current, wantedOfKader(view), facts.lastSeq));
  }
  if (programme !== null) {
    const facts = book.streams.get(programme.stream);
    const current = [...book.memberships.values()].flat().filter((one) => one.role !== "kader" && one.person !== system);
    if (facts !== undefined) changes.push(...membershipChanges(current, wantedOfProgramme(programme), facts.lastSeq));
  }
  applyChanges(book, changes);
  return changes;
}

export type StreamMove = { readonly stream: string; readonly from: string | null; readonly seq: number };

/** A kader's stream follows her to another site; `was` remembers the old one, unless the stream has only just begun. */
export function moveStream(book: Book, stream: string, site: string | undefined, isNew: boolean): StreamMove | null {
  const facts = book.streams.get(stream);
  if (facts === undefined || site === undefined || facts.site === site) return null;
  const from = isNew ? null : facts.site;
  const was = from === null ? facts.was : [...facts.was, { site: from, toSeq: facts.lastSeq }];
  book.streams.set(stream, { ...facts, site, siteSeq: isNew ? facts.firstSeq : facts.lastSeq, was });
  return { stream, from, seq: facts.lastSeq };
}
