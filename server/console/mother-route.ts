import type { FastifyInstance } from "fastify";
import * as v from "valibot";
import type { MotherStory } from "#core/console/wire.ts";
import { uuid } from "#core/ledger/entry.ts";
import { listMothers, motherStory, personNames } from "../ledger/read.ts";
import { eraseMother } from "../privacy/erase.ts";
import { whoHeld, whoRead } from "../privacy/held.ts";
import { HttpError } from "../platform/http.ts";
import { acting, readBody, readParams } from "./acting.ts";
import type { ConsoleDeps } from "./deps.ts";

const eraseBody = v.strictObject({ why: v.pipe(v.string(), v.trim(), v.minLength(3), v.maxLength(500)), name: v.pipe(v.string(), v.maxLength(200)) });
const motherParams = v.object({ mother: uuid });

export function motherRoute(app: FastifyInstance, deps: ConsoleDeps): void {
  app.get("/api/console/mothers/:mother", { config: { access: ["midwife"] } }, async (request): Promise<MotherStory> => {
    const { principal } = acting(request);
    const stream = `mother:${readParams(motherParams, request).mother}`;
    const found = await motherStory(deps.ledger, principal, stream);
    if (!found.ok) throw new HttpError(404, "not-found");
    const [names, holders, readers] = await Promise.all([personNames(deps.ledger, principal), whoHeld(deps.ledger, principal, stream), whoRead(deps.ledger, principal, stream)]);
    const held = [...holders, ...readers];
    const { view, card, kader, entries } = found.value;
    const told = new Set([...entries.flatMap((one) => [one.author, one.performer]), ...held.map((one) => one.person), ...(kader === null ? [] : [kader])]);
    return { view, card, kader, entries, held, names: Object.fromEntries([...names].filter(([person]) => told.has(person))) };
  });

  // S3, at her wish. Her name is typed once more, so that no slip of a finger erases another woman.
  app.post("/api/console/mothers/:mother/erase", { config: { access: ["midwife"] } }, async (request) => {
    const { principal } = acting(request);
    const stream = `mother:${readParams(motherParams, request).mother}`;
    const found = (await listMothers(deps.ledger, principal)).find(({ card }) => card.stream === stream);
    if (found === undefined) throw new HttpError(404, "not-found");
    const { why, name } = readBody(eraseBody, request);
    if (name.trim().toLowerCase() !== found.card.name.trim().toLowerCase()) throw new HttpError(422, "other-name");
    const erased = await eraseMother(deps.ledger, principal, stream, why);
    if (!erased.ok) throw new HttpError(404, "not-found");
    return { ok: true };
  });
}
