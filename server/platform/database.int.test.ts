import { sql } from "kysely";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { attach } from "./database.ts";
import { eachVersion } from "./each-version.ts";
import { testDatabase, type TestDatabase } from "./testing.ts";
import { inScope } from "./transaction.ts";

eachVersion((version) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase({ version });
  });
  afterAll(() => database.close());

  const asSuperuser = async (...statements: string[]): Promise<void> => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };

  test("runs on the version that it says", async () => {
    const { rows } = await database.pool.query("select current_setting('server_version_num')::int / 10000 as major");
    expect(rows).toEqual([{ major: version }]);
  });

  test("serves as a role that owns nothing, makes nothing and sees through nothing", async () => {
    const { rows } = await database.pool.query("select current_user as who, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user");
    expect(rows).toEqual([{ who: "dampingi_serve", rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false }]);
    await expect(database.pool.query("create table dampingi.mine (id int)")).rejects.toThrow(/permission denied/);
    await expect(database.pool.query("create table public.mine (id int)")).rejects.toThrow(/permission denied/);
    await expect(database.pool.query("set role dampingi_migrate")).rejects.toThrow(/permission denied/);
    await expect(database.pool.query("update dampingi.migration set sha256 = ''")).rejects.toThrow(/permission denied/);
  });

  test("the schema belongs to dampingi_migrate", async () => {
    const { rows } = await database.pool.query("select tableowner from pg_tables where schemaname = 'dampingi'");
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map(({ tableowner }) => tableowner))).toEqual(new Set(["dampingi_migrate"]));
  });

  test("is UTF-8, in UTC, checks its pages, and finds its schema by itself", async () => {
    const { rows } = await database.pool.query(
      "select current_setting('server_encoding') as encoding, current_setting('timezone') as zone, current_setting('data_checksums') as sums, current_schema() as schema, current_setting('fsync') as fsync, current_setting('synchronous_commit') as commits",
    );
    expect(rows).toEqual([{ encoding: "UTF8", zone: "UTC", sums: "on", schema: "dampingi", fsync: "on", commits: "on" }]);
  });

  test("a scope holds for its transaction and no longer, on one pooled connection", async () => {
    const person = "019a0000-0000-7000-8000-000000000001";
    const read = sql<{ person: string | null; role: string | null; site: string | null }>`select scope_uuid('person') as person, scope_text('role') as role, scope_uuid('site') as site`;
    const single = await attach(database.url, database.serveUrl, 1);
    const tables = single.tables<unknown>();
    expect(await inScope(tables, { person, role: "kader" }, async (tx) => (await read.execute(tx)).rows)).toEqual([{ person, role: "kader", site: null }]);
    expect((await read.execute(tables)).rows).toEqual([{ person: null, role: null, site: null }]);
    expect(await inScope(tables, { role: "midwife" }, async (tx) => (await read.execute(tx)).rows)).toEqual([{ person: null, role: "midwife", site: null }]);
    await single.close();
  });

  test("row-level security by scope shows each person her own rows", async () => {
    await asSuperuser(
      "set role dampingi_migrate",
      "create table dampingi.note (owner uuid, words text)",
      "alter table dampingi.note enable row level security",
      "create policy own on dampingi.note using (owner = dampingi.scope_uuid('person'))",
      "grant select, insert on dampingi.note to dampingi_serve",
    );
    const [ani, budi] = ["019a0000-0000-7000-8000-00000000000a", "019a0000-0000-7000-8000-00000000000b"];
    const tables = database.tables<{ note: { owner: string; words: string } }>();
    await inScope(tables, { person: ani }, (tx) => tx.insertInto("note").values({ owner: ani, words: "a" }).execute());
    expect(await inScope(tables, { person: ani }, (tx) => tx.selectFrom("note").selectAll().execute())).toEqual([{ owner: ani, words: "a" }]);
    expect(await inScope(tables, { person: budi }, (tx) => tx.selectFrom("note").selectAll().execute())).toEqual([]);
    expect(await inScope(tables, {}, (tx) => tx.selectFrom("note").selectAll().execute())).toEqual([]);
    await expect(inScope(tables, { person: budi }, (tx) => tx.insertInto("note").values({ owner: ani, words: "b" }).execute())).rejects.toThrow(/row-level security/);
  });

  test("a failed scope leaves nothing behind", async () => {
    const tables = database.tables<unknown>();
    await asSuperuser("set role dampingi_migrate", "create table dampingi.kept (n int)", "grant select, insert on dampingi.kept to dampingi_serve");
    const failing = inScope(tables, {}, async (tx) => {
      await sql`insert into kept values (1)`.execute(tx);
      throw new Error("stop");
    });
    await expect(failing).rejects.toThrow("stop");
    expect((await sql`select * from kept`.execute(tables)).rows).toEqual([]);
  });

  test("a login that could do more than serve is refused, and so is one that loses what it commits", async () => {
    await expect(attach(database.url, database.url, 2)).rejects.toThrow(/must not serve/);
    await asSuperuser("alter role dampingi_serve set synchronous_commit = off");
    await expect(attach(database.url, database.serveUrl, 2)).rejects.toThrow(/synchronous_commit is off/);
    await asSuperuser("alter role dampingi_serve reset synchronous_commit");
    await attach(database.url, database.serveUrl, 2).then((again) => again.close());
  });

  test("a listener hears, and says so when it may have missed something", async () => {
    const heard: (string | null)[] = [];
    const until = async (count: number): Promise<void> => {
      for (const end = Date.now() + 5_000; heard.length < count && Date.now() < end; ) await new Promise((resolve) => setTimeout(resolve, 10));
    };
    const stop = await database.listen("news", (payload) => heard.push(payload));
    await database.pool.query("select pg_notify('news', 'one')");
    await until(1);
    await asSuperuser("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'dampingi listen' and datname = current_database()");
    await until(2);
    await database.pool.query("select pg_notify('news', 'two')");
    await until(3);
    expect(heard).toEqual(["one", null, "two"]);
    await stop();
  });
});
