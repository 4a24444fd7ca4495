import { signal } from "@preact/signals";
import { CATALOGUE } from "#core/catalogue.ts";
import { typeKey } from "#core/ledger/entry-type.ts";
import { err, ok } from "#core/result.ts";
import { clearanceAt } from "#core/training/kader-view.ts";
import * as v from "valibot";
import type { Device } from "./api.ts";
import { siteToday } from "./clock.ts";
import { drafts } from "./drafts.ts";
import { browserEnv, type Env } from "./env.ts";
import { enrol, leave, pendingToken } from "./enrol.ts";
import { exportUnsent } from "./export.ts";
import { DeviceFault, isFault } from "./fault.ts";
import { createHost, type Host } from "./host.ts";
import { autoLock } from "./idle.ts";
import { stateOfStream } from "./ledger.ts";
import { listen } from "./live.ts";
import { dropMeta, putMeta } from "./meta.ts";
import { checkPin } from "./pin.ts";
import { recordAll } from "./record.ts";
import { refusedEntries, retryRefused, setAsideRefused } from "./refused.ts";
import { loadSealing } from "./seal.ts";
import { openStore, type Store } from "./store.ts";
import { holdTab, type Tab } from "./tab.ts";
import { motherOf, storyOf } from "./views.ts";
import { httpTransport, type Transport } from "./wire.ts";

export type { Device, DeviceState, StreamEntry } from "./api.ts";
export { DeviceFault } from "./fault.ts";

/** What the browser gives; tests give their own. */
export type DeviceOptions = {
  readonly env?: Env;
  readonly transport?: Transport;
  readonly open?: () => Promise<Store>;
  readonly listen?: typeof listen;
  readonly locks?: LockManager | undefined;
};

/** Resolves once it is known who is enrolled here. Rejects with `no-storage` where the browser keeps no data. */
export async function openDevice(options: DeviceOptions = {}): Promise<Device> {
  const env = options.env ?? browserEnv;
  const transport = options.transport ?? httpTransport();
  const chance = () => (env.random(1)[0] ?? 0) / 256;
  const host = createHost({ env, transport, open: options.open ?? (() => openStore()), listen: options.listen ?? listen, chance });
  const idle = autoLock(env, () => void host.lockNow());
  const persisted = signal<boolean | null>(null);
  const tab = await holdThisTab(host, "locks" in options ? options.locks : globalThis.navigator?.locks);
  followPage(host, idle, persisted);
  return facade(host, { env, transport, tab, persisted, keepOpen: idle.keepOpen });
}

function holdThisTab(host: Host, locks: LockManager | undefined): Promise<Tab> {
  return new Promise((resolve, reject) => {
    const tab: Tab = holdTab(
      locks,
      () => void host.hold().then(() => queueMicrotask(() => resolve(tab)), reject),
      () => void host.release().then(() => queueMicrotask(() => resolve(tab))),
    );
  });
}

function followPage(host: Host, idle: ReturnType<typeof autoLock>, persisted: { value: boolean | null }): void {
  setInterval(() => host.signals.waitSeconds.value > 0 && host.showPhone(), 1000);
  if (typeof document === "undefined") return;
  for (const touch of ["pointerdown", "keydown"]) document.addEventListener(touch, idle.touch, { capture: true, passive: true });
  document.addEventListener("visibilitychange", () => {
    idle.hidden(document.hidden);
    host.listenAgain(!document.hidden);
    host.loop.wake();
  });
  addEventListener("online", host.loop.wake);
  void navigator.storage?.persist?.().then((kept) => (persisted.value = kept), () => undefined);
}

type Parts = { readonly env: Env; readonly transport: Transport; readonly tab: Tab; readonly persisted: Device["storagePersisted"]; readonly keepOpen: Device["keepOpen"] };

