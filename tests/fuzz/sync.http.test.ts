import { afterAll, beforeAll, expect, test } from "vitest";
import { httpServer } from "./http-backend.ts";
import { brokenInvariants } from "./invariants.ts";
import { FAULTS, noCounts } from "./network.ts";
import { runWorld } from "./world.ts";

const RUNS = Number(process.env["FUZZ_HTTP_RUNS"] ?? 200);
const FIRST = Number(process.env["FUZZ_SEED"] ?? 1);

let server: Awaited<ReturnType<typeof httpServer>>;
beforeAll(async () => void (server = await httpServer()));
afterAll(() => server.close());

test(`L1 to L6: ${RUNS} runs of five phones and 60 operations, over HTTP on PostgreSQL, end in one truth`, async () => {
  const counts = noCounts();
  for (let seed = FIRST; seed < FIRST + RUNS; seed++) {
    const world = await runWorld({ seed, operations: 60, backend: server.open, realSealing: true });
    for (const kind of FAULTS) counts[kind] += world.counts[kind];
    const broken = await brokenInvariants(world);
    if (broken.length > 0) throw new Error(`seed ${seed} (FUZZ_HTTP_RUNS=1 FUZZ_SEED=${seed}):\n${broken.join("\n")}`);
  }
  console.log(counts);
  if (RUNS >= 50) for (const kind of FAULTS) expect(counts[kind], kind).toBeGreaterThan(0);
});
