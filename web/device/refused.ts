import type { Entry, RefusalCode } from "#core/ledger/entry.ts";
import { commit, keptOf, type Ledger } from "./ledger.ts";
import { getMeta, putMeta } from "./meta.ts";
import { isOf, putRow, unsent, type OutboxRow } from "./outbox.ts";
import { outboxRow } from "./record.ts";
import { keptOwn, looseRow, rewritten, type KeptStream } from "./streams.ts";
import type { Change } from "./store.ts";

/** `entry` is null where an earlier user of this phone made it: only the server can read it. */
export type Refused = { readonly id: string; readonly entry: Entry | null; readonly code: RefusalCode; readonly where?: string };

export async function refusedEntries(ledger: Ledger, state: "refused" | "set-aside"): Promise<Refused[]> {
  const rows = [...ledger.phone.outbox.values()].filter((row) => row.state === state);
  return Promise.all(rows.map(async (row) => ({ id: row.id, entry: await ownEntry(ledger, row), code: row.code ?? "broken", ...(row.where !== undefined && { where: row.where }) })));
}

const ownEntry = (ledger: Ledger, row: OutboxRow): Promise<Entry | null> => ledger.cipher.open<Entry>(`own|${row.id}`, row.own).catch(() => null);

/**
 * Offers a refused entry again: as it is (the cause was mended on the server), or, where its id belongs to another entry, under a
 * new id. Does nothing where the entry is not refused.
 */
export async function retryRefused(ledger: Ledger, id: string): Promise<void> {
  await ledger.phone.serial(async () => {
    const row = ledger.phone.outbox.get(id);
    if (row?.state !== "refused") return;
    const entry = row.code === "id-reused" ? await ownEntry(ledger, row) : null;
    if (entry !== null) return underNewId(ledger, row, entry);
    const again = unsent(row);
    await commit(ledger, { changes: [putRow(again)], outbox: new Map([...ledger.phone.outbox, [id, again]]), touched: [row.stream] });
  });
}

/**
 * What the server may take now, at each unlocking: entries that it could not open sealed, in plain, because its key is another one
 * now; and foreign ones, because what made their author belong may have come in since (phones offer anew after a restore).
 */
export async function offerRefusedAgain(ledger: Ledger): Promise<void> {
  for (const row of [...ledger.phone.outbox.values()].filter((one) => one.state === "refused")) {
    const opens = row.code === "cannot-open" && (await ownEntry(ledger, row)) !== null;
    if (opens || row.code === "foreign") await retryRefused(ledger, row.id);
  }
}

async function underNewId(ledger: Ledger, row: OutboxRow, entry: Entry): Promise<void> {
  const { phone } = ledger;
  const seq = ((await getMeta(phone.store, "seq")) ?? 0) + 1;
  const renamed: Entry = { ...entry, id: phone.env.newId(), deviceSeq: seq };
  const renamedRow = await outboxRow(ledger, renamed);
  const without = await withoutOwn(ledger, row);
  const outbox = new Map(phone.outbox);
  outbox.delete(row.id);
  outbox.set(renamed.id, renamedRow);
  await commit(ledger, {
    changes: [...without.changes, await looseRow(ledger.cipher, keptOwn(renamed)), { table: "outbox", drop: row.id }, putRow(renamedRow), putMeta("seq", seq)],
    kept: new Map([[row.stream, new Map([...without.kept, [renamed.id, keptOwn(renamed)]])]]),
    outbox,
  });
}

/** A person has dealt with it: it leaves the record and the numbers, and stays stored. */
export async function setAsideRefused(ledger: Ledger, id: string): Promise<void> {
  await ledger.phone.serial(async () => {
    const row = ledger.phone.outbox.get(id);
    if (row?.state !== "refused") return;
    const without = await withoutOwn(ledger, row);
    const aside: OutboxRow = { ...row, state: "set-aside" };
    await commit(ledger, { changes: [...without.changes, putRow(aside)], kept: new Map([[row.stream, without.kept]]), outbox: new Map([...ledger.phone.outbox, [id, aside]]) });
  });
}

/** The stream without this very entry; another one that has the same id stays. */
async function withoutOwn(ledger: Ledger, row: OutboxRow): Promise<{ kept: KeptStream; changes: Change[] }> {
  const kept = await keptOf(ledger, row.stream);
  const one = kept.get(row.id);
  if (one === undefined || !isOf(row, one.entry)) return { kept, changes: [] };
  const without = new Map(kept);
  without.delete(row.id);
  const changes = await rewritten(ledger.phone.store, ledger.cipher, without, row.stream, ledger.snapshot.nextSegment, () => false);
  return { kept: without, changes };
}
