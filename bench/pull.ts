import { rmSync } from "node:fs";
import { request } from "node:http";
import type { AddressInfo } from "node:net";
import { Client, Pool } from "pg";
import { deviceRoutes } from "#server/devices/routes.ts";
import { enrolled } from "#server/ledger/http-testing.ts";
import { pushEntries } from "#server/ledger/push.ts";
import { record } from "#server/ledger/record.ts";
import { syncRoutes } from "#server/ledger/routes.ts";
import { newMother, testLedger, testProgramme } from "#server/ledger/testing.ts";
import { createHttp } from "#server/platform/http.ts";
import { testConfig } from "#server/platform/testing.ts";
import { percentile, someId } from "./village.ts";

/**
 * How long a kader's phone waits for 10 new entries of its own mothers among 200,000 entries of others in the same programme,
 * over HTTP, opened and logged, beside a bare indexed query over the same HTTP. To reach: 10 ms, however many others there are.
 * node bench/pull.ts [entries of others, default 200000]
 */
const others = Number(process.argv[2] ?? 200_000);
const ROUNDS = 150;
const A_STREAM = 100;

const deps = await testLedger();
const bare = new Pool({ connectionString: deps.database.url, max: 4 });
const config = testConfig();
const app = await createHttp({
  config,
  healthy: deps.database.healthy,
  version: "bench",
  dist: null,
  routes: [
    syncRoutes(deps),
    deviceRoutes(deps),
    (scope) => {
      scope.get("/floor/:owner/:after", { config: { access: ["anyone"], rateLimit: false } }, async (asked) => {
        const { owner, after } = asked.params as { owner: string; after: string };
        return (await bare.query({ name: "floor", text: "select seq, body from dampingi.floor where owner = $1 and seq > $2 order by seq limit 200", values: [owner, after] })).rows;
      });
    },
  ],
});
await app.listen({ host: "127.0.0.1", port: 0 });
const { port } = app.server.address() as AddressInfo;
const village = await testProgramme(deps);
const [kader] = village.kader;
const [midwife] = village.midwives;

const admin = new Client({ connectionString: deps.database.url });
await admin.connect();
await admin.query("set search_path = dampingi");
console.log(`filling in ${others.toLocaleString("en")} entries of others ...`);
// Sealed bodies that nobody opens here; all else is as real entries have it.
const streams = Math.ceil(others / A_STREAM);
await admin.query(`create table filling as select 'mother:' || gen_random_uuid() as id, n from generate_series(1, ${streams}) n`);
await admin.query(
  `insert into stream (programme, id, kind, site, site_seq, count, digest, first_seq, last_seq, last_at)
   select $1, id, 'mother', $2, (n - 1) * ${A_STREAM} + 1000, ${A_STREAM}, '0000000000000000', (n - 1) * ${A_STREAM} + 1000, n * ${A_STREAM} + 999, now() from filling`,
  [village.programme, village.sites[0]],
);
await admin.query("insert into assignment (programme, stream, person, site, from_seq) select $1, id, $2, $3, (n - 1) * 100 + 1000 from filling", [village.programme, village.kader[1].person, village.sites[0]]);
await admin.query(
  `insert into entry (programme, id, stream, seq, type, version, author, performer, device, device_seq, occurred_at, recorded_at, received_at, hash, body)
   select $1, gen_random_uuid(), id, (n - 1) * ${A_STREAM} + 1000 + k, 'visit.begun', 1, $2, $2, $3, k + 1, now(), now(), now(), 'aaaaaaaaaaaaaaaa', decode(repeat(md5(k::text), 20), 'hex')
   from filling, generate_series(0, ${A_STREAM - 1}) k`,
  [village.programme, village.kader[1].person, someId()],
);
await admin.query("update programme set last_seq = $2 where id = $1", [village.programme, streams * A_STREAM + 2000]);
await admin.query("create table floor (owner uuid not null, seq bigint not null, body bytea not null, primary key (owner, seq))");
await admin.query(`insert into floor select case when seq % 20000 = 0 then $1 else gen_random_uuid() end, seq, body from entry where programme = $2`, [kader.person, village.programme]);
await admin.query("vacuum analyze entry, stream, assignment, floor");

const { phone, answer } = await enrolled(deps, app, kader);
const mothers = Array.from({ length: 10 }, newMother);
for (const stream of mothers) await pushEntries(deps, phone, Array.from({ length: 20 }, () => phone.tell(stream, "visit.begun", { visit: someId(), kind: "home", fromPaper: false })));

const ask = (method: string, path: string, body?: object): Promise<{ entries: unknown[]; cursor: string; more: boolean } & unknown[]> =>
  new Promise((resolve, reject) => {
    const asked = request({ port, path, method, headers: { authorization: `Bearer ${answer.readToken}`, ...(body !== undefined && { "content-type": "application/json" }) } }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
      response.on("end", () => (response.statusCode === 200 ? resolve(JSON.parse(text)) : reject(new Error(`${response.statusCode} ${text}`))));
    });
    asked.on("error", reject).end(body === undefined ? undefined : JSON.stringify(body));
  });
const pull = (cursor: string | null) => ask("POST", "/api/sync", { device: phone.device, cursor, entries: [] });

let cursor: string | null = null;
for (let more = true; more; ) ({ cursor, more } = await pull(cursor));
const ours: number[] = [];
const low: number[] = [];
let floorSeq = 100_000_000;
for (let round = 0; round < ROUNDS; round++) {
  const wrote = await record(deps, midwife, mothers.map((stream) => ({ stream, type: "word.given", body: { about: "clot", cleared: true, words: "Boleh, sudah diperiksa di puskesmas" } })));
  if (!wrote.ok) throw new Error(wrote.error.code);
  const begun = performance.now();
  const page = await pull(cursor);
  ours.push(performance.now() - begun);
  if (page.entries.length !== 10) throw new Error(`${page.entries.length} entries came instead of 10`);
  cursor = page.cursor;

  await admin.query("insert into floor select $1, $2::bigint + n, decode(repeat(md5('x'), 40), 'hex') from generate_series(1, 10) n", [kader.person, floorSeq]);
  const begunFloor = performance.now();
  const rows = await ask("GET", `/floor/${kader.person}/${floorSeq}`);
  low.push(performance.now() - begunFloor);
  if (rows.length !== 10) throw new Error(`${rows.length} rows came instead of 10`);
  floorSeq += 10;
}
const words = (ms: number[]): string => {
  ms.sort((a, b) => a - b);
  return `p50 ${percentile(ms, 0.5).toFixed(1)} ms, p95 ${percentile(ms, 0.95).toFixed(1)} ms`;
};
console.log(`10 new entries of her own among ${others.toLocaleString("en")}: floor ${words(low)}; server ${words(ours)} (to reach: 10 ms)`);
await admin.end();
await bare.end();
await app.close();
await deps.close();
rmSync(config.dataDir, { recursive: true, force: true });
process.exit(0);
