import { expect, test } from "vitest";
import { MIGRATIONS, pending, readMigrations, type Migration } from "./migrate.ts";

const migration = (name: string, sha256 = name): Migration => ({ name, sql: "", sha256 });
const three = [migration("0001_a.sql"), migration("0010_b.sql"), migration("0020_c.sql")];
const names = (list: readonly Migration[]) => list.map(({ name }) => name);

test("the migrations that we have are in good order", () => {
  const ours = readMigrations(MIGRATIONS);
  expect(names(ours)).toEqual(names(ours).toSorted());
  expect(ours[0]?.name).toBe("0001_roles_and_grants.sql");
});

test("applies what is missing, in order", () => {
  expect(names(pending(three, []))).toEqual(names(three));
  expect(names(pending(three, three.slice(0, 1)))).toEqual(["0010_b.sql", "0020_c.sql"]);
  expect(pending(three, three)).toEqual([]);
});

test("an applied file that changed is an error", () => {
  expect(() => pending(three, [migration("0001_a.sql", "other")])).toThrow(/0001_a\.sql has changed since/);
});

test("a database of a newer version is an error, not an older one to go on with", () => {
  expect(() => pending(three, [...three, migration("0030_d.sql")])).toThrow(/0030_d\.sql, which this version does not know/);
});

test("a file that comes before one which was applied already is an error: other databases would have had another order", () => {
  expect(() => pending(three, [three[0]!, three[2]!])).toThrow(/0010_b\.sql comes before 0020_c\.sql/);
});
