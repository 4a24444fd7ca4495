import { mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findBinaries, hydrated, majorVersion } from "./binaries.ts";

test("npm's package for this machine holds PostgreSQL 18", () => {
  expect(majorVersion(findBinaries(null))).toBe(18);
});

test("links that a blocked install script left out are made, once", () => {
  const folder = mkdtempSync(join(tmpdir(), "package-"));
  const native = join(folder, "native");
  mkdirSync(join(native, "lib"), { recursive: true });
  writeFileSync(join(native, "lib", "libpq.so.5.18"), "");
  const links = ["native/lib/libpq.so.5", "native/lib/libpq.so"].map((target) => ({ source: "native/lib/libpq.so.5.18", target }));
  writeFileSync(join(native, "pg-symlinks.json"), JSON.stringify(links));
  for (const _ of [1, 2]) expect(hydrated(native)).toBe(native);
  for (const { target } of links) expect(readlinkSync(join(folder, target))).toBe("libpq.so.5.18");
  rmSync(folder, { recursive: true });
});

test("a folder without the programs is said by the name of its setting", () => {
  expect(() => findBinaries("/nowhere")).toThrow(/\/nowhere\/initdb is missing\. Check POSTGRES_BIN/);
});
