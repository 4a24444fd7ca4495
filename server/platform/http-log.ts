import { pino, type Logger } from "pino";

/**
 * Logs say what happened to the server, never to whom: no bodies, no tokens, no query strings, no addresses of people,
 * no path parameters, and of an error not its words, since PostgreSQL repeats values in them ("Key (name)=(…) exists").
 */
export function createLogger(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { req: describeRequest, request: describeRequest, res: describeResponse, err: describeError, error: describeError } });
}

type RequestLike = { method?: string; routeOptions?: { url?: string | undefined } };

/** The route's pattern stands for the path. */
export const describeRequest = (request: RequestLike) => ({ method: request.method, route: request.routeOptions?.url ?? "(none)" });

export const describeResponse = (response: { statusCode?: number }) => ({ status: response.statusCode });

type ErrorLike = Error & { code?: unknown; constraint?: unknown; table?: unknown; routine?: unknown };

export function describeError(error: ErrorLike) {
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const plain = (value: unknown): string | undefined => (typeof value === "string" && /^[\w.-]{1,80}$/.test(value) ? value : undefined);
  return { type: error.name, code: plain(error.code), table: plain(error.table), constraint: plain(error.constraint), routine: plain(error.routine), stack: frames.slice(0, 12).map((line) => line.trim()) };
}
