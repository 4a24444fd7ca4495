import type pg from "pg";
import type { Book, Principal } from "#core/ledger/belonging.ts";
import type { Assigned, Kept, Refused } from "#core/ledger/judge.ts";
import type { MembershipChange, StreamMove } from "#core/programme/membership.ts";
import type { WrappedKey } from "#server/privacy/mother-keys.ts";
import { FOLDED_BY, KEEP_CARDS } from "./projections.ts";

const KEEP = {
  name: "ledger keep",
  text: `with kept as (
      insert into entry (programme, id, stream, seq, type, version, author, performer, device, device_seq, occurred_at, recorded_at, received_at, replaces, flags, hash, body)
      select $1, id, stream, seq, type, version, author, performer, device, device_seq, occurred_at, recorded_at, $2, replaces::uuid[], flags::text[], hash, substring($4::bytea from body_from for body_length)
      from json_to_recordset($3::json) as e (id uuid, stream text, seq bigint, type text, version int, author uuid, performer uuid, device uuid, device_seq int,
        occurred_at timestamptz, recorded_at timestamptz, replaces text, flags text, hash text, body_from int, body_length int)
    ), touched as (
      insert into stream (programme, id, kind, site, site_seq, count, digest, first_seq, last_seq, last_at)
      select $1, id, kind, site, "siteSeq", count, digest, "firstSeq", "lastSeq", $2
      from json_to_recordset($5::json) as s (id text, kind text, site uuid, "siteSeq" bigint, count bigint, digest text, "firstSeq" bigint, "lastSeq" bigint)
      on conflict (programme, id) do update set site = excluded.site, site_seq = excluded.site_seq, count = excluded.count, digest = excluded.digest,
        last_seq = excluded.last_seq, last_at = excluded.last_at
    ), keys as (
      insert into mother_key (programme, stream, master, wrapped) select $1, * from unnest($6::text[], $7::text[], $8::bytea[])
    ), cards as (
      ${KEEP_CARDS("$1", "$9", "$10", "$11")}
    )
    update programme set last_seq = $12 where id = $1`,
};

/** What goes with the kept entries: their bodies as bytes in the same order, keys of new mothers, and each touched mother's card. */
export type Beside = { readonly bodies: readonly Buffer[]; readonly keys: ReadonlyMap<string, WrappedKey>; readonly cards: ReadonlyMap<string, Buffer>; readonly receivedAt: Date };

/** Writes the kept entries, and the streams that they touched as the book now has them, in one statement. */
export async function keepEntries(client: pg.PoolClient, book: Book, kept: readonly Kept[], { bodies, keys, cards, receivedAt }: Beside): Promise<void> {
  const streams = [...new Set(kept.map(({ entry }) => entry.stream))].flatMap((id) => book.streams.get(id) ?? []);
  const list = (items: readonly string[]): string | null => (items.length === 0 ? null : `{${items.join(",")}}`);
  const from = beginnings(bodies);
  const rows = kept.map(({ entry, seq, flags, hash }, n) => ({
    id: entry.id,
    stream: entry.stream,
    seq,
    type: entry.type,
    version: entry.version,
    author: entry.author,
    performer: entry.performer,
    device: entry.device,
    device_seq: entry.deviceSeq,
    occurred_at: entry.occurredAt,
    recorded_at: entry.recordedAt,
    replaces: list(entry.replaces),
    flags: list(flags),
    hash,
    body_from: from[n],
    body_length: bodies[n]?.length,
  }));
  const wrapped = [...keys.values()];
  await client.query({
    ...KEEP,
    values: [
      book.programme,
      receivedAt,
      JSON.stringify(rows),
      Buffer.concat(bodies),
      JSON.stringify(streams.map((one) => ({ ...one, assignments: undefined, was: undefined }))),
      [...keys.keys()],
      wrapped.map((one) => one.master),
      wrapped.map((one) => one.wrapped),
      FOLDED_BY,
      [...cards.keys()],
      [...cards.values()],
      book.lastSeq,
    ],
  });
}

/** Where each begins in all of them together, counted from 1: they go as one binary parameter, which costs far less than many in text. */
function beginnings(parts: readonly Buffer[]): number[] {
  let from = 1;
  return parts.map(({ length }) => (from += length) - length);
}

/** One at a time and in order: a mother may be handed on twice in one batch. */
export async function keepAssignments(client: pg.PoolClient, book: Book, assigned: readonly Assigned[]): Promise<void> {
  const { programme } = book;
  for (const { stream, person, seq, past = false } of assigned) {
    if (!past) await client.query({ name: "ledger assignment ends", text: "update assignment set to_seq = $3 where programme = $1 and stream = $2 and to_seq is null", values: [programme, stream, seq] });
    if (person === null) continue;
    await client.query({
      name: "ledger assignment begins",
      text: "insert into assignment (programme, stream, person, site, from_seq, to_seq) values ($1, $2, $3, $4, $5, $6)",
      values: [programme, stream, person, book.streams.get(stream)?.site ?? null, seq, past ? seq : null],
    });
  }
}

export async function keepMemberships(client: pg.PoolClient, programme: string, changes: readonly MembershipChange[]): Promise<void> {
  for (const one of changes) {
    const { person, role, seq } = one;
    if (one.change === "ended") await client.query("update membership set to_seq = $4 where programme = $1 and person = $2 and role = $3 and to_seq is null", [programme, person, role, seq]);
    else await client.query("insert into membership (programme, person, role, site, from_seq) values ($1, $2, $3, $4, $5)", [programme, person, role, one.site, seq]);
  }
}

export async function keepMoves(client: pg.PoolClient, programme: string, moves: readonly StreamMove[]): Promise<void> {
  for (const { stream, from, seq } of moves) if (from !== null) await client.query("insert into stream_was (programme, stream, site, to_seq) values ($1, $2, $3, $4)", [programme, stream, from, seq]);
}

export async function keepNames(client: pg.PoolClient, programme: string, names: ReadonlyMap<string, string>): Promise<void> {
  if (names.size === 0) return;
  await client.query(
    `insert into person (programme, id, name) select $1, * from unnest($2::uuid[], $3::text[])
     on conflict (programme, id) do update set name = excluded.name where person.name <> excluded.name`,
    [programme, [...names.keys()], [...names.values()].map((name) => name.replaceAll(/\p{Cc}/gu, " "))],
  );
}

/** So that the console can show what waits on a phone, and why; never its content. */
export async function keepRefused(client: pg.PoolClient, by: Principal, refused: readonly Refused[]): Promise<void> {
  const distinct = [...new Map(refused.map((one) => [`${one.id} ${one.code}`, one])).values()];
  if (distinct.length === 0) return;
  await client.query(
    `insert into refused (programme, device, person, entry, code, place) select $1, $2, $3, * from unnest($4::text[], $5::text[], $6::text[])
     on conflict (programme, device, entry, code) do update set times = refused.times + 1, last_at = now(), place = excluded.place`,
    [by.programme, by.device, by.person, distinct.map((one) => one.id ?? ""), distinct.map((one) => one.code), distinct.map((one) => one.where ?? null)],
  );
}
