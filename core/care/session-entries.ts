import * as v from "valibot";
import { uuid } from "../ledger/entry.ts";
import { entryType, type EntryType } from "../ledger/entry-type.ts";
import { codes, count, score } from "./words.ts";

/** Why the hands stopped before their time. The rules of the session say which of these call for the midwife, and how fast. */
export const STOP_REASONS = ["her-wish", "pain", "dizzy", "breathless", "chest-pain", "fainting", "bleeding", "baby-needs-her", "interrupted"] as const;
export type StopReason = (typeof STOP_REASONS)[number];

const sessionStarted = entryType({
  type: "session.started",
  stream: "mother",
  authors: ["kader", "midwife"],
  body: v.strictObject({
    session: uuid,
    visit: v.optional(uuid),
    /** The screening that opened the gate, and the clearance it stood on; both missing in a session told from memory. */
    screening: v.optional(uuid),
    clearance: v.optional(uuid),
    /** Who massages: the kader herself, or somebody at home whom she guides. */
    hands: v.picklist(["kader", "husband", "family"]),
    fromPaper: v.boolean(),
    /** To this massage, asked at every session. */
    consent: v.optional(v.boolean()),
    confidenceBefore: v.optional(score),
    easeBefore: v.optional(score),
  }),
  says: (body) => ({ [`session/${body.session}/started`]: body }),
});

const sessionEnded = entryType({
  type: "session.ended",
  stream: "mother",
  authors: ["kader", "midwife"],
  body: v.strictObject({
    session: uuid,
    /** Seconds during which the hands worked: pauses and a locked phone never count. */
    seconds: count,
    pauses: count,
    /** Pain on a scale of 0 to 10 at each asking, with the second at which it was asked. */
    comfort: v.pipe(v.array(v.strictObject({ second: count, pain: score })), v.maxLength(20)),
    extended: v.boolean(),
    stopped: v.nullable(v.picklist(STOP_REASONS)),
  }),
  says: (body) => ({ [`session/${body.session}/ended`]: body }),
});

/** What changed once the baby has fed. */
const sessionFollowed = entryType({
  type: "session.followed",
  stream: "mother",
  authors: ["kader", "midwife"],
  body: v.strictObject({
    session: uuid,
    fed: v.picklist(["breast", "expressed", "not-yet"]),
    letDown: codes,
    ease: v.optional(score),
    confidence: v.optional(score),
    flow: v.picklist(["none", "drops", "trickles", "flows"]),
    bruiseOrPain: v.optional(v.boolean()),
  }),
  says: (body) => ({ [`session/${body.session}/after`]: body }),
});

export const SESSION_ENTRIES: readonly EntryType[] = [sessionStarted, sessionEnded, sessionFollowed];
