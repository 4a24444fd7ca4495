import { CATALOGUE } from "#core/catalogue.ts";
import { uuid } from "#core/ledger/entry.ts";
import { catalogueOf, entryType, type Catalogue } from "#core/ledger/entry-type.ts";
import * as v from "valibot";

/** What the next version of the app will know: a new type, and a new version of an old one. Servers and older phones park them. */
const moodNoted = entryType({
  type: "mood.noted",
  stream: "mother",
  authors: ["kader", "midwife"],
  body: v.strictObject({ mood: v.string() }),
  says: (body) => ({ mood: body.mood }),
});

const motherChanged = entryType({
  type: "mother.changed",
  version: 2,
  stream: "mother",
  authors: ["kader", "midwife"],
  body: v.strictObject({ phones: v.array(v.string()), by: v.optional(uuid) }),
  says: (body) => ({ "mother/phone": body.phones[0] ?? null }),
});

export const FUTURE_CATALOGUE: Catalogue = new Map([...CATALOGUE, ...catalogueOf([moodNoted, motherChanged])]);
