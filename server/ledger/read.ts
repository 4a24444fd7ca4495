import type { MotherView } from "#core/care/mother-view.ts";
import type { Card } from "#core/care/today.ts";
import type { Principal } from "#core/ledger/belonging.ts";
import { streamKind, streamSubject, type Received, type RefusalCode } from "#core/ledger/entry.ts";
import type { ProgrammeView, Site } from "#core/programme/programme-view.ts";
import { err, ok, type Result } from "#core/result.ts";
import { clearanceAt, type ClearanceStanding, type KaderView } from "#core/training/kader-view.ts";
import type { LedgerDeps } from "./deps.ts";
import { fold, openCard } from "./projections.ts";
import { openWrapped, type WrappedRow } from "./read-keys.ts";
import { readStories } from "./stories.ts";
import { asReader } from "./transaction.ts";
import { visibleTo } from "./visible.ts";

export { listReferrals, type ReferralRow } from "./read-referrals.ts";

/** Sites with their places, and staff: for every role. */
export async function programmeDirectory(deps: LedgerDeps, by: Principal): Promise<ProgrammeView> {
  const { rows } = await asReader(deps.pool, by, (client) => client.query<{ view: ProgrammeView }>("select view from programme_card where programme = $1", [by.programme]));
  return rows[0]?.view ?? { stream: `programme:${by.programme}`, name: "", demo: false, sites: [], staff: [] };
}

export type SiteRow = Site & { readonly kader: number; readonly mothers: number; readonly openReferrals: number; readonly lateReferrals: number };

/** A midwife's own site, everybody else's all of them: counts only. */
export async function listSites(deps: LedgerDeps, by: Principal): Promise<SiteRow[]> {
  const { sites } = await programmeDirectory(deps, by);
  const { rows } = await asReader(deps.pool, by, (client) =>
    client.query<{ site: string; kader: number; mothers: number; open: number; late: number }>(
      "select site, kader::float8 as kader, mothers::float8 as mothers, open_referrals::float8 as open, late_referrals::float8 as late from site_counts()",
    ),
  );
  const counts = new Map(rows.map((row) => [row.site, row]));
  const mine = by.role === "midwife" || by.role === "kader" ? sites.filter(({ site }) => site === by.site) : sites;
  return mine.map((site) => {
    const { kader = 0, mothers = 0, open = 0, late = 0 } = counts.get(site.site) ?? {};
    return { ...site, kader, mothers, openReferrals: open, lateReferrals: late };
  });
}

export type KaderRow = {
  readonly person: string;
  readonly stream: string;
  readonly view: KaderView;
  readonly clearance: ClearanceStanding;
  /** Mothers in her care now. */
  readonly mothers: number;
  /** Phones that may read. */
  readonly devices: number;
  readonly lastSeenAt: string | null;
};

/** A midwife: those of her site; a lead: all, by name. Those who left, too. */
export async function listKader(deps: LedgerDeps, by: Principal): Promise<KaderRow[]> {
  if (by.role !== "midwife" && by.role !== "lead") return [];
  return asReader(deps.pool, by, async (client) => {
    const { rows } = await client.query<{ stream: string; view: KaderView; mothers: number | null; phones: number | null; seen: Date | null }>(
      `with ${visibleTo(by.role)}
       select k.stream, k.view, c.mothers::float8 as mothers, c.phones::float8 as phones, c.last_seen_at as seen
       from visible v join kader_card k on k.programme = $1 and k.stream = v.id left join kader_counts() c on 'kader:' || c.person = k.stream
       where v.kind = 'kader' order by k.stream`,
      [by.programme],
    );
    return rows.map(({ stream, view, mothers, phones, seen }) => ({
      person: streamSubject(stream),
      stream,
      view,
      clearance: clearanceAt(view, deps.now()),
      mothers: mothers ?? 0,
      devices: phones ?? 0,
      lastSeenAt: seen?.toISOString() ?? null,
    }));
  });
}

export type NotFound = { readonly code: "not-found" };

export async function kaderStory(deps: LedgerDeps, by: Principal, stream: string): Promise<Result<{ view: KaderView; entries: Received[] }, NotFound>> {
  if (streamKind(stream) !== "kader") return err({ code: "not-found" });
  const told = await asReader(deps.pool, by, (client) => readStories(client, by.programme, [stream], () => undefined));
  const folded = fold(stream, told.get(stream) ?? []);
  if (folded?.kind !== "kader" || folded.view.count === 0) return err({ code: "not-found" });
  return ok({ view: folded.view, entries: told.get(stream) ?? [] });
}

