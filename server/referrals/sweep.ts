import { createHash } from "node:crypto";
import { REFERRAL_DUE, type ReferringClass } from "#content/rules/follow-up.ts";
import { PAGE, type Entry } from "#core/ledger/entry.ts";
import { uuidFromDigest } from "#core/ledger/uuid.ts";
import { consoleDeviceOf } from "#server/devices/console-device.ts";
import type { LedgerDeps } from "#server/ledger/deps.ts";
import { pushEntries } from "#server/ledger/push.ts";
import { dueAt } from "./due.ts";

/** How long a late referral may wait for the sweep to notice, at most. */
export const SWEEP_MS = 20_000;
const AT_ONCE = 2_000;

type LateRow = { programme: string; system: string; stream: string; id: string; class: ReferringClass; made_at: Date; received_at: Date; late: "seen" | "answered" };

/**
 * R1: looks over what is open and writes down what nobody saw, or nobody answered, in its time. A look at the data and no queued
 * job, so that nothing can be lost; the same lateness is the same entry, whichever server says it first. One programme that fails
 * holds up no other: `failed` is told, and the next sweep tries again. Gives how many were late.
 */
export async function sweepReferrals(deps: LedgerDeps, failed: (error: unknown) => void): Promise<number> {
  const classes = Object.keys(REFERRAL_DUE) as ReferringClass[];
  const { rows } = await deps.pool.query<LateRow>("select * from late_referrals($1, $2, $3, $4, $5)", [
    new Date(deps.now()),
    classes,
    classes.map((one) => REFERRAL_DUE[one].seenMinutes),
    classes.map((one) => REFERRAL_DUE[one].answeredMinutes),
    AT_ONCE,
  ]);
  for (const [programme, late] of Map.groupBy(rows, (row) => row.programme)) {
    const system = late[0]?.system ?? "";
    const by = { programme, person: system, role: "operator", site: null, device: consoleDeviceOf(programme, system), reads: false } as const;
    const entries = late.map(escalation);
    try {
      for (let first = 0; first < entries.length; first += PAGE) await pushEntries(deps, by, entries.slice(first, first + PAGE));
    } catch (error) {
      failed(error);
    }
  }
  return rows.length;
}

/** Every server writes it word for word alike: its times are those at which it became late. */
function escalation({ programme, system, stream, id, late, class: of, made_at, received_at }: LateRow): Entry {
  const at = dueAt(late, { class: of, madeAt: made_at.toISOString(), receivedAt: received_at.toISOString() });
  return {
    id: uuidFromDigest(createHash("sha256").update(`${programme}|${stream}|${id}|${late}`).digest()),
    programme,
    stream,
    type: "referral.escalated",
    version: 1,
    author: system,
    performer: system,
    device: consoleDeviceOf(programme, system),
    deviceSeq: 1,
    occurredAt: at,
    recordedAt: at,
    replaces: [],
    body: { referral: id, late },
  };
}

/** Sweeps now and then every 20 s, one sweep at a time. `failed` is told; the next one tries again. Returns how to stop. */
export function startSweep(deps: LedgerDeps, failed: (error: unknown) => void): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const sweep = async (): Promise<void> => {
    try {
      await sweepReferrals(deps, failed);
    } catch (error) {
      failed(error);
    }
    if (!stopped) timer = setTimeout(() => (running = sweep()), SWEEP_MS);
  };
  running = sweep();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
}
