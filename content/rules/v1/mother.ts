import { all, any, anyYes, atLeast, atMost, below, fires, missing, not, over, partly, rule, says, span, state, yes } from "../condition-words.ts";
import { FORTNIGHT, FOUR_DAYS, PRESSURE_HIGH, PRESSURE_URGENT, SIX_WEEKS } from "./limits.ts";
import { AGE, fever } from "./shared.ts";

const CRAMPS = says("mother.abdominalPain", "cramps_with_feeds");

export const MOTHER_RULES = [
  // What a complete screening left open.
  rule("U01", all(state("complete"), state("danger-sign-open")), "R24", "blocks", "judgement"),
  rule("U02", all(state("complete"), state("baby-here"), missing(AGE)), "R24", "free", "judgement"),
  rule("U03", all(state("complete"), state("deferred")), "PEKAN", "free", "judgement"),

  rule("M01a", says("mother.bleeding", "soaks_pad_hourly", "large_clots", "red_again"), "SEGERA", "blocks", "cited", "S12"),
  rule("M01b", says("mother.bleeding", "light_increase"), "R24", "blocks", "judgement"),
  rule("M02", anyYes("mother.fits", "mother.fainted"), "SEGERA", "blocks", "cited", "S12"),
  rule(
    "M03a",
    any(
      says("mother.headache", "severe"),
      yes("mother.blurredVision"),
      yes("mother.epigastricPain"),
      yes("mother.suddenSwelling"),
      atLeast("mother.systolic", PRESSURE_URGENT.systolic),
      atLeast("mother.diastolic", PRESSURE_URGENT.diastolic),
    ),
    "SEGERA",
    "blocks",
    ["cited", partly("general-knowledge", "pressure")],
    "S12",
  ),
  rule(
    "M03b",
    all(
      not(fires("M03a")),
      any(
        span("mother.systolic", PRESSURE_HIGH.systolic, PRESSURE_URGENT.systolic),
        span("mother.diastolic", PRESSURE_HIGH.diastolic, PRESSURE_URGENT.diastolic),
      ),
    ),
    "R24",
    "blocks",
    "general-knowledge",
  ),
  rule("M03d", all(yes("mother.headacheWorseUpright"), not(fires("M03a"))), "R24", "blocks", "general-knowledge"),
  rule(
    "M03c",
    all(yes("mother.highBloodPressureInPregnancy"), missing("mother.systolic"), missing("mother.diastolic"), atMost(AGE, SIX_WEEKS)),
    "R24",
    "blocks",
    "judgement",
  ),
  rule("M04", anyYes("mother.breathingHard", "mother.chestPain", "mother.oneLegPainOrSwelling"), "SEGERA", "blocks", "cited", "S12"),
  rule("M05", fever, "SEGERA", "blocks", ["cited", partly("judgement", "class")], "S12"),
  rule("M06a", any(says("mother.abdominalPain", "severe"), yes("mother.noUrine6h")), "SEGERA", "blocks", ["cited", partly("general-knowledge", "part")], "S12"),
  rule(
    "M06b",
    any(
      yes("mother.smellyDischarge"),
      yes("mother.woundPus"),
      yes("mother.urineProblem"),
      says("mother.abdominalPain", "constant"),
      all(CRAMPS, any(missing(AGE), over(AGE, FOUR_DAYS))),
    ),
    "R24",
    "blocks",
    ["cited", partly("judgement", "part")],
    "S12",
  ),
  rule("M06c", all(CRAMPS, atMost(AGE, FOUR_DAYS)), "BANTU", "free", "judgement"),
  rule("M07", anyYes("mother.selfHarmThoughts", "mother.babyHarmThoughts", "mother.hallucinations", "mother.confusedOrStrange"), "SEGERA", "blocks", "cited", "S12"),
  rule("M08a", any(atLeast("mother.lowMoodDays", FORTNIGHT), yes("mother.rejectsBaby")), "R24", "free", "general-knowledge"),
  rule("M08b", yes("mother.mentalIllnessBefore"), "PEKAN", "free", "general-knowledge"),
  rule("M09", any(below("mother.systolic", 90), below("mother.temperature", 35.5), over("mother.pulse", 110), yes("mother.veryIll")), "SEGERA", "blocks", "judgement"),
  rule("M10", yes("mother.suddenWeakness"), "SEGERA", "blocks", "general-knowledge"),
  rule("M12", yes("mother.unsafeAtHome"), "R24", "free", "judgement"),
  rule("M13", yes("birth.placentaIncomplete"), "R24", "blocks", "judgement"),
  rule("M14", below("mother.ageYears", 18), "PEKAN", "free", "judgement"),
] as const;
