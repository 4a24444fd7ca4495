import type { SyncResponse } from "#core/ledger/protocol.ts";
import type { Env } from "./env.ts";
import { getMeta, putMeta, type Enrolment } from "./meta.ts";
import { batchOf, countersOf, markSent, settle, type Counters, type OutboxRow, type OutboxRows } from "./outbox.ts";
import type { Change, Store } from "./store.ts";

/** What the phone knows and does without the PIN: who is enrolled, what waits, and what the server answered to it. */
export type Phone = {
  readonly env: Env;
  readonly store: Store;
  enrolment: Enrolment | null;
  uploads: Readonly<Record<string, string>>;
  outbox: OutboxRows;
  accepted: number;
  dirty: readonly string[];
  /** One change after the other: each reads what the one before wrote. */
  readonly serial: <T>(job: () => Promise<T>) => Promise<T>;
  /** Called when something of the above has another value. */
  readonly onChange: () => void;
};

export async function openPhone(store: Store, env: Env, onChange: () => void = () => undefined): Promise<Phone> {
  const [enrolment, uploads, rows, accepted, dirty] = await Promise.all([
    getMeta(store, "enrolment"),
    getMeta(store, "uploads"),
    store.all("outbox"),
    getMeta(store, "accepted"),
    getMeta(store, "dirty"),
  ]);
  return {
    env,
    store,
    enrolment: enrolment ?? null,
    uploads: uploads ?? {},
    outbox: new Map(rows.map((row) => [row.id, row])),
    accepted: accepted ?? 0,
    dirty: dirty ?? [],
    serial: queue(),
    onChange,
  };
}

export function queue(): Phone["serial"] {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const run = last.then(job, job);
    last = run.catch(() => undefined);
    return run;
  };
}

export const counters = (phone: Pick<Phone, "outbox" | "accepted">): Counters => countersOf(phone.outbox, phone.accepted);

/** What to offer next for a device; it counts as sent from here on. */
export async function takeBatch(phone: Phone, device: string, limit: number, skip: ReadonlySet<string>): Promise<OutboxRow[]> {
  return phone.serial(async () => {
    const batch = batchOf(phone.outbox, device, limit, skip);
    const { rows, changes } = markSent(phone.outbox, batch);
    if (changes.length > 0) await phone.store.write(changes);
    phone.outbox = rows;
    phone.onChange();
    return batch;
  });
}

/** What a locked phone, or one without room for more, takes from an answer: what became of its own entries. */
export async function noteAnswer(phone: Phone, batch: readonly OutboxRow[], answer: Pick<SyncResponse, "accepted" | "refused" | "serverTime">): Promise<void> {
  await phone.serial(async () => {
    const settled = settle(phone.outbox, batch, answer, answer.serverTime.slice(0, 10));
    if (settled.changes.length === 0) return;
    const accepted = phone.accepted + settled.accepted.length;
    const dirty = [...new Set([...phone.dirty, ...settled.accepted.map((row) => row.stream)])];
    await phone.store.write([...settled.changes, putMeta("accepted", accepted), putMeta("dirty", dirty)]);
    Object.assign(phone, { outbox: settled.rows, accepted, dirty });
    phone.onChange();
  });
}

/** Days for which an acknowledged entry stays in the archive: longer than the keys of any backup are kept. */
const ARCHIVE_DAYS = 100;

/** Forgets archived entries that no restore can need any more, and upload tokens with nothing left to deliver. */
export async function tidyArchive(phone: Phone, today: string): Promise<void> {
  const oldest = new Date(Date.parse(`${today}T00:00:00Z`) - ARCHIVE_DAYS * 86_400_000).toISOString().slice(0, 10);
  await phone.serial(async () => {
    const old = (await phone.store.keys("archive")).filter((key) => key < oldest);
    const changes: Change[] = old.map((key) => ({ table: "archive", drop: key }));
    if (Object.keys(phone.uploads).length === 0 && changes.length === 0) return;
    const archived = (await phone.store.all("archive")).filter((row) => row.device in phone.uploads).map((row) => row.device);
    const needed = new Set([...archived, ...[...phone.outbox.values()].map((row) => row.device)]);
    const uploads = Object.fromEntries(Object.entries(phone.uploads).filter(([device]) => needed.has(device)));
    await phone.store.write([...changes, putMeta("uploads", uploads)]);
    phone.uploads = uploads;
  });
}
