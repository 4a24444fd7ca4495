import { firstRunLink } from "#server/accounts/first-run.ts";
import { loadDemo } from "#server/demo/load.ts";
import { membershipsOf } from "#server/ledger/membership.ts";
import { readConfig } from "#server/platform/config.ts";
import { openDatabase } from "#server/platform/database.ts";
import { main, serveUntilStopped } from "#server/platform/lifecycle.ts";
import { openServer } from "./open-server.ts";

await main(async () => {
  const config = readConfig(process.env, process.argv.slice(2));
  const database = await openDatabase(config, {
    notice: (words) => console.log(words),
    // Without its database a server only turns people away; whoever supervises it starts it again.
    gaveUp: (error) => {
      console.error(error.message);
      process.exit(1);
    },
  });
  try {
    const { app, ledger, accounts, startWork, onStop } = await openServer(config, database);
    const { url, stop } = await serveUntilStopped({ app, config, onStop: [...onStop, database.close] });
    try {
      startWork();
      if (config.demo) for (const { who, link } of await loadDemo({ ledger, accounts, dataDir: config.dataDir, origin: url })) console.log(`  ${who}: ${link}`);
      const first = config.demo ? null : await firstRunLink(accounts, (person) => membershipsOf(ledger, person), url);
      if (first !== null) console.log(`  Masuk pertama kali (berlaku 24 jam, sekali pakai): ${first}`);
      console.log(`Dampingi: ${url}`);
    } catch (error) {
      await stop();
      throw error;
    }
  } catch (error) {
    await database.close();
    throw error;
  }
});
