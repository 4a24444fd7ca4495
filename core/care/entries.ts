import * as v from "valibot";
import { instant, uuid } from "../ledger/entry.ts";
import { entryType, type EntryType } from "../ledger/entry-type.ts";
import { WHOLE_ENTRY } from "../ledger/fold.ts";
import { code, codes, count, day, each, line, passage, score } from "./words.ts";

const KADER = ["kader", "midwife"] as const;

const how = v.picklist(["written", "spoken", "thumbprint"]);

/** Consent comes before data (S3). Under 18 a guardian's stands beside hers, never instead of it. */
const consentGiven = entryType({
  type: "consent.given",
  stream: "mother",
  authors: KADER,
  body: v.strictObject({
    text: v.strictObject({ id: code, version: v.pipe(v.number(), v.integer()), language: v.picklist(["id", "en", "jv", "mad"]) }),
    how,
    readAloud: v.boolean(),
    /** What she allows beyond being accompanied: her own choice each, never preset. */
    allows: v.strictObject({ midwife: v.boolean(), phone: v.boolean(), counted: v.boolean() }),
    guardian: v.optional(v.strictObject({ name: line, relation: v.picklist(["parent", "husband", "parent-in-law", "other"]), how })),
  }),
  says: (body) => ({ consent: { state: "given", ...body } }),
});

const consentWithdrawn = entryType({
  type: "consent.withdrawn",
  stream: "mother",
  authors: KADER,
  body: v.strictObject({ words: v.optional(passage) }),
  says: (body) => ({ consent: { state: "withdrawn", ...body } }),
});

const mother = {
  name: line,
  calledBy: v.optional(line),
  bornOn: v.optional(v.nullable(day)),
  /** Where she knows her age but not her birthday; `bornOn` goes before it. */
  bornInYear: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2200)))),
  phone: v.optional(v.nullable(line)),
  nik: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^\d{16}$/)))),
  address: v.optional(v.nullable(passage)),
  landmark: v.optional(v.nullable(passage)),
  reads: v.optional(v.nullable(v.boolean())),
  language: v.optional(v.nullable(v.picklist(["id", "jv", "mad"]))),
};

const motherRegistered = entryType({
  type: "mother.registered",
  stream: "mother",
  authors: KADER,
  body: v.strictObject({ ...mother, foundBy: v.optional(v.picklist(["kader", "clinic-list", "neighbour", "herself"])) }),
  says: (body) => each("mother", body),
});

const motherChanged = entryType({
  type: "mother.changed",
  stream: "mother",
  authors: KADER,
  body: v.strictObject({ ...mother, name: v.optional(line) }),
  says: (body) => each("mother", body),
});

export const BABY_PLACES = ["here", "hospital", "elsewhere", "died"] as const;

const birthRecorded = entryType({
  type: "birth.recorded",
  stream: "mother",
  authors: KADER,
  body: v.strictObject({
    birth: uuid,
    /** The moment of birth; where the hour is not known, the middle of that day, and `hourKnown` false. */
    bornAt: instant,
    hourKnown: v.boolean(),
    caesarean: v.optional(v.boolean()),
    place: v.optional(v.picklist(["clinic", "hospital", "midwife", "home", "other"])),
    babies: v.pipe(
      v.array(
        v.strictObject({
          baby: uuid,
          name: v.optional(line),
          sex: v.optional(v.picklist(["male", "female"])),
          /** Grams, as weighed at birth. */
          birthWeight: v.optional(v.pipe(v.number(), v.minValue(300), v.maxValue(8000))),
          gestationWeeks: v.optional(v.pipe(v.number(), v.minValue(20), v.maxValue(45))),
        }),
      ),
      v.minLength(1),
      v.maxLength(6),
    ),
  }),
  says: (body) => ({ [`birth/${body.birth}`]: body }),
});

const visitBegun = entryType({
  type: "visit.begun",
  stream: "mother",
  authors: KADER,
  body: v.strictObject({
    visit: uuid,
    kind: v.picklist(["home", "phone", "posyandu", "clinic"]),
    /** From a paper form, written down later; `occurredAt` of the envelope keeps the true date. */
    fromPaper: v.boolean(),
  }),
  says: (body) => ({ [`visit/${body.visit}`]: body }),
});

const answers = v.record(v.pipe(v.string(), v.regex(/^[a-z]+\.[A-Za-z0-9]{1,40}$/)), v.union([v.boolean(), v.number(), v.string(), v.array(v.any())]));
const result = v.strictObject({
  class: v.picklist(["LANJUT", "BANTU", "PEKAN", "R24", "SEGERA"]),
  rules: codes,
  massage: v.picklist(["allowed", "blocked", "incomplete"]),
  blockedBy: codes,
  missing: codes,
  unanswered: codes,
  deferred: codes,
});

