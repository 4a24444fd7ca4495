import type { FastifyInstance } from "fastify";
import { accountRoutes } from "../accounts/routes.ts";
import { programmeDirectory } from "../ledger/read.ts";
import { consolePrincipal, membershipsOf } from "../ledger/membership.ts";
import type { Me } from "#core/console/wire.ts";
import { requireActing } from "./acting.ts";
import { CONSOLE_ROLES, type ConsoleDeps } from "./deps.ts";
import { entriesRoute } from "./entries-route.ts";
import { kaderRoutes } from "./kader-route.ts";
import { liveRoute } from "./live-route.ts";
import { motherRoute } from "./mother-route.ts";
import { peopleRoutes, programmesRoute } from "./people-route.ts";
import { rosterRoutes } from "./roster-route.ts";
import { sitesRoutes } from "./sites-route.ts";
import { todayRoutes } from "./today-route.ts";

/** Everything under /api/account and /api/console. */
export function consoleRoutes(deps: ConsoleDeps): (app: FastifyInstance) => Promise<void> {
  return async (app) => {
    accountRoutes({ accounts: deps.accounts, origin: deps.origin, clock: deps.ledger.now, membershipsOf: (person) => myMemberships(deps, person) })(app);
    programmesRoute(app, deps);
    await app.register(async (inside) => {
      requireActing(inside, deps);
      entriesRoute(inside, deps);
      todayRoutes(inside, deps);
      motherRoute(inside, deps);
      kaderRoutes(inside, deps);
      sitesRoutes(inside, deps);
      peopleRoutes(inside, deps);
      await rosterRoutes(inside, deps);
      liveRoute(inside, deps);
    });
  };
}

async function myMemberships(deps: ConsoleDeps, person: string): Promise<Me["memberships"]> {
  const mine: Me["memberships"][number][] = [];
  for (const { programme, programmeName, role, site, siteName, demo } of await membershipsOf(deps.ledger, person)) {
    if (!(CONSOLE_ROLES as readonly string[]).includes(role)) continue;
    const principal = await consolePrincipal(deps.ledger, { person, programme, role });
    if (principal === null) continue;
    const { sites } = await programmeDirectory(deps.ledger, principal);
    const timezone = (sites.find((one) => one.site === site) ?? sites[0])?.timezone ?? "Asia/Jakarta";
    mine.push({ as: `${programme}.${role}`, programme, programmeName, role, site, siteName, timezone, demo });
  }
  return mine;
}
