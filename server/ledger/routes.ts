import type { FastifyInstance } from "fastify";
import * as v from "valibot";
import { syncRequestSchema, type SyncResponse } from "#core/ledger/protocol.ts";
import { bearer } from "#server/devices/bearer.ts";
import { HttpError } from "#server/platform/http-error.ts";
import type { LedgerDeps } from "./deps.ts";
import { pullEntries } from "./pull.ts";
import { pushEntries } from "./push.ts";

/** A page of 200 ordinary entries has 130 kB. A phone whose request is larger than this halves its batch. */
const BODY_LIMIT = 8 * 1024 * 1024;
/** Proxies and mobile networks close what is silent for longer. */
const BEAT_MS = 25_000;

/** `POST /api/sync` and `GET /api/live`, for phones. */
export function syncRoutes(deps: LedgerDeps): (app: FastifyInstance) => void {
  return (app) => {
    // Parsed here, so that a strange key inside one entry spoils that entry and not the request.
    app.removeContentTypeParser("application/json");
    app.addContentTypeParser("application/json", { parseAs: "string" }, (_request, text, done) => {
      try {
        done(null, JSON.parse(text as string));
      } catch {
        done(new HttpError(400, "broken"));
      }
    });

    app.post("/api/sync", { bodyLimit: BODY_LIMIT, config: { access: ["kader", "midwife"] } }, async (request): Promise<SyncResponse> => {
      const { principal, ended } = await bearer(deps, request);
      const body = v.safeParse(syncRequestSchema, request.body);
      if (!body.success) throw new HttpError(400, "broken");
      const { device, cursor, entries, checkAll } = body.output;
      if (device !== principal.device) throw new HttpError(403, "other-device");
      if (ended) throw new HttpError(403, "reading-ended");
      const pushed = await pushEntries(deps, principal, entries);
      const pulled = await pullEntries(deps, principal, { cursor, checkAll: checkAll === true });
      return { ...pushed, ...pulled };
    });

    const open = new Set<() => void>();
    app.addHook("preClose", async () => {
      for (const end of open) end();
    });
    app.get("/api/live", { exposeHeadRoute: false, config: { access: ["kader", "midwife"] } }, async (request, reply) => {
      const { principal } = await bearer(deps, request);
      if (!principal.reads) throw new HttpError(403, "reading-ended");
      reply.hijack();
      const out = reply.raw;
      out.writeHead(200, { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store", "x-accel-buffering": "no" });
      out.write("event: open\ndata: \n\n");
      const unsubscribe = deps.hints.subscribe(principal, (reason) => out.write(`event: hint\ndata: ${reason}\n\n`));
      // At each beat it is asked again whether this phone may still listen.
      const beat = setInterval(() => {
        bearer(deps, request).then(
          (still) => (still.principal.reads ? out.write(": beat\n\n") : end()),
          () => end(),
        );
      }, BEAT_MS);
      const end = (): void => {
        if (!open.delete(end)) return;
        clearInterval(beat);
        unsubscribe();
        out.end();
      };
      open.add(end);
      out.on("close", end);
    });
  };
}
