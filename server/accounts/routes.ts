import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import * as v from "valibot";
import type { Me } from "#core/console/wire.ts";
import { HttpError } from "../platform/http.ts";
import type { Accounts, SignedIn } from "./accounts.ts";
import { isFromOurPages, sendCookies, sessionHeaders } from "./session-headers.ts";

export type AccountRoutesDeps = { readonly accounts: Accounts; readonly origin: string | null; readonly membershipsOf: (person: string) => Promise<Me["memberships"]>; readonly clock: () => number };

const linkBody = v.strictObject({ token: v.pipe(v.string(), v.minLength(20), v.maxLength(100)), shared: v.boolean() });
const signInBody = v.strictObject({ name: v.pipe(v.string(), v.maxLength(60)), password: v.pipe(v.string(), v.maxLength(200)), shared: v.boolean() });
const passwordBody = v.strictObject({ name: v.pipe(v.string(), v.maxLength(60)), password: v.pipe(v.string(), v.maxLength(200)), old: v.nullable(v.pipe(v.string(), v.maxLength(200))) });

/** Sign-in by link or password, and one's own account. A whole clinic may stand behind one address: the name is what waits. */
export function accountRoutes({ accounts, origin, membershipsOf, clock }: AccountRoutesDeps): (app: FastifyInstance) => void {
  const config = { access: ["anyone"], rateLimit: { max: 60, timeWindow: 60_000 } } as const;
  return (app) => {
    app.post("/api/account/link", { config }, async (request, reply) => {
      const body = readBody(linkBody, request, origin);
      const answer = await accounts.useLink(body.token, body.shared, sessionHeaders(request));
      if (!answer.ok) throw new HttpError(401, "unknown-link");
      sendCookies(reply, answer.value.cookies);
      return { ok: true };
    });
    app.post("/api/account/sign-in", { config }, async (request, reply) => {
      const body = readBody(signInBody, request, origin);
      const answer = await accounts.signIn(body.name, body.password, body.shared, sessionHeaders(request));
      if (answer.ok) {
        sendCookies(reply, answer.value.cookies);
        return { ok: true };
      }
      if (answer.error.code === "wrong") throw new HttpError(401, "wrong");
      return reply.code(429).header("retry-after", String(answer.error.seconds)).send({ error: "wait", seconds: answer.error.seconds });
    });
    app.post("/api/account/sign-out", { config }, async (request, reply) => {
      if (!isFromOurPages(request, origin)) throw new HttpError(403, "other-origin");
      sendCookies(reply, await accounts.signOut(sessionHeaders(request)));
      return { ok: true };
    });
    app.get("/api/account/me", { config: { access: ["anyone"] } }, async (request, reply): Promise<Me> => {
      const who = await signedIn(accounts, request, reply);
      return {
        person: who.person,
        name: who.name,
        username: who.username,
        hasPassword: who.hasPassword,
        byLink: who.cameBy === "link",
        founder: who.founder,
        memberships: await membershipsOf(who.person),
        draftKey: accounts.draftKey(who.person),
        serverTime: new Date(clock()).toISOString(),
      };
    });
    app.post("/api/account/password", { config }, async (request, reply) => {
      const body = readBody(passwordBody, request, origin);
      const answer = await accounts.setPassword(await signedIn(accounts, request, reply), body.name, body.password, body.old);
      if (!answer.ok) throw new HttpError(422, answer.error.code);
      return { ok: true };
    });
  };
}

function readBody<T>(schema: v.GenericSchema<unknown, T>, request: FastifyRequest, origin: string | null): T {
  if (!isFromOurPages(request, origin)) throw new HttpError(403, "other-origin");
  const body = v.safeParse(schema, request.body);
  if (!body.success) throw new HttpError(400, "broken");
  return body.output;
}

/** Who is signed in, or 401. A session that was prolonged sends its cookie anew. */
export async function signedIn(accounts: Accounts, request: FastifyRequest, reply: FastifyReply): Promise<SignedIn> {
  const { who, cookies } = await accounts.whoIs(sessionHeaders(request));
  if (who === null) throw new HttpError(401, "signed-out");
  sendCookies(reply, cookies);
  return who;
}
