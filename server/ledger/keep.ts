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
      select $1, id, stream, seq, type, version, author, performer, device, device_seq, occurred_at, recorded_at, $4, replaces::uuid[], flags::text[], hash, substring($17::bytea from body_from for body_length)
      from unnest($5::uuid[], $6::text[], $7::bigint[], $8::text[], $9::int[], $2::uuid[], $10::uuid[], $3::uuid[], $11::int[], $12::timestamptz[], $13::timestamptz[], $14::text[], $15::text[], $16::text[], $32::int[], $33::int[])
        as e (id, stream, seq, type, version, author, performer, device, device_seq, occurred_at, recorded_at, replaces, flags, hash, body_from, body_length)
    ), touched as (
      insert into stream (programme, id, kind, site, site_seq, count, digest, first_seq, last_seq, last_at)
      select $1, id, split_part(id, ':', 1), site, site_seq, count, digest, first_seq, last_seq, $4
      from unnest($18::text[], $19::uuid[], $20::bigint[], $21::bigint[], $22::text[], $23::bigint[], $24::bigint[])
        as s (id, site, site_seq, count, digest, first_seq, last_seq)
      on conflict (programme, id) do update set site = excluded.site, site_seq = excluded.site_seq, count = excluded.count, digest = excluded.digest,
        last_seq = excluded.last_seq, last_at = excluded.last_at
    ), keys as (
      insert into mother_key (programme, stream, master, wrapped) select $1, * from unnest($26::text[], $27::text[], $28::bytea[])
    ), cards as (
      ${KEEP_CARDS("$1", "$29", "$30", "$31")}
    )
    update programme set last_seq = $25 where id = $1`,
};

/** What goes with the kept entries: their bodies as bytes in the same order, keys of new mothers, and each touched mother's card. */
export type Beside = { readonly bodies: readonly Buffer[]; readonly keys: ReadonlyMap<string, WrappedKey>; readonly cards: ReadonlyMap<string, Buffer>; readonly receivedAt: Date };

/** Writes the kept entries, and the streams that they touched as the book now has them, in one statement. */
export async function keepEntries(client: pg.PoolClient, book: Book, kept: readonly Kept[], { bodies, keys, cards, receivedAt }: Beside): Promise<void> {
  const entries = kept.map(({ entry }) => entry);
  const streams = [...new Set(entries.map((entry) => entry.stream))].flatMap((id) => book.streams.get(id) ?? []);
  const list = (items: readonly string[]): string | null => (items.length === 0 ? null : `{${items.join(",")}}`);
  await client.query({
    ...KEEP,
    values: [
      book.programme,
      entries.map((one) => one.author),
      entries.map((one) => one.device),
      receivedAt,
      entries.map((one) => one.id),
      entries.map((one) => one.stream),
      kept.map((one) => one.seq),
      entries.map((one) => one.type),
      entries.map((one) => one.version),
      entries.map((one) => one.performer),
      entries.map((one) => one.deviceSeq),
      entries.map((one) => one.occurredAt),
      entries.map((one) => one.recordedAt),
      entries.map((one) => list(one.replaces)),
      kept.map((one) => list(one.flags)),
      kept.map((one) => one.hash),
      Buffer.concat(bodies),
      streams.map((one) => one.id),
      streams.map((one) => one.site),
      streams.map((one) => one.siteSeq),
      streams.map((one) => one.count),
      streams.map((one) => one.digest),
      streams.map((one) => one.firstSeq),
      streams.map((one) => one.lastSeq),
      book.lastSeq,
      [...keys.keys()],
      [...keys.values()].map((one) => one.master),
      [...keys.values()].map((one) => one.wrapped),
      FOLDED_BY,
      [...cards.keys()],
      [...cards.values()],
      beginnings(bodies),
      bodies.map((body) => body.length),
    ],
  });
}

/** Where each begins in all of them together, counted from 1: one binary parameter costs less than many in text. */
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
