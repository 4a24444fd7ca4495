import { setTimeout as sleep } from "node:timers/promises";
import { Client, escapeIdentifier } from "pg";

/** `null`: the session was lost and is back, so something may have been missed. */
export type OnNotice = (payload: string | null) => void;

/** Listens on a channel in a session of its own and finds its way back after a lost connection. Returns how to stop. */
export async function listen(url: string, channel: string, onNotice: OnNotice): Promise<() => Promise<void>> {
  let stopped = false;
  let current: Client | null = null;

  const connect = async (): Promise<Client> => {
    const client = new Client({ connectionString: url, application_name: "dampingi listen", keepAlive: true });
    client.on("error", () => {});
    client.on("notification", ({ payload }) => onNotice(payload ?? ""));
    await client.connect();
    await client.query(`listen ${escapeIdentifier(channel)}`);
    client.once("end", () => void reconnect());
    return client;
  };

  const reconnect = async (): Promise<void> => {
    for (let pause = 100; ; pause = Math.min(pause * 2, 5_000)) {
      await sleep(pause, undefined, { ref: false });
      if (stopped) return;
      try {
        current = await connect();
        onNotice(null);
        return;
      } catch {
        // The database is away still; the next round tries again.
      }
    }
  };

  current = await connect();
  return async () => {
    stopped = true;
    await current?.end().catch(() => {});
  };
}
