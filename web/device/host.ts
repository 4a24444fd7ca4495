import { batch, signal } from "@preact/signals";
import type { DeviceState, HomeSite, Person } from "./api.ts";
import { serverClock } from "./clock.ts";
import { aesCipher, importDataKey, type Cipher, type Secrets } from "./crypto.ts";
import type { Env } from "./env.ts";
import { leave, pendingToken } from "./enrol.ts";
import { deliverSealed, exchangeOpen, uploadTokens, type Outcome } from "./exchange.ts";
import { DeviceFault, isFault } from "./fault.ts";
import { compact, openLedger, type Ledger } from "./ledger.ts";
import type { listen } from "./live.ts";
import { syncLoop, type SyncState } from "./loop.ts";
import { getMeta, putMeta } from "./meta.ts";
import { counters, openPhone, tidyArchive, type Phone } from "./phone.ts";
import { pinLock, type PinLock } from "./pin.ts";
import { offerRefusedAgain } from "./refused.ts";
import { loadSealing, sealerFor } from "./seal.ts";
import type { Store } from "./store.ts";
import { ledgerViews } from "./views.ts";
import type { Transport } from "./wire.ts";

export type HostParts = { readonly env: Env; readonly transport: Transport; readonly open: () => Promise<Store>; readonly listen: typeof listen; readonly chance: () => number };
type Session = { readonly ledger: Ledger; readonly cipher: Cipher; readonly readToken: string };

/** The life of the phone's store: held by this tab or not, enrolled or not, locked or open; and the sync that runs in each. */
export function createHost({ env, transport, open, listen, chance }: HostParts) {
  const signals = {
    state: signal<DeviceState>("elsewhere"),
    person: signal<Person | null>(null),
    site: signal<HomeSite | null>(null),
    opening: signal<{ done: number; total: number } | null>(null),
    waitSeconds: signal(0),
    revoked: signal(false),
    counters: signal(counters({ outbox: new Map(), accepted: 0 })),
    syncState: signal<SyncState>("idle"),
    clockOff: signal<number | null>(null),
    storageFull: signal(false),
  };
  const views = ledgerViews();
  let holding: { phone: Phone; pin: PinLock } | null = null;
  let session: Session | null = null;
  let clock = serverClock(env, 0);
  let stopListening = () => undefined as void;

  const held = () => {
    if (holding === null) throw new DeviceFault("elsewhere");
    return holding;
  };
  const opened = (): Session => {
    held();
    if (session === null) throw new DeviceFault("locked");
    return session;
  };
  const showPhone = () => {
    const enrolment = holding?.phone.enrolment ?? null;
    batch(() => {
      signals.person.value = enrolment && { ...enrolment.person, programme: enrolment.programme, demo: enrolment.demo };
      signals.site.value = enrolment?.site ?? null;
      if (holding !== null) signals.counters.value = counters(holding.phone);
      signals.waitSeconds.value = Math.ceil((holding?.pin.wait() ?? 0) / 1000);
    });
  };
  const settleState = async () => {
    const { phone } = held();
    const state = session !== null ? "open" : phone.enrolment === null ? "new" : (await getMeta(phone.store, "vault")) !== undefined ? "locked" : (await pendingToken(phone)) !== null ? "set-pin" : "new";
    showPhone();
    signals.state.value = state;
  };

  const exchangeParts = (stop: AbortSignal) => ({
    transport,
    signal: stop,
    hear: (serverTime: string) => {
      clock.hear(serverTime);
      signals.clockOff.value = clock.ahead();
    },
  });
  const run = async (stop: AbortSignal): Promise<Outcome> => {
    if (holding === null) return "done";
    const { phone } = holding;
    const parts = exchangeParts(stop);
    if (session === null) return deliverSealed(phone, parts, uploadTokens(phone, true));
    const { ledger, readToken } = session;
    const outcome = await exchangeOpen(ledger, readToken, parts);
    if (outcome === "reading-ended") {
      signals.revoked.value = true;
      await forget();
      return deliverSealed(phone, parts, uploadTokens(phone, true));
    }
    if (outcome === "done" && !stop.aborted) {
      await compact(ledger);
      await phone.store.write([putMeta("serverTime", clock.known())]);
      await tidyArchive(phone, new Date(clock.known()).toISOString().slice(0, 10));
    }
    return outcome;
  };
  const guarded = (stop: AbortSignal): Promise<Outcome> =>
    run(stop).catch((error: unknown): Outcome => {
      if (isFault(error, "elsewhere")) void release();
      return isFault(error, "storage-full") ? "full" : "server";
    });
  const loop = syncLoop(guarded, (state) => (signals.syncState.value = state), chance);

  const closeSession = () => {
    stopListening();
    session = null;
    views.show(null, "all");
  };
  /** Screens are empty at once; the key goes when what is being written has been written. */
  const lockNow = async () => {
    if (session === null) return;
    const { phone } = held();
    closeSession();
    await settleState();
    await loop.rest();
    await phone.serial(async () => undefined);
    loop.wake();
  };
  const forget = async () => {
    const { phone } = held();
    closeSession();
    await leave(phone);
    await settleState();
  };
  const listenAgain = (visible: boolean) => {
    stopListening();
    stopListening = session !== null && visible ? listen(session.readToken, loop.wake, chance) : () => undefined;
  };
  const enter = async ({ dataKey, readToken }: Secrets, visible: boolean) => {
    const { phone } = held();
    if (phone.enrolment === null) throw new DeviceFault("locked");
    await loop.rest();
    const cipher = aesCipher(await importDataKey(dataKey), env);
    const onChange = (streams: readonly string[]) => session !== null && views.show(session.ledger, streams);
    const onProgress = (done: number, total: number) => (signals.opening.value = { done, total });
    const ledger = await openLedger(phone, cipher, sealerFor(phone.enrolment.serverKey), { onChange, onProgress });
    session = { ledger, cipher, readToken };
    signals.opening.value = null;
    signals.revoked.value = false;
    views.show(ledger, "all");
    await settleState();
    listenAgain(visible);
    await offerRefusedAgain(ledger);
    loop.wake();
  };

  const hold = async () => {
    const store = watched(await open(), (full) => (signals.storageFull.value = full));
    const phone = await openPhone(store, env, showPhone);
    clock = serverClock(env, (await getMeta(store, "serverTime")) ?? 0);
    holding = { phone, pin: await pinLock(store, env) };
    await settleState();
    if (phone.enrolment !== null) void loadSealing().catch(() => undefined);
    loop.wake();
  };
  const release = async () => {
    closeSession();
    const before = holding;
    holding = null;
    signals.state.value = "elsewhere";
    await loop.rest();
    before?.phone.store.close();
  };

  return { signals, views, loop, held, opened, hold, release, enter, lockNow, close: closeSession, forget, settleState, showPhone, listenAgain, clock: () => clock, cipher: () => session?.cipher ?? null };
}

export type Host = ReturnType<typeof createHost>;

function watched(store: Store, onFull: (full: boolean) => void): Store {
  return {
    ...store,
    write: async (changes) => {
      try {
        await store.write(changes);
        onFull(false);
      } catch (error) {
        if (isFault(error, "storage-full")) onFull(true);
        throw error;
      }
    },
  };
}
