import { typeKey, type Catalogue } from "./entry-type.ts";
import { allSaid, replacedBy, type StreamState } from "./fold.ts";
import { canonical, type Json, type JsonObject } from "./json.ts";

/** Something that ought to stand in a stream. */
export type Wanted = { readonly type: string; readonly body: JsonObject; readonly occurredAt?: string };
export type Unsaid = Wanted & { readonly replaces: string[] };

/**
 * Of what ought to stand in a stream, that which does not yet: what is said already, word for word, is left out, and what is
 * said otherwise is named in `replaces`. So a form that died between writing and noting that it wrote can simply write again.
 */
export function unsaid(catalogue: Catalogue, state: StreamState, wanted: readonly Wanted[]): Unsaid[] {
  return wanted.flatMap((one) => {
    const known = catalogue.get(typeKey(one.type, 1));
    if (known === undefined) return [{ ...one, replaces: [] }];
    const fields = Object.entries(known.says(one.body)).filter(([, value]) => value !== null);
    const stands = fields.length > 0 && fields.every(([field, value]) => isSaid(state, field, value));
    if (stands) return [];
    return [{ ...one, replaces: [...new Set(fields.flatMap(([field]) => replacedBy(state, field)))] }];
  });
}

function isSaid(state: StreamState, field: string, value: Json): boolean {
  const values = allSaid(state, field);
  return values.length === 1 && canonical(values[0]?.value) === canonical(value);
}