function facade(host: Host, { env, transport, tab, persisted, keepOpen }: Parts): Device {
  const { signals, views } = host;
  const visible = () => typeof document === "undefined" || !document.hidden;
  const ledger = () => host.opened().ledger;
  const record: Device["recordAll"] = async (entries, { draft } = {}) => {
    const made = await recordAll(ledger(), entries, draft);
    host.loop.wake();
    return made;
  };
  const enrolments: Pick<Device, "enrol" | "setPin" | "unlock" | "changePin" | "lock" | "signOut"> = {
    enrol: async (token) => {
      const { phone } = host.held();
      signals.state.value = "enrolling";
      try {
        await host.loop.rest();
        const enrolled = await enrol(phone, transport, token);
        if (enrolled.ok) host.close();
        return enrolled.ok ? ok({ name: enrolled.value.person.name, site: enrolled.value.site.name }) : enrolled;
      } catch (error) {
        if (isFault(error, "storage-full")) return err({ code: "storage-full" });
        throw error;
      } finally {
        await host.settleState();
        host.loop.wake();
        void loadSealing().catch(() => undefined);
        void navigator.storage?.persist?.();
      }
    },
    setPin: async (pin) => {
      const { phone, pin: lock } = host.held();
      const fits = checkPin(pin);
      if (!fits.ok) return fits;
      const readToken = await pendingToken(phone);
      if (readToken === null) {
        await leave(phone);
        await host.settleState();
        return err({ code: "expired" });
      }
      const secrets = { dataKey: env.random(32), readToken };
      await lock.set(pin, secrets, [dropMeta("pending")]);
      await host.enter(secrets, visible());
      return ok(undefined);
    },
    unlock: async (pin) => {
      const unlocked = await host.held().pin.unlock(pin);
      if (unlocked.ok) await host.enter(unlocked.value, visible());
      host.showPhone();
      return unlocked.ok ? ok(undefined) : unlocked;
    },
    changePin: async (pin, next) => {
      const changed = await host.held().pin.change(pin, next);
      host.showPhone();
      return changed;
    },
    lock: async () => {
      await host.held().phone.store.write([putMeta("serverTime", host.clock().known())]);
      await host.lockNow();
    },
    signOut: async () => {
      await host.loop.rest();
      await host.forget();
      host.loop.wake();
    },
  };
  return {
    ...signals,
    ...enrolments,
    takeOver: tab.takeOver,
    keepOpen,
    newId: env.newId,
    newStream: (kind) => `${kind}:${env.newId()}`,
    check: (type, body, version = 1) => {
      const known = CATALOGUE.get(typeKey(type, version));
      if (known === undefined) return err({ where: "type" });
      const checked = v.safeParse(known.body, JSON.parse(JSON.stringify(body)), { abortEarly: true });
      return checked.success ? ok(undefined) : err({ where: v.getDotPath(checked.issues[0]) ?? "body" });
    },
    record: async (type, entry) => {
      const [made] = await record([{ ...entry, type }]);
      if (made === undefined) throw new DeviceFault("broken");
      return made;
    },
    recordAll: record,
    cards: views.cards,
    mother: async (stream) => motherOf(ledger(), stream),
    watchMother: views.watchMother,
    stateOf: async (stream) => stateOfStream(ledger(), stream),
    stream: async (stream) => storyOf(ledger(), stream),
    me: views.me,
    clearance: () => (views.me.value === null ? { state: "none" } : clearanceAt(views.me.value, host.clock().now())),
    programme: views.programme,
    places: views.places,
    parked: views.parked,
    lastSyncAt: views.lastSyncAt,
    syncNow: host.loop.runNow,
    refused: async () => refusedEntries(ledger(), "refused"),
    retryRefused: async (id) => {
      await retryRefused(ledger(), id);
      host.loop.wake();
    },
    setAsideRefused: async (id) => setAsideRefused(ledger(), id),
    setAside: async () => refusedEntries(ledger(), "set-aside"),
    agreement: views.agreement,
    folds: views.folds,
    exportUnsent: async () => {
      const file = exportUnsent(host.held().phone);
      return file && { name: file.name, blob: new Blob([file.text], { type: "application/json" }) };
    },
    now: () => new Date(env.now()),
    serverNow: () => host.clock().now(),
    today: () => siteToday(env, signals.site.value?.timezone ?? "Asia/Jakarta"),
    storagePersisted: persisted,
    drafts: drafts(() => host.held().phone.store, env, host.cipher),
  };
}
