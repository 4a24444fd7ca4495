import { entryHash } from "#core/ledger/digest.ts";
import { foldStream, type StreamState } from "#core/ledger/fold.ts";
import { canonical, type Json } from "#core/ledger/json.ts";
import { waits } from "#web/device/outbox.ts";
import type { SimPhone } from "./phone-sim.ts";
import { madeKey, type World } from "./world.ts";

/** What does not hold at the end of a run, in words; empty where all is well. */
export async function brokenInvariants(world: World): Promise<string[]> {
  const broken: string[] = [];
  const held = await world.backend.held();
  const times = Map.groupBy(held, madeKey);
  const refusedHere = new Map(world.phones.flatMap((phone) => [...phone.phone.outbox.values()].filter((row) => !waits(row)).map((row) => [madeKey(row), row] as const)));

  for (const [key, copies] of times) if (copies.length > 1) broken.push(`L4: the server holds ${key} ${copies.length} times`);
  for (const [key, { entry, phone }] of world.made) {
    const refused = refusedHere.get(key);
    if (times.has(key) && refused !== undefined) broken.push(`L5: ${entry.type} ${entry.id} of ${phone} is on the server and shown as refused`);
    if (!times.has(key) && refused === undefined) broken.push(`L1/L2: ${entry.type} ${entry.id} of ${phone} is lost`);
    if (refused !== undefined && refused.code !== "id-reused") broken.push(`L3: ${entry.type} ${entry.id} of ${phone} was refused as ${refused.code} at ${refused.where}`);
  }
  for (const phone of world.phones) broken.push(...(await brokenOnPhone(world, phone)).map((what) => `${phone.name}: ${what}`));
  return broken;
}

async function brokenOnPhone(world: World, phone: World["phones"][number]): Promise<string[]> {
  const broken: string[] = [];
  const { snapshot } = phone.ledger;
  const rows = [...phone.phone.outbox.values()];
  const refused = new Set(rows.filter((row) => row.state === "refused").map((row) => row.id));
  const truths = await world.backend.seenBy(phone);
  if (rows.some(waits)) broken.push("L2: something still waits");
  if (Object.keys(snapshot.differs).length > 0) broken.push(`L5: sums differ for ${Object.keys(snapshot.differs).join()}`);
  // After a restore a phone may hand back entries of a mother whom it had let go of, and read them anew.
  if (snapshot.repairedAt > 0 && world.counts.restored === 0) broken.push("L6: something was missed, and read anew once the sums told");
  for (const truth of truths) {
    const here = snapshot.streams[truth.stream];
    if (here?.count !== truth.count || here.digest !== truth.digest) {
      broken.push(`L5: ${truth.stream}: ${here?.count} entries here, ${truth.count} there`);
      continue;
    }
    const there = foldStream(phone.catalogue, truth.entries);
    const own = await ownOnly(phone, refused);
    const kept = await phone.stateOf(truth.stream);
    const mine = foldStream(phone.catalogue, kept.entries.filter((entry) => !own.has(`${entry.id} ${entryHash(entry)}`)));
    if (told(mine) !== told(there)) broken.push(`L4: ${truth.stream} has another state here`);
    const disputed = disputedPhones(truth.entries);
    if (disputed !== null && disputes(mine) !== disputed) broken.push(`L4: ${truth.stream}: two truths about her phone are not shown`);
    const { card } = here;
    if (card !== undefined && refused.size === 0 && card.conflicts !== [...there.fields.values()].filter((values) => values.length > 1).length) broken.push(`L4: the list does not show what is disputed of ${truth.stream}`);
  }
  const visible = new Set(truths.map((truth) => truth.stream));
  const holding = new Set(rows.filter((row) => row.state === "refused").map((row) => row.stream));
  for (const [stream, summary] of Object.entries(snapshot.streams)) {
    if (!visible.has(stream) && !holding.has(stream) && summary.count > 0) broken.push(`S1: ${stream} is still here, and hers no more`);
  }
  return broken;
}

/** Entries that are here and were refused: part of what the phone shows, not of what the server has. */
async function ownOnly(phone: SimPhone, refused: ReadonlySet<string>): Promise<Set<string>> {
  const own = [...phone.phone.outbox.values()].filter((row) => refused.has(row.id));
  return new Set(await Promise.all(own.map(async (row) => `${row.id} ${entryHash(await phone.ledger.cipher.open(`own|${row.id}`, row.own))}`)));
}

const told = (state: StreamState): string =>
  canonical(
    [...state.fields]
      .map(([field, values]) => [field, values.map(({ value, by }) => [canonical(value), by.map((entry) => entry.id).sort().join()]).sort()] as unknown as Json)
      .sort((a, b) => (canonical(a) < canonical(b) ? -1 : 1))
      .concat([[state.parked.map((entry) => entry.id).sort().join()] as unknown as Json]),
  );

const disputes = (state: StreamState): boolean => (state.fields.get("mother/phone")?.length ?? 0) > 1;

type Plain = { readonly id: string; readonly type: string; readonly version: number; readonly replaces: readonly string[]; readonly body: { readonly [key: string]: unknown } };

/** The same question asked without the fold: are there phone numbers that nobody took back? `null` where the next version has a say. */
function disputedPhones(entries: readonly Plain[]): boolean | null {
  const numbers = entries.filter((entry) => entry.version === 1 && (entry.type === "mother.changed" || entry.type === "mother.registered") && "phone" in entry.body);
  const future = entries.some((entry) => entry.type === "mother.changed" && entry.version === 2);
  if (future) return null;
  const replacing = entries.filter((entry) => entry.type === "entry.withdrawn" || numbers.includes(entry));
  const standing = numbers.filter((entry) => !replacing.some((other) => other.replaces.includes(entry.id)));
  return new Set(standing.map((entry) => entry.body["phone"])).size > 1;
}
