import * as v from "valibot";
import { uuid } from "../ledger/entry.ts";
import { entryType, type EntryType } from "../ledger/entry-type.ts";
import { day, line, passage } from "../care/words.ts";

/** Who permits, who hosts and who runs can be three organisations. */
const programmeCreated = entryType({
  type: "programme.created",
  stream: "programme",
  authors: ["operator", "lead"],
  body: v.strictObject({
    name: line,
    permits: v.optional(line),
    hosts: v.optional(line),
    runs: v.optional(line),
    starts: v.optional(day),
    ends: v.optional(day),
    aim: v.optional(passage),
    /** Its people and figures are invented: every screen and page says so. */
    demo: v.boolean(),
  }),
  says: (body) => ({ programme: body }),
});

export const PLACE_KINDS = ["midwife", "clinic", "hospital", "emergency"] as const;

/** Where to go: shown when somebody must go now, so each place says its hours and the way. */
const siteDescribed = entryType({
  type: "site.described",
  stream: "programme",
  authors: ["operator", "lead", "midwife"],
  body: v.strictObject({
    site: uuid,
    name: line,
    timezone: v.picklist(["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"]),
    address: v.optional(passage),
    places: v.pipe(
      v.array(v.strictObject({ kind: v.picklist(PLACE_KINDS), name: line, phone: v.optional(line), hours: v.optional(line), way: v.optional(passage), address: v.optional(passage) })),
      v.maxLength(20),
    ),
  }),
  says: (body) => ({ [`site/${body.site}`]: body }),
});

const staffJoined = entryType({
  type: "staff.joined",
  stream: "programme",
  authors: ["operator", "lead"],
  body: v.strictObject({ person: uuid, name: line, role: v.picklist(["midwife", "lead", "head", "operator"]), site: v.nullable(uuid), phone: v.optional(line), invented: v.boolean() }),
  says: (body) => ({ [`staff/${body.person}/${body.role}`]: body }),
});

const staffLeft = entryType({
  type: "staff.left",
  stream: "programme",
  authors: ["operator", "lead"],
  body: v.strictObject({ person: uuid, role: v.picklist(["midwife", "lead", "head", "operator"]) }),
  says: (body) => ({ [`staff/${body.person}/${body.role}`]: null }),
});

export const PROGRAMME_ENTRIES: readonly EntryType[] = [programmeCreated, siteDescribed, staffJoined, staffLeft];
