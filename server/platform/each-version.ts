import { describe } from "vitest";
import { hasVersion, VERSIONS, type Version } from "./testing.ts";

/** Runs the tests on every PostgreSQL that must work; where one is not installed, its tests are reported as skipped. */
export function eachVersion(tests: (version: Version) => void): void {
  for (const version of VERSIONS) describe.skipIf(!hasVersion(version))(`PostgreSQL ${version}`, () => tests(version));
}
