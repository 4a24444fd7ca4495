import { beforeAll, describe, expect, test } from "vitest";
import { memoryStore, PhoneDied, type MemoryStore } from "../../tests/fuzz/memory-store.ts";
import { makeVault, type Vault } from "./crypto.ts";
import { browserEnv } from "./env.ts";
import { putMeta } from "./meta.ts";
import { checkPin, pinLock, waitAfter } from "./pin.ts";

const PIN = "271828";
const secrets = { dataKey: browserEnv.random(32), readToken: "dr_secret" };
let vault: Vault;
beforeAll(async () => {
  vault = await makeVault(PIN, secrets, browserEnv);
});

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** A phone whose clocks the test moves. */
async function phone(store: MemoryStore = memoryStore()) {
  const clock = { wall: Date.parse("2026-11-25T01:00:00Z"), steady: 5_000 };
  const env = { ...browserEnv, now: () => clock.wall, monotonic: () => clock.steady };
  await store.write([putMeta("vault", vault)]);
  const pass = (ms: number) => {
    clock.wall += ms;
    clock.steady += ms;
  };
  return { store, clock, env, pass, lock: await pinLock(store, env) };
}

test.each([
  ["12345", "six-digits"],
  ["1234567", "six-digits"],
  ["12345a", "six-digits"],
  ["000000", "too-simple"],
  ["123456", "too-simple"],
  ["654321", "too-simple"],
  ["890123", "too-simple"],
])("the PIN %s is not taken: %s", (pin, code) => expect(checkPin(pin)).toEqual({ ok: false, error: { code } }));
test.each(["271828", "121212", "112233", "135791"])("the PIN %s is taken", (pin) => expect(checkPin(pin).ok).toBe(true));

test.each([
  [4, 0],
  [5, 30 * SECOND],
  [6, MINUTE],
  [7, 5 * MINUTE],
  [8, 15 * MINUTE],
  [9, 60 * MINUTE],
  [50, 60 * MINUTE],
])("S2: after %i wrong PINs in a row one waits %i ms", (failures, wait) => expect(waitAfter(failures)).toBe(wait));

describe("S2: wrong PINs wait longer and longer", { timeout: 30_000 }, () => {
  test("five are free, then even the right one waits, and the right one ends it", async () => {
    const { lock, pass } = await phone();
    for (let free = 4; free >= 0; free--) expect(await lock.unlock("000001")).toEqual({ ok: false, error: { code: "wrong", free } });
    expect(await lock.unlock(PIN)).toEqual({ ok: false, error: { code: "wait", seconds: 30 } });
    pass(29_999);
    expect(await lock.unlock(PIN)).toEqual({ ok: false, error: { code: "wait", seconds: 1 } });
    pass(1);
    expect(await lock.unlock(PIN)).toEqual({ ok: true, value: secrets });
    expect(await lock.unlock("000001")).toMatchObject({ error: { free: 4 } });
  });

  test("closing the app does not end a wait, and neither does a clock that is set back", async () => {
    const before = await phone();
    for (let n = 0; n < 5; n++) await before.lock.unlock("000001");
    const after = await phone(before.store.reopened());
    after.clock.wall -= 3 * 24 * 60 * MINUTE;
    const lock = await pinLock(after.store, after.env);
    expect(lock.wait()).toBe(30 * SECOND);
    after.clock.wall += 3 * 24 * 60 * MINUTE;
    expect(lock.wait()).toBe(30 * SECOND);
    after.clock.steady += 30 * SECOND;
    expect(await lock.unlock(PIN)).toMatchObject({ ok: true });
  });

  test("stopping the app in the middle of a try gives no free try", async () => {
    const { store, env } = await phone();
    for (let n = 0; n < 5; n++) {
      const open = store.reopened();
      const lock = await pinLock(open, env);
      open.strike("dies-after");
      await expect(lock.unlock("000001")).rejects.toThrow(PhoneDied);
    }
    const lock = await pinLock(store.reopened(), env);
    expect(await lock.unlock(PIN)).toEqual({ ok: false, error: { code: "wait", seconds: 30 } });
  });

  test("another PIN opens the same secrets, and the old one none", async () => {
    const { lock } = await phone();
    expect(await lock.change("000001", "314159")).toMatchObject({ error: { code: "wrong" } });
    expect(await lock.change(PIN, "111111")).toEqual({ ok: false, error: { code: "too-simple" } });
    expect(await lock.change(PIN, "314159")).toEqual({ ok: true, value: undefined });
    expect(await lock.unlock(PIN)).toMatchObject({ ok: false });
    expect(await lock.unlock("314159")).toEqual({ ok: true, value: secrets });
  });
});
