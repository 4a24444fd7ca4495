import { defineConfig } from "vitest/config";

const skipped = ["**/node_modules/**", "tests/architecture/planted/**"];
/** One PostgreSQL 15 and one 18 for all files of a project; each test database in there is its own. */
const globalSetup = ["tests/setup/postgres.ts"];

/**
 * unit: no I/O. int: a real PostgreSQL. fuzz: seeded devices against the server. stories: a real browser against a real
 * server. faults: kill -9. long: what takes minutes (npm run test:long).
 */
export default defineConfig({
  test: {
    projects: [
      { test: { name: "unit", include: ["{core,content,server,web,tools,bench,simulator,tests/architecture}/**/*.test.{ts,tsx}"], exclude: ["**/*.int.test.ts", ...skipped] } },
      { test: { name: "int", include: ["{server,tests}/**/*.int.test.ts"], exclude: skipped, testTimeout: 60_000, hookTimeout: 60_000, fileParallelism: false, globalSetup } },
      { test: { name: "fuzz", include: ["tests/fuzz/**/*.test.ts"], exclude: skipped, testTimeout: 600_000, hookTimeout: 60_000, fileParallelism: false, globalSetup } },
      { test: { name: "stories", include: ["tests/stories/**/*.story.ts"], exclude: skipped, testTimeout: 300_000, hookTimeout: 120_000, fileParallelism: false } },
      { test: { name: "faults", include: ["tests/faults/**/*.test.ts"], exclude: skipped, testTimeout: 180_000, hookTimeout: 60_000, fileParallelism: false } },
      { test: { name: "long", include: ["tests/long/**/*.long.test.ts"], exclude: skipped, testTimeout: 3_600_000, hookTimeout: 120_000, fileParallelism: false, globalSetup } },
    ],
  },
});
