import * as v from "valibot";
import { err, ok, type Result } from "../result.ts";
import { entrySchema, streamKind, type Entry, type Role, type StreamKind } from "./entry.ts";
import { isWithinDepth, type Json, type JsonObject } from "./json.ts";

/** What an entry says, by field. `null` takes a field's value back. */
export type Fields = Readonly<Record<string, Json>>;

/** One type at one version. A version once released is never edited: its frozen body stands in `core/ledger/corpus/`. */
export type EntryType = {
  readonly type: string;
  readonly version: number;
  readonly stream: StreamKind;
  /** Roles that may author it; anything else is foreign. */
  readonly authors: readonly Role[];
  readonly body: v.GenericSchema<unknown, JsonObject>;
  readonly says: (body: JsonObject) => Fields;
};

/** Ties `says` to the type that `body` checks. Bodies come from JSON, so whatever `says` takes from them is JSON too. */
export function entryType<const S extends v.GenericSchema<unknown, object>>(definition: {
  type: string;
  version?: number;
  stream: StreamKind;
  authors: readonly Role[];
  body: S;
  says: (body: v.InferOutput<S>) => Readonly<Record<string, unknown>>;
}): EntryType {
  return { version: 1, ...definition, body: definition.body as unknown as EntryType["body"], says: definition.says as unknown as EntryType["says"] };
}

/** The types that this side knows. Others are parked: kept, reported, and folded once the type is known. */
export type Catalogue = ReadonlyMap<string, EntryType>;

export const typeKey = (type: string, version: number): string => `${type}@${version}`;

export function catalogueOf(types: readonly EntryType[]): Catalogue {
  const catalogue = new Map<string, EntryType>();
  for (const known of types) {
    const key = typeKey(known.type, known.version);
    if (catalogue.has(key)) throw new Error(`entry type ${key} is defined twice`);
    catalogue.set(key, known);
  }
  return catalogue;
}

/** A screening, the deepest body, has five levels. */
const MAX_BODY_DEPTH = 20;

export type BrokenEntry = { readonly code: "broken"; readonly where: string };

/** Checks envelope and, where the type is known, body. An unknown type or version with a sound envelope is sound. */
export function checkEntry(catalogue: Catalogue, candidate: unknown): Result<Entry, BrokenEntry> {
  const envelope = v.safeParse(entrySchema, candidate, { abortEarly: true });
  if (!envelope.success) return err({ code: "broken", where: v.getDotPath(envelope.issues[0]) ?? "envelope" });
  const entry = envelope.output;
  if (!isWithinDepth(entry.body, MAX_BODY_DEPTH)) return err({ code: "broken", where: "body" });
  const known = catalogue.get(typeKey(entry.type, entry.version));
  if (known === undefined) return ok(entry);
  if (known.stream !== streamKind(entry.stream)) return err({ code: "broken", where: "stream" });
  const body = v.safeParse(known.body, entry.body, { abortEarly: true });
  if (!body.success) return err({ code: "broken", where: `body.${v.getDotPath(body.issues[0]) ?? ""}` });
  return ok(entry);
}
