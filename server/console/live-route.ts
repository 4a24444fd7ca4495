import type { FastifyInstance } from "fastify";
import { consolePrincipal } from "../ledger/membership.ts";
import { sessionHeaders } from "../accounts/session-headers.ts";
import { acting } from "./acting.ts";
import { CONSOLE_ROLES, type ConsoleDeps } from "./deps.ts";

/** A proxy closes what is silent for a minute; at each beat it is asked again whether she may still listen. */
const BEAT_MS = 25_000;

/** Server-sent events that carry no content: only a word for what is new. The page then asks for it. */
export function liveRoute(app: FastifyInstance, deps: ConsoleDeps): void {
  const open = new Set<() => void>();
  app.addHook("preClose", async () => {
    for (const end of open) end();
  });
  app.get("/api/console/live", { config: { access: CONSOLE_ROLES } }, (request, reply) => {
    const { principal } = acting(request);
    const headers = sessionHeaders(request);
    reply.hijack();
    const out = reply.raw;
    out.writeHead(200, { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store", "x-accel-buffering": "no" });
    // At once, so that the page knows that it listens; `retry` spares the server when it comes back to many pages.
    out.write("retry: 3000\nevent: open\ndata: \n\n");
    const unsubscribe = deps.ledger.hints.subscribe(principal, (reason) => out.write(`event: hint\ndata: ${reason}\n\n`));
    const beat = setInterval(() => {
      stillMay().then(
        (may) => (may ? out.write(": beat\n\n") : end()),
        () => end(),
      );
    }, BEAT_MS);
    const stillMay = async (): Promise<boolean> => {
      const { who } = await deps.accounts.whoIs(headers);
      return who !== null && (await consolePrincipal(deps.ledger, { person: who.person, programme: principal.programme, role: principal.role })) !== null;
    };
    const end = (): void => {
      if (!open.delete(end)) return;
      clearInterval(beat);
      unsubscribe();
      out.end();
    };
    open.add(end);
    out.on("close", end);
  });
}
