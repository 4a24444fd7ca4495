import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Membership, StreamFacts } from "#core/ledger/belonging.ts";
import { streamKind } from "#core/ledger/entry.ts";
import { eachVersion } from "#server/platform/each-version.ts";
import { testConfig } from "#server/platform/testing.ts";
import { testLedger, type TestLedger } from "#server/ledger/testing.ts";
import { openServer, type Server } from "#server/open-server.ts";
import { FUNCTIONS, TABLES, type Actor, type Row, type Truth } from "./matrix.ts";
import { liveliness, type Village } from "./village.ts";

const NOBODY = "00000000-0000-7000-8000-000000000000";

eachVersion((version) => {
  let deps: TestLedger;
  let server: Server;
  let admin: Client;
  let here: Village;
  let there: Village;
  let truth: Truth;
  let actors: Actor[];

  beforeAll(async () => {
    deps = await testLedger({ version });
    admin = new Client({ connectionString: deps.database.url });
    await admin.connect();
    await admin.query("set search_path = dampingi; set timezone = 'UTC'");
    server = await openServer(testConfig(), deps.database, deps.keyring);
    here = await liveliness(deps, server.app);
    there = await liveliness(deps, server.app);
    for (const { lead } of [here, there]) await server.accounts.createSignInLink(await invited(lead.person), "http://x");
    truth = await readTruth();
    actors = castOf(here);
  });
  afterAll(async () => {
    await admin.end();
    await server.app.close();
    for (const stop of server.onStop) await stop();
    await deps.close();
  });

  const invited = async (person: string): Promise<string> => {
    await server.accounts.invite({ person, name: "Rekaan lead" });
    await admin.query(`insert into account_session (id, person_id, token, came_by, expires_at) values (gen_random_uuid(), '${person}', '${person}', 'link', now());
      insert into account_credential (id, person_id, account_id, provider_id) values (gen_random_uuid(), '${person}', '${person}', 'credential');
      insert into account_attempt (name, failures, until) values ('${person}', 1, now())`);
    return person;
  };

  async function readTruth(): Promise<Truth> {
    const memberships = (await admin.query("select programme, person, role, site, from_seq::float8 as \"fromSeq\", to_seq::float8 as \"toSeq\" from membership")).rows as (Membership & { programme: string })[];
    const assignments = (await admin.query("select programme, stream, person, from_seq::float8 as \"fromSeq\", to_seq::float8 as \"toSeq\" from assignment")).rows;
    const streams = new Map<string, StreamFacts>();
    for (const row of (await admin.query("select *, site_seq::float8 as sites, first_seq::float8 as first, last_seq::float8 as last, erased_seq::float8 as erased from stream")).rows) {
      const { programme, id, site, digest } = row;
      const mine = assignments.filter((one) => one.programme === programme && one.stream === id);
      streams.set(`${programme} ${id}`, { id, kind: streamKind(id), site, siteSeq: row.sites, was: [], assignments: mine, count: Number(row.count), digest, firstSeq: row.first, lastSeq: row.last, erasedSeq: row.erased });
    }
    return { streams, memberships };
  }

  /** Everybody of a programme, those who left or claim what they are not, the server itself, and nobody. */
  function castOf(village: Village): Actor[] {
    const actor = (name: string, { person, role, site }: { person: string; role: Actor["role"]; site: string | null }): Actor => ({
      name,
      programme: village.programme,
      person,
      role,
      site,
      device: NOBODY,
      reads: true,
      membership: truth.memberships.find((one) => one.programme === village.programme && one.person === person && one.role === role && one.site === site && one.toSeq === null),
    });
    const [kader, second, third] = village.kader;
    const [midwife, otherMidwife] = village.midwives;
    return [
      actor("a kader", kader),
      actor("the second kader", second),
      actor("a kader of the other site", third),
      actor("a midwife", midwife),
      actor("the midwife of the other site", otherMidwife),
      actor("the lead", village.lead),
      actor("the head", village.head),
      actor("an operator", village.operator),
      actor("a kader who left", village.left),
      actor("a kader who says that she is a midwife", { ...kader, role: "midwife" }),
      actor("a midwife who says that she is of the other site", { ...midwife, site: village.sites[1] }),
      actor("a head who says that he is the lead", { ...village.head, role: "lead" }),
      { ...actor("a midwife of another programme", there.midwives[0]), programme: village.programme },
      actor("the ledger", { person: NOBODY, role: "ledger", site: null }),
      { ...actor("nobody", { person: NOBODY, role: "nobody", site: null }), programme: NOBODY },
    ];
  }

  /** Runs as the serving login in that actor's scope, and undoes what was done. */
  async function as<T>(actor: Actor, work: (client: Client) => Promise<T>): Promise<T> {
    const client = (await deps.pool.connect()) as unknown as Client & { release: () => void };
    try {
      await client.query("begin");
      const scope = actor.role === "nobody" ? [] : (["programme", "person", "role", "site"] as const);
      for (const name of scope) await client.query("select set_config($1, $2, true)", [`dampingi.${name}`, actor[name] ?? ""]);
      return await work(client);
    } finally {
      await client.query("rollback");
      client.release();
    }
  }
  const denied = (error: { code?: string }): "denied" => {
    if (error.code === "42501") return "denied";
    throw error;
  };

  const columnsWith = async (table: string, privilege: string): Promise<string[]> =>
    (await admin.query("select attname from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and has_column_privilege('dampingi_serve', attrelid, attnum, $2) order by attnum", [`dampingi.${table}`, privilege])).rows.map((row) => row.attname);
  const rowsOf = async (client: Pick<Client, "query">, table: string, columns: readonly string[]): Promise<Row[]> =>
    (await client.query(`select row_to_json(t)::text as row from (select ${columns.join(", ") || "1"} from ${table}) t order by 1`)).rows.map((one) => JSON.parse(one.row));
  const rule = (table: string) => TABLES[table] ?? { reads: "closed" as const };

  describe("S1: tables", () => {
    test("every table is in the matrix, has rows of both programmes, and is under row-level security if its rows are somebody's", async () => {
      const { rows } = await admin.query("select relname, relrowsecurity from pg_class where relnamespace = 'dampingi'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f') order by relname");
      expect(rows.map((row) => row.relname).toSorted()).toEqual(Object.keys(TABLES).toSorted());
      for (const { relname, relrowsecurity } of rows) {
        if (typeof rule(relname).reads === "function") expect([relname, relrowsecurity]).toEqual([relname, true]);
        if (/^entry_\d$/.test(relname)) continue;
        const key = (await rowsOf(admin, relname, ["*"]))[0];
        expect(key, `${relname} is empty: nothing would be tried`).toBeDefined();
        if (key !== undefined && "programme" in key) expect((await admin.query(`select count(distinct programme)::int as n from ${relname}`)).rows[0].n, relname).toBe(2);
      }
    });

    test("each is seen by those who may see it, row by row, and by nobody else", async () => {
      const seen: Record<string, number> = {};
      for (const table of Object.keys(TABLES)) {
        const { reads } = rule(table);
        const columns = await columnsWith(table, "select");
        const all = columns.length === 0 ? [] : await rowsOf(admin, table, columns);
        for (const actor of actors) {
          const got = columns.length === 0 ? await as(actor, (client) => client.query(`select from ${table}`)).then(() => "granted", denied) : await as(actor, (client) => rowsOf(client, table, columns));
          const mine = (row: Row): boolean => (table === "programme" ? row["id"] : row["programme"]) === actor.programme;
          const expected = reads === "closed" ? "denied" : all.filter((row) => reads === "server" || (actor.role === "ledger" ? mine(row) : reads(row, actor, truth)));
          expect([actor.name, table, got]).toEqual([actor.name, table, expected]);
          if (typeof reads === "function" && actor.role !== "ledger") seen[table] = (seen[table] ?? 0) + expected.length;
        }
      }
      // The matrix itself is no empty promise: whatever somebody may see, somebody sees.
      expect(Object.keys(seen).filter((table) => seen[table] === 0)).toEqual(["stream_was", "enrolment"]);
    });

    test("each is written by the ledger alone, in its own programme, and entries are never changed", async () => {
      for (const table of Object.keys(TABLES)) {
        const { ledger = [], server: open = [], reads } = rule(table);
        const rows: Row[] = (await admin.query(`select row_to_json(t)::text as row from ${table} t`)).rows.map((one) => JSON.parse(one.row));
        const of = (row: Row): unknown => (table === "programme" ? row["id"] : row["programme"]);
        const updatable = (await columnsWith(table, "update"))[0];
        for (const actor of actors) {
          const may = (what: "insert" | "update" | "delete", own: boolean): boolean => (reads === "server" ? open.includes(what) : actor.role === "ledger" && own && ledger.includes(what));
          for (const village of [here, there]) {
            const row = rows.find((one) => of(one) === village.programme) ?? rows[0];
            if (row === undefined) continue;
            const copied = await as(actor, (client) => client.query(`insert into ${table} select * from json_populate_record(null::${table}, $1)`, [JSON.stringify(row)])).then(
              () => "written",
              // The same row again, let through by every rule of access.
              (error: { code?: string }) => (error.code === "23505" ? "written" : denied(error)),
            );
            const own = reads === "server" || village === here;
            expect([actor.name, "insert", table, copied]).toEqual([actor.name, "insert", table, may("insert", own) ? "written" : "denied"]);
          }
          const mine = rows.filter((row) => reads === "server" || of(row) === actor.programme).length;
          const changed = await as(actor, (client) => client.query(`update ${table} set ${updatable ?? "ctid"} = ${updatable ?? "ctid"}`)).then(({ rowCount }) => rowCount ?? 0, (error) => (updatable === undefined ? 0 : denied(error)));
          expect([actor.name, "update", table, changed]).toEqual([actor.name, "update", table, may("update", true) ? mine : 0]);
          const deleted = await as(actor, (client) => client.query(`delete from ${table}`)).then(({ rowCount }) => rowCount ?? 0, (error: { code?: string }) => (error.code === "23503" ? mine : error.code === "42501" ? 0 : Promise.reject(error)));
          expect([actor.name, "delete", table, deleted]).toEqual([actor.name, "delete", table, may("delete", true) ? mine : 0]);
        }
      }
    });

    test("every function that may be called is in the matrix, and what it tells depends on who asks", async () => {
      const { rows } = await admin.query("select proname from pg_proc where pronamespace = 'dampingi'::regnamespace and has_function_privilege('dampingi_serve', oid, 'execute') order by proname");
      expect(rows.map((row) => row.proname).toSorted()).toEqual(Object.keys(FUNCTIONS).toSorted());
      const asked: Record<string, string> = {
        member_since: "select member_since() as since where member_since() is not null",
        site_counts: "select * from site_counts() where site is not null",
        kader_counts: "select * from kader_counts()",
        holders_of: `select * from holders_of('${here.mothers[0]}')`,
        ended_streams: "select * from ended_streams(0, 1000000)",
      };
      expect(Object.keys(asked).toSorted()).toEqual(Object.keys(FUNCTIONS).filter((name) => FUNCTIONS[name] === "asks").toSorted());
      const told = new Map<string, Set<string>>();
      for (const actor of actors) {
        for (const [name, query] of Object.entries(asked)) {
          const { rowCount } = await as(actor, (client) => client.query(query));
          if ((rowCount ?? 0) > 0) told.set(name, (told.get(name) ?? new Set()).add(actor.name));
        }
      }
      const members = actors.filter((actor) => actor.membership !== undefined && actor.role !== "ledger").map((actor) => actor.name);
      expect([...(told.get("member_since") ?? [])]).toEqual(members);
      expect([...(told.get("site_counts") ?? [])]).toEqual(members);
      expect([...(told.get("kader_counts") ?? [])]).toEqual(["a midwife", "the midwife of the other site", "the lead", "an operator"]);
      expect([...(told.get("holders_of") ?? [])]).toEqual(["a midwife"]);
      expect([...(told.get("ended_streams") ?? [])]).toEqual(["a kader", "the second kader", "a midwife", "the midwife of the other site"]);
    });
  });
});
