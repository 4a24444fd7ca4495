import type { Role } from "#core/ledger/entry.ts";

/**
 * The streams that the reader of this transaction may see, each with the place since when: `core/ledger/scope.ts` as a query,
 * found by index from what she has, so that it does not grow with the programme ($1). Row-level security has the last word.
 */
const STREAMS: Readonly<Record<Role, string>> = {
  kader: `
    select s.*, greatest(m.since, a.from_seq) as granted
      from me m join assignment a on a.programme = $1 and a.person = scope_uuid('person') and a.to_seq is null
      join stream s on s.programme = $1 and s.id = a.stream and s.kind = 'mother'
    union all select s.*, m.since from me m join stream s on s.programme = $1 and s.id = any(array['kader:' || scope_uuid('person'), 'programme:' || $1])
    union all select s.*, greatest(m.since, s.site_seq) from me m join stream s on s.programme = $1 and s.site = scope_uuid('site') and s.kind = 'meeting'`,
  midwife: `
    select s.*, greatest(m.since, s.site_seq) as granted from me m join stream s on s.programme = $1 and s.site = scope_uuid('site') and s.kind in ('mother', 'kader', 'meeting')
    union all select s.*, m.since from me m join stream s on s.programme = $1 and s.id = 'programme:' || $1`,
  lead: "select s.*, m.since as granted from me m join stream s on s.programme = $1 and s.kind in ('kader', 'meeting', 'programme')",
  head: "select s.*, m.since as granted from me m join stream s on s.programme = $1 and s.id = 'programme:' || $1",
  operator: "select s.*, m.since as granted from me m join stream s on s.programme = $1 and s.id = 'programme:' || $1",
};

/** The common table expressions `me` and `visible`, to put behind `with`. */
export const visibleTo = (role: Role): string => `
  me as (select since from (select member_since() as since) m where since is not null),
  visible as (${STREAMS[role]})`;
