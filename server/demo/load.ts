import { createHash } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { dateAt } from "#core/care/time.ts";
import type { JsonObject } from "#core/ledger/json.ts";
import { PAGE } from "#core/ledger/entry.ts";
import { uuidFromDigest } from "#core/ledger/uuid.ts";
import type { Accounts } from "#server/accounts/accounts.ts";
import { createEnrolment } from "#server/devices/enrol.ts";
import type { LedgerDeps } from "#server/ledger/deps.ts";
import { createProgramme } from "#server/ledger/membership.ts";
import { pushEntries } from "#server/ledger/push.ts";
import { tellLiving } from "./living.ts";
import { tell2024 } from "./programme-2024.ts";
import type { DemoPerson, Teller } from "./teller.ts";
import { TIMEZONE } from "./visit.ts";

export type DemoDeps = { readonly ledger: LedgerDeps; readonly accounts: Accounts; readonly dataDir: string; readonly origin: string };

/** A way in for one invented person. */
export type DemoLink = { readonly who: string; readonly link: string };

/**
 * Loads the programme of 2024 and a living one of today, through the same door as a phone's entries. Loading again the same
 * day adds nothing; on another day a new living programme stands beside the old one, which stays as people left it.
 */
export async function loadDemo(deps: DemoDeps): Promise<DemoLink[]> {
  const { date, begunAt } = await beginning(deps);
  const past = tell2024(demoId("2024"));
  await load(deps.ledger, past.teller, past.facts, [past.operator, past.lead, past.midwife, past.head]);
  const living = tellLiving(demoId(`living ${date}`), begunAt);
  await load(deps.ledger, living.teller, living.facts, living.staff);

  const [wati, ani] = living.kader;
  const links: DemoLink[] = [];
  for (const person of [wati, ani]) if (person !== undefined) links.push({ who: `Kader ${person.name}`, link: await phoneLink(deps, living.teller.programme, person) });
  for (const person of living.staff) links.push({ who: person.name, link: await consoleLink(deps, person) });
  for (const person of [past.lead, past.midwife]) links.push({ who: person.name, link: await consoleLink(deps, person) });
  return links;
}

const demoId = (key: string): string => uuidFromDigest(createHash("sha256").update(`dampingi demo ${key}`).digest());

/** The moment from which today's stories are told; kept, so that a second start of the day tells the same ones. */
async function beginning({ ledger, dataDir }: DemoDeps): Promise<{ date: string; begunAt: number }> {
  const file = path.join(dataDir, "demo.json");
  const date = dateAt(ledger.now(), TIMEZONE);
  const kept = await readFile(file, "utf8").then((text) => JSON.parse(text) as { date: string; begunAt: number }, () => null);
  if (kept?.date === date) return kept;
  const fresh = { date, begunAt: ledger.now() };
  await writeFile(`${file}.new`, JSON.stringify(fresh));
  await rename(`${file}.new`, file);
  return fresh;
}

async function load(ledger: LedgerDeps, teller: Teller, facts: object, staff: readonly DemoPerson[]): Promise<void> {
  const people = staff.map(({ id, name, role, site }) => ({ person: id, name, role: role as Exclude<DemoPerson["role"], "kader">, site, invented: true }));
  await createProgramme(ledger, { programme: teller.programme, facts: facts as JsonObject, staff: people });
  for (const { by, entries } of batches(teller)) {
    const pushed = await pushEntries(ledger, { programme: teller.programme, person: by.id, role: by.role, site: by.site, device: by.device, reads: false }, entries);
    const refused = pushed.refused[0];
    if (refused !== undefined) throw new Error(`demo entry ${refused.id} of ${by.name} was refused: ${refused.code} ${refused.where ?? ""}`);
  }
}

/** As phones would send them: in the order of the days, each batch from one author. */
function* batches(teller: Teller): Generator<{ by: DemoPerson; entries: unknown[] }> {
  let batch: { by: DemoPerson; entries: unknown[] } | null = null;
  for (const { entry, by } of teller.told()) {
    if (batch !== null && batch.by === by && batch.entries.length < PAGE) {
      batch.entries.push(entry);
      continue;
    }
    if (batch !== null) yield batch;
    batch = { by, entries: [entry] };
  }
  if (batch !== null) yield batch;
}

async function phoneLink({ ledger, origin }: DemoDeps, programme: string, person: DemoPerson): Promise<string> {
  const made = await createEnrolment(ledger, { programme, person: person.id, by: null, origin });
  if (!made.ok) throw new Error(`${person.name} is no member of the demo`);
  return made.value.link;
}

async function consoleLink({ accounts, origin }: DemoDeps, person: DemoPerson): Promise<string> {
  await accounts.invite({ person: person.id, name: person.name });
  return accounts.createSignInLink(person.id, origin);
}