/** C5: the answers, the rules' version and what came out, so that it can be replayed years later. One result a baby. */
const screeningRecorded = entryType({
  type: "screening.recorded",
  stream: "mother",
  authors: KADER,
  body: v.strictObject({
    screening: uuid,
    visit: uuid,
    purpose: v.picklist(["full", "massage", "again"]),
    complete: v.boolean(),
    mother: answers,
    babies: v.pipe(v.array(v.strictObject({ baby: uuid, answers })), v.maxLength(6)),
    ruleBook: v.pipe(v.number(), v.integer(), v.minValue(1)),
    results: v.pipe(v.array(v.strictObject({ baby: v.nullable(uuid), ...result.entries })), v.minLength(1), v.maxLength(6)),
    /** Milliseconds on each screen, by screen id: an answer faster than it can be read is shown to the midwife. */
    pace: v.record(code, count),
  }),
  says: (body) => ({ [`screening/${body.screening}`]: body }),
});

const causesFound = entryType({
  type: "causes.found",
  stream: "mother",
  authors: KADER,
  body: v.strictObject({ visit: uuid, causes: codes, words: v.optional(passage) }),
  says: (body) => ({ [`causes/${body.visit}`]: body }),
});

export const COMPANIONS = ["husband", "mother", "mother-in-law", "sister", "neighbour", "other"] as const;

const companionMet = entryType({
  type: "companion.met",
  stream: "mother",
  authors: KADER,
  body: v.strictObject({ visit: uuid, who: v.picklist(COMPANIONS), presence: v.picklist(["present", "invited", "away"]), taught: codes }),
  says: (body) => ({ [`companion/${body.visit}/${body.who}`]: body }),
});

const planMade = entryType({
  type: "plan.made",
  stream: "mother",
  authors: KADER,
  body: v.strictObject({ visit: uuid, items: v.pipe(codes, v.maxLength(12)), words: v.optional(passage) }),
  says: (body) => ({ [`plan/${body.visit}`]: body }),
});

const followUpSet = entryType({
  type: "follow-up.set",
  stream: "mother",
  authors: KADER,
  body: v.strictObject({ due: instant, why: code, words: v.optional(passage) }),
  says: (body) => ({ followUp: body }),
});

/** A midwife's recorded word: it alone clears a caesarean or a past clot for massage. */
const wordGiven = entryType({
  type: "word.given",
  stream: "mother",
  authors: ["midwife"],
  body: v.strictObject({ about: v.picklist(["caesarean", "clot"]), cleared: v.boolean(), words: v.optional(passage) }),
  says: (body) => ({ [`word/${body.about}`]: body }),
});

const careAssigned = entryType({
  type: "care.assigned",
  stream: "mother",
  authors: ["midwife"],
  body: v.strictObject({ kader: uuid }),
  says: (body) => ({ assigned: body.kader }),
});

const caseOpened = entryType({
  type: "case.opened",
  stream: "mother",
  authors: KADER,
  /** `none`: she was accompanied without a complaint; opened only to be ended, and no problem in any count. */
  body: v.strictObject({ case: uuid, problem: v.picklist(["flow", "pain", "baby", "other", "none"]), words: v.optional(passage) }),
  says: (body) => ({ [`case/${body.case}/opened`]: body }),
});

export const OUTCOMES = ["resolved", "improved", "referred", "moved", "stopped", "out-of-reach"] as const;

const caseClosed = entryType({
  type: "case.closed",
  stream: "mother",
  authors: KADER,
  body: v.strictObject({
    case: uuid,
    outcome: v.picklist(OUTCOMES),
    /** Her own word: how feeding feels to her, 0 to 10, and what she says of it. */
    feeling: v.optional(score),
    words: v.optional(passage),
  }),
  says: (body) => ({ [`case/${body.case}/closed`]: body }),
});

/** Names the closing entry in `replaces`: the case is open again, the story keeps both. */
const caseReopened = entryType({
  type: "case.reopened",
  stream: "mother",
  authors: KADER,
  body: v.strictObject({ case: uuid, words: v.optional(passage) }),
  says: (body) => ({ [`case/${body.case}/closed`]: null, [`case/${body.case}/reopened`]: true }),
});

/** Takes back whole entries that were a mistake; they stay in the ledger. */
const entryWithdrawn = entryType({
  type: "entry.withdrawn",
  stream: "mother",
  authors: KADER,
  body: v.strictObject({ why: v.optional(passage) }),
  says: () => ({ [WHOLE_ENTRY]: true }),
});

export const CARE_ENTRIES: readonly EntryType[] = [
  consentGiven,
  consentWithdrawn,
  motherRegistered,
  motherChanged,
  birthRecorded,
  visitBegun,
  screeningRecorded,
  causesFound,
  companionMet,
  planMade,
  followUpSet,
  wordGiven,
  careAssigned,
  caseOpened,
  caseClosed,
  caseReopened,
  entryWithdrawn,
];
