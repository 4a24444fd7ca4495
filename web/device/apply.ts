import { EMPTY_DIGEST } from "#core/ledger/digest.ts";
import type { Received } from "#core/ledger/entry.ts";
import type { StreamSum, SyncResponse } from "#core/ledger/protocol.ts";
import { commit, keptOf, type Ledger } from "./ledger.ts";
import { holdsStream, merge, putRow, settle, type OutboxRow, type OutboxRows } from "./outbox.ts";
import type { Snapshot, Summary } from "./snapshot.ts";
import { keptReceived, rowsFor, type KeptStream } from "./streams.ts";
import type { Change } from "./store.ts";

/**
 * Applies one answer in one transaction: what became of our entries, what came in, what went to others, and the cursor. A crash
 * before it leaves everything as it was, and the same request is simply made again. `askedAll`: the sums of all streams were
 * asked for; the last page has them. Where the server was restored, what is not among them may still be offered anew from here.
 */
export async function applyAnswer(ledger: Ledger, batch: readonly OutboxRow[], answer: SyncResponse, askedAll: boolean): Promise<void> {
  const { phone } = ledger;
  const complete = askedAll && !answer.more && !answer.offerAll;
  await phone.serial(async () => {
    const settled = settle(phone.outbox, batch, answer.offerAll ? withoutForeign(answer) : answer, answer.serverTime.slice(0, 10));
    const again = answer.offerAll ? (await phone.store.all("archive")).map(offeredBefore) : [];
    const outbox = merge(settled.rows, again.filter((row) => !settled.rows.has(row.id)));
    const came = await takeIn(ledger, answer.entries);
    const visible = [...came.kept.keys(), ...answer.sums.map((sum) => sum.stream)].filter((stream) => came.kept.has(stream) || stream in ledger.snapshot.streams);
    const streams = afterScope(ledger.snapshot.streams, visible, lostStreams(ledger.snapshot, answer, complete));
    const gone = Object.entries(streams).filter(([stream, summary]) => summary.lost === true && !holdsStream(outbox, stream));
    await commit(ledger, {
      changes: [...settled.changes, ...again.map(putRow), ...(answer.offerAll ? await dropArchive(ledger) : []), ...came.changes],
      kept: came.kept,
      touched: [...settled.accepted, ...settled.refused, ...again].map((row) => row.stream),
      outbox,
      accepted: Math.max(0, phone.accepted + settled.accepted.length - again.length),
      gone: gone.filter(([, summary]) => summary.count > 0 || summary.card !== undefined).map(([stream]) => stream),
      snapshot: { ...ledger.snapshot, streams, nextSegment: ledger.snapshot.nextSegment + 1 },
      finish: (snapshot) => heard(snapshot, answer, complete, outbox),
    });
  });
}

/** A restored server may not know yet what makes an entry belong: those go again, behind what this phone offers anew. */
const withoutForeign = (answer: SyncResponse): SyncResponse => ({ ...answer, refused: answer.refused.filter((one) => one.code !== "foreign") });

/** Whether the restored server has it is not known: offered once, and unanswered by this one. */
const offeredBefore = (row: OutboxRow): OutboxRow => ({ ...row, state: "sent" });

const dropArchive = async (ledger: Ledger): Promise<Change[]> => (await ledger.phone.store.keys("archive")).map((key) => ({ table: "archive", drop: key }));

/** What is new here: unknown, known only from here, or another entry under an id that this phone gave away too. */
async function takeIn(ledger: Ledger, entries: readonly Received[]): Promise<{ kept: Map<string, KeptStream>; changes: Change[] }> {
  const kept = new Map<string, KeptStream>();
  const changes: Change[] = [];
  for (const [stream, received] of Map.groupBy(entries, (entry) => entry.stream)) {
    const known = await keptOf(ledger, stream);
    const fresh = received.map(keptReceived).filter((one) => {
      const before = known.get(one.entry.id);
      return before === undefined || before.receivedAt === null || before.hash !== one.hash;
    });
    if (fresh.length === 0) continue;
    kept.set(stream, new Map([...known, ...fresh.map((one) => [one.entry.id, one] as const)]));
    changes.push(...(await rowsFor(ledger.cipher, stream, ledger.snapshot.nextSegment, fresh)));
  }
  return { kept, changes };
}

/** Named as lost, or not among the sums of all that the reader may see. A stream that the server has never confirmed is not lost. */
function lostStreams(snapshot: Snapshot, answer: SyncResponse, complete: boolean): readonly string[] {
  if (!complete) return answer.lost;
  const visible = new Set(answer.sums.map((sum) => sum.stream));
  return [...answer.lost, ...Object.keys(snapshot.streams).filter((stream) => !visible.has(stream) && (snapshot.streams[stream]?.count ?? 0) > 0)];
}

function afterScope(before: Snapshot["streams"], visible: readonly string[], lost: readonly string[]): Record<string, Summary> {
  const streams: Record<string, Summary> = { ...before };
  for (const stream of visible) {
    const { lost: _, ...summary } = streams[stream] ?? { count: 0, digest: EMPTY_DIGEST, parked: 0 };
    streams[stream] = summary;
  }
  for (const stream of lost) {
    const summary = streams[stream];
    if (summary !== undefined) streams[stream] = { ...summary, lost: true };
  }
  return streams;
}

function heard(snapshot: Snapshot, answer: SyncResponse, complete: boolean, outbox: OutboxRows): Snapshot {
  return {
    ...snapshot,
    cursor: answer.cursor,
    serverFold: answer.foldVersion,
    lastSyncAt: answer.serverTime,
    checkedAt: answer.offerAll ? 0 : complete ? Date.parse(answer.serverTime) : snapshot.checkedAt,
    differs: compared(snapshot, complete ? {} : snapshot.differs, answer.sums, outbox),
  };
}

/** Sums that are not ours. Where an entry was offered and not answered, the server may have it already: no verdict then. */
function compared(snapshot: Snapshot, before: Snapshot["differs"], sums: readonly StreamSum[], outbox: OutboxRows): Snapshot["differs"] {
  const differs = Object.fromEntries(Object.entries(before).filter(([stream]) => snapshot.streams[stream]?.lost !== true));
  const unanswered = new Set([...outbox.values()].filter((row) => row.state === "sent").map((row) => row.stream));
  for (const sum of sums) {
    const here = snapshot.streams[sum.stream] ?? { count: 0, digest: EMPTY_DIGEST };
    if (sum.grown || "lost" in here || unanswered.has(sum.stream)) continue;
    if (here.count === sum.count && here.digest === sum.digest) delete differs[sum.stream];
    else differs[sum.stream] = sum;
  }
  return differs;
}
