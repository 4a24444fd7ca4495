import type { PickOption, ScreeningPlan, ScreenSpec } from "#core/triage/screening.ts";
import type { AnswerKey, Answers } from "#core/triage/answers.ts";
import type { Condition } from "#core/triage/condition.ts";
import { any, anyFires, atLeast, below, no, says, span, yes } from "./condition-words.ts";
import { DAY, FEEDS_EXPECTED, FORTNIGHT, LOCAL_LONG, THREE_DAYS, TWO_WEEKS } from "./v1/limits.ts";

/**
 * How the questions are put: one thing a screen, at most four pictures, "none of these" a tap of its own. Sixteen screens where
 * nothing is wrong; what age, the record or an earlier answer excludes is left out, and what was found asks further. The
 * massage part is asked where a massage is wanted. Order: what cannot wait, first.
 */
type Rest = { readonly when?: Condition; readonly mayBeAway?: true };

const option = (key: AnswerKey, value: PickOption["value"] = true): PickOption => ({ key, value });
const pick = (id: string, about: ScreenSpec["about"], part: ScreenSpec["part"], options: readonly PickOption[], none: Answers, rest: Rest = {}): ScreenSpec => ({ id, about, part, kind: "pick", options, none, ...rest });
/** Pictures that are each there or not. */
const signs = (id: string, about: ScreenSpec["about"], part: ScreenSpec["part"], keys: readonly AnswerKey[], rest: Rest = {}): ScreenSpec =>
  pick(id, about, part, keys.map((key) => option(key)), Object.fromEntries(keys.map((key) => [key, false])) as Answers, rest);

const yellowSeen = says("baby.yellow", "face_or_chest", "arms_or_legs", "palms_or_soles");
const fewFeeds = below("feeding.feeds24h", FEEDS_EXPECTED);
/** Fewer than her age asks, by the rules that say how many that is. */
const fewWet = anyFires("N05", "N07");
const sick = any(yes("breast.localPain"), yes("breast.bothFull"), yes("breast.nippleSore"), yes("breast.fluLike"));

