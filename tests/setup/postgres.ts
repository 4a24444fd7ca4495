import { chmodSync, existsSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clusterVariable, FOLDER_VARIABLE, hasVersion, startTestCluster, temporaryFolder, TEST_PREFIX, VERSIONS, type TestCluster, type Version } from "#server/platform/testing.ts";
import { lockFolder } from "#server/platform/embedded/folder-lock.ts";
import { stopOrphan } from "#server/platform/embedded/orphan.ts";

/** vitest's global setup: one cluster of each PostgreSQL that this machine has, shared by all test files, stopped at the end. */
export default async function setup(): Promise<() => Promise<void>> {
  await sweep();
  const folder = temporaryFolder();
  chmodSync(folder, 0o711);
  process.env[FOLDER_VARIABLE] = folder;
  const clusters: TestCluster[] = [];
  const kill = (): void => {
    for (const cluster of clusters) cluster.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  process.once("exit", kill);
  const start = async (version: Version): Promise<void> => {
    const cluster = await startTestCluster(version);
    clusters.push(cluster);
    process.env[clusterVariable(version)] = JSON.stringify({ superuser: cluster.superuser, serve: cluster.serve });
  };
  for (const version of VERSIONS.filter((one) => !hasVersion(one))) {
    console.warn(`No PostgreSQL ${version} here: its tests are skipped. On Debian as root: apt-get install postgresql-${version}.`);
  }
  const stop = async (): Promise<void> => {
    process.off("exit", kill);
    await Promise.all(clusters.map((cluster) => cluster.stop()));
    rmSync(folder, { recursive: true, force: true });
  };
  const outcomes = await Promise.allSettled(VERSIONS.filter(hasVersion).map(start));
  const failed = outcomes.find((outcome) => outcome.status === "rejected");
  if (failed === undefined) return stop;
  await stop();
  throw failed.reason;
}

/** What a killed test run left: stopped and removed, unless somebody still uses it. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(TEST_PREFIX))) {
    const run = join(tmpdir(), name);
    try {
      const clusters = readdirSync(run).map((inside) => join(run, inside, "postgres")).filter((folder) => existsSync(join(folder, "data")));
      for (const folder of clusters) {
        const lock = lockFolder(folder);
        await stopOrphan(join(folder, "data"), "dampingi-");
        lock.release();
      }
      // A run that has only begun has no cluster yet.
      if (clusters.length > 0) rmSync(run, { recursive: true, force: true });
    } catch {
      // In use by another run, or another user's.
    }
  }
}
