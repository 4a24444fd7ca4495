import { randomBytes } from "node:crypto";
import { Client } from "pg";
import type { Principal } from "#core/ledger/belonging.ts";
import type { Entry, Role } from "#core/ledger/entry.ts";
import type { JsonObject } from "#core/ledger/json.ts";
import { uuidV7 } from "#core/ledger/uuid.ts";
import { testDatabase, testKeyring, type TestDatabase, type Version } from "#server/platform/testing.ts";
import type { LedgerDeps } from "./deps.ts";
import { createProgramme } from "./membership.ts";
import { openLedger } from "./open-ledger.ts";
import { record } from "./record.ts";

export const someId = (): string => uuidV7(Date.now(), randomBytes(10));

export type TestLedger = LedgerDeps & { readonly database: TestDatabase; readonly close: () => Promise<void> };

/** A ledger on a new, real database. */
export async function testLedger({ version = 18, now, poolSize = 10 }: { version?: Version; now?: () => number; poolSize?: number } = {}): Promise<TestLedger> {
  const database = await testDatabase({ version, poolSize });
  const keyring = await testKeyring(database);
  const ledger = await openLedger({ database, keyring, ...(now !== undefined && { now }), failed: (error) => console.error(error) });
  return { ...ledger, database, close: () => ledger.close().then(database.close) };
}

/** Past row-level security, to see what is truly there. */
// eslint-disable-next-line typescript/no-explicit-any -- rows of any shape, in tests only
export async function asSuperuser(deps: TestLedger, text: string, values: unknown[] = []): Promise<Record<string, any>[]> {
  const client = new Client({ connectionString: deps.database.url });
  await client.connect();
  try {
    return (await client.query(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** A phone that numbers and stamps its entries, without a store or a network. */
export type TestPhone = Principal & { readonly tell: (stream: string, type: string, body: JsonObject, rest?: Partial<Entry>) => Entry };

export function testPhone(by: Omit<Principal, "device" | "reads"> & { device?: string }): TestPhone {
  const device = by.device ?? someId();
  let deviceSeq = 0;
  const tell: TestPhone["tell"] = (stream, type, body, rest = {}) => {
    const at = new Date().toISOString();
    const { programme, person } = by;
    return { id: someId(), programme, stream, type, version: 1, author: person, performer: person, device, deviceSeq: ++deviceSeq, occurredAt: at, recordedAt: at, replaces: [], body, ...rest };
  };
  return { ...by, device, reads: true, tell };
}

export type TestProgramme = {
  readonly programme: string;
  readonly system: Principal;
  readonly sites: readonly [string, string];
  readonly lead: TestPhone;
  readonly head: TestPhone;
  readonly operator: TestPhone;
  /** Of the first site, and of the second. */
  readonly midwives: readonly [TestPhone, TestPhone];
  /** Two at the first site, one at the second. */
  readonly kader: readonly [TestPhone, TestPhone, TestPhone];
};

/** An invented programme with two sites, and somebody in each role. */
export async function testProgramme(deps: LedgerDeps): Promise<TestProgramme> {
  const { programme, system } = await createProgramme(deps, { facts: { name: "Program Rekaan", demo: true } });
  const sites = [someId(), someId()] as const;
  const one = (role: Role, site: string | null): TestPhone => testPhone({ programme, person: someId(), role, site });
  const people = {
    lead: one("lead", null),
    head: one("head", sites[0]),
    operator: one("operator", null),
    midwives: [one("midwife", sites[0]), one("midwife", sites[1])] as const,
    kader: [one("kader", sites[0]), one("kader", sites[0]), one("kader", sites[1])] as const,
  };
  const stream = `programme:${programme}`;
  const staff = [people.lead, people.head, people.operator, ...people.midwives];
  const recorded = await record(deps, system, [
    ...sites.map((site, n) => ({ stream, type: "site.described", body: { site, name: `Desa Rekaan ${n + 1}`, timezone: "Asia/Jakarta", places: [] } })),
    ...staff.map(({ person, role, site }) => ({ stream, type: "staff.joined", body: { person, name: `Rekaan ${role}`, role, site, invented: true } })),
    ...people.kader.map(({ person, site }, n) => ({ stream: `kader:${person}`, type: "kader.joined", body: { name: `Kader Rekaan ${n + 1}`, site, invented: true } })),
  ]);
  if (!recorded.ok) throw new Error(JSON.stringify(recorded.error));
  return { programme, system, sites, ...people };
}

export const newMother = (): string => `mother:${someId()}`;
