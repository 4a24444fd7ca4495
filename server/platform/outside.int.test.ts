import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { attach } from "./database.ts";
import { eachVersion } from "./each-version.ts";
import { derivedServeUrl } from "./roles.ts";
import { startTestCluster, type TestCluster } from "./testing.ts";

/** A database that a team's own administrator made, on a server where none of our roles exists yet. */
eachVersion((version) => {
  let cluster: TestCluster;
  let count = 0;
  let name: string;

  beforeAll(async () => {
    cluster = await startTestCluster(version, { prepare: false });
  });
  afterAll(() => cluster.stop());

  const urlFor = (login: string, password: string, database: string): string => {
    const url = new URL(cluster.superuser);
    [url.username, url.password, url.pathname] = [login, password, database];
    return url.href;
  };
  const sql = async (url: string, ...statements: string[]) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      for (const statement of statements.slice(0, -1)) await client.query(statement);
      return (await client.query(statements.at(-1) ?? "select 1")).rows;
    } finally {
      await client.end();
    }
  };

  beforeEach(async () => {
    name = `outside_${count++}`;
    await sql(cluster.superuser, `create role ${name} login createrole password 'owner'`, `create database ${name} owner ${name}`);
  });
  afterEach(async () => {
    // The next test finds no role of ours. Its database stays: dropping one waits for a checkpoint.
    const inside = urlFor("postgres", decodeURIComponent(new URL(cluster.superuser).password), name);
    for (const role of ["dampingi_serve", "dampingi_migrate"]) {
      const [there] = await sql(inside, `select from pg_roles where rolname = '${role}'`);
      if (there !== undefined) await sql(inside, `drop owned by ${role} cascade`, `drop role ${role}`);
    }
  });

  describe("an owner who may make roles", () => {
    test("is enough: the roles and the serving password are made, and a second server finds the same one", async () => {
      const url = urlFor(name, "owner", name);
      const first = await attach(url, null, 2);
      const second = await attach(url, null, 2);
      for (const server of [first, second]) expect((await server.pool.query("select current_user as who, current_schema() as schema")).rows).toEqual([{ who: "dampingi_serve", schema: "dampingi" }]);
      await first.close();
      await second.close();
    });

    test("four servers that start at once apply each migration once", async () => {
      const url = urlFor(name, "owner", name);
      const folder = mkdtempSync(join(tmpdir(), "migrations-"));
      writeFileSync(join(folder, "0001_one.sql"), "grant usage on schema dampingi to dampingi_serve; create table counted (n int); insert into counted values (1); grant select on counted to dampingi_serve;");
      writeFileSync(join(folder, "0002_two.sql"), "select pg_sleep(0.2); insert into counted values (2);");
      const servers = await Promise.all([1, 2, 3, 4].map(() => attach(url, null, 2, { migrations: folder })));
      expect((await servers[0]!.pool.query("select n from counted order by n")).rows).toEqual([{ n: 1 }, { n: 2 }]);
      await Promise.all(servers.map((server) => server.close()));
      rmSync(folder, { recursive: true });
    });

    test("a migration that fails leaves nothing behind, and says which line", async () => {
      const url = urlFor(name, "owner", name);
      const folder = mkdtempSync(join(tmpdir(), "migrations-"));
      writeFileSync(join(folder, "0001_one.sql"), "grant usage on schema dampingi to dampingi_serve;\n");
      writeFileSync(join(folder, "0002_two.sql"), "create table half (n int);\nselect nonsense;\n");
      await expect(attach(url, null, 2, { migrations: folder })).rejects.toThrow(/0002_two\.sql failed at line 2 and left nothing behind/);
      const rows = await sql(cluster.superuser.replace("/postgres?", `/${name}?`), "select tablename from pg_tables where schemaname = 'dampingi'");
      expect(rows).toEqual([{ tablename: "migration" }]);
      writeFileSync(join(folder, "0002_two.sql"), "create table whole (n int);");
      await attach(url, null, 2, { migrations: folder }).then((server) => server.close());
      writeFileSync(join(folder, "0002_two.sql"), "create table changed (n int);");
      await expect(attach(url, null, 2, { migrations: folder })).rejects.toThrow(/has changed since/);
      rmSync(folder, { recursive: true });
    });
  });

  describe("an owner who may not make roles", () => {
    beforeEach(() => sql(cluster.superuser, `alter role ${name} nocreaterole`));

    test("is told exactly what an administrator must run, and that is enough", async () => {
      const url = urlFor(name, "owner", name);
      const refused = await attach(url, null, 2).then(
        () => "",
        (error: Error) => error.message,
      );
      expect(refused).toContain(`The login "${name}" of DATABASE_URL may not prepare the database`);
      const statements = refused.split("\n").filter((line) => line.startsWith("  ")).join("\n").replace("'...'", "'serving'");
      await sql(cluster.superuser, statements);
      const serve = urlFor("dampingi_serve", "serving", name);
      const server = await attach(url, serve, 2);
      expect((await server.pool.query("select current_user as who")).rows).toEqual([{ who: "dampingi_serve" }]);
      await server.close();
    });
  });

  test("a wrong password, and a server that is not there, are said without the password", async () => {
    await expect(attach(urlFor(name, "wrong-secret", name), null, 2)).rejects.toThrow(/The database cannot be reached: password authentication failed.*DATABASE_URL/s);
    const nowhere = attach("postgresql://x:hidden@127.0.0.1:1/x", null, 2);
    await expect(nowhere).rejects.toThrow(/cannot be reached/);
    await expect(nowhere).rejects.not.toThrow(/hidden/);
  });

  test("an outside server that does not sync to disk is refused", async () => {
    const url = urlFor(name, "owner", name);
    await attach(url, null, 2).then((server) => server.close());
    await sql(cluster.superuser, `alter database ${name} set synchronous_commit = off`);
    await expect(attach(url, null, 2)).rejects.toThrow(/synchronous_commit is off/);
  });
});

test("without a password in DATABASE_URL there is nothing to derive a serving login from", async () => {
  expect(derivedServeUrl("postgresql://owner@db/dampingi")).toBeNull();
  await expect(attach("postgresql://owner@127.0.0.1:1/dampingi", null, 2)).rejects.toThrow(/DATABASE_URL_SERVE must be set/);
  const derived = derivedServeUrl("postgresql://owner:a%20b@db/dampingi?sslmode=require");
  expect(derived).toMatch(/^postgresql:\/\/dampingi_serve:[\w-]{43}@db\/dampingi\?sslmode=require$/);
});
