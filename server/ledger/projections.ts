import type pg from "pg";
import { CATALOGUE } from "#core/catalogue.ts";
import { motherView, type MotherView, type Referral } from "#core/care/mother-view.ts";
import { cardOf, type Card } from "#core/care/today.ts";
import { EMPTY_DIGEST } from "#core/ledger/digest.ts";
import { streamKind, type Received } from "#core/ledger/entry.ts";
import { FOLD_VERSION, foldStream, type StreamState } from "#core/ledger/fold.ts";
import { programmeView, type ProgrammeView } from "#core/programme/programme-view.ts";
import { kaderView, type KaderView } from "#core/training/kader-view.ts";
import { open, seal, type SecretKey } from "#server/privacy/seal.ts";

/** Grows when a card or a referral's row says something else for the same view. */
const CARD_VERSION = 1;

/** What folded a card. A type that was parked until now gives another state, too. */
export const FOLDED_BY = `${FOLD_VERSION}.${CARD_VERSION}.${CATALOGUE.size}`;

/** A stream as its entries tell it; meetings have no card yet. */
export type Folded =
  | { readonly kind: "mother"; readonly stream: string; readonly view: MotherView; readonly entries: readonly Received[] }
  | { readonly kind: "kader"; readonly stream: string; readonly view: KaderView }
  | { readonly kind: "programme"; readonly stream: string; readonly view: ProgrammeView };

/** Without the digest, which the stream's own row has: no entry is hashed here. */
const foldEntries = (entries: readonly Received[]): StreamState => foldStream(CATALOGUE, entries, () => EMPTY_DIGEST);

export function fold(stream: string, entries: readonly Received[]): Folded | null {
  const kind = streamKind(stream);
  switch (kind) {
    case "mother":
      return { kind, stream, view: motherView(stream, foldEntries(entries)), entries };
    case "kader":
      return { kind, stream, view: kaderView(stream, foldEntries(entries)) };
    case "programme":
      return { kind, stream, view: programmeView(stream, foldEntries(entries)) };
    case "meeting":
      return null;
    default:
      return kind satisfies never;
  }
}

const aboutCard = (programme: string, stream: string): string => `${programme}|${stream}|card`;

export function openCard(programme: string, stream: string, key: SecretKey, sealed: Uint8Array): Card {
  return JSON.parse(open(key, aboutCard(programme, stream), sealed).toString("utf8")) as Card;
}

/** What a referral's row keeps sealed. */
export type ReferralDetail = Pick<Referral["made"], "rules" | "because" | "words"> & { readonly answers: Referral["answers"] };

const aboutReferral = (programme: string, stream: string, id: string): string => `${programme}|${stream}|referral|${id}`;

export function openDetail(programme: string, stream: string, id: string, key: SecretKey, sealed: Uint8Array): ReferralDetail {
  return JSON.parse(open(key, aboutReferral(programme, stream, id), sealed).toString("utf8")) as ReferralDetail;
}

function sealDetail(programme: string, stream: string, key: SecretKey, { referral, made, answers }: Referral): Buffer {
  const detail: ReferralDetail = { rules: made.rules, because: made.because, ...(made.words !== undefined && { words: made.words }), answers };
  return seal(key, aboutReferral(programme, stream, referral), Buffer.from(JSON.stringify(detail)));
}

/** Her card, sealed, for each mother among them. */
export function motherCards(programme: string, folded: readonly Folded[], keyOf: KeyOf): Map<string, Buffer> {
  const mothers = folded.filter((one) => one.kind === "mother");
  return new Map(mothers.map(({ stream, view }) => [stream, seal(mustKey(keyOf, stream), aboutCard(programme, stream), Buffer.from(JSON.stringify(cardOf(view))))]));
}

/** As a part of a larger statement, and alone. */
export const KEEP_CARDS = (programme: string, foldedBy: string, streams: string, cards: string): string =>
  `insert into mother_card (programme, stream, folded_by, card) select ${programme}, s, ${foldedBy}, c from unnest(${streams}::text[], ${cards}::bytea[]) as x (s, c)
   on conflict (programme, stream) do update set folded_by = excluded.folded_by, card = excluded.card`;

