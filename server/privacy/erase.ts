import type { PoolClient } from "pg";
import type { MotherView } from "#core/care/mother-view.ts";
import { sessionTime } from "#core/care/mother-view.ts";
import { dateAt } from "#core/care/time.ts";
import { cardOf, isUnder18 } from "#core/care/today.ts";
import type { Principal } from "#core/ledger/belonging.ts";
import { streamKind } from "#core/ledger/entry.ts";
import type { ProgrammeView } from "#core/programme/programme-view.ts";
import { err, ok, type Result } from "#core/result.ts";
import type { LedgerDeps } from "#server/ledger/deps.ts";
import { fold } from "#server/ledger/projections.ts";
import { openWrapped, type WrappedRow } from "#server/ledger/read-keys.ts";
import { readStories } from "#server/ledger/stories.ts";
import { asReader, inLedger } from "#server/ledger/transaction.ts";

/**
 * S3: at her wish everything that says something of her goes: her key, so that bodies and old backups stay shut, her card and
 * her referrals. Envelopes stay (that something was written, when and by whom), phones are told to let go, and what she counted
 * for stays as numbers, unless she did not want to be counted. Cannot be undone. By the midwife of her site.
 */
export async function eraseMother(deps: LedgerDeps, by: Principal, stream: string, why: string): Promise<Result<{ entries: number }, { code: "not-found" }>> {
  if (by.role !== "midwife" || streamKind(stream) !== "mother") return err({ code: "not-found" });
  const mayErase = await asReader(deps.pool, by, (client) => client.query("select from stream where programme = $1 and id = $2", [by.programme, stream]));
  if (mayErase.rowCount === 0) return err({ code: "not-found" });
  const erased = await inLedger(deps.pool, by.programme, (client) => erase(deps, client, by, stream, why));
  if (erased === null) return err({ code: "not-found" });
  deps.stories.forget(by.programme, stream);
  deps.hints.tell({ programme: by.programme, by: by.device, everybody: false, persons: erased.kader === null ? [] : [erased.kader], sites: by.site === null ? [] : [by.site], kaderSites: [] });
  return ok({ entries: erased.entries });
}

async function erase(deps: LedgerDeps, client: PoolClient, by: Principal, stream: string, why: string): Promise<{ entries: number; kader: string | null } | null> {
  // The programme's row first, as every writer does.
  const { rows } = await client.query<{ seq: number }>("update programme set last_seq = last_seq + 1 where id = $1 returning last_seq::float8 as seq", [by.programme]);
  const found = await client.query<WrappedRow & { site: string; count: number }>(
    `select s.id as stream, s.site, s.count::float8 as count, k.master, k.wrapped from stream s join mother_key k on k.programme = s.programme and k.stream = s.id
     where s.programme = $1 and s.id = $2 and s.erased_seq is null`,
    [by.programme, stream],
  );
  const seq = rows[0]?.seq;
  const row = found.rows[0];
  if (seq === undefined || row === undefined) return null;
  const key = openWrapped(deps.keyring, by.programme, row);
  const folded = fold(stream, (await readStories(client, by.programme, [stream], () => key)).get(stream) ?? []);
  if (folded?.kind === "mother") await keepCounts(client, by.programme, row.site, folded.view);
  for (const table of ["mother_key", "mother_card", "referral"]) await client.query(`delete from ${table} where programme = $1 and stream = $2`, [by.programme, stream]);
  const ended = await client.query<{ person: string }>("update assignment set to_seq = $3 where programme = $1 and stream = $2 and to_seq is null returning person", [by.programme, stream, seq]);
  await client.query("update stream set erased_seq = $3 where programme = $1 and id = $2", [by.programme, stream, seq]);
  await client.query("insert into erasure (programme, stream, site, seq, by_person, why) values ($1, $2, $3, $4, $5, $6)", [by.programme, stream, row.site, seq, by.person, why.replaceAll(/\p{Cc}/gu, " ")]);
  return { entries: row.count, kader: ended.rows[0]?.person ?? null };
}

async function keepCounts(client: PoolClient, programme: string, site: string, view: MotherView): Promise<void> {
  if (view.consent.state === "given" && !view.consent.allows.counted) return;
  const directory = await client.query<{ view: ProgrammeView }>("select view from programme_card where programme = $1", [programme]);
  const timezone = directory.rows[0]?.view.sites.find((one) => one.site === site)?.timezone ?? "Asia/Jakarta";
  for (const [fact, times] of Object.entries(countedFacts(view))) {
    for (const at of times) {
      const date = dateAt(at, timezone);
      await client.query(
        `insert into erased_count as c (programme, site, month, fact, under_18, n) values ($1, $2, $3, $4, $5, 1)
         on conflict (programme, site, month, fact, under_18) do update set n = c.n + 1`,
        [programme, site, date.slice(0, 7), fact, isUnder18(cardOf(view), date)],
      );
    }
  }
}

/** What she counted for, each with when it was. */
export function countedFacts(view: MotherView): Record<string, readonly string[]> {
  const begun = view.visits[0]?.at ?? (view.consent.state === "none" ? undefined : view.consent.at);
  const outcomes = Object.groupBy(view.cases.flatMap((one) => one.closed ?? []), (closed) => `case.${closed.outcome}`);
  return {
    mother: begun === undefined ? [] : [begun],
    birth: view.births.map((one) => one.bornAt),
    visit: view.visits.map((one) => one.at),
    screening: view.screenings.map((one) => one.at),
    session: view.sessions.filter((one) => (one.ended?.seconds ?? 0) > 0).map(sessionTime),
    referral: view.referrals.map((one) => one.made.at),
    "referral.answered": view.referrals.flatMap((one) => one.answers[0]?.at ?? []),
    "case.opened": view.cases.map((one) => one.opened.at),
    ...Object.fromEntries(Object.entries(outcomes).map(([fact, closed]) => [fact, (closed ?? []).map((one) => one.at)])),
  };
}
