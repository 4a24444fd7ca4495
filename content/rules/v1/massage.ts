import { all, any, anyYes, atLeast, missing, no, not, partly, rule, yes } from "../condition-words.ts";

/** What only stops the massage has no class of its own. */
export const MASSAGE_RULES = [
  rule(
    "S01",
    any(
      no("mother.consent"),
      yes("mother.pregnant"),
      yes("mother.backWound"),
      atLeast("mother.temperature", 37.5),
      yes("mother.chills"),
      all(yes("mother.feelsHot"), missing("mother.temperature")),
    ),
    null,
    "blocks",
    ["cited", partly("judgement", "figure")],
    "S15",
  ),
  rule("S02", anyYes("mother.bleedingDisorder", "mother.bloodThinner"), "R24", "blocks", "cited", "S17"),
  rule("S03", all(yes("mother.clotHistory"), not(yes("mother.clotCleared"))), "R24", "blocks", "cited", "S17"),
  rule("S04", yes("mother.spineOrBone"), "R24", "blocks", ["cited", partly("general-knowledge", "part")], "S17"),
  rule("S05", all(yes("birth.caesarean"), not(yes("mother.caesareanCleared"))), null, "blocks", "judgement"),
  rule("S08", atLeast("course.sessionsToday", 2), null, "blocks", "judgement"),
  rule("S09", all(atLeast("course.days", 3), not(yes("course.improved"))), "R24", "blocks", "judgement"),
  rule("S10", yes("course.bruiseOrPainAfter"), "R24", "blocks", "cited", "S16 S17"),
  rule("S11", yes("referral.open"), null, "blocks", "judgement"),
] as const;
