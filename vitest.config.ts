import { defineConfig } from "vitest/config";

/** Unit tests do no I/O; integration tests (`*.int.test.ts`) run on a real PostgreSQL. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: "unit", include: ["{core,content,server,web,tools}/**/*.test.{ts,tsx}"], exclude: ["**/*.int.test.ts", "**/node_modules/**"] } },
      { test: { name: "int", include: ["{server,tests}/**/*.int.test.ts"], testTimeout: 60_000, hookTimeout: 60_000, fileParallelism: false } },
      { test: { name: "fuzz", include: ["tests/fuzz/**/*.test.ts"], testTimeout: 600_000 } },
    ],
  },
});
