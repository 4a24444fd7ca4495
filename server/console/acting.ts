import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import * as v from "valibot";
import { AS_HEADER } from "#core/console/wire.ts";
import { signedIn } from "../accounts/routes.ts";
import { isFromOurPages } from "../accounts/session-headers.ts";
import { consolePrincipal } from "../ledger/membership.ts";
import { HttpError } from "../platform/http.ts";
import { CONSOLE_ROLES, type Acting, type ConsoleDeps } from "./deps.ts";

const actingOf = new WeakMap<FastifyRequest, Acting>();

/** Who asks; only in routes of the console, where `requireActing` has run. */
export function acting(request: FastifyRequest): Acting {
  const found = actingOf.get(request);
  if (found === undefined) throw new HttpError(401, "signed-out");
  return found;
}

/**
 * Asked anew for each request: who left a programme, or lost her role, sees nothing from that moment. The role that is asked
 * for must be hers, and one of those that the route declares in `config.access`.
 */
export function requireActing(app: FastifyInstance, deps: ConsoleDeps): void {
  app.addHook("preHandler", async (request, reply) => {
    if (!isFromOurPages(request, deps.origin)) throw new HttpError(403, "other-origin");
    actingOf.set(request, await actingFor(deps, request, reply));
  });
}

async function actingFor(deps: ConsoleDeps, request: FastifyRequest, reply: FastifyReply): Promise<Acting> {
  const who = await signedIn(deps.accounts, request, reply);
  // An EventSource cannot send a header of its own.
  const as = request.headers[AS_HEADER] ?? (request.query as { as?: unknown }).as;
  const [programme = "", role = ""] = typeof as === "string" ? as.split(".") : [];
  const known = CONSOLE_ROLES.find((one) => one === role);
  if (known === undefined || !/^[0-9a-f-]{36}$/.test(programme)) throw new HttpError(403, "not-a-member");
  const principal = await consolePrincipal(deps.ledger, { person: who.person, programme, role: known });
  if (principal === null) throw new HttpError(403, "not-a-member");
  if (!(request.routeOptions.config.access as readonly string[]).includes(known)) throw new HttpError(403, "not-allowed");
  return { who, principal };
}

/** The body as the schema has it, or 400. */
export function readBody<T>(schema: v.GenericSchema<unknown, T>, request: FastifyRequest): T {
  const body = v.safeParse(schema, request.body);
  if (!body.success) throw new HttpError(400, "broken");
  return body.output;
}

export function readParams<T>(schema: v.GenericSchema<unknown, T>, request: FastifyRequest): T {
  const params = v.safeParse(schema, request.params);
  if (!params.success) throw new HttpError(404, "not-found");
  return params.output;
}

/** Where links of this server lead: the set address, or the one that the browser used. */
export const baseUrl = (deps: ConsoleDeps, request: FastifyRequest): string => deps.origin ?? `${request.protocol}://${request.host}`;
