import type { FastifyInstance } from "fastify";
import * as v from "valibot";
import type { ConsoleEntriesAnswer } from "#core/console/wire.ts";
import { instant, streamId, uuid } from "#core/ledger/entry.ts";
import type { JsonObject } from "#core/ledger/json.ts";
import { pushEntries } from "../ledger/push.ts";
import { acting, readBody } from "./acting.ts";
import type { ConsoleDeps } from "./deps.ts";
import { mayWrite } from "./may-write.ts";

const entry = v.strictObject({
  id: uuid,
  stream: streamId,
  type: v.pipe(v.string(), v.maxLength(60)),
  occurredAt: instant,
  recordedAt: instant,
  replaces: v.pipe(v.array(uuid), v.maxLength(100)),
  performer: v.optional(uuid),
  body: v.custom<JsonObject>((value) => typeof value === "object" && value !== null && !Array.isArray(value)),
});
const entriesBody = v.strictObject({ entries: v.pipe(v.array(entry), v.minLength(1), v.maxLength(50)) });

/** Counts tenths of seconds since 2026, so that an entry sent again is the same entry, whichever window sends it. */
const EPOCH = Date.parse("2026-01-01T00:00:00.000Z");
const consoleSeq = (recordedAt: string): number => Math.min(2_000_000_000, Math.max(1, Math.floor((Date.parse(recordedAt) - EPOCH) / 100)));

/** Entries that somebody makes in the console: the same checks as a phone's, and the same answer each time they are sent. */
export function entriesRoute(app: FastifyInstance, deps: ConsoleDeps): void {
  app.post("/api/console/entries", { config: { access: ["midwife", "lead", "operator"] } }, async (request): Promise<ConsoleEntriesAnswer> => {
    const { principal } = acting(request);
    const { entries } = readBody(entriesBody, request);
    const refused: ConsoleEntriesAnswer["refused"][number][] = [];
    const offered = entries.flatMap((one) => {
      if (!mayWrite(principal, one)) {
        refused.push({ id: one.id, code: "foreign", where: "type" });
        return [];
      }
      const { performer = principal.person, ...told } = one;
      return [{ ...told, performer, version: 1, programme: principal.programme, author: principal.person, device: principal.device, deviceSeq: consoleSeq(one.recordedAt) }];
    });
    if (offered.length === 0) return { accepted: [], refused };
    const answer = await pushEntries(deps.ledger, principal, offered);
    return { accepted: answer.accepted, refused: [...refused, ...answer.refused.flatMap(({ id, code, where }) => (id === null ? [] : [{ id, code, ...(where !== undefined && { where }) }]))] };
  });
}
