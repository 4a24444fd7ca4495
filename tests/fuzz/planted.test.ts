import { expect, test } from "vitest";
import { modelBackend } from "./backend.ts";
import { brokenInvariants } from "./invariants.ts";
import { PLANTED } from "./planted.ts";
import { runWorld } from "./world.ts";

/** A bug that needs more runs than this would slip through a developer's quick run, too. */
const WITHIN = 40;

test.each(Object.keys(PLANTED))("the fuzz catches a planted bug: %s", async (name) => {
  let caught: string[] = [];
  let runs = 0;
  while (caught.length === 0 && runs < WITHIN) {
    const planted = PLANTED[name]?.() ?? {};
    const world = await runWorld({ seed: ++runs, operations: 60, planted, backend: (setting) => modelBackend(setting, planted.server, 7) });
    caught = await brokenInvariants(world);
  }
  console.log(`${name}: caught in run ${runs}: ${caught[0]}`);
  expect(caught).not.toEqual([]);
});

test("and the same runs are sound without it", async () => {
  for (let seed = 1; seed <= WITHIN; seed++) {
    const world = await runWorld({ seed, operations: 60, backend: (setting) => modelBackend(setting, {}, 7) });
    expect(await brokenInvariants(world), `seed ${seed}`).toEqual([]);
  }
});
