import { randomBytes } from "node:crypto";
import type { Principal } from "#core/ledger/belonging.ts";
import type { Entry, RefusalCode } from "#core/ledger/entry.ts";
import type { JsonObject } from "#core/ledger/json.ts";
import { uuidV7 } from "#core/ledger/uuid.ts";
import { err, ok, type Result } from "#core/result.ts";
import { takeDeviceNumbers } from "#server/devices/console-device.ts";
import type { LedgerDeps } from "./deps.ts";
import { openOffered } from "./open-offered.ts";
import { keepOffered } from "./keep-offered.ts";
import { inLockedLedger } from "./transaction.ts";

/** What somebody at the console says; the envelope is filled in. `occurredAt` is now where it is left out. */
export type Draft = {
  readonly stream: string;
  readonly type: string;
  readonly body: JsonObject;
  readonly version?: number;
  readonly replaces?: readonly string[];
  /** Who did it, where another writes it down: a paper form, a kader without a phone. */
  readonly performer?: string;
  readonly occurredAt?: string;
  readonly id?: string;
};
export type NotRecorded = { readonly code: RefusalCode; readonly where?: string; readonly index: number };

export const newId = (deps: Pick<LedgerDeps, "now">): string => uuidV7(deps.now(), randomBytes(10));

class Refusal extends Error {
  readonly refused: NotRecorded;
  constructor(refused: NotRecorded) {
    super(refused.code);
    this.refused = refused;
  }
}

/** Writes all drafts or none. */
export async function record(deps: LedgerDeps, by: Principal, drafts: readonly Draft[]): Promise<Result<{ ids: string[] }, NotRecorded>> {
  try {
    const { ids, afterCommit } = await inLockedLedger(deps.pool, by.programme, async (client, locked) => {
      const first = await takeDeviceNumbers(client, by.programme, by.person, by.role, drafts.length);
      const entries = drafts.map((draft, index) => envelope(deps, by, draft, first + index));
      const { offered, refused } = await openOffered(deps.keyring, entries);
      const kept = await keepOffered(deps, client, by.programme, locked, [{ by, offered, refused }]);
      const bad = kept.pushed[0]?.refused[0];
      if (bad !== undefined) throw new Refusal({ code: bad.code, ...(bad.where !== undefined && { where: bad.where }), index: entries.findIndex((entry) => entry.id === bad.id) });
      return { ids: entries.map((entry) => entry.id), afterCommit: kept.afterCommit };
    });
    afterCommit();
    return ok({ ids });
  } catch (error) {
    if (error instanceof Refusal) return err(error.refused);
    throw error;
  }
}

function envelope(deps: LedgerDeps, by: Principal, draft: Draft, deviceSeq: number): Entry {
  const now = new Date(deps.now()).toISOString();
  const { stream, type, body, version = 1, replaces = [], performer = by.person, occurredAt = now, id = newId(deps) } = draft;
  return { id, programme: by.programme, stream, type, version, author: by.person, performer, device: by.device, deviceSeq, occurredAt, recordedAt: now, replaces: [...replaces], body };
}
