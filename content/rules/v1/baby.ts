import type { Rule } from "#core/triage/rule-book.ts";
import { all, any, anyFires, anyYes, atLeast, atMost, below, every, fires, missing, newest, no, not, over, partly, rule, says, some, span, yes } from "../condition-words.ts";
import {
  COLD,
  COOL,
  DAY,
  FEEDS_EXPECTED,
  FEVER,
  FIVE_DAYS,
  FOUR_DAYS,
  HOT,
  LOSS_URGENT,
  LOSS_WATCHED,
  SIX_MONTHS,
  SIX_WEEKS,
  THREE_DAYS,
  TWO_MONTHS,
  TWO_WEEKS,
  URINE_EXPECTED,
  URINE_GAP,
} from "./limits.ts";
import { AGE, here, LITTLE_OR_DARK, underSixMonths, underTwoMonths, yellow } from "./shared.ts";

const READINGS = "baby.temperatures";
const COUNTS = "baby.breathsPerMinute";
const pastTwoMonths = atLeast(AGE, TWO_MONTHS);
const feltUnwell = all(missing(READINGS), anyYes("baby.feelsHot", "baby.feelsCold"));
const watchedLoss = { number: "loss", atLeast: LOSS_WATCHED, atMost: LOSS_URGENT } as const;
const noUrineFor = (hours: number) => atLeast("baby.hoursSinceUrine", hours);
const feedsWanting = below("feeding.feeds24h", FEEDS_EXPECTED);

export const BABY_RULES = [
  rule(
    "N01",
    here(
      anyYes(
        "baby.poorSuck",
        "baby.convulsion",
        "baby.movesOnlyIfStimulated",
        "baby.breathingDistress",
        "baby.pale",
        "baby.bleeding",
        "baby.vomitingOrSwollenBelly",
        "baby.cordOrEyePus",
        "baby.manyPustules",
      ),
    ),
    "SEGERA",
    "blocks",
    "read",
    "S10 S11",
  ),
  rule("N02a", here(any(some(READINGS, { below: COLD }), all(some(READINGS, { atLeast: HOT }), underTwoMonths))), "SEGERA", "blocks", "read", "S11"),
  {
    ...rule("N02b", here(newest(READINGS, 1, { atLeast: COLD, below: COOL }), not(fires("N02c")), underTwoMonths), "BANTU", "blocks", "judgement"),
    whenComplete: "R24",
  },
  rule("N02c", here(newest(READINGS, 2, { below: COOL }), underTwoMonths), "SEGERA", "blocks", "judgement"),
  rule("N02d", here(some(READINGS, { atLeast: FEVER }), pastTwoMonths), "R24", "free", "judgement"),
  rule("N02e", here(feltUnwell, underTwoMonths), "SEGERA", "blocks", "read", "S11"),
  rule("N02f", here(feltUnwell, pastTwoMonths), "R24", "free", "judgement"),
  rule(
    "N03",
    here(
      any(
        all(underTwoMonths, every(COUNTS, { outside: [31, 59] })),
        all(pastTwoMonths, any(every(COUNTS, { atLeast: 50 }), every(COUNTS, { below: 20 }))),
      ),
    ),
    "SEGERA",
    "blocks",
    "read",
    "S10",
  ),
  rule(
    "N04a",
    here(any(says("baby.yellow", "palms_or_soles"), all(yellow, any(below("baby.yellowFirstSeenHours", DAY), below(AGE, DAY), missing(AGE))))),
    "SEGERA",
    "blocks",
    ["read", partly("judgement", "no-age")],
    "S10 S11",
  ),
  rule("N04b", here(yellow, not(fires("N04a"))), "R24", "free", "judgement"),
  // The contract calls it cited; the fact base names no source yet.
  rule("N04c", here(yes("baby.paleStool")), "R24", "free", "cited"),
  rule("N05", here(span(AGE, FIVE_DAYS, SIX_MONTHS), below("baby.urine24h", URINE_EXPECTED)), "R24", "free", "read", "S3"),
  rule(
    "N06a",
    here(
      any(
        all(atLeast(AGE, DAY), any(atMost("baby.urine24h", 0), noUrineFor(DAY))),
        all(atLeast(AGE, THREE_DAYS), noUrineFor(URINE_GAP)),
        all(fires("N05"), yes("baby.urineDark"), yes("baby.sleepy")),
      ),
    ),
    "SEGERA",
    "blocks",
    "judgement",
  ),
  rule("N06b", here(span(AGE, DAY, THREE_DAYS), noUrineFor(URINE_GAP)), "R24", "free", "judgement"),
  rule("N07", here(span(AGE, DAY, FIVE_DAYS), below("baby.urine24h", "age-days")), "R24", "free", "general-knowledge"),
  rule("N08", here(over("loss", LOSS_URGENT)), "SEGERA", "blocks", ["read", partly("judgement", "class")], "S8"),
  rule(
    "N09a",
    here(watchedLoss, any(atLeast(AGE, FOUR_DAYS), missing(AGE), anyFires("N06a", "N06b", "N07", "N14a", "N14b", "N14c", "N15a", "N15b", "F02"))),
    "R24",
    "free",
    ["read", partly("judgement", "part")],
    "S9",
  ),
  rule("N09b", here(watchedLoss, not(fires("N09a"))), "BANTU", "free", "judgement"),
  rule("N10", here(atLeast(AGE, TWO_WEEKS), below("weight", "baby.birthWeight")), "R24", "free", "read", "S1"),
  rule("N11a", here(below("gain-30-days", 500)), "PEKAN", "free", ["read", partly("judgement", "interval")], "S3"),
  rule("N11b", here(any(below("z", -2), atLeast("z-fall", 0.67))), "PEKAN", "free", "judgement", "WFA"),
  rule("N11c", here(below("last-gain", 0)), "R24", "free", "judgement"),
  rule("N12a", here(yes("baby.blackStool"), over(AGE, FOUR_DAYS)), "R24", "free", "cited", "S1"),
  rule("N12b", here(yes("baby.blackStoolAfterYellow")), "SEGERA", "blocks", "general-knowledge"),
  rule(
    "N13",
    here(
      any(below("baby.birthWeight", 2500), below("baby.gestationWeeks", 37)),
      underSixMonths,
      anyFires("N02b", ...LITTLE_OR_DARK, "N14b", "N14c", "N15b", "F01", "F02", "F03a", "F03b", "F04a", "F04b", "F05", "F06", "F07"),
    ),
    "R24",
    "free",
    "judgement",
  ),
  rule("N14a", here(span(AGE, DAY, SIX_WEEKS), any(atMost("feeding.feeds24h", 4), atLeast("feeding.hoursSinceFeed", 8))), "SEGERA", "blocks", "judgement"),
  rule("N14b", here(no("feeding.latches"), underSixMonths), "R24", "free", "judgement"),
  rule("N14c", here(span(AGE, 8, DAY), atMost("feeding.feeds24h", 0)), "R24", "free", "judgement"),
  rule(
    "N15a",
    here(
      yes("baby.sleepy"),
      any(yellow, feedsWanting, fires("N05"), fires("N07"), atLeast("loss", LOSS_WATCHED), yes("baby.jittery"), says("mother.medicine", "sedating")),
    ),
    "SEGERA",
    "blocks",
    "judgement",
  ),
  rule("N15b", here(anyYes("baby.sleepy", "baby.jittery"), not(fires("N15a"))), "R24", "free", "judgement"),
  rule("X01", says("baby.where", "died"), "R24", "blocks", "judgement"),
] as const satisfies readonly Rule[];
