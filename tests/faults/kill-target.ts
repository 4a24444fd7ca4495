import { randomBytes, randomUUID } from "node:crypto";
import { join } from "node:path";
import type { EnrolResponse, SyncResponse } from "#core/ledger/protocol.ts";
import { uuidV7 } from "#core/ledger/uuid.ts";
import { superuser, type Server } from "./process.ts";

/** What is killed, and how to ask it to keep something. One implementation for each server that promises L1. */
export type KillTarget = {
  /** Started with DATA_DIR and PORT; prints "Dampingi: URL". */
  readonly script: string;
  /** Of the first start alone. */
  readonly firstArgs: readonly string[];
  /** Once, after the first start. */
  readonly prepare: (server: Server, dataDir: string) => Promise<void>;
  readonly newId: () => string;
  /** True once it was acknowledged; false or rejected: not known. */
  readonly write: (url: string, id: string) => Promise<boolean>;
  /** The ids that the database holds now. */
  readonly stored: (dataDir: string) => Promise<ReadonlySet<string>>;
};

const post = (url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(url, { method: "POST", headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(body) });

async function idsIn(dataDir: string, table: string): Promise<ReadonlySet<string>> {
  const client = await superuser(dataDir);
  const { rows } = await client.query<{ id: string }>(`select id from dampingi.${table}`);
  await client.end();
  return new Set(rows.map(({ id }) => id));
}

/** The platform alone: one row a request. */
export const platformTarget: KillTarget = {
  script: join(import.meta.dirname, "writer.ts"),
  firstArgs: [],
  prepare: async (_, dataDir) => {
    const client = await superuser(dataDir);
    await client.query("set role dampingi_migrate; create table dampingi.written (id uuid primary key); grant select, insert on dampingi.written to dampingi_serve");
    await client.end();
  },
  newId: () => randomUUID(),
  write: async (url, id) => {
    const answer = await post(`${url}/api/write`, { id });
    return answer.ok && ((await answer.json()) as { accepted: string }).accepted === id;
  },
  stored: (dataDir) => idsIn(dataDir, "written"),
};

/** The real server, asked as a kader's phone asks it: one entry of hers a request. */
export function syncTarget(): KillTarget {
  const device = randomUUID();
  let phone: EnrolResponse;
  let deviceSeq = 0;
  return {
    script: join(import.meta.dirname, "..", "..", "server", "main.ts"),
    firstArgs: ["--demo"],
    prepare: async (server) => {
      const token = server.printed().map((line) => /#daftar=(\S+)/.exec(line)?.[1]).find((found) => found !== undefined);
      const answer = await post(`${await server.ready}/api/enrol`, { token, device });
      if (!answer.ok) throw new Error(`not enrolled: ${answer.status} ${await answer.text()}`);
      phone = (await answer.json()) as EnrolResponse;
    },
    newId: () => uuidV7(Date.now(), randomBytes(10)),
    write: async (url, id) => {
      const { programme, person, uploadToken } = phone;
      const now = new Date().toISOString();
      const entry = {
        id,
        programme,
        stream: `kader:${person.id}`,
        type: "practice.held",
        version: 1,
        author: person.id,
        performer: person.id,
        device,
        deviceSeq: ++deviceSeq,
        occurredAt: now,
        recordedAt: now,
        replaces: [],
        body: { practice: id, seconds: 180, on: "pillow" },
      };
      const answer = await post(`${url}/api/sync`, { device, cursor: null, entries: [entry] }, { authorization: `Bearer ${uploadToken}` });
      if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
      const { accepted, refused } = (await answer.json()) as SyncResponse;
      if (refused.length > 0) throw new Refused(JSON.stringify(refused));
      return accepted.includes(id);
    },
    stored: (dataDir) => idsIn(dataDir, "entry"),
  };
}

/** A sound entry must never be refused, whatever is killed around it (L3): the test ends with it. */
export class Refused extends Error {}
