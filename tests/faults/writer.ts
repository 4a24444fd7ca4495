import { openDatabase } from "#server/platform/database.ts";
import { readConfig } from "#server/platform/config.ts";
import { createHttp } from "#server/platform/http.ts";
import { main, serveUntilStopped } from "#server/platform/lifecycle.ts";

/** The smallest server that acknowledges what it committed: what the platform promises, without anything on top. */
await main(async () => {
  const config = readConfig(process.env, []);
  const gaveUp = (error: Error): never => {
    console.error(error.message);
    process.exit(1);
  };
  const database = await openDatabase(config, { notice: (words) => console.error(words), gaveUp });
  const access = { config: { access: ["anyone"], rateLimit: false as const } };
  const app = await createHttp({
    config,
    healthy: database.healthy,
    version: "test",
    dist: null,
    routes: [
      (scope) => {
        scope.post<{ Body: { id: string } }>("/api/write", access, async (request) => {
          await database.pool.query("insert into written (id) values ($1) on conflict do nothing", [request.body.id]);
          return { accepted: request.body.id };
        });
        scope.get("/api/slow", access, async () => {
          await database.pool.query("select pg_sleep(1)");
          return { slow: true };
        });
      },
    ],
  });
  const { url } = await serveUntilStopped({ app, config, onStop: [database.close] });
  console.log(`Dampingi: ${url}`);
});
