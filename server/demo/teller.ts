import { createHash } from "node:crypto";
import { CATALOGUE } from "#core/catalogue.ts";
import { checkEntry } from "#core/ledger/entry-type.ts";
import type { Entry, Role, StreamKind } from "#core/ledger/entry.ts";
import { uuidFromDigest } from "#core/ledger/uuid.ts";
import type { JsonObject } from "#core/ledger/json.ts";

export type DemoPerson = { readonly id: string; readonly name: string; readonly role: Role; readonly site: string | null; readonly device: string };

type When = { readonly at: string; readonly performer?: DemoPerson; readonly replaces?: readonly Entry[]; readonly recordedAt?: string };

/**
 * Writes invented entries as a phone would: stamped, numbered by device, checked. The same programme and key give the same
 * ids each time, so that a load which broke off goes on where it stood, and one that is repeated adds nothing.
 */
export function createTeller(programme: string) {
  const numbers = new Map<string, number>();
  const entries: { readonly entry: Entry; readonly by: DemoPerson }[] = [];
  const id = (key: string): string => uuidFromDigest(createHash("sha256").update(`${programme}|${key}`).digest());
  const tell = (by: DemoPerson, stream: string, type: string, body: object, { at, performer = by, replaces = [], recordedAt = at }: When): Entry => {
    const deviceSeq = (numbers.get(by.device) ?? 0) + 1;
    numbers.set(by.device, deviceSeq);
    const checked = checkEntry(CATALOGUE, {
      id: id(`entry|${by.device}|${deviceSeq}`),
      programme,
      stream,
      type,
      version: 1,
      author: by.id,
      performer: performer.id,
      device: by.device,
      deviceSeq,
      occurredAt: at,
      recordedAt,
      replaces: replaces.map((entry) => entry.id),
      body: body as JsonObject,
    });
    if (!checked.ok) throw new Error(`demo entry ${type} is broken at ${checked.error.where}`);
    entries.push({ entry: checked.value, by });
    return checked.value;
  };
  const stream = (kind: StreamKind, key: string): string => `${kind}:${id(`${kind}|${key}`)}`;
  const person = (key: string, name: string, role: Role, site: string | null): DemoPerson => ({ id: id(`person|${key}`), name, role, site, device: id(`device|${key}`) });
  /** In the order in which they were written down, whoever wrote them. */
  const told = () => [...entries].sort((a, b) => (a.entry.recordedAt < b.entry.recordedAt ? -1 : a.entry.recordedAt > b.entry.recordedAt ? 1 : 0));
  const storyOf = (of: string): Entry[] => entries.filter(({ entry }) => entry.stream === of).map(({ entry }) => entry);
  return { programme, id, tell, stream, person, told, storyOf };
}

export type Teller = ReturnType<typeof createTeller>;
