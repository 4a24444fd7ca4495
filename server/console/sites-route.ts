import type { FastifyInstance } from "fastify";
import type { ProgrammePage, StaffLine } from "#core/console/wire.ts";
import { replacedBy } from "#core/ledger/fold.ts";
import { listSites, programmeDirectory } from "../ledger/read.ts";
import { acting } from "./acting.ts";
import { CONSOLE_ROLES, type ConsoleDeps } from "./deps.ts";
import { programmeState } from "./programme-state.ts";

/** The programme, its sites with their places and counts, and its staff. Counts only: no mother behind them. */
export function sitesRoutes(app: FastifyInstance, deps: ConsoleDeps): void {
  app.get("/api/console/programme", { config: { access: CONSOLE_ROLES } }, async (request): Promise<ProgrammePage> => {
    const { principal } = acting(request);
    const mayChange = principal.role !== "head";
    const [{ staff, sites: _, ...programme }, sites, state, withAccount] = await Promise.all([
      programmeDirectory(deps.ledger, principal),
      listSites(deps.ledger, principal),
      mayChange ? programmeState(deps.ledger, principal) : null,
      principal.role === "operator" ? deps.accounts.whoHasAccount() : new Set<string>(),
    ]);
    const lines: StaffLine[] = staff.map((one) => ({ ...one, hasAccount: withAccount.has(one.person) }));
    const saidBy = Object.fromEntries([...(state?.fields.keys() ?? [])].map((field) => [field, state === null ? [] : replacedBy(state, field)]));
    return { ...programme, sites: sites.toSorted((a, b) => a.name.localeCompare(b.name)), staff: lines, saidBy };
  });
}
