import { combineDigests, entryHash } from "./digest.ts";
import type { Entry } from "./entry.ts";
import { typeKey, type Catalogue, type Fields } from "./entry-type.ts";
import { canonical, type Json } from "./json.ts";

/** Grows whenever `says` of a released type, or this file, gives another state for the same entries. */
export const FOLD_VERSION = 1;

/** One value of a field, and the entries that say it. */
export type Said = { readonly value: Json; readonly by: readonly Entry[] };

/**
 * The state of a stream. Invariants (L4): it depends on the set of entries alone, never on the order in which they came or on
 * any clock; a field's values are those that nothing replaces; two different values are both there, for a person to decide.
 */
export type StreamState = {
  readonly foldVersion: number;
  readonly count: number;
  readonly digest: string;
  readonly fields: ReadonlyMap<string, readonly Said[]>;
  /** Entries of a type or version that this side does not know. */
  readonly parked: readonly Entry[];
  /** Every entry once, in the order in which a person tells the story. */
  readonly entries: readonly Entry[];
};

/** The field that stands for all fields of the replaced entries. */
export const WHOLE_ENTRY = "*";

/** `hashOf` spares the hashing where the hashes are already kept beside the entries. */
export function foldStream(catalogue: Catalogue, entries: Iterable<Entry>, hashOf: (entry: Entry) => string = entryHash): StreamState {
  const byId = new Map<string, Entry>();
  for (const entry of entries) if (!byId.has(entry.id)) byId.set(entry.id, entry);
  const told = [...byId.values()].sort(byStory);
  const parked: Entry[] = [];
  const says = new Map<Entry, Fields>();
  /** Fields that are said anew elsewhere, by the id of the entry that said them. */
  const hidden = new Map<string, Set<string>>();
  for (const entry of told) {
    const known = catalogue.get(typeKey(entry.type, entry.version));
    if (known === undefined) {
      parked.push(entry);
      continue;
    }
    const fields = known.says(entry.body);
    says.set(entry, fields);
    for (const replaced of entry.replaces) {
      const ofReplaced = hidden.get(replaced) ?? new Set();
      hidden.set(replaced, ofReplaced);
      for (const field of Object.keys(fields)) ofReplaced.add(field);
    }
  }
  const values = new Map<string, { value: Json; by: Entry[] }[]>();
  for (const [entry, fields] of says) {
    const hiddenHere = hidden.get(entry.id);
    if (hiddenHere?.has(WHOLE_ENTRY)) continue;
    for (const [field, value] of Object.entries(fields)) {
      if (value === null || field === WHOLE_ENTRY || hiddenHere?.has(field)) continue;
      const ofField = values.get(field);
      if (ofField === undefined) values.set(field, [{ value, by: [entry] }]);
      else say(ofField, value, entry);
    }
  }
  return { foldVersion: FOLD_VERSION, count: byId.size, digest: combineDigests(told.map(hashOf)), fields: values, parked, entries: told };
}

/** Values are compared only where a field has more than one. */
function say(ofField: { value: Json; by: Entry[] }[], value: Json, entry: Entry): void {
  const text = canonical(value);
  const same = ofField.find((said) => canonical(said.value) === text);
  if (same === undefined) ofField.push({ value, by: [entry] });
  else same.by.push(entry);
}

/** By the time a person gave, then by id: only for telling, never for deciding. */
function byStory(a: Entry, b: Entry): number {
  if (a.occurredAt !== b.occurredAt) return a.occurredAt < b.occurredAt ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** All that is said of a field; more than one is a conflict. */
export const allSaid = (state: StreamState, field: string): readonly Said[] => state.fields.get(field) ?? [];

/** The value of a field where it is said and undisputed; of two truths the last told, with the conflict beside it. */
export function said(state: StreamState, field: string): Said | undefined {
  return allSaid(state, field).at(-1);
}

/** Entries to name in `replaces` when this field is said anew. */
export function replacedBy(state: StreamState, field: string): string[] {
  return allSaid(state, field).flatMap(({ by }) => by.map((entry) => entry.id));
}

export type Conflict = { readonly field: string; readonly values: readonly Said[] };

export function conflicts(state: StreamState): Conflict[] {
  return [...state.fields].filter(([, values]) => values.length > 1).map(([field, values]) => ({ field, values }));
}

/** Fields under a prefix such as `visit/`, with the rest of their name. */
export function underPrefix(state: StreamState, prefix: string): { key: string; said: readonly Said[] }[] {
  const found: { key: string; said: readonly Said[] }[] = [];
  for (const [field, values] of state.fields) if (field.startsWith(prefix)) found.push({ key: field.slice(prefix.length), said: values });
  return found;
}
