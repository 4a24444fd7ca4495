import { err, ok, type Result } from "#core/result.ts";
import { makeVault, openVault, type Secrets } from "./crypto.ts";
import type { Env } from "./env.ts";
import { dropMeta, getMeta, putMeta, type Throttle } from "./meta.ts";
import type { Change, Store } from "./store.ts";

export type PinProblem = { readonly code: "six-digits" | "too-simple" };
/** `free`: tries left before a wait begins. */
export type UnlockProblem = { readonly code: "wrong"; readonly free: number } | { readonly code: "wait"; readonly seconds: number };

/** The PINs that a finder tries first: one digit six times, and runs. */
export function checkPin(pin: string): Result<void, PinProblem> {
  if (!/^\d{6}$/.test(pin)) return err({ code: "six-digits" });
  const steps = new Set([...pin].slice(1).map((digit, index) => (Number(digit) - Number(pin[index]) + 10) % 10));
  return steps.size === 1 && [0, 1, 9].includes([...steps][0] ?? 0) ? err({ code: "too-simple" }) : ok(undefined);
}

const FREE = 5;
const SECOND = 1000;
const WAITS = [30 * SECOND, 60 * SECOND, 5 * 60 * SECOND, 15 * 60 * SECOND, 60 * 60 * SECOND];

/** What is to be waited after so many wrong PINs in a row, in ms. */
export const waitAfter = (failures: number): number => (failures < FREE ? 0 : (WAITS[Math.min(failures - FREE, WAITS.length - 1)] ?? 0));

/**
 * Waits grow with each wrong PIN and are stored, so that closing the app does not end them. While the page lives they run on a
 * clock that nobody can set; across a restart only the phone's clock is there: turned back it ends nothing, turned forward it can
 * end a wait (the phone's own screen lock is the boundary, S2).
 */
export type PinLock = {
  /** Milliseconds until the next try; 0: now. */
  readonly wait: () => number;
  readonly unlock: (pin: string) => Promise<Result<Secrets, UnlockProblem>>;
  /** Sets a PIN over the secrets; the caller has checked it. `also` goes in the same transaction. */
  readonly set: (pin: string, secrets: Secrets, also?: readonly Change[]) => Promise<void>;
  readonly change: (pin: string, next: string) => Promise<Result<void, PinProblem | UnlockProblem>>;
};

export async function pinLock(store: Store, env: Env): Promise<PinLock> {
  const stored: Throttle = (await getMeta(store, "throttle")) ?? { failures: 0, waitMs: 0, at: 0 };
  let failures = stored.failures;
  const elapsed = Math.max(0, env.now() - stored.at);
  let until = env.monotonic() + Math.max(0, stored.waitMs - elapsed);
  let trying: Promise<unknown> = Promise.resolve();

  const wait = () => Math.max(0, until - env.monotonic());
  const tryOnce = async (pin: string): Promise<Result<Secrets, UnlockProblem>> => {
    if (wait() > 0) return err({ code: "wait", seconds: Math.ceil(wait() / SECOND) });
    const vault = await getMeta(store, "vault");
    if (vault === undefined) return err({ code: "wrong", free: 0 });
    // Counted before it is tried: stopping the app half way gives no free try.
    const counted = failures + 1;
    await store.write([putMeta("throttle", { failures: counted, waitMs: waitAfter(counted), at: env.now() })]);
    const secrets = await openVault(pin, vault, env);
    failures = secrets === null ? counted : 0;
    if (secrets !== null) {
      await store.write([dropMeta("throttle")]);
      return ok(secrets);
    }
    until = env.monotonic() + waitAfter(counted);
    return err({ code: "wrong", free: Math.max(0, FREE - counted) });
  };
  const unlock: PinLock["unlock"] = (pin) => {
    const next = trying.then(() => tryOnce(pin));
    trying = next.catch(() => undefined);
    return next;
  };
  const set: PinLock["set"] = async (pin, secrets, also = []) => {
    await store.write([...also, putMeta("vault", await makeVault(pin, secrets, env)), dropMeta("throttle")]);
    failures = 0;
    until = 0;
  };
  return {
    wait,
    unlock,
    set,
    change: async (pin, next) => {
      const fits = checkPin(next);
      if (!fits.ok) return fits;
      const opened = await unlock(pin);
      if (!opened.ok) return opened;
      await set(next, opened.value);
      return ok(undefined);
    },
  };
}
