import { MAX_BODY_BYTES, type Entry } from "#core/ledger/entry.ts";
import { checkEntry } from "#core/ledger/entry-type.ts";
import type { JsonObject } from "#core/ledger/json.ts";
import { instantOf } from "./clock.ts";
import { DeviceFault } from "./fault.ts";
import { commit, keptOf, type Ledger } from "./ledger.ts";
import { getMeta, putMeta } from "./meta.ts";
import { putRow, type OutboxRow } from "./outbox.ts";
import { keptOwn, looseRow, type KeptStream } from "./streams.ts";
import type { Change } from "./store.ts";

export type ToRecord = {
  readonly type: string;
  readonly stream: string;
  readonly body: object;
  readonly version?: number;
  /** ISO instant, from the phone's clock; now where left out. */
  readonly occurredAt?: string;
  /** Who did it, where it was not who writes it down. */
  readonly performer?: string;
  readonly replaces?: readonly string[];
};

/**
 * Writes entries, all or none: to the stream, to the outbox, to the list. Rejects with `broken`, `too-large`, `cannot-seal` or
 * `storage-full`, and nothing is written then. `draft` is the key of a draft that goes in the same transaction.
 */
export async function recordAll(ledger: Ledger, toRecord: readonly ToRecord[], draft?: string): Promise<Entry[]> {
  const { phone } = ledger;
  return phone.serial(async () => {
    const before = (await getMeta(phone.store, "seq")) ?? 0;
    const kept = new Map<string, KeptStream>();
    const entries: Entry[] = [];
    for (const [index, one] of toRecord.entries()) {
      const ofStream = kept.get(one.stream) ?? (await keptOf(ledger, one.stream));
      const entry = envelope(ledger, one, before + index + 1, (id) => ofStream.has(id) || phone.outbox.has(id));
      entries.push(entry);
      kept.set(one.stream, new Map([...ofStream, [entry.id, keptOwn(entry)]]));
    }
    const rows = await Promise.all(entries.map((entry) => outboxRow(ledger, entry)));
    const loose = await Promise.all(entries.map((entry) => looseRow(ledger.cipher, keptOwn(entry))));
    const changes: Change[] = [...loose, ...rows.map(putRow), putMeta("seq", before + entries.length)];
    if (draft !== undefined) changes.push({ table: "drafts", drop: draft });
    await commit(ledger, { changes, kept, outbox: new Map([...phone.outbox, ...rows.map((row) => [row.id, row] as const)]) });
    return entries;
  });
}

export async function outboxRow(ledger: Pick<Ledger, "sealer" | "cipher">, entry: Entry): Promise<OutboxRow> {
  const { id, stream, device, deviceSeq } = entry;
  const [sealed, own] = await Promise.all([ledger.sealer(entry), ledger.cipher.seal(`own|${id}`, entry)]);
  return { id, stream, device, deviceSeq, state: "unsent", sealed, own };
}

function envelope(ledger: Ledger, one: ToRecord, deviceSeq: number, taken: (id: string) => boolean): Entry {
  const { env } = ledger.phone;
  const { person, programme, device } = ledger.reader;
  let id = env.newId();
  while (taken(id)) id = env.newId();
  const recordedAt = instantOf(env.now());
  const checked = checkEntry(ledger.catalogue, {
    id,
    programme,
    stream: one.stream,
    type: one.type,
    version: one.version ?? 1,
    author: person.id,
    performer: one.performer ?? person.id,
    device,
    deviceSeq,
    occurredAt: one.occurredAt ?? recordedAt,
    recordedAt,
    replaces: [...(one.replaces ?? [])],
    body: withoutUndefined(one.body),
  });
  if (!checked.ok) throw new DeviceFault("broken", checked.error.where);
  if (new TextEncoder().encode(JSON.stringify(checked.value.body)).length > MAX_BODY_BYTES) throw new DeviceFault("too-large");
  return checked.value;
}

/** As it will read after a journey through JSON: the hash is taken of what is sent. */
const withoutUndefined = (body: object): JsonObject => JSON.parse(JSON.stringify(body)) as JsonObject;
