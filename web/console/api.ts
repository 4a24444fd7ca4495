import { AS_HEADER } from "#core/console/wire.ts";

/** The server said no, or (status 0) could not be reached. `seconds`: how long to wait. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  readonly code: string;
  readonly seconds: number | undefined;
  constructor(status: number, code: string, seconds?: number) {
    super(code);
    this.status = status;
    this.code = code;
    this.seconds = seconds;
  }
}

let as: string | null = null;
let whenSignedOut: () => void = () => {};
/** In which programme and role everything is asked from now on. */
export const actAs = (membership: string | null): void => void (as = membership);
export const onSignedOut = (then: () => void): void => void (whenSignedOut = then);
/** The path with that role in it, where no header can be sent: links that download, and streams of events. */
export const pathAs = (path: string): string => `${path}?as=${encodeURIComponent(as ?? "")}`;

/** A request that hangs on a bad line is as good as none. */
const PATIENCE_MS = 20_000;

async function ask<T>(path: string, init: RequestInit): Promise<T> {
  const headers = new Headers(init.headers);
  if (as !== null) headers.set(AS_HEADER, as);
  let answer: Response;
  try {
    answer = await fetch(path, { ...init, headers, credentials: "same-origin", cache: "no-store", signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch {
    throw new ApiError(0, "unreachable");
  }
  const body: unknown = await answer.json().catch(() => null);
  if (answer.ok) return body as T;
  const { error = "unreachable", seconds } = (body ?? {}) as { error?: string; seconds?: number };
  if (answer.status === 401 && error === "signed-out") whenSignedOut();
  throw new ApiError(answer.status, error, seconds);
}

export const get = <T>(path: string): Promise<T> => ask(path, { method: "GET" });
export const post = <T>(path: string, body: unknown): Promise<T> => ask(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
export const postForm = <T>(path: string, form: FormData): Promise<T> => ask(path, { method: "POST", body: form });
