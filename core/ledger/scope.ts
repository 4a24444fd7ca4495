import { isCurrent, type Membership, type Principal, type StreamFacts } from "./belonging.ts";
import { streamSubject } from "./entry.ts";

/**
 * Who reads which stream (S1). The database enforces the same rule by row-level security; the access tests hold the two
 * together. A kader: her mothers, her own stream, her site's meetings, the programme. A midwife: everything of her site. A
 * lead: kader, meetings, the programme; no mother. Head and operator: the programme alone, and counts.
 *
 * Gives the place in the programme's order since when the reader may see the stream, or `null` where she may not. A grant
 * beyond what she has read means that the whole stream is new to her.
 */
export function grantedSeq(reader: Principal, membership: Membership | undefined, stream: StreamFacts): number | null {
  if (!reader.reads || membership === undefined || !isCurrent(membership) || stream.erasedSeq !== null) return null;
  const since = membership.fromSeq;
  if (stream.kind === "programme") return since;
  const ofSite = stream.site !== null && stream.site === membership.site ? Math.max(since, stream.siteSeq) : null;
  switch (reader.role) {
    case "kader": {
      if (stream.kind === "kader") return streamSubject(stream.id) === reader.person ? since : null;
      if (stream.kind === "meeting") return ofSite;
      const assigned = stream.assignments.find((one) => one.person === reader.person && isCurrent(one));
      return assigned === undefined ? null : Math.max(since, assigned.fromSeq);
    }
    case "midwife":
      return ofSite;
    case "lead":
      return stream.kind === "mother" ? null : since;
    case "head":
    case "operator":
      return null;
    default:
      return reader.role satisfies never;
  }
}

/** Whether something that let this reader see the stream ended within the window; it is lost to her unless she sees it otherwise. */
export function endedWithin(reader: Principal, memberships: readonly Membership[], stream: StreamFacts, from: number, to: number): boolean {
  const within = (seq: number | null): boolean => seq !== null && from < seq && seq <= to;
  const mine = memberships.filter((one) => one.role === reader.role);
  const sites = new Set(mine.map((one) => one.site));
  const assigned = stream.assignments.filter((one) => one.person === reader.person);
  switch (reader.role) {
    case "kader":
      if (stream.kind === "mother") return assigned.some((one) => within(one.toSeq)) || (within(stream.erasedSeq) && assigned.length > 0);
      return stream.kind === "meeting" && siteEnded();
    case "midwife":
      return siteEnded() || (within(stream.erasedSeq) && sites.has(stream.site));
    case "lead":
    case "head":
    case "operator":
      return false;
    default:
      return reader.role satisfies never;
  }

  function siteEnded(): boolean {
    if (stream.kind === "programme") return false;
    const moved = stream.was.some((one) => sites.has(one.site) && within(one.toSeq));
    return moved || mine.some((one) => one.site !== null && one.site === stream.site && within(one.toSeq));
  }
}
