import { replacedBy, said } from "#core/ledger/fold.ts";
import type { Entry } from "#core/ledger/entry.ts";
import { uuidV7 } from "#core/ledger/uuid.ts";
import { waits } from "#web/device/outbox.ts";
import type { ToRecord } from "#web/device/record.ts";
import { retryRefused, setAsideRefused } from "#web/device/refused.ts";
import { sealerFor } from "#web/device/seal.ts";
import type { Backend, Enrolled, Person, Setting } from "./backend.ts";
import { FUTURE_CATALOGUE } from "./future.ts";
import { badNetwork, noCounts, withPlanted, type Counts } from "./network.ts";
import type { Planted } from "./planted.ts";
import { plainSealer, simPhone, type SimPhone } from "./phone-sim.ts";
import { seeded, type Random } from "./random.ts";

const MINUTE = 60_000;
/** At the end phones deliver and read until nothing changes any more; that takes two or three rounds, and never more than this. */
const ROUNDS = 6;
const YEAR = 365 * 24 * 60 * MINUTE;

/** Everything that was made on the phones of one run, by device and number, and what happened to it. */
export type World = {
  readonly phones: readonly (SimPhone & Enrolled)[];
  readonly made: Map<string, { entry: Entry; phone: string }>;
  readonly backend: Backend;
  readonly counts: Counts;
  readonly restored: boolean;
};

export type RunOptions = {
  readonly seed: number;
  readonly operations: number;
  readonly backend: (setting: Setting) => Promise<Backend>;
  readonly planted?: Planted;
  /** Seals to the server's real key, as phones do. */
  readonly realSealing?: boolean;
};

const PEOPLE: readonly Pick<Person, "name" | "role">[] = [
  { name: "Bidan Rekaan 1", role: "midwife" },
  { name: "Bidan Rekaan 2", role: "midwife" },
  { name: "Kader Rekaan 1", role: "kader" },
  { name: "Kader Rekaan 2", role: "kader" },
  { name: "Kader Rekaan 3", role: "kader" },
];

export const madeKey = (entry: Pick<Entry, "device" | "deviceSeq">): string => `${entry.device}|${entry.deviceSeq}`;

/** Runs phones through `operations` random ones with every fault, then lets all of them deliver and read over a good line. */
export async function runWorld({ seed, operations, backend: open, planted = {}, realSealing = false }: RunOptions): Promise<World> {
  const random = seeded(seed);
  let time = Date.parse("2026-11-25T01:00:00.000Z");
  const now = () => time;
  const newId = () => uuidV7(time, random.bytes(10));
  const people = PEOPLE.map((one) => ({ ...one, person: newId() }));
  const backend = await open({ programme: newId(), site: newId(), people, now, newId });
  const phones: (SimPhone & Enrolled)[] = [];
  for (const person of people) {
    const enrolled = await backend.enrol(person, newId());
    const sealer = realSealing ? sealerFor(enrolled.enrolment.serverKey) : plainSealer;
    phones.push(Object.assign(await simPhone(enrolled.enrolment, enrolled.readToken, seeded(seed * 31 + phones.length), now, sealer), enrolled));
  }
  // An id that two phones gave away and a restore together leave copies of an entry that its author can offer no more: one or the other.
  const restores = random.chance(0.3);
  const world = { phones, made: new Map<string, { entry: Entry; phone: string }>(), backend, counts: noCounts(), restored: restores };
  const good = (phone: SimPhone) => withPlanted(backend.transport, planted.phone, () => phone.catalogue);
  // Chance of its own for each phone: what happens to one does not depend on how fast the others are.
  const lines = new Map(phones.map((phone, nth) => [phone.name, badNetwork(good(phone), seeded(seed * 37 + nth), world.counts)]));
  const lineOf = (phone: SimPhone) => lines.get(phone.name) as Line;
  for (const phone of phones) await phone.sync(good(phone));
  if (restores) await backend.backup();
  for (let done = 0; done < operations; done++) {
    time += random.int(90) * MINUTE;
    const phone = random.pick(phones);
    await operate(world, phone, { random, people, newId, lineOf, restores });
    for (const one of phones) await note(world, one);
  }
  for (let round = 0, still = ""; round < ROUNDS; round++) {
    for (const phone of phones) {
      time += MINUTE;
      await phone.reopen();
      await phone.sync(good(phone));
    }
    const now = JSON.stringify(phones.map(({ ledger, phone }) => [ledger.snapshot.cursor, phone.outbox.size]));
    if (now === still) break;
    still = now;
  }
  return world;
}

type Line = ReturnType<typeof badNetwork>;

type Scene = {
  readonly random: Random;
  readonly people: readonly Person[];
  readonly newId: () => string;
  readonly lineOf: (phone: SimPhone) => Line;
  readonly restores: boolean;
};

