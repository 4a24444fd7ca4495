import type { Entry, RefusalCode } from "#core/ledger/entry.ts";
import type { SealedEntry, SyncResponse } from "#core/ledger/protocol.ts";
import type { Change } from "./store.ts";

/** `sent`: offered, no answer yet. `set-aside`: refused, and a person has dealt with it; it stays stored. */
export type OutboxState = "unsent" | "sent" | "refused" | "set-aside";

/** An entry that was made here and not yet acknowledged. Readable by the server alone (`sealed`) and by who made it (`own`). */
export type OutboxRow = {
  readonly id: string;
  readonly stream: string;
  readonly device: string;
  readonly deviceSeq: number;
  readonly state: OutboxState;
  readonly code?: RefusalCode;
  readonly where?: string;
  readonly sealed: SealedEntry["sealed"];
  readonly own: Uint8Array<ArrayBuffer>;
};
export type OutboxRows = ReadonlyMap<string, OutboxRow>;

/** The four numbers that a person sees (L5). */
export type Counters = { readonly unsent: number; readonly sent: number; readonly accepted: number; readonly refused: number };

export function countersOf(rows: OutboxRows, accepted: number): Counters {
  const counters = { unsent: 0, sent: 0, accepted, refused: 0 };
  for (const { state } of rows.values()) if (state !== "set-aside") counters[state]++;
  return counters;
}

export const waits = (row: OutboxRow): boolean => row.state === "unsent" || row.state === "sent";

/** Keeps a stream on the phone though it went to somebody else: something of it is not delivered, or not dealt with. */
export const holdsStream = (rows: OutboxRows, stream: string): boolean => [...rows.values()].some((row) => row.stream === stream && row.state !== "set-aside");

/** Whether the row is this very entry, and not another that has the same id. */
export const isOf = (row: OutboxRow, entry: Entry): boolean => row.stream === entry.stream && row.device === entry.device && row.deviceSeq === entry.deviceSeq;

/** Small enough that a bad line gets something through before it breaks. */
export const BATCH = 50;
const BATCH_CHARACTERS = 200_000;

/** What to offer next for a device, in the order in which it was made; `skip` are those that were offered already in this exchange. */
export function batchOf(rows: OutboxRows, device: string, limit: number, skip: ReadonlySet<string>): OutboxRow[] {
  const waiting = [...rows.values()].filter((row) => row.device === device && waits(row) && !skip.has(row.id)).sort((a, b) => a.deviceSeq - b.deviceSeq);
  let characters = 0;
  return waiting.slice(0, limit).filter((row, index) => {
    characters += row.sealed.text.length;
    return index === 0 || characters <= BATCH_CHARACTERS;
  });
}

export const putRow = (row: OutboxRow): Change => ({ table: "outbox", key: row.id, put: row });
export const archiveKey = (day: string, id: string): string => `${day}|${id}`;

/** Rows offered and unanswered so far. */
export function markSent(rows: OutboxRows, batch: readonly OutboxRow[]): { rows: OutboxRows; changes: Change[] } {
  const sent = batch.filter((row) => row.state !== "sent").map((row): OutboxRow => ({ ...row, state: "sent" }));
  return { rows: merge(rows, sent), changes: sent.map(putRow) };
}

export type Settled = { readonly rows: OutboxRows; readonly changes: Change[]; readonly accepted: readonly OutboxRow[]; readonly refused: readonly OutboxRow[] };

/**
 * What an answer does to the rows that were offered. Only what was offered can be answered; a row without an answer stays `sent`
 * and is offered again. `day` (YYYY-MM-DD) files the acknowledged ones in the archive.
 */
export function settle(rows: OutboxRows, batch: readonly OutboxRow[], answer: Pick<SyncResponse, "accepted" | "refused">, day: string): Settled {
  const offered = new Map(batch.flatMap(({ id }) => (rows.has(id) ? [[id, rows.get(id) as OutboxRow]] : [])));
  const accepted = answer.accepted.flatMap((id) => offered.get(id) ?? []);
  const refused = answer.refused.flatMap(({ id, code, where }): OutboxRow[] => {
    const row = id === null ? undefined : offered.get(id);
    return row === undefined ? [] : [{ ...row, state: "refused", code, ...(where !== undefined && { where }) }];
  });
  const after = new Map(merge(rows, refused));
  const changes: Change[] = refused.map(putRow);
  for (const row of accepted) {
    after.delete(row.id);
    changes.push({ table: "outbox", drop: row.id });
    changes.push({ table: "archive", key: archiveKey(day, row.id), put: unsent(row) });
  }
  return { rows: after, changes, accepted, refused };
}

/** As it was before it was offered. */
export function unsent(row: OutboxRow): OutboxRow {
  const { id, stream, device, deviceSeq, sealed, own } = row;
  return { id, stream, device, deviceSeq, state: "unsent", sealed, own };
}

export const merge = (rows: OutboxRows, changed: readonly OutboxRow[]): OutboxRows => new Map([...rows, ...changed.map((row) => [row.id, row] as const)]);
