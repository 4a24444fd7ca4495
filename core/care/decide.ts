import type { Entry, Role } from "../ledger/entry.ts";
import { typeKey, type Catalogue } from "../ledger/entry-type.ts";
import type { Conflict, Said } from "../ledger/fold.ts";
import type { JsonObject } from "../ledger/json.ts";

/** The entry that settles two truths: it says the chosen one again and replaces all that was said of the field. */
export type Decision = { readonly type: string; readonly version: number; readonly body: JsonObject; readonly replaces: readonly string[] };

const DETAIL = "mother/";

/**
 * What to write when a person has chosen `chosen` among the values of `conflict` (L4: neither is dropped before that, and both
 * stay in the story). Null where this role may not author such an entry: then somebody else has to choose.
 */
export function decide(catalogue: Catalogue, conflict: Conflict, chosen: Said, role: Role): Decision | null {
  const said = chosen.by[0];
  const replaces = conflict.values.flatMap(({ by }) => by.map((entry) => entry.id));
  if (said === undefined || replaces.length > 100) return null;
  // Her details are told field by field: the other fields of the entry are not in question.
  if (conflict.field.startsWith(DETAIL)) {
    const key = conflict.field.slice(DETAIL.length);
    // How she was found is told at registration alone.
    if (key === "foundBy") return null;
    return { type: "mother.changed", version: 1, body: { [key]: chosen.value }, replaces };
  }
  return mayAuthor(catalogue, said, role) ? { type: said.type, version: said.version, body: said.body, replaces } : null;
}

const mayAuthor = (catalogue: Catalogue, entry: Entry, role: Role): boolean => catalogue.get(typeKey(entry.type, entry.version))?.authors.includes(role) ?? false;
