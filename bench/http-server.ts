import { rmSync } from "node:fs";
import { Client, Pool } from "pg";
import type { Entry } from "#core/ledger/entry.ts";
import { enrolled } from "#server/ledger/http-testing.ts";
import { syncRoutes } from "#server/ledger/routes.ts";
import { testLedger } from "#server/ledger/testing.ts";
import { deviceRoutes } from "#server/devices/routes.ts";
import { createHttp } from "#server/platform/http.ts";
import { testConfig } from "#server/platform/testing.ts";
import { programmes } from "./village.ts";

/** The server that bench/push.ts asks, in a process of its own: the real one, and beside it the floor. Tells its parent where. */
const POOL = 20;

const deps = await testLedger({ poolSize: POOL });
const config = testConfig();
const admin = new Client({ connectionString: deps.database.url });
await admin.connect();
await admin.query("create table dampingi.floor (programme uuid not null, id uuid not null, stream text not null, body jsonb not null, primary key (programme, id))");
await admin.end();
const bare = new Pool({ connectionString: deps.database.url, max: POOL });

const app = await createHttp({
  config,
  healthy: deps.database.healthy,
  version: "bench",
  dist: null,
  routes: [
    syncRoutes(deps),
    deviceRoutes(deps),
    (scope) => {
      /** The least that keeps entries once: one insert, no check, no order, nobody asked who. */
      scope.post("/floor", { config: { access: ["anyone"], rateLimit: false } }, async (request) => {
        const { entries } = request.body as { entries: Entry[] };
        await bare.query({
          name: "floor",
          text: "insert into dampingi.floor select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::jsonb[]) on conflict do nothing",
          values: [entries.map((one) => one.programme), entries.map((one) => one.id), entries.map((one) => one.stream), entries.map((one) => JSON.stringify(one))],
        });
        return { accepted: entries.map((one) => one.id) };
      });
    },
  ],
});
await app.listen({ host: "127.0.0.1", port: 0 });
const villages = await programmes(deps, Number(process.argv[2] ?? 20));
const phones = [];
for (const village of villages) {
  for (const kader of village.kader) {
    const { phone, answer } = await enrolled(deps, app, kader);
    phones.push({ programme: phone.programme, person: phone.person, role: phone.role, site: phone.site, device: phone.device, token: answer.readToken, upload: answer.uploadToken });
  }
}
const address = app.server.address();
process.send?.({ port: typeof address === "object" ? address?.port : null, phones, database: deps.database.url });
process.on("disconnect", () => {
  rmSync(config.dataDir, { recursive: true, force: true });
  void app.close().then(() => bare.end()).then(deps.close).finally(() => process.exit(0));
});
