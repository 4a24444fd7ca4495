import { uuidV7 } from "#core/ledger/uuid.ts";

/** What the device layer takes from outside: clocks, chance and ids are arguments here too. */
export type Env = {
  /** The phone's own clock, in ms; it may be wrong. */
  readonly now: () => number;
  /** Milliseconds that only ever grow, from an arbitrary start, within this life of the page. */
  readonly monotonic: () => number;
  readonly random: (bytes: number) => Uint8Array<ArrayBuffer>;
  readonly newId: () => string;
};

let lastId = 0;
/** Ids made one after the other sort in that order, within one millisecond too. */
function nextMoment(): number {
  lastId = Math.max(Date.now(), lastId + 1);
  return lastId;
}

export const browserEnv: Env = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  newId: () => uuidV7(nextMoment(), crypto.getRandomValues(new Uint8Array(10))),
};
