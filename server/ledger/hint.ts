import { isCurrent, type Book, type Principal } from "#core/ledger/belonging.ts";
import { streamKind, streamSubject } from "#core/ledger/entry.ts";
import type { Judged } from "#core/ledger/judge.ts";
import type { MembershipChange } from "#core/programme/membership.ts";

/** Whom a change concerns. It stays on the server: a phone gets no more than a word. */
export type Hint = {
  readonly programme: string;
  /** The device that made it needs no hint. */
  readonly by: string;
  readonly everybody: boolean;
  readonly persons: readonly string[];
  readonly sites: readonly string[];
  /** Meetings concern the kader of their sites, too. */
  readonly kaderSites: readonly string[];
};

export function hintOf(book: Book, by: string, { kept, assigned }: Judged, changes: readonly MembershipChange[]): Hint {
  const persons = new Set(changes.map((one) => one.person));
  const sites = new Set<string>();
  const kaderSites = new Set<string>();
  let everybody = false;
  for (const id of new Set(kept.map(({ entry }) => entry.stream))) {
    const facts = book.streams.get(id);
    const kind = streamKind(id);
    if (kind === "programme") everybody = true;
    if (kind === "kader") persons.add(streamSubject(id));
    if (facts?.site != null) (kind === "meeting" ? kaderSites : sites).add(facts.site);
    const moved = assigned.some((one) => one.stream === id);
    for (const one of facts?.assignments ?? []) if (isCurrent(one) || moved) persons.add(one.person);
  }
  return { programme: book.programme, by, everybody, persons: [...persons], sites: [...sites, ...kaderSites], kaderSites: [...kaderSites] };
}

/** The few consoles of leads, heads and operators watch counts, which any change may touch. */
export function concerns(hint: Hint, reader: Principal): boolean {
  if (hint.programme !== reader.programme || hint.by === reader.device) return false;
  if (hint.everybody || hint.persons.includes(reader.person)) return true;
  switch (reader.role) {
    case "kader":
      return reader.site !== null && hint.kaderSites.includes(reader.site);
    case "midwife":
      return reader.site !== null && hint.sites.includes(reader.site);
    case "lead":
    case "head":
    case "operator":
      return true;
    default:
      return reader.role satisfies never;
  }
}
