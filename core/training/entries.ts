import * as v from "valibot";
import { instant, uuid } from "../ledger/entry.ts";
import { entryType, type EntryType } from "../ledger/entry-type.ts";
import { WHOLE_ENTRY } from "../ledger/fold.ts";
import { count, day, each, line, passage } from "../care/words.ts";

const kader = {
  name: line,
  bornInYear: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2200)))),
  phone: v.optional(v.nullable(line)),
  area: v.optional(v.nullable(line)),
  posyandu: v.optional(v.nullable(line)),
  hasPhone: v.optional(v.nullable(v.boolean())),
};

const kaderJoined = entryType({
  type: "kader.joined",
  stream: "kader",
  authors: ["lead", "midwife", "operator"],
  body: v.strictObject({ ...kader, site: uuid, invented: v.boolean() }),
  says: (body) => each("kader", body),
});

const kaderChanged = entryType({
  type: "kader.changed",
  stream: "kader",
  authors: ["lead", "midwife", "operator"],
  body: v.strictObject({ ...kader, name: v.optional(line) }),
  says: (body) => each("kader", body),
});

/** Granted by the midwife on what is there, for a limited time. A renewal is a clearance of its own. */
const clearanceGranted = entryType({
  type: "clearance.granted",
  stream: "kader",
  authors: ["midwife"],
  body: v.strictObject({ clearance: uuid, from: instant, until: instant, basis: v.picklist(["by-hand", "demonstration"]), words: v.optional(passage), invented: v.optional(v.boolean()) }),
  says: (body) => ({ [`clearance/${body.clearance}`]: body }),
});

const clearanceWithdrawn = entryType({
  type: "clearance.withdrawn",
  stream: "kader",
  authors: ["midwife"],
  body: v.strictObject({ clearance: uuid, words: passage }),
  says: (body) => ({ [`clearance/${body.clearance}`]: { withdrawn: true, ...body } }),
});

/** Practice without a mother. */
const practiceHeld = entryType({
  type: "practice.held",
  stream: "kader",
  authors: ["kader"],
  body: v.strictObject({ practice: uuid, seconds: count, on: v.picklist(["partner", "pillow", "screen"]) }),
  says: (body) => ({ [`practice/${body.practice}`]: body }),
});

const kaderLeft = entryType({
  type: "kader.left",
  stream: "kader",
  authors: ["lead", "midwife", "operator"],
  body: v.strictObject({ on: day, words: v.optional(passage) }),
  says: (body) => ({ left: body }),
});

const kaderEntryWithdrawn = entryType({
  type: "kader.entry-withdrawn",
  stream: "kader",
  authors: ["kader", "lead", "midwife"],
  body: v.strictObject({ why: v.optional(passage) }),
  says: () => ({ [WHOLE_ENTRY]: true }),
});

export const TRAINING_ENTRIES: readonly EntryType[] = [kaderJoined, kaderChanged, clearanceGranted, clearanceWithdrawn, practiceHeld, kaderLeft, kaderEntryWithdrawn];
