import type pg from "pg";
import type { Assignment, Book, Membership, StreamFacts } from "#core/ledger/belonging.ts";
import { streamKind, streamSubject, type Entry, type Role } from "#core/ledger/entry.ts";
import type { WrappedKey } from "#server/privacy/mother-keys.ts";
import type { Locked } from "./transaction.ts";

/** A book of one programme, loaded for the entries of a batch while the programme's row is locked. */
export type LoadedBook = { readonly book: Book; readonly system: string; readonly keys: Map<string, WrappedKey> };

type Row = {
  memberships: [string, Role, string | null, number, number | null][];
  streams: [string, string | null, number, number, string, number, number, number | null][];
  was: [string, string, number][];
  assignments: [string, string, number, number | null][];
  hashes: [string, string][];
  keys: [string, string, string][];
};

const LOAD = {
  name: "ledger book",
  text: `select
    (select coalesce(json_agg(json_build_array(person, role, site, from_seq, to_seq) order by from_seq), '[]')
      from membership where programme = $1 and (person = any($2::uuid[]) or ($5 and role <> 'kader'))) as memberships,
    (select coalesce(json_agg(json_build_array(id, site, site_seq, count, digest, first_seq, last_seq, erased_seq)), '[]')
      from stream where programme = $1 and id = any($3)) as streams,
    (select coalesce(json_agg(json_build_array(stream, site, to_seq) order by to_seq), '[]') from stream_was where programme = $1 and stream = any($3)) as was,
    (select coalesce(json_agg(json_build_array(stream, person, from_seq, to_seq) order by from_seq), '[]') from assignment where programme = $1 and stream = any($3)) as assignments,
    (select coalesce(json_agg(json_build_array(id, hash)), '[]') from entry where programme = $1 and id = any($4::uuid[])) as hashes,
    (select coalesce(json_agg(json_build_array(stream, master, encode(wrapped, 'base64'))), '[]') from mother_key where programme = $1 and stream = any($3)) as keys`,
};

/** In a locked ledger: only a statement that begins after the lock sees all that was written before. */
export async function loadBook(client: pg.PoolClient, programme: string, { lastSeq, system }: Locked, authors: readonly string[], entries: readonly Entry[]): Promise<LoadedBook> {
  const streams = [...new Set(entries.map((entry) => entry.stream))];
  const persons = new Set(authors);
  for (const stream of streams) if (streamKind(stream) === "kader") persons.add(streamSubject(stream));
  for (const { type, body } of entries) if (type === "care.assigned" && typeof body["kader"] === "string") persons.add(body["kader"]);
  const staffToo = streams.some((stream) => streamKind(stream) === "programme");
  const { rows } = await client.query<Row>({ ...LOAD, values: [programme, [...persons], streams, entries.map((entry) => entry.id), staffToo] });
  const row = rows[0] as Row;
  const was = Map.groupBy(row.was, ([stream]) => stream);
  const assignments = Map.groupBy(row.assignments, ([stream]) => stream);
  const memberships = row.memberships.map(([person, role, site, fromSeq, toSeq]): Membership => ({ person, role, site, fromSeq, toSeq }));
  return {
    system,
    keys: new Map(row.keys.map(([stream, master, wrapped]) => [stream, { master, wrapped: Buffer.from(wrapped, "base64") }])),
    book: {
      programme,
      lastSeq,
      memberships: Map.groupBy(memberships, (one) => one.person),
      hashes: new Map(row.hashes),
      streams: new Map(
        row.streams.map(([id, site, siteSeq, count, digest, firstSeq, lastSeq, erasedSeq]): [string, StreamFacts] => [
          id,
          {
            id,
            kind: streamKind(id),
            site,
            siteSeq,
            was: (was.get(id) ?? []).map(([, left, toSeq]) => ({ site: left, toSeq })),
            assignments: (assignments.get(id) ?? []).map(([, person, fromSeq, toSeq]): Assignment => ({ person, fromSeq, toSeq })),
            count,
            digest,
            firstSeq,
            lastSeq,
            erasedSeq,
          },
        ]),
      ),
    },
  };
}
