import { all, any, anyFires, anyYes, atLeast, no, not, partly, rule, yes } from "../condition-words.ts";
import { DAY, FORTNIGHT, LOCAL_LONG } from "./limits.ts";
import { fever } from "./shared.ts";

const BOTH_ONLY = [yes("breast.bothFull"), not(fever), not(yes("breast.localPain"))] as const;
const SORE_FOR_LONG = atLeast("breast.nippleSoreHours", LOCAL_LONG);

export const BREAST_RULES = [
  rule("B01", all(...BOTH_ONLY, not(no("feeding.latches")), not(yes("breast.stillFullAfter24h")), not(yes("breast.fluLike"))), "BANTU", "free", "cited", "S1"),
  rule("B02", all(...BOTH_ONLY, any(no("feeding.latches"), yes("breast.stillFullAfter24h"), yes("breast.fluLike"))), "R24", "blocks", "cited", "S1"),
  rule("B03", all(yes("breast.localPain"), not(fever), not(anyFires("B04", "B06"))), "R24", "blocks", ["read", partly("judgement", "class")], "S1"),
  rule("B04", all(yes("breast.localPain"), any(atLeast("breast.localHours", DAY), yes("breast.worse"), yes("breast.fluLike"))), "SEGERA", "blocks", "cited", "S1 S7"),
  rule(
    "B05",
    any(
      yes("breast.pus"),
      yes("breast.softLump"),
      yes("breast.blackSkin"),
      yes("breast.spreadingRedness"),
      atLeast("breast.antibioticHoursNoBetter", LOCAL_LONG),
    ),
    "SEGERA",
    "blocks",
    "cited",
    "S7",
  ),
  rule("B06", all(yes("breast.localPain"), anyYes("mother.diabetes", "mother.weakImmunity")), "SEGERA", "blocks", "cited", "S7"),
  rule("B07", all(yes("breast.nippleSore"), not(yes("breast.nipplePus")), not(yes("breast.blisters")), not(SORE_FOR_LONG)), "BANTU", "free", "read", "S1 S22"),
  rule("B08", any(yes("breast.nipplePus"), all(yes("breast.nippleSore"), SORE_FOR_LONG)), "R24", "blocks", ["cited", partly("judgement", "part")], "S1 S7"),
  rule("B09", any(atLeast("breast.painlessLumpDays", FORTNIGHT), yes("breast.nippleBleeding")), "PEKAN", "free", "general-knowledge"),
  rule("B10", yes("breast.blisters"), "R24", "blocks", "judgement"),
  rule("B11", all(yes("breast.fluLike"), not(yes("breast.localPain")), not(yes("breast.bothFull"))), "R24", "blocks", "judgement"),
] as const;
