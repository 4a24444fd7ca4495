/** Thrown in a handler; answered as `{ "error": code }` with that status. Holds no text: the client has its own words for each code. */
export class HttpError extends Error {
  override readonly name = "HttpError";
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string) {
    super(code);
    this.status = status;
    this.code = code;
  }
}

export type Answer = { readonly status: number; readonly code: string };

/** The codes of errors that Fastify itself raises. */
const BY_STATUS: Readonly<Record<number, string>> = { 401: "unknown-token", 403: "not-allowed", 404: "not-found", 413: "too-large", 415: "broken", 429: "too-many" };

const DISK_FULL = "53100";
/** PostgreSQL stopping, starting or out of connections, or not there at all: all pass by themselves. */
const AWAY = /^(?:08...|57P0[1-3]|53300|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE)$/;
const POOL_WORDS = /^(?:timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error)/;

/** What the client is told of an error; never its words, which may hold anything. */
export function answerTo(error: unknown): Answer {
  if (error instanceof HttpError) return { status: error.status, code: error.code };
  const { statusCode, code = "", message = "", syscall } = error as { statusCode?: number; code?: string; message?: string; syscall?: string };
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return { status: statusCode, code: BY_STATUS[statusCode] ?? "broken" };
  if (code === DISK_FULL || code === "ENOSPC") return { status: 507, code: "disk-full" };
  const isSocket = syscall === "connect" || syscall === "read" || syscall === "write";
  if (POOL_WORDS.test(message) || (AWAY.test(code) && (isSocket || /^\d|^57/.test(code)))) return { status: 503, code: "unavailable" };
  return { status: 500, code: "internal" };
}
