import { expect, test, vi } from "vitest";
import { holdTab } from "./tab.ts";

/** Web Locks as the standard tells them: one holder, a queue, `ifAvailable`, `steal`, and a signal for who waits. */
function fakeLocks() {
  let holder: { reject: (error: unknown) => void } | null = null;
  const queue: { options: LockOptions; grant: (lock: Lock | null) => Promise<unknown>; resolve: (value: unknown) => void; reject: (error: unknown) => void }[] = [];
  const give = (one: (typeof queue)[number]) => {
    holder = one;
    void one.grant({ name: "x", mode: "exclusive" }).then(one.resolve, one.reject);
  };
  const request = (_: string, options: LockOptions, grant: (lock: Lock | null) => Promise<unknown>) =>
    new Promise((resolve, reject) => {
      const one = { options, grant, resolve, reject };
      options.signal?.addEventListener("abort", () => {
        queue.splice(queue.indexOf(one), 1);
        reject(new DOMException("gave up", "AbortError"));
      });
      setTimeout(() => {
        if (options.steal) {
          holder?.reject(new DOMException("stolen", "AbortError"));
          give(one);
        } else if (holder === null) give(one);
        else if (options.ifAvailable) resolve(grant(null));
        else queue.push(one);
      });
    });
  const close = () => {
    holder = null;
    const next = queue.shift();
    if (next !== undefined) give(next);
  };
  return { locks: { request } as unknown as LockManager, close };
}

function tabOn(locks: LockManager | undefined) {
  const told: string[] = [];
  return { told, tab: holdTab(locks, () => told.push("held"), () => told.push("elsewhere")) };
}

test("the first tab holds the store, the second waits until it closes", async () => {
  const { locks, close } = fakeLocks();
  const first = tabOn(locks);
  const second = tabOn(locks);
  await vi.waitFor(() => expect([first.told, second.told]).toEqual([["held"], ["elsewhere"]]));
  close();
  await vi.waitFor(() => expect(second.told).toEqual(["elsewhere", "held"]));
});

test("a tab may take it over; the other says so, and may take it back", async () => {
  const { locks } = fakeLocks();
  const first = tabOn(locks);
  const second = tabOn(locks);
  await vi.waitFor(() => expect(second.told).toEqual(["elsewhere"]));
  second.tab.takeOver();
  await vi.waitFor(() => expect([first.told, second.told]).toEqual([["held", "elsewhere"], ["elsewhere", "held"]]));
  first.tab.takeOver();
  await vi.waitFor(() => expect([first.told.at(-1), second.told.at(-1)]).toEqual(["held", "elsewhere"]));
});

test("a browser without Web Locks holds it (the store's own generation keeps older tabs out)", () => expect(tabOn(undefined).told).toEqual(["held"]));
