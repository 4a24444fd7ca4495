import type { AddressInfo } from "node:net";
import { Client } from "pg";
import type { Principal } from "#core/ledger/belonging.ts";
import type { Entry, Received } from "#core/ledger/entry.ts";
import type { EnrolResponse, StreamSum } from "#core/ledger/protocol.ts";
import { createEnrolment } from "#server/devices/enrol.ts";
import { post, testServer } from "#server/ledger/http-testing.ts";
import { createProgramme } from "#server/ledger/membership.ts";
import { pullEntries } from "#server/ledger/pull.ts";
import { record } from "#server/ledger/record.ts";
import { testLedger } from "#server/ledger/testing.ts";
import { httpTransport } from "#web/device/wire.ts";
import type { Backend, Enrolled, Setting } from "./backend.ts";

/** What a backup holds of a programme; devices stay, as phones enrolled before the backup do. */
const RESTORED = ["programme", "person", "membership", "stream", "stream_was", "assignment", "entry", "mother_key", "programme_card", "kader_card", "mother_card", "referral"];

/** The real application over HTTP on a real PostgreSQL; each run has a programme of its own in one database. */
export async function httpServer() {
  let now: () => number = Date.now;
  const deps = await testLedger({ now: () => now() });
  const { app, close } = await testServer(deps);
  await app.listen({ port: 0, host: "127.0.0.1" });
  const transport = httpTransport(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}`);
  const admin = new Client({ connectionString: deps.database.url });
  await admin.connect();
  for (const table of RESTORED) await admin.query(`create table backup_${table} as select * from dampingi.${table} with no data`);
  let addresses = 0;

  const open = async ({ programme, site, people, now: clock, newId }: Setting): Promise<Backend> => {
    now = clock;
    const { system } = await createProgramme(deps, { programme, facts: { name: "Program Rekaan", demo: true } });
    const staff = people.filter((one) => one.role === "midwife").map(({ person, name, role }) => ({ stream: `programme:${programme}`, type: "staff.joined", body: { person, name, role, site, invented: true } }));
    const kader = people.filter((one) => one.role === "kader").map(({ person, name }) => ({ stream: `kader:${person}`, type: "kader.joined", body: { name, site, invented: true } }));
    const founded = await record(deps, system, [{ stream: `programme:${programme}`, type: "site.described", body: { site, name: "Desa Rekaan", timezone: "Asia/Jakarta", places: [] } }, ...staff, ...kader]);
    if (!founded.ok) throw new Error(JSON.stringify(founded.error));
    const readerOf = ({ enrolment }: Enrolled): Principal => ({ programme, person: enrolment.person.id, role: enrolment.person.role, site, device: newId(), reads: true });
    return {
      transport,
      enrol: async ({ person }, device) => {
        const invited = await createEnrolment(deps, { programme, person, by: null, origin: "https://contoh.invalid" });
        if (!invited.ok) throw new Error(invited.error.code);
        addresses++;
        const { status, body } = await post<EnrolResponse>(app, "/api/enrol", { token: invited.value.token, device }, { ip: `10.0.${addresses >> 8}.${addresses & 255}` });
        if (status !== 200) throw new Error(`${status} ${body.error}`);
        const { readToken, serverTime: _, ...rest } = body;
        return { enrolment: { device, ...rest }, readToken };
      },
      held: async () => (await admin.query<Pick<Entry, "id" | "stream" | "device" | "deviceSeq">>('select id, stream, device, device_seq as "deviceSeq" from dampingi.entry where programme = $1', [programme])).rows,
      seenBy: async (enrolled) => {
        const entries: Received[] = [];
        let sums: readonly StreamSum[] = [];
        for (let cursor: string | null = null, more = true; more; ) {
          const page = await pullEntries(deps, readerOf(enrolled), { cursor, checkAll: true });
          entries.push(...page.entries);
          ({ cursor, more, sums } = page);
        }
        const byStream = Map.groupBy(entries, (entry) => entry.stream);
        return sums.map((sum) => ({ ...sum, entries: byStream.get(sum.stream) ?? [] }));
      },
      backup: () => inOneStep(RESTORED.flatMap((table) => [`truncate backup_${table}`, `insert into backup_${table} select * from dampingi.${table} where ${table === "programme" ? "id" : "programme"} = '${programme}'`])),
      restore: () =>
        inOneStep([
          "set local session_replication_role = replica",
          ...RESTORED.flatMap((table) => [`delete from dampingi.${table} where ${table === "programme" ? "id" : "programme"} = '${programme}'`, `insert into dampingi.${table} select * from backup_${table}`]),
          `update dampingi.programme set epoch = gen_random_uuid() where id = '${programme}'`,
        ]),
    };
  };
  const inOneStep = async (statements: readonly string[]): Promise<void> => void (await admin.query(`begin; ${statements.join("; ")}; commit`));
  return { open, close: () => admin.end().then(close).then(deps.close) };
}