type KeyOf = (stream: string) => SecretKey | undefined;

function mustKey(keyOf: KeyOf, stream: string): SecretKey {
  const key = keyOf(stream);
  if (key === undefined) throw new Error("what is said of a mother must be sealed");
  return key;
}

/** Writes what lists need beside mothers' cards. `keyOf` knows the key of each mother among them. */
export async function keepProjections(client: pg.PoolClient, programme: string, folded: readonly Folded[], keyOf: KeyOf, siteOf: (stream: string) => string | null): Promise<void> {
  const mothers = folded.filter((one) => one.kind === "mother");
  const kader = folded.filter((one) => one.kind === "kader");
  if (kader.length > 0) {
    await client.query({
      name: "ledger kader cards",
      text: `insert into kader_card (programme, stream, folded_by, view) select $1, s, $2, v from unnest($3::text[], $4::json[]) as x (s, v)
        on conflict (programme, stream) do update set folded_by = excluded.folded_by, view = excluded.view`,
      values: [programme, FOLDED_BY, kader.map((one) => one.stream), kader.map((one) => JSON.stringify(one.view))],
    });
  }
  for (const one of folded) {
    if (one.kind !== "programme") continue;
    await client.query(
      "insert into programme_card (programme, folded_by, view) values ($1, $2, $3) on conflict (programme) do update set folded_by = excluded.folded_by, view = excluded.view",
      [programme, FOLDED_BY, JSON.stringify(one.view)],
    );
  }
  await keepReferrals(client, programme, mothers, keyOf, siteOf);
}

/** A withdrawn referral leaves; what was once late stays late. */
async function keepReferrals(client: pg.PoolClient, programme: string, mothers: readonly (Folded & { kind: "mother" })[], keyOf: KeyOf, siteOf: (stream: string) => string | null): Promise<void> {
  const touched = mothers.filter(({ entries }) => entries.some((entry) => entry.type.startsWith("referral.")));
  if (touched.length === 0) return;
  const rows = touched.flatMap(({ stream, view, entries }) =>
    view.referrals.map((one) => ({
      stream,
      id: one.referral,
      site: siteOf(stream),
      class: one.made.class,
      made_at: one.made.at,
      made_by: one.made.by,
      received_at: entries.find((entry) => entry.id === one.made.entry)?.receivedAt ?? one.made.at,
      seen_at: one.seen?.at ?? null,
      answered_at: one.answers[0]?.at ?? null,
      late_seen: one.late.seen,
      late_answered: one.late.answered,
      open: one.answers.length === 0,
      detail: sealDetail(programme, stream, mustKey(keyOf, stream), one).toString("base64"),
    })),
  );
  await client.query({
    name: "ledger referrals gone",
    text: "delete from referral where programme = $1 and stream = any($2) and not (id = any($3::uuid[]))",
    values: [programme, touched.map((one) => one.stream), rows.map((row) => row.id)],
  });
  await client.query({
    name: "ledger referrals",
    text: `insert into referral as r (programme, stream, id, site, class, made_at, made_by, received_at, seen_at, answered_at, late_seen, late_answered, open, detail)
      select $1, stream, id, site, class, made_at, made_by, received_at, seen_at, answered_at, late_seen, late_answered, open, decode(detail, 'base64') from json_to_recordset($2::json)
        as x (stream text, id uuid, site uuid, class text, made_at timestamptz, made_by uuid, received_at timestamptz, seen_at timestamptz, answered_at timestamptz, late_seen boolean, late_answered boolean, open boolean, detail text)
      on conflict (programme, stream, id) do update set class = excluded.class, made_at = excluded.made_at, made_by = excluded.made_by, received_at = excluded.received_at,
        seen_at = excluded.seen_at, answered_at = excluded.answered_at, late_seen = r.late_seen or excluded.late_seen, late_answered = r.late_answered or excluded.late_answered, open = excluded.open, detail = excluded.detail`,
    values: [programme, JSON.stringify(rows)],
  });
}
