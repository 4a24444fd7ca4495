import type { Principal } from "#core/ledger/belonging.ts";
import { PAGE, streamKind } from "#core/ledger/entry.ts";
import { createGathering } from "./gathering.ts";
import type { LedgerDeps } from "./deps.ts";
import { keepOffered, type Offering, type Pushed } from "./keep-offered.ts";
import { openOffered } from "./open-offered.ts";
import { inLockedLedger } from "./transaction.ts";

export type { Pushed } from "./keep-offered.ts";

/**
 * Takes what a device offers, entries or sealed entries, each judged by itself. What comes back as accepted is committed (L1).
 * Throws only where the database does; then nothing was taken, and the same may be offered again.
 */
export async function pushEntries(deps: LedgerDeps, by: Principal, outgoing: readonly unknown[]): Promise<Pushed> {
  if (outgoing.length === 0) return { accepted: [], refused: [] };
  return deps.pushes(by.programme, { by, ...(await openOffered(deps.keyring, outgoing)) });
}

/** Enough for a village that comes home at the same hour; a transaction stays short. */
const MOST_TOGETHER = 2 * PAGE;

/**
 * Who writes to a programme waits for its lock anyway: what arrives meanwhile shares the next transaction. Where people join or
 * leave, that holds for whoever comes after: such an offering takes its turn alone.
 */
export function createPushes(deps: Omit<LedgerDeps, "pushes">): LedgerDeps["pushes"] {
  const together = async (offerings: readonly Offering[]): Promise<readonly Pushed[]> => {
    const programme = offerings[0]?.by.programme ?? "";
    const { pushed, afterCommit } = await inLockedLedger(deps.pool, programme, (client, locked) => keepOffered(deps, client, programme, locked, offerings));
    afterCommit();
    return pushed;
  };
  return createGathering(together, (gathered, next) => {
    const length = gathered.reduce((sum, { offered }) => sum + offered.length, next.offered.length);
    return length <= MOST_TOGETHER && !changesMembers(next) && !gathered.some(changesMembers);
  });
}

const changesMembers = ({ offered }: Offering): boolean => offered.some(({ entry }) => streamKind(entry.stream) === "kader" || streamKind(entry.stream) === "programme");
