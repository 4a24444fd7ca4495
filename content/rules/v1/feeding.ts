import { all, any, anyFires, anyYes, atLeast, atMost, below, fires, missing, named, not, partly, rule, says, span, yes } from "../condition-words.ts";
import { DAY, FEEDS_EXPECTED, SIX_WEEKS, THREE_DAYS } from "./limits.ts";
import { AGE, here, LITTLE_OR_DARK, underSixMonths } from "./shared.ts";

export const FEEDING_RULES = [
  rule("F01", here(yes("feeding.worriedAboutMilk"), not(anyFires(...LITTLE_OR_DARK, "N14a", "N14b", "N14c", "N15a", "N15b"))), "BANTU", "free", "read", "S3"),
  rule("F02", here(below("feeding.feeds24h", FEEDS_EXPECTED), any(missing(AGE), span(AGE, DAY, SIX_WEEKS))), "BANTU", "free", "cited", "S24"),
  rule("F03a", here(any(below("feeding.attachmentSigns", 4), yes("feeding.painOnFeeding")), not(fires("F03b"))), "BANTU", "free", "read", "S1"),
  rule("F03b", here(any(yes("feeding.attachmentPoorAfter48h"), atMost("feeding.attachmentSigns", 0))), "R24", "free", "judgement"),
  rule("F04a", here(anyYes("feeding.separated", "feeding.pacifier", "feeding.otherFluids")), "BANTU", "free", "read", "S3"),
  rule("F04b", here(any(yes("feeding.dilutedFormula"), all(yes("feeding.solidsOrHoney"), underSixMonths))), "R24", "free", "judgement"),
  rule("F05", anyYes("feeding.tiredOrStressed", "feeding.lowConfidence", "feeding.noSupport"), "BANTU", "free", "read", "S3"),
  rule("F06", here(yes("feeding.flatNipple"), not(fires("N14b"))), "BANTU", "free", "judgement"),
  rule("F07", all(named("baby-alive"), yes("feeding.noMilkYet"), atLeast(AGE, THREE_DAYS)), "R24", "free", "judgement"),
  rule("F08", any(yes("mother.contraceptivePill"), says("mother.medicine", "other", "sedating")), "PEKAN", "free", ["read", partly("judgement", "class")], "S3"),
  rule("F09", yes("breast.oversupply"), "PEKAN", "blocks", ["cited", partly("judgement", "part")], "S4"),
  rule("F10", yes("feeding.clinicPlan"), "PEKAN", "free", "judgement"),
] as const;
