import "fake-indexeddb/auto";
import { afterEach, describe, expect, test, vi } from "vitest";
import { memoryStore } from "../../tests/fuzz/memory-store.ts";
import { openStore, type Change, type Store } from "./store.ts";

let names = 0;
const meta = (key: string, put: unknown): Change => ({ table: "meta", key, put });

/** The store in memory, on which the fuzz runs, keeps the same promises as the one in the browser. */
const KINDS: [string, () => Promise<{ first: Store; second: () => Promise<Store> }>][] = [
  ["IndexedDB", async () => {
    const name = `store ${++names}`;
    return { first: await openStore(name), second: () => openStore(name) };
  }],
  ["in memory", async () => {
    const first = memoryStore();
    return { first, second: async () => first.reopened() };
  }],
];

describe.each(KINDS)("the store (%s)", (_, make) => {
  test("gives rows by key, and by prefix in the order of keys", async () => {
    const { first } = await make();
    await first.write(["b|2", "a|2", "b|1", "b"].map((key): Change => meta(key, { key })));
    expect(await first.get("meta", "a|2")).toEqual({ key: "a|2" });
    expect(await first.get("meta", "none")).toBeUndefined();
    expect(await first.all("meta", "b|")).toEqual([{ key: "b|1" }, { key: "b|2" }]);
    expect(await first.keys("meta", "b|")).toEqual(["b|1", "b|2"]);
  });

  test("puts, drops and clears in the order in which they are told", async () => {
    const { first } = await make();
    const sealed = new Uint8Array([1]);
    await first.write([{ table: "snapshot", key: "old", put: { sealed } }, { table: "snapshot", clear: true }, { table: "snapshot", key: "new", put: { sealed } }, meta("a", 1), { table: "meta", drop: "a" }]);
    expect(await first.keys("snapshot")).toEqual(["new"]);
    expect(await first.get("meta", "a")).toBeUndefined();
  });

  test("what is written is there for who opens the store next, and the older holder writes no more", async () => {
    const { first, second } = await make();
    await first.write([meta("a", 1)]);
    const newer = await second();
    await expect(first.write([meta("a", 2)])).rejects.toMatchObject({ code: "elsewhere" });
    expect(await newer.get("meta", "a")).toBe(1);
    await newer.write([meta("a", 3)]);
    expect(await newer.get("meta", "a")).toBe(3);
  });
});

describe("in the browser", () => {
  afterEach(() => vi.restoreAllMocks());

  test("L2: writes are strict by name: what is left to the browser may still be in a buffer when the battery dies", async () => {
    const store = await openStore(`store ${++names}`);
    const asked = vi.spyOn(IDBDatabase.prototype, "transaction");
    await store.write([meta("a", 1)]);
    expect(asked.mock.calls.map(([, mode, options]) => [mode, options])).toEqual([["readwrite", { durability: "strict" }]]);
  });

  test("all or nothing: a row that cannot be stored takes the others with it", async () => {
    const store = await openStore(`store ${++names}`);
    await expect(store.write([meta("a", 1), meta("b", () => undefined)])).rejects.toThrow();
    expect(await store.keys("meta")).toEqual(["generation"]);
  });

  test("L2: no room is said, and nothing of the write is kept", async () => {
    const store = await openStore(`store ${++names}`);
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, value, key) {
      if (key === "b") throw new DOMException("no room", "QuotaExceededError");
      return put.call(this, value, key);
    });
    await expect(store.write([meta("a", 1), meta("b", 2)])).rejects.toMatchObject({ code: "storage-full" });
    vi.restoreAllMocks();
    expect(await store.keys("meta")).toEqual(["generation"]);
    await store.write([meta("b", 2)]);
    expect(await store.get("meta", "b")).toBe(2);
  });

  test("a browser without storage is named", async () => {
    vi.spyOn(indexedDB, "open").mockImplementation(() => {
      throw new DOMException("denied", "SecurityError");
    });
    await expect(openStore("none")).rejects.toMatchObject({ code: "no-storage" });
  });
});
