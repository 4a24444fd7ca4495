import type { FastifyReply, FastifyRequest } from "fastify";
import type { Cookies } from "./accounts.ts";

/** What better-auth needs of a request: the cookies, and what a person recognises a session of hers by. */
export function sessionHeaders(request: FastifyRequest): Headers {
  const headers = new Headers();
  if (request.headers.cookie !== undefined) headers.set("cookie", request.headers.cookie);
  if (request.headers["user-agent"] !== undefined) headers.set("user-agent", request.headers["user-agent"].slice(0, 300));
  return headers;
}

export function sendCookies(reply: FastifyReply, cookies: Cookies): void {
  if (cookies.length > 0) void reply.header("set-cookie", [...cookies]);
}

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whether a request that changes something comes from our own pages: SameSite=Lax keeps the cookie from other sites' posts, and
 * this holds between two sites of one domain, too. Browsers say where a request comes from in a header that no page can set;
 * where one is too old for that, its origin has to be ours (our pages send no referrer, and some then say "null").
 */
export function isFromOurPages(request: FastifyRequest, origin: string | null): boolean {
  if (SAFE.has(request.method)) return true;
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin";
  const from = request.headers.origin;
  if (from === undefined) return false;
  return from === origin || (URL.canParse(from) && new URL(from).host === request.host);
}
