import { expect, test } from "vitest";
import { modelBackend } from "./backend.ts";
import { brokenInvariants } from "./invariants.ts";
import { noCounts, FAULTS } from "./network.ts";
import { runWorld } from "./world.ts";

const RUNS = Number(process.env["FUZZ_RUNS"] ?? 2000);
const FIRST = Number(process.env["FUZZ_SEED"] ?? 1);

test(`L1 to L6: ${RUNS} runs of five phones and 60 operations end in one truth`, async () => {
  const counts = noCounts();
  for (let seed = FIRST; seed < FIRST + RUNS; seed++) {
    const world = await runWorld({ seed, operations: 60, backend: (setting) => modelBackend(setting, {}, 7) });
    for (const kind of FAULTS) counts[kind] += world.counts[kind];
    const broken = await brokenInvariants(world);
    if (broken.length > 0) throw new Error(`seed ${seed} (FUZZ_RUNS=1 FUZZ_SEED=${seed}):\n${broken.join("\n")}`);
  }
  console.log(counts);
  if (RUNS >= 100) for (const kind of FAULTS) expect(counts[kind], kind).toBeGreaterThan(0);
});
