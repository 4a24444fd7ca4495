import type { ReferringClass } from "#content/rules/follow-up.ts";
import type { Referral } from "#core/care/mother-view.ts";
import { dateAt } from "#core/care/time.ts";
import { isUnder18 } from "#core/care/today.ts";
import type { Principal } from "#core/ledger/belonging.ts";
import type { ProgrammeView } from "#core/programme/programme-view.ts";
import { dueAt } from "#server/referrals/due.ts";
import type { LedgerDeps } from "./deps.ts";
import { openCard, openDetail } from "./projections.ts";
import { openWrapped, type WrappedRow } from "./read-keys.ts";
import { asReader } from "./transaction.ts";

export type ReferralRow = {
  readonly referral: string;
  readonly stream: string;
  readonly site: string;
  readonly name: string;
  readonly calledBy?: string;
  readonly under18: boolean;
  readonly class: ReferringClass;
  readonly madeAt: string;
  readonly receivedAt: string;
  /** Person. */
  readonly madeBy: string;
  readonly rules: readonly string[];
  readonly because: readonly string[];
  readonly words?: string;
  readonly seenAt: string | null;
  readonly answers: Referral["answers"];
  readonly late: { readonly seen: boolean; readonly answered: boolean };
  readonly seenDue: string;
  readonly answerDue: string;
};

/** Enough for any screen; older answered ones are in each mother's story. */
const MOST = 1_000;

type Row = WrappedRow & {
  referral: string;
  site: string;
  class: ReferringClass;
  made: Date;
  received: Date;
  made_by: string;
  seen: Date | null;
  late_seen: boolean;
  late_answered: boolean;
  detail: Buffer;
  card: Buffer;
};

/** A midwife: her site's; a kader: of her mothers. Open ones first, newest first. */
export async function listReferrals(deps: LedgerDeps, by: Principal, which: "open" | "all" = "open"): Promise<ReferralRow[]> {
  if (by.role !== "midwife" && by.role !== "kader") return [];
  return asReader(deps.pool, by, async (client) => {
    const directory = await client.query<{ view: ProgrammeView }>("select view from programme_card where programme = $1", [by.programme]);
    const sites = new Map((directory.rows[0]?.view.sites ?? []).map((site) => [site.site, site.timezone]));
    const { rows } = await client.query<Row>(
      `select r.id as referral, r.stream, r.site, r.class, r.made_at as made, r.received_at as received, r.made_by, r.seen_at as seen, r.late_seen, r.late_answered, r.detail,
         c.card, k.master, k.wrapped
       from referral r join mother_card c on c.programme = $1 and c.stream = r.stream join mother_key k on k.programme = $1 and k.stream = r.stream
       where r.programme = $1 and ($2::uuid is null or r.site = $2) and (r.open or $3) order by r.open desc, r.made_at desc limit ${MOST}`,
      [by.programme, by.role === "midwife" ? by.site : null, which === "all"],
    );
    return rows.map((row) => referralRow(deps, by.programme, row, sites.get(row.site) ?? "Asia/Jakarta"));
  });
}

function referralRow(deps: LedgerDeps, programme: string, row: Row, timezone: string): ReferralRow {
  const { referral, stream, site, seen } = row;
  const key = openWrapped(deps.keyring, programme, row);
  const card = openCard(programme, stream, key, row.card);
  const { rules, because, words, answers } = openDetail(programme, stream, referral, key, row.detail);
  const times = { class: row.class, madeAt: row.made.toISOString(), receivedAt: row.received.toISOString() };
  return {
    referral,
    stream,
    site,
    name: card.name,
    ...(card.calledBy !== undefined && { calledBy: card.calledBy }),
    under18: isUnder18(card, dateAt(deps.now(), timezone)),
    ...times,
    madeBy: row.made_by,
    rules,
    because,
    ...(words !== undefined && { words }),
    seenAt: seen?.toISOString() ?? null,
    answers,
    late: { seen: row.late_seen, answered: row.late_answered },
    seenDue: dueAt("seen", times),
    answerDue: dueAt("answered", times),
  };
}