export const SCREENING_PLAN: ScreeningPlan = {
  version: 1,
  screens: [
    pick("mother-head", "mother", "signs", [option("mother.headache", "severe"), option("mother.blurredVision"), option("mother.epigastricPain"), option("mother.suddenSwelling")], {
      "mother.headache": "none",
      "mother.blurredVision": false,
      "mother.epigastricPain": false,
      "mother.suddenSwelling": false,
    }),
    signs("mother-collapse", "mother", "signs", ["mother.fits", "mother.fainted", "mother.suddenWeakness", "mother.confusedOrStrange"]),
    signs("mother-chest", "mother", "signs", ["mother.breathingHard", "mother.chestPain", "mother.oneLegPainOrSwelling", "mother.veryIll"]),
    { id: "mother-bleeding", about: "mother", part: "signs", kind: "choice", keys: ["mother.bleeding"] },
    pick(
      "mother-belly",
      "mother",
      "signs",
      [option("mother.abdominalPain", "severe"), option("mother.abdominalPain", "constant"), option("mother.abdominalPain", "cramps_with_feeds"), option("mother.chills")],
      { "mother.abdominalPain": "none", "mother.chills": false },
    ),
    signs("mother-below", "mother", "signs", ["mother.smellyDischarge", "mother.woundPus", "mother.urineProblem", "mother.noUrine6h"]),
    { id: "mother-warmth", about: "mother", part: "signs", kind: "mother-warmth", keys: ["mother.temperature", "mother.feelsHot", "mother.antipyreticLast6h"] },
    signs("baby-life", "baby", "signs", ["baby.poorSuck", "baby.convulsion", "baby.movesOnlyIfStimulated", "baby.breathingDistress"], { mayBeAway: true }),
    signs("baby-body", "baby", "signs", ["baby.pale", "baby.bleeding", "baby.vomitingOrSwollenBelly", "baby.cordOrEyePus"]),
    pick("baby-skin", "baby", "signs", [option("baby.manyPustules"), option("baby.yellow", "face_or_chest"), option("baby.sleepy"), option("baby.jittery")], {
      "baby.manyPustules": false,
      "baby.yellow": "none",
      "baby.sleepy": false,
      "baby.jittery": false,
    }),
    { id: "baby-yellow", about: "baby", part: "signs", kind: "yellow", keys: ["baby.yellow", "baby.yellowFirstSeenHours"], when: yellowSeen },
    { id: "baby-warmth", about: "baby", part: "signs", kind: "baby-warmth", keys: ["baby.temperatures", "baby.feelsHot", "baby.feelsCold", "baby.breathsPerMinute"] },
    { id: "baby-numbers", about: "baby", part: "feeding", kind: "numbers", keys: ["feeding.feeds24h", "baby.urine24h", "baby.weight"] },
    { id: "baby-hours", about: "baby", part: "feeding", kind: "numbers", keys: ["feeding.hoursSinceFeed", "baby.hoursSinceUrine"], when: any(fewFeeds, fewWet, below("birth.hoursAgo", THREE_DAYS)) },
    signs("baby-nappy", "baby", "feeding", ["baby.urineDark", "baby.blackStool", "baby.blackStoolAfterYellow", "baby.paleStool"], { when: any(span("birth.hoursAgo", THREE_DAYS, TWO_WEEKS), yellowSeen, fewWet) }),
    pick("feeding", "mother", "feeding", [option("feeding.latches", false), option("feeding.painOnFeeding"), option("feeding.worriedAboutMilk"), option("feeding.noMilkYet")], {
      "feeding.latches": true,
      "feeding.painOnFeeding": false,
      "feeding.worriedAboutMilk": false,
      "feeding.noMilkYet": false,
    }),
    signs("breast", "mother", "feeding", ["breast.localPain", "breast.bothFull", "breast.nippleSore", "breast.fluLike"]),
    signs("breast-today", "mother", "feeding", ["breast.pus", "breast.softLump", "breast.blackSkin", "breast.spreadingRedness"], { when: sick }),
    pick("breast-part", "mother", "feeding", [option("breast.worse"), option("breast.localHours", DAY), option("breast.antibioticHoursNoBetter", LOCAL_LONG)], { "breast.worse": false, "breast.localHours": "unknown", "breast.antibioticHoursNoBetter": "unknown" }, { when: yes("breast.localPain") }),
    signs("breast-full", "mother", "feeding", ["breast.stillFullAfter24h"], { when: yes("breast.bothFull") }),
    pick("nipple", "mother", "feeding", [option("breast.nipplePus"), option("breast.blisters"), option("breast.nippleBleeding"), option("breast.nippleSoreHours", LOCAL_LONG)], { "breast.nipplePus": false, "breast.blisters": false, "breast.nippleBleeding": false, "breast.nippleSoreHours": "unknown" }, { when: yes("breast.nippleSore") }),
    signs("baby-drinks", "baby", "feeding", ["feeding.otherFluids", "feeding.dilutedFormula", "feeding.solidsOrHoney", "feeding.pacifier"], { when: any(fewFeeds, fewWet, yes("feeding.worriedAboutMilk"), yes("feeding.noMilkYet"), no("feeding.latches")) }),
    { id: "alone", about: "mother", part: "alone", kind: "alone", keys: ["mother.selfHarmThoughts", "mother.babyHarmThoughts", "mother.hallucinations", "mother.unsafeAtHome"] },
    pick("mood", "mother", "alone", [option("mother.lowMoodDays", FORTNIGHT), option("mother.rejectsBaby"), option("mother.mentalIllnessBefore")], { "mother.lowMoodDays": 0, "mother.rejectsBaby": false, "mother.mentalIllnessBefore": false }, { when: atLeast("birth.hoursAgo", TWO_WEEKS) }),
    signs("massage-blood", "mother", "massage", ["mother.pregnant", "mother.bleedingDisorder", "mother.bloodThinner", "mother.clotHistory"]),
    signs("massage-back", "mother", "massage", ["mother.backWound", "mother.spineOrBone", "breast.oversupply", "feeding.clinicPlan"]),
    signs("history", "mother", "massage", ["mother.highBloodPressureInPregnancy", "birth.placentaIncomplete", "mother.diabetes", "mother.weakImmunity"]),
    { id: "pressure", about: "mother", part: "massage", kind: "numbers", keys: ["mother.systolic", "mother.diastolic"], when: yes("mother.highBloodPressureInPregnancy") },
    { id: "massage-medicine", about: "mother", part: "massage", kind: "choice", keys: ["mother.medicine"] },
    { id: "massage-caesarean", about: "mother", part: "massage", kind: "choice", keys: ["birth.caesarean"] },
    pick("massage-since", "mother", "massage", [option("course.improved"), option("course.bruiseOrPainAfter")], { "course.improved": false, "course.bruiseOrPainAfter": false }, { when: atLeast("course.days", 1) }),
  ],
};
