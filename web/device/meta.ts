import type { Vault } from "./crypto.ts";
import type { ServerKey } from "./seal.ts";
import type { Change, Store } from "./store.ts";

/** Who is enrolled on this phone. In clear: the lock screen greets her, and a locked phone delivers with the token that only uploads. */
export type Enrolment = {
  readonly device: string;
  readonly programme: string;
  readonly person: { readonly id: string; readonly name: string; readonly role: "kader" | "midwife" };
  readonly site: { readonly id: string; readonly name: string; readonly timezone: string };
  readonly demo: boolean;
  readonly uploadToken: string;
  readonly serverKey: ServerKey;
};

/** Wrong PINs in a row, and what is to be waited before the next. `at` is the phone's clock when that was written. */
export type Throttle = { readonly failures: number; readonly waitMs: number; readonly at: number };

type Meta = {
  readonly enrolment: Enrolment;
  readonly vault: Vault;
  readonly throttle: Throttle;
  /** Enrolled, no PIN yet: nothing has been read so far. */
  readonly pending: { readonly readToken: string; readonly at: number };
  /** An enrolment that was asked for: asked again with the same device id, should the answer have been lost. */
  readonly intent: { readonly token: string; readonly device: string };
  /** Upload tokens of earlier enrolments, by device, while something of theirs may still have to be delivered. */
  readonly uploads: Readonly<Record<string, string>>;
  /** The last `deviceSeq` that was given out. */
  readonly seq: number;
  /** How many entries the server has acknowledged. */
  readonly accepted: number;
  /** Streams whose sums must be taken anew at the next unlocking: something of theirs was delivered while locked. */
  readonly dirty: readonly string[];
  /** The newest server time that is known, in ms. */
  readonly serverTime: number;
};

export const getMeta = async <K extends keyof Meta>(store: Store, key: K): Promise<Meta[K] | undefined> => (await store.get("meta", key)) as Meta[K] | undefined;
export const putMeta = <K extends keyof Meta>(key: K, value: Meta[K]): Change => ({ table: "meta", key, put: value });
export const dropMeta = (key: keyof Meta): Change => ({ table: "meta", drop: key });
