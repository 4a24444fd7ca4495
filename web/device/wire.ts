import type { EnrolRequest, EnrolResponse, SyncRequest, SyncResponse } from "#core/ledger/protocol.ts";
import { err, ok, type Result } from "#core/result.ts";

/** `offline`: no answer, or none that can be read (a hotel's sign-in page, a line that broke). `http`: the server said no. */
export type WireError = { readonly code: "offline" } | { readonly code: "http"; readonly status: number; readonly reason: string };

/** How the phone talks to the server. */
export type Transport = {
  readonly sync: (token: string, request: SyncRequest, signal?: AbortSignal) => Promise<Result<SyncResponse, WireError>>;
  readonly enrol: (request: EnrolRequest) => Promise<Result<EnrolResponse, WireError>>;
};

/** Milliseconds: on a weak line a page of 200 entries may take a minute. */
const TIMEOUT = 90_000;
/** Bytes from which packing pays. */
const PACK_FROM = 400;

export function httpTransport(origin = "", send: typeof fetch = (input, init) => fetch(input, init)): Transport {
  const post = async <T>(path: string, body: object, token: string | null, sound: (answer: T) => boolean, signal?: AbortSignal): Promise<Result<T, WireError>> => {
    if (signal?.aborted) return err({ code: "offline" });
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), TIMEOUT);
    const abort = () => stop.abort();
    signal?.addEventListener("abort", abort, { once: true });
    try {
      const packed = await pack(JSON.stringify(body));
      const response = await send(`${origin}${path}`, {
        method: "POST",
        headers: { "content-type": "application/json", ...(packed.gzip && { "content-encoding": "gzip" }), ...(token !== null && { authorization: `Bearer ${token}` }) },
        body: packed.body,
        signal: stop.signal,
        cache: "no-store",
        credentials: "omit",
      });
      const answer: unknown = await response.json();
      if (!response.ok) return err({ code: "http", status: response.status, reason: String((answer as { error?: unknown }).error ?? "") });
      return sound(answer as T) ? ok(answer as T) : err({ code: "offline" });
    } catch {
      return err({ code: "offline" });
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    }
  };
  return {
    sync: (token, request, signal) => post("/api/sync", request, token, isSyncResponse, signal),
    enrol: (request) => post("/api/enrol", request, null, (answer: EnrolResponse) => typeof answer?.uploadToken === "string" && typeof answer.readToken === "string"),
  };
}

const isSyncResponse = (answer: SyncResponse): boolean => Array.isArray(answer?.accepted) && Array.isArray(answer.refused) && Array.isArray(answer.entries) && typeof answer.serverTime === "string";

async function pack(json: string): Promise<{ body: string | ArrayBuffer; gzip: boolean }> {
  if (json.length < PACK_FROM || typeof CompressionStream === "undefined") return { body: json, gzip: false };
  const packed = new Blob([json]).stream().pipeThrough(new CompressionStream("gzip"));
  return { body: await new Response(packed).arrayBuffer(), gzip: true };
}
