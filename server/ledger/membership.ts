import type { Principal } from "#core/ledger/belonging.ts";
import type { Role } from "#core/ledger/entry.ts";
import type { JsonObject } from "#core/ledger/json.ts";
import type { ProgrammeView } from "#core/programme/programme-view.ts";
import { consoleDeviceOf } from "#server/devices/console-device.ts";
import type { LedgerDeps } from "./deps.ts";
import { newId, record, type Draft } from "./record.ts";
import { asReader, inLedger } from "./transaction.ts";

type MembershipRow = { programme: string; role: Role; site: string | null };

/** A current membership, with what a person needs to know it by. */
export type CurrentMembership = MembershipRow & { readonly programmeName: string; readonly siteName: string | null; readonly personName: string; readonly demo: boolean };

export async function membershipsOf(deps: LedgerDeps, person: string): Promise<CurrentMembership[]> {
  const rows = await currentRows(deps, person);
  return Promise.all(
    rows.map((row) =>
      asReader(deps.pool, principalFrom(person, row), async (client): Promise<CurrentMembership> => {
        const card = await client.query<{ view: ProgrammeView }>("select view from programme_card where programme = $1", [row.programme]);
        const named = await client.query<{ name: string }>("select name from person where programme = $1 and id = $2", [row.programme, person]);
        const view = card.rows[0]?.view;
        return { ...row, programmeName: view?.name ?? "", siteName: view?.sites.find((one) => one.site === row.site)?.name ?? null, personName: named.rows[0]?.name ?? "", demo: view?.demo === true };
      }),
    ),
  );
}

/** Who asks at the console; `null` where that membership is not current (any more): asked anew for each request. */
export async function consolePrincipal(deps: LedgerDeps, { person, programme, role }: { person: string; programme: string; role: Role }): Promise<Principal | null> {
  const row = (await currentRows(deps, person)).find((one) => one.programme === programme && one.role === role);
  return row === undefined ? null : principalFrom(person, row);
}

const principalFrom = (person: string, { programme, role, site }: MembershipRow): Principal => ({ programme, person, role, site, device: consoleDeviceOf(programme, person), reads: true });

async function currentRows(deps: LedgerDeps, person: string): Promise<MembershipRow[]> {
  const { rows } = await deps.pool.query<MembershipRow>("select programme, role, site from memberships_of($1) order by programme, role", [person]);
  return rows;
}

export type NewProgramme = {
  /** Given where the same call may come again: then nothing is made twice. */
  readonly programme?: string;
  /** Body of `programme.created`. */
  readonly facts: object;
  readonly staff?: readonly { readonly person: string; readonly name: string; readonly role: Exclude<Role, "kader">; readonly site: string | null; readonly invented: boolean }[];
};

/** The system person is the author of what the server itself says, and of the first entries. */
export async function createProgramme(deps: LedgerDeps, { programme = newId(deps), facts, staff = [] }: NewProgramme): Promise<{ programme: string; system: Principal }> {
  const { system, isNew } = await inLedger(deps.pool, programme, async (client) => {
    const made = await client.query<{ system: string }>("insert into programme (id, system) values ($1, $2) on conflict (id) do nothing returning system", [programme, newId(deps)]);
    const row = made.rows[0] ?? (await client.query<{ system: string }>("select system from programme where id = $1", [programme])).rows[0];
    if (row === undefined) throw new Error("the programme could not be made");
    if (made.rows.length > 0) {
      await client.query("insert into person (programme, id, name) values ($1, $2, 'Dampingi')", [programme, row.system]);
      await client.query("insert into membership (programme, person, role, from_seq) values ($1, $2, 'operator', 0)", [programme, row.system]);
    }
    const { rowCount } = await client.query("select from stream where programme = $1 and id = $2", [programme, `programme:${programme}`]);
    return { system: row.system, isNew: rowCount === 0 };
  });
  const principal = principalFrom(system, { programme, role: "operator", site: null });
  if (isNew) {
    const stream = `programme:${programme}`;
    const drafts: Draft[] = [{ stream, type: "programme.created", body: facts as JsonObject }, ...staff.map((one): Draft => ({ stream, type: "staff.joined", body: one }))];
    const recorded = await record(deps, principal, drafts);
    if (!recorded.ok) throw new Error(`the programme's first entry is ${recorded.error.code} at ${recorded.error.where}`);
  }
  return { programme, system: principal };
}
