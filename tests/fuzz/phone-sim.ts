import { CATALOGUE } from "#core/catalogue.ts";
import type { Entry } from "#core/ledger/entry.ts";
import type { Catalogue } from "#core/ledger/entry-type.ts";
import { uuidV7 } from "#core/ledger/uuid.ts";
import { instantOf } from "#web/device/clock.ts";
import type { Cipher } from "#web/device/crypto.ts";
import type { Env } from "#web/device/env.ts";
import { deliverSealed, exchangeOpen, uploadTokens, type Outcome } from "#web/device/exchange.ts";
import { DeviceFault } from "#web/device/fault.ts";
import { openLedger, stateOfStream, type Ledger } from "#web/device/ledger.ts";
import { putMeta, type Enrolment } from "#web/device/meta.ts";
import { openPhone, type Phone } from "#web/device/phone.ts";
import { recordAll, type ToRecord } from "#web/device/record.ts";
import { offerRefusedAgain } from "#web/device/refused.ts";
import type { Sealer } from "#web/device/seal.ts";
import type { Transport } from "#web/device/wire.ts";
import { memoryStore, PhoneDied, type MemoryStore } from "./memory-store.ts";
import type { Random } from "./random.ts";

const text = new TextEncoder();
const read = new TextDecoder();

/** Rows as plain JSON, for speed; encryption has its own tests. */
export const plainCipher: Cipher = {
  seal: async (_, value) => text.encode(JSON.stringify(value)),
  open: async (_, sealed) => JSON.parse(read.decode(sealed)),
};
export const plainSealer: Sealer = async (entry) => ({ key: "plain", enc: "", text: JSON.stringify(entry) });

export type SimPhone = {
  readonly name: string;
  readonly enrolment: Enrolment;
  readonly readToken: string;
  readonly store: MemoryStore;
  /** By how many ms its clock is wrong. */
  skew: number;
  catalogue: Catalogue;
  /** The next id that it gives, where chance fails it. */
  borrowedId: string | null;
  readonly phone: Phone;
  readonly ledger: Ledger;
  /** Opens from the disk, as after a crash, an update of the app, or unlocking. */
  readonly reopen: () => Promise<void>;
  /** Does something that the phone may not live to finish; it opens again then. */
  readonly surviving: <T>(job: () => Promise<T>) => Promise<T | "full" | "died">;
  readonly record: (entries: readonly ToRecord[]) => Promise<Entry[] | "full" | "died">;
  readonly sync: (transport: Transport) => Promise<Outcome | "died" | "full">;
  readonly syncLocked: (transport: Transport) => Promise<Outcome | "died" | "full">;
  readonly stateOf: (stream: string) => ReturnType<typeof stateOfStream>;
};

/** A phone with the real outbox, ledger and sync, on a disk in memory. */
export async function simPhone(enrolment: Enrolment, readToken: string, random: Random, now: () => number, sealer: Sealer = plainSealer): Promise<SimPhone> {
  let store = memoryStore();
  await store.write([putMeta("enrolment", enrolment)]);
  let phone!: Phone;
  let ledger!: Ledger;
  const sim = {
    name: enrolment.person.name,
    enrolment,
    readToken,
    skew: 0,
    catalogue: CATALOGUE,
    borrowedId: null as string | null,
    get store() {
      return store;
    },
    get phone() {
      return phone;
    },
    get ledger() {
      return ledger;
    },
  };
  const env: Env = {
    now: () => now() + sim.skew,
    monotonic: now,
    random: random.bytes,
    newId: () => {
      const borrowed = sim.borrowedId;
      sim.borrowedId = null;
      return borrowed ?? uuidV7(Date.parse(instantOf(env.now())), random.bytes(10));
    },
  };
  const reopen = async () => {
    store = store.reopened();
    phone = await openPhone(store, env);
    ledger = await openLedger(phone, plainCipher, sealer, { catalogue: sim.catalogue });
    await offerRefusedAgain(ledger);
  };
  const surviving = async <T>(job: () => Promise<T>): Promise<T | "died" | "full"> => {
    try {
      return await job();
    } catch (error) {
      if (error instanceof DeviceFault && error.code === "storage-full") return "full";
      if (!(error instanceof PhoneDied)) throw error;
      await reopen();
      return "died";
    }
  };
  await reopen();
  return Object.assign(sim, {
    reopen,
    surviving,
    record: (entries: readonly ToRecord[]) => surviving(() => recordAll(ledger, entries)),
    sync: (transport: Transport) => surviving(() => exchangeOpen(ledger, readToken, { transport })),
    syncLocked: (transport: Transport) =>
      surviving(async () => {
        const outcome = await deliverSealed(phone, { transport }, uploadTokens(phone, true));
        await reopen();
        return outcome;
      }),
    stateOf: (stream: string) => stateOfStream(ledger, stream),
  }) as SimPhone;
}
