import { Client, Pool } from "pg";
import { pushEntries } from "#server/ledger/push.ts";
import { testLedger } from "#server/ledger/testing.ts";
import { BATCH, busy, percentile, programmes, writerOf } from "./village.ts";

/**
 * How fast the ledger takes batches of 50 entries over 20 programmes, opened, checked, judged, sealed and folded, beside its
 * floor: the same entries in a bare idempotent multi-row insert on the same database, in turn. To reach: half of it.
 * node bench/push.ts [seconds a round, default 6]
 */
const seconds = Number(process.argv[2] ?? 6);
const WORKERS = 10;

const deps = await testLedger();
const admin = new Client({ connectionString: deps.database.url });
await admin.connect();
await admin.query("create table dampingi.floor (programme uuid not null, id uuid not null, stream text not null, body jsonb not null, primary key (programme, id))");
await admin.end();
const bare = new Pool({ connectionString: deps.database.url, max: WORKERS });

const villages = await programmes(deps, 20);
const writers = villages.flatMap((village) => village.kader.map(writerOf));
/** Any phone at any time: some meet at the same programme, and wait for each other. */
const anyWriter = () => writers[Math.floor(Math.random() * writers.length)] as (typeof writers)[number];

async function floor(): Promise<void> {
  const entries = anyWriter().nextBatch();
  await bare.query({
    name: "floor",
    text: "insert into dampingi.floor select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::jsonb[]) on conflict do nothing",
    values: [entries.map((one) => one.programme), entries.map((one) => one.id), entries.map((one) => one.stream), entries.map((one) => JSON.stringify(one))],
  });
}

async function push(): Promise<void> {
  const { phone, nextBatch } = anyWriter();
  const { accepted } = await pushEntries(deps, phone, nextBatch());
  if (accepted.length !== BATCH) throw new Error(`only ${accepted.length} of ${BATCH} were accepted`);
}

const sample = anyWriter().nextBatch();
console.log(`batches of ${BATCH}, ${Math.round(JSON.stringify(sample).length / BATCH)} B an entry, 20 programmes, ${WORKERS} at once, ${seconds} s a round`);
await busy(WORKERS, 2, push);
for (let turn = 1; turn <= 2; turn++) {
  const low = await busy(WORKERS, seconds, floor);
  const ours = await busy(WORKERS, seconds, push);
  const words = (name: string, { perSecond, ms }: typeof low) => `${name}: ${Math.round(perSecond * BATCH).toLocaleString("en")} entries/s (p50 ${percentile(ms, 0.5).toFixed(1)} ms, p95 ${percentile(ms, 0.95).toFixed(1)} ms)`;
  console.log(`${turn}. ${words("floor", low)}; ${words("ledger", ours)}; ${((100 * ours.perSecond) / low.perSecond).toFixed(0)} % of the floor (to reach: 50 %)`);
}
await bare.end();
await deps.close();
process.exit(0);