export type MotherRow = { readonly card: Card; readonly kader: string | null; readonly site: string; readonly entries: number; readonly lastReceivedAt: string };

/** A midwife: those of her site; a kader: hers. */
export async function listMothers(deps: LedgerDeps, by: Principal): Promise<MotherRow[]> {
  if (by.role !== "midwife" && by.role !== "kader") return [];
  return asReader(deps.pool, by, async (client) => {
    const { rows } = await client.query<WrappedRow & { card: Buffer; kader: string | null; site: string; entries: number; last: Date }>(
      `with ${visibleTo(by.role)}
       select v.id as stream, k.master, k.wrapped, c.card, a.person as kader, v.site, v.count::float8 as entries, v.last_at as last
       from visible v join mother_card c on c.programme = $1 and c.stream = v.id join mother_key k on k.programme = $1 and k.stream = v.id
         left join assignment a on a.programme = $1 and a.stream = v.id and a.to_seq is null
       where v.kind = 'mother' order by v.id`,
      [by.programme],
    );
    return rows.map(({ card, kader, site, entries, last, ...row }) => ({
      card: openCard(by.programme, row.stream, openWrapped(deps.keyring, by.programme, row), card),
      kader,
      site,
      entries,
      lastReceivedAt: last.toISOString(),
    }));
  });
}

export type MotherStory = { readonly view: MotherView; readonly card: Card; readonly kader: string | null; readonly site: string; readonly entries: readonly Received[] };

/** Her whole record; that it was read is written down (S4). */
export async function motherStory(deps: LedgerDeps, by: Principal, stream: string): Promise<Result<MotherStory, NotFound>> {
  if (streamKind(stream) !== "mother" || (by.role !== "midwife" && by.role !== "kader")) return err({ code: "not-found" });
  return asReader(deps.pool, by, async (client) => {
    const { rows } = await client.query<WrappedRow & { card: Buffer; kader: string | null; site: string }>(
      `select s.id as stream, k.master, k.wrapped, c.card, a.person as kader, s.site
       from stream s join mother_card c on c.programme = $1 and c.stream = s.id join mother_key k on k.programme = $1 and k.stream = s.id
         left join assignment a on a.programme = $1 and a.stream = s.id and a.to_seq is null
       where s.programme = $1 and s.id = $2`,
      [by.programme, stream],
    );
    const row = rows[0];
    if (row === undefined) return err({ code: "not-found" });
    const key = openWrapped(deps.keyring, by.programme, row);
    const told = (await readStories(client, by.programme, [stream], () => key)).get(stream) ?? [];
    const folded = fold(stream, told);
    if (folded?.kind !== "mother") return err({ code: "not-found" });
    await client.query("select log_reads($1, 'viewed')", [[stream]]);
    return ok({ view: folded.view, card: openCard(by.programme, stream, key, row.card), kader: row.kader, site: row.site, entries: told });
  });
}

export type RefusedRow = {
  readonly person: string | null;
  readonly device: string;
  readonly entry: string | null;
  readonly code: RefusalCode;
  readonly where: string | null;
  readonly times: number;
  readonly firstAt: string;
  readonly lastAt: string;
};

/** What waits on phones because it was refused; newest first. A midwife: of her site's people; lead and operator: all. */
export async function listRefused(deps: LedgerDeps, by: Principal): Promise<RefusedRow[]> {
  if (by.role !== "midwife" && by.role !== "lead" && by.role !== "operator") return [];
  const { rows } = await asReader(deps.pool, by, (client) =>
    client.query<{ person: string; device: string; entry: string; code: RefusalCode; place: string | null; times: number; first: Date; last: Date }>(
      "select person, device, entry, code, place, times, first_at as first, last_at as last from refused where programme = $1 order by last_at desc limit 500",
      [by.programme],
    ),
  );
  return rows.map(({ person, device, entry, code, place, times, first, last }) => ({
    person,
    device,
    entry: entry === "" ? null : entry,
    code,
    where: place,
    times,
    firstAt: first.toISOString(),
    lastAt: last.toISOString(),
  }));
}

/** Names of those whom this role may know by name. */
export async function personNames(deps: LedgerDeps, by: Principal): Promise<ReadonlyMap<string, string>> {
  const { rows } = await asReader(deps.pool, by, (client) => client.query<{ id: string; name: string }>("select id, name from person where programme = $1", [by.programme]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
