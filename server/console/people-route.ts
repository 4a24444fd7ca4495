import type { FastifyInstance } from "fastify";
import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import * as v from "valibot";
import { uuid } from "#core/ledger/entry.ts";
import { line } from "#core/care/words.ts";
import { replacedBy } from "#core/ledger/fold.ts";
import { createProgramme, membershipsOf } from "../ledger/membership.ts";
import { programmeDirectory } from "../ledger/read.ts";
import { newId, record } from "../ledger/record.ts";
import { HttpError } from "../platform/http.ts";
import { signedIn } from "../accounts/routes.ts";
import { isFromOurPages } from "../accounts/session-headers.ts";
import { acting, baseUrl, readBody, readParams } from "./acting.ts";
import type { ConsoleDeps } from "./deps.ts";
import { programmeState } from "./programme-state.ts";

const programmeBody = v.strictObject({ name: line, permits: v.optional(line), hosts: v.optional(line), runs: v.optional(line) });
const personBody = v.strictObject({
  name: line,
  role: v.picklist(["midwife", "lead", "head", "operator"]),
  site: v.nullable(uuid),
  phone: v.optional(line),
  /** Somebody who is staff already and gets another role. */
  person: v.optional(uuid),
});
const personParams = v.object({ person: uuid });

/** Accounts of staff: the operator alone lets people in, and never without a trace in the programme's own stream. */
export function peopleRoutes(app: FastifyInstance, deps: ConsoleDeps): void {
  app.post("/api/console/people", { config: { access: ["operator"] } }, async (request) => {
    const { principal } = acting(request);
    const body = readBody(personBody, request);
    const { sites, staff } = await programmeDirectory(deps.ledger, principal);
    if (body.role === "midwife" && body.site === null) throw new HttpError(422, "site-needed");
    if (body.site !== null && !sites.some(({ site }) => site === body.site)) throw new HttpError(422, "site-unknown");
    if (body.person !== undefined && !staff.some(({ person }) => person === body.person)) throw new HttpError(404, "not-found");
    const phone = body.phone === undefined ? undefined : parsePhoneNumberFromString(body.phone, "ID");
    if (body.phone !== undefined && phone?.isValid() !== true) throw new HttpError(422, "phone-broken");
    const person = body.person ?? newId(deps.ledger);
    const site = body.role === "lead" || body.role === "operator" ? null : body.site;
    const joined = await record(deps.ledger, principal, [
      { stream: `programme:${principal.programme}`, type: "staff.joined", body: { person, name: body.name, role: body.role, site, ...(phone !== undefined && { phone: phone.number }), invented: false } },
    ]);
    if (!joined.ok) throw new HttpError(409, joined.error.code);
    await deps.accounts.invite({ person, name: body.name });
    return { person, link: await deps.accounts.createSignInLink(person, baseUrl(deps, request)) };
  });

  app.post("/api/console/people/:person/link", { config: { access: ["operator"] } }, async (request) => {
    const { principal } = acting(request);
    const { person } = readParams(personParams, request);
    const member = (await programmeDirectory(deps.ledger, principal)).staff.find((one) => one.person === person);
    if (member === undefined) throw new HttpError(404, "not-found");
    await deps.accounts.invite({ person, name: member.name });
    return { person, link: await deps.accounts.createSignInLink(person, baseUrl(deps, request)) };
  });

  const leaveBody = v.strictObject({ role: v.picklist(["midwife", "lead", "head", "operator"]) });
  app.post("/api/console/people/:person/leave", { config: { access: ["operator"] } }, async (request) => {
    const { principal } = acting(request);
    const { person } = readParams(personParams, request);
    const { role } = readBody(leaveBody, request);
    if (person === principal.person && role === "operator") throw new HttpError(422, "yourself");
    const replaces = replacedBy(await programmeState(deps.ledger, principal), `staff/${person}/${role}`);
    if (replaces.length === 0) throw new HttpError(404, "not-found");
    const left = await record(deps.ledger, principal, [{ stream: `programme:${principal.programme}`, type: "staff.left", body: { person, role }, replaces }]);
    if (!left.ok) throw new HttpError(409, left.error.code);
    // In another role, or another programme, she goes on; else nothing of hers stays open.
    if ((await membershipsOf(deps.ledger, person)).length === 0) await deps.accounts.endSessions(person);
    return { ok: true };
  });
}

/** Outside the roles: whoever founds this server, or is an operator somewhere, makes a programme and becomes its operator. */
export function programmesRoute(app: FastifyInstance, deps: ConsoleDeps): void {
  app.post("/api/console/programmes", { config: { access: ["anyone"] } }, async (request, reply) => {
    if (!isFromOurPages(request, deps.origin)) throw new HttpError(403, "other-origin");
    const who = await signedIn(deps.accounts, request, reply);
    const memberships = await membershipsOf(deps.ledger, who.person);
    if (!who.founder && !memberships.some(({ role }) => role === "operator")) throw new HttpError(403, "not-allowed");
    const facts = readBody(programmeBody, request);
    const { programme } = await createProgramme(deps.ledger, { facts: { ...facts, demo: false }, staff: [{ person: who.person, name: who.name, role: "operator", site: null, invented: false }] });
    return { programme, as: `${programme}.operator` };
  });
}
