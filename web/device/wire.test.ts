import { gunzipSync } from "node:zlib";
import { afterEach, describe, expect, test, vi } from "vitest";
import { FOLD_VERSION } from "#core/ledger/fold.ts";
import { testId } from "#core/testing.ts";
import { listen } from "./live.ts";
import { httpTransport } from "./wire.ts";

const REQUEST = { device: testId(4), cursor: null, entries: [] as unknown[] };
const ANSWER = { accepted: [], refused: [], entries: [], cursor: "c", more: false, offerAll: false, lost: [], sums: [], foldVersion: FOLD_VERSION, serverTime: "2026-11-25T03:00:00.000Z" };
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

describe("POST /api/sync from the phone", () => {
  test("carries the token in a header, and is packed where that pays", async () => {
    const asked: RequestInit[] = [];
    const { sync } = httpTransport("https://contoh.invalid", async (_, init) => (asked.push(init ?? {}), json(ANSWER)));
    await sync("secret", REQUEST);
    await sync("secret", { ...REQUEST, entries: Array.from({ length: 20 }, () => ({ words: "the same words" })) });
    expect(asked.map(({ headers }) => headers)).toEqual([
      { "content-type": "application/json", authorization: "Bearer secret" },
      { "content-type": "application/json", "content-encoding": "gzip", authorization: "Bearer secret" },
    ]);
    expect(JSON.parse(String(asked[0]?.body))).toEqual(REQUEST);
    const packed = new Uint8Array(asked[1]?.body as ArrayBuffer);
    expect(JSON.parse(gunzipSync(packed).toString()).entries.length).toBe(20);
    expect(packed.length).toBeLessThan(200);
  });

  test.each([
    ["a hotel's sign-in page", () => new Response("<html>")],
    ["an answer that breaks off", () => new Response('{"accepted":[')],
    ["an answer without its parts", () => json({ accepted: [] })],
    ["an answer of null", () => json(null)],
    ["no line", () => Promise.reject(new TypeError("failed to fetch"))],
  ])("takes %s as no answer", async (_, answer) => {
    const { sync } = httpTransport("", async () => answer());
    expect(await sync("secret", REQUEST)).toEqual({ ok: false, error: { code: "offline" } });
  });

  test("names what the server refuses", async () => {
    const { sync, enrol } = httpTransport("", async () => json({ error: "used" }, 410));
    expect(await sync("secret", REQUEST)).toEqual({ ok: false, error: { code: "http", status: 410, reason: "used" } });
    expect(await enrol({ token: "a token", device: testId(4) })).toEqual({ ok: false, error: { code: "http", status: 410, reason: "used" } });
  });

  test("can be broken off, before and in the middle", async () => {
    const hanging: typeof fetch = (_, init) => new Promise((__, reject) => (init?.signal?.aborted ? reject(new TypeError("aborted")) : init?.signal?.addEventListener("abort", () => reject(new TypeError("aborted")))));
    const stop = new AbortController();
    const answer = httpTransport("", hanging).sync("secret", REQUEST, stop.signal);
    stop.abort();
    expect(await answer).toEqual({ ok: false, error: { code: "offline" } });
    expect(await httpTransport("", () => expect.unreachable()).sync("secret", REQUEST, stop.signal)).toEqual({ ok: false, error: { code: "offline" } });
  });
});

describe("GET /api/live from the phone", () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  const stream = (...parts: string[]) => new Response(new ReadableStream({ start: (to) => void parts.forEach((part) => to.enqueue(new TextEncoder().encode(part))) }));

  test("hears each hint, however the line cuts the text, and no beat", async () => {
    vi.stubGlobal("fetch", async () => stream("event: open\ndata: \n\nevent: hi", "nt\ndata: ledger\n\n", ": beat\n\nevent: hint\ndata: ledger\n\n"));
    const heard = vi.fn<() => void>();
    const stop = listen("secret", heard, () => 0);
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(2));
    stop();
  });

  test("comes back later and later, and not at all once the right to read has ended", async () => {
    vi.useFakeTimers();
    let times = 0;
    const asked = vi.fn<() => Promise<Response>>(async () => new Response("", { status: ++times < 3 ? 502 : 403 }));
    vi.stubGlobal("fetch", asked);
    listen("secret", () => undefined, () => 0.5);
    await vi.advanceTimersByTimeAsync(9_999);
    expect(asked).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1 + 20_000);
    expect(asked).toHaveBeenCalledTimes(3);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(asked).toHaveBeenCalledTimes(3);
  });

  test("gives up a line that has been silent for a minute", async () => {
    vi.useFakeTimers();
    const signals: AbortSignal[] = [];
    vi.stubGlobal("fetch", async (_: string, init: RequestInit) => (signals.push(init.signal as AbortSignal), stream("event: open\ndata: \n\n")));
    const stop = listen("secret", () => undefined, () => 0.5);
    await vi.advanceTimersByTimeAsync(59_999);
    expect(signals[0]?.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(signals[0]?.aborted).toBe(true);
    stop();
  });
});
