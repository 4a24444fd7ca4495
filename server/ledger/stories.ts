import type pg from "pg";
import type { EntryFlag, Received } from "#core/ledger/entry.ts";
import { streamKind, type Entry } from "#core/ledger/entry.ts";
import type { JsonObject } from "#core/ledger/json.ts";
import { open, seal, type SecretKey } from "#server/privacy/seal.ts";

/** An entry as a row; times are ISO texts with milliseconds, numbers are numbers. */
export type EntryRow = Omit<Entry, "programme" | "deviceSeq" | "occurredAt" | "recordedAt" | "replaces" | "body"> & {
  seq: number;
  device_seq: number;
  occurred_at: string;
  recorded_at: string;
  received_at: string;
  replaces: string[] | null;
  flags: EntryFlag[] | null;
  body: Buffer;
};

const iso = (column: string): string => `to_char(e.${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as ${column}`;

export const ENTRY_COLUMNS = `e.id, e.stream, e.seq::float8 as seq, e.type, e.version, e.author, e.performer, e.device, e.device_seq,
  ${iso("occurred_at")}, ${iso("recorded_at")}, ${iso("received_at")}, e.replaces, e.flags, e.body`;

const about = (programme: string, stream: string, id: string): string => `${programme}|${stream}|${id}`;

/** `key` is the mother's; other streams are plain. */
export function bodyToBytes(key: SecretKey | undefined, entry: Entry): Buffer {
  const plain = Buffer.from(JSON.stringify(entry.body));
  if (streamKind(entry.stream) !== "mother") return plain;
  if (key === undefined) throw new Error("a mother's entry must be sealed");
  return seal(key, about(entry.programme, entry.stream, entry.id), plain);
}

export function entryFromRow(programme: string, row: EntryRow, key: SecretKey | undefined): Received {
  const { id, stream, seq, type, version, author, performer, device, device_seq: deviceSeq, occurred_at: occurredAt, recorded_at: recordedAt, received_at: receivedAt, replaces, flags, body } = row;
  const plain = streamKind(stream) === "mother" ? openBody(programme, row, key) : body;
  return {
    id,
    programme,
    stream,
    type,
    version,
    author,
    performer,
    device,
    deviceSeq,
    occurredAt,
    recordedAt,
    replaces: replaces ?? [],
    body: JSON.parse(plain.toString("utf8")) as JsonObject,
    seq,
    receivedAt,
    flags: flags ?? [],
  };
}

function openBody(programme: string, row: EntryRow, key: SecretKey | undefined): Buffer {
  if (key === undefined) throw new Error("the mother's key is missing");
  return open(key, about(programme, row.stream, row.id), row.body);
}

/** Whole streams, in the order in which they came. One query for all of them. */
export async function readStories(
  client: pg.PoolClient,
  programme: string,
  streams: readonly string[],
  keyOf: (stream: string) => SecretKey | undefined,
): Promise<Map<string, Received[]>> {
  if (streams.length === 0) return new Map();
  const { rows } = await client.query<EntryRow>({
    name: "ledger stories",
    text: `select ${ENTRY_COLUMNS} from entry e where e.programme = $1 and e.stream = any($2) order by e.stream, e.seq`,
    values: [programme, streams],
  });
  return Map.groupBy(
    rows.map((row) => entryFromRow(programme, row, keyOf(row.stream))),
    (entry) => entry.stream,
  );
}
