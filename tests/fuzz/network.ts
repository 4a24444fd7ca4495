import type { Catalogue } from "#core/ledger/entry-type.ts";
import type { SyncRequest } from "#core/ledger/protocol.ts";
import type { Transport } from "#web/device/wire.ts";
import type { Planted } from "./planted.ts";
import type { Random } from "./random.ts";

export const FAULTS = ["cut", "repeat", "reorder", "wrong clock", "reassignment", "old version", "id reused", "restored", "crash", "full disk", "locked"] as const;
export type FaultKind = (typeof FAULTS)[number];
export type Counts = Record<FaultKind, number>;
export const noCounts = (): Counts => Object.fromEntries(FAULTS.map((kind) => [kind, 0])) as Counts;

/** A line that breaks before or behind the server, delivers twice, or delivers once more much later. */
export function badNetwork(good: Transport, random: Random, counts: Counts) {
  const late: { token: string; request: SyncRequest }[] = [];
  const count = (kind: FaultKind) => void counts[kind]++;
  const sync: Transport["sync"] = async (token, request) => {
    const cut = { ok: false, error: { code: "offline" } } as const;
    if (random.chance(0.12)) return count("cut"), cut;
    if (random.chance(0.1)) late.push({ token, request: structuredClone(request) });
    const answer = await good.sync(token, request);
    if (random.chance(0.12)) return count("cut"), cut;
    if (!random.chance(0.12)) return answer;
    count("repeat");
    const again = await good.sync(token, request);
    return random.chance(0.5) ? again : answer;
  };
  return {
    transport: { ...good, sync },
    /** Something that was sent long ago arrives (again) now. */
    deliverLate: async () => {
      const [one] = late.splice(random.int(late.length || 1), 1);
      if (one === undefined) return;
      count("reorder");
      await good.sync(one.token, one.request);
    },
  };
}

/** The phone's side of a planted bug. */
export function withPlanted(transport: Transport, planted: Planted["phone"], catalogue: () => Catalogue): Transport {
  if (planted === undefined) return transport;
  return {
    ...transport,
    sync: async (token, request, signal) => {
      const answer = await transport.sync(token, request, signal);
      return answer.ok ? { ok: true, value: planted(answer.value, catalogue()) } : answer;
    },
  };
}