async function operate(world: World, phone: SimPhone, scene: Scene): Promise<void> {
  const { random, lineOf, restores } = scene;
  const { counts, backend } = world;
  const { transport, deliverLate } = lineOf(phone);
  const roll = random.int(100);
  if (roll < 36) return record(world, phone, scene);
  if (roll < 64) return void (await phone.sync(transport));
  if (roll < 68) return void (await Promise.all(world.phones.map((one) => one.sync(lineOf(one).transport))));
  if (roll < 73) return counts.locked++, void (await phone.syncLocked(transport));
  if (roll < 77) return deliverLate();
  if (roll < 81) {
    phone.skew = random.pick([0, -30 * YEAR, 3 * YEAR, -3 * 60 * MINUTE, 40 * 60 * MINUTE]);
    if (phone.skew !== 0) counts["wrong clock"]++;
    return;
  }
  if (roll < 86) {
    counts.crash++;
    phone.store.strike(random.pick(["dies-before", "dies-after"]));
    return random.chance(0.5) ? record(world, phone, scene) : void (await phone.sync(transport));
  }
  if (roll < 89) {
    counts["full disk"]++;
    phone.store.strike("full");
    return random.chance(0.5) ? record(world, phone, scene) : void (await phone.sync(transport));
  }
  if (roll < 93) {
    phone.catalogue = FUTURE_CATALOGUE;
    return phone.reopen();
  }
  if (roll < 97) return dealWithRefused(world, phone, random);
  if (!restores) return;
  if (random.chance(0.5)) return backend.backup();
  counts.restored++;
  return backend.restore();
}

/** What a kader or a midwife writes down; also about a mother whom she sees no more: her screen may still be open. */
async function record(world: World, phone: SimPhone, scene: Scene): Promise<void> {
  const { random } = scene;
  const held = Object.keys(phone.ledger.snapshot.streams).filter((stream) => stream.startsWith("mother:"));
  const mother = held.length > 0 ? random.pick(held) : null;
  if (mother === null || random.chance(0.2)) {
    const stream = `mother:${scene.newId()}`;
    return void (await phone.record([{ stream, type: "mother.registered", body: { name: "Ibu Rekaan", phone: "+62800" } }, visit(stream, scene)]));
  }
  if (!scene.restores && random.chance(0.06)) borrowId(world, phone, random);
  return void (await phone.record([await about(world, phone, mother, scene)]));
}

const visit = (stream: string, { newId, random }: Pick<Scene, "newId" | "random">): ToRecord => ({ stream, type: "visit.begun", body: { visit: newId(), kind: random.pick(["home", "phone"]), fromPaper: false } });

async function about(world: World, phone: SimPhone, stream: string, scene: Scene): Promise<ToRecord> {
  const { random, people } = scene;
  const state = await phone.stateOf(stream);
  const number = `+628${random.int(1000)}`;
  const roll = random.int(10);
  if (roll < 3) return { stream, type: "mother.changed", body: { phone: number }, replaces: replacedBy(state, "mother/phone") };
  if (roll < 4) return { stream, type: "mother.changed", body: { phone: said(state, "mother/phone")?.value ?? number }, replaces: replacedBy(state, "mother/phone") };
  if (roll < 6 && phone.enrolment.person.role === "midwife") {
    world.counts.reassignment++;
    return { stream, type: "care.assigned", body: { kader: random.pick(people.filter((one) => one.role === "kader")).person }, replaces: replacedBy(state, "assigned") };
  }
  if (roll < 7 && state.entries.length > 0) return { stream, type: "entry.withdrawn", body: {}, replaces: [random.pick(state.entries).id] };
  if (roll < 8 && phone.catalogue === FUTURE_CATALOGUE) {
    world.counts["old version"]++;
    return random.chance(0.5) ? { stream, type: "mood.noted", body: { mood: number } } : { stream, type: "mother.changed", version: 2, body: { phones: [number] }, replaces: replacedBy(state, "mother/phone") };
  }
  return visit(stream, scene);
}

function borrowId(world: World, phone: SimPhone, random: Random): void {
  const others = [...world.made.values()].filter((one) => one.entry.device !== phone.enrolment.device);
  if (others.length > 0) phone.borrowedId = random.pick(others).entry.id;
}

async function dealWithRefused(world: World, phone: SimPhone, random: Random): Promise<void> {
  const refused = [...phone.phone.outbox.values()].filter((row) => row.state === "refused" && row.code === "id-reused");
  for (const row of refused) {
    await phone.surviving(() => (random.chance(0.3) ? setAsideRefused(phone.ledger, row.id) : retryRefused(phone.ledger, row.id)));
    // Under a new id it is another entry.
    if (!phone.phone.outbox.has(row.id)) world.made.delete(madeKey(row));
  }
}

/** What is in the outbox was made, whether the phone lived to say so or not. */
async function note(world: World, phone: SimPhone): Promise<void> {
  phone.borrowedId = null;
  for (const row of phone.phone.outbox.values()) {
    if (world.made.has(madeKey(row)) || !waits(row)) continue;
    const entry = await phone.ledger.cipher.open<Entry>(`own|${row.id}`, row.own);
    if ([...world.made.values()].some((one) => one.entry.id === entry.id)) world.counts["id reused"]++;
    world.made.set(madeKey(row), { entry, phone: phone.name });
  }
}
