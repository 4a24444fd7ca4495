import type { Cipher } from "./crypto.ts";
import { DeviceFault } from "./fault.ts";
import type { Env } from "./env.ts";
import type { Store } from "./store.ts";

/** Unfinished work, encrypted, on disk when `put` resolves. Keys are stored in clear: no personal words in them. */
export type Drafts = {
  readonly get: <T>(key: string) => Promise<T | undefined>;
  readonly put: (key: string, value: unknown) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
  /** `at`: ms by the phone's clock. */
  readonly list: () => Promise<{ readonly key: string; readonly at: number }[]>;
};

/** `cipher` is null while locked: reading and writing then reject with `locked`. Puts of one key end in the order of the calls. */
export function drafts(store: () => Store, env: Env, cipher: () => Cipher | null): Drafts {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(job: () => Promise<T>): Promise<T> => {
    const run = last.then(job, job);
    last = run.catch(() => undefined);
    return run;
  };
  const opened = (): Cipher => {
    const key = cipher();
    if (key === null) throw new DeviceFault("locked");
    return key;
  };
  return {
    get: (key) =>
      inTurn(async () => {
        const row = await store().get("drafts", key);
        return row === undefined ? undefined : opened().open(`drafts|${key}`, row.sealed);
      }),
    put: (key, value) => {
      const taken = JSON.stringify(value);
      return inTurn(async () => store().write([{ table: "drafts", key, put: { key, at: env.now(), sealed: await opened().seal(`drafts|${key}`, JSON.parse(taken)) } }]));
    },
    remove: (key) => inTurn(async () => store().write([{ table: "drafts", drop: key }])),
    list: () => inTurn(async () => (await store().all("drafts")).map(({ key, at }) => ({ key, at }))),
  };
}
