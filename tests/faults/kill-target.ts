import { join } from "node:path";
import { superuser } from "./process.ts";

/** What is killed, and how to ask it to keep something. One implementation for each server that promises L1. */
export type KillTarget = {
  /** Started with DATA_DIR and PORT; prints "ready URL". */
  readonly script: string;
  /** Once, after the first start. */
  readonly prepare: (url: string, dataDir: string) => Promise<void>;
  /** True once it was acknowledged; false or rejected: not known. */
  readonly write: (url: string, id: string) => Promise<boolean>;
  /** The ids that the database holds now. */
  readonly stored: (dataDir: string) => Promise<ReadonlySet<string>>;
};

/** The platform alone: one row a request. */
export const platformTarget: KillTarget = {
  script: join(import.meta.dirname, "writer.ts"),
  prepare: async (_, dataDir) => {
    const client = await superuser(dataDir);
    await client.query("set role dampingi_migrate; create table dampingi.written (id uuid primary key); grant select, insert on dampingi.written to dampingi_serve");
    await client.end();
  },
  write: async (url, id) => {
    const answer = await fetch(`${url}/api/write`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ id }) });
    return answer.ok && ((await answer.json()) as { accepted: string }).accepted === id;
  },
  stored: async (dataDir) => {
    const client = await superuser(dataDir);
    const { rows } = await client.query<{ id: string }>("select id from dampingi.written");
    await client.end();
    return new Set(rows.map(({ id }) => id));
  },
};
