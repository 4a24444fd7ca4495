import * as v from "valibot";
import { uuid } from "../ledger/entry.ts";
import { entryType, type EntryType } from "../ledger/entry-type.ts";
import { codes, passage } from "../care/words.ts";

export const REFERRAL_CLASSES = ["PEKAN", "R24", "SEGERA"] as const;
export const ANSWERS = ["come-now", "i-go-there", "advice", "send-to-hospital", "seen-and-well"] as const;
export type ReferralAnswer = (typeof ANSWERS)[number];

const referralMade = entryType({
  type: "referral.made",
  stream: "mother",
  authors: ["kader", "midwife"],
  body: v.strictObject({
    referral: uuid,
    class: v.picklist(REFERRAL_CLASSES),
    /** The rules that asked for it, none where the kader asks on her own judgement. */
    rules: codes,
    /** The answers behind them, by key: what the midwife reads first. */
    because: codes,
    blocksMassage: v.boolean(),
    screening: v.optional(uuid),
    session: v.optional(uuid),
    baby: v.optional(uuid),
    words: v.optional(passage),
  }),
  says: (body) => ({ [`referral/${body.referral}/made`]: body }),
});

/** The kader reached for help outside the app too. */
const referralPassed = entryType({
  type: "referral.passed",
  stream: "mother",
  authors: ["kader", "midwife"],
  body: v.strictObject({ referral: uuid, contact: uuid, by: v.picklist(["call", "message", "paper", "brought"]), reached: v.optional(v.boolean()) }),
  says: (body) => ({ [`referral/${body.referral}/passed/${body.contact}`]: body }),
});

const referralSeen = entryType({
  type: "referral.seen",
  stream: "mother",
  authors: ["midwife"],
  body: v.strictObject({ referral: uuid }),
  says: (body) => ({ [`referral/${body.referral}/seen`]: true }),
});

const referralAnswered = entryType({
  type: "referral.answered",
  stream: "mother",
  authors: ["midwife"],
  body: v.strictObject({ referral: uuid, answer: v.picklist(ANSWERS), words: v.optional(passage) }),
  says: (body) => ({ [`referral/${body.referral}/answer`]: body }),
});

/** Written by the server's own sweep when nobody saw, or nobody answered, in time. The same lateness has the same id. */
const referralEscalated = entryType({
  type: "referral.escalated",
  stream: "mother",
  authors: ["operator"],
  body: v.strictObject({ referral: uuid, late: v.picklist(["seen", "answered"]) }),
  says: (body) => ({ [`referral/${body.referral}/late/${body.late}`]: true }),
});

export const REFERRAL_ENTRIES: readonly EntryType[] = [referralMade, referralPassed, referralSeen, referralAnswered, referralEscalated];
