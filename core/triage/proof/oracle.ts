import type { Weighing } from "../answer-types.ts";
import type { Answers } from "../answers.ts";
import { zScore, type GrowthTable } from "../growth.ts";

/**
 * The contract's table once more, written straight down as code by hand, so that the rule data has something to be compared
 * with that shares nothing with it but the WHO's formula. Used by tests alone.
 */
export function oracle(answers: Answers, complete: boolean, growth: GrowthTable): ReadonlyMap<string, boolean> {
  const raw = answers as Readonly<Record<string, unknown>>;
  const said = (key: string): unknown => (raw[key] === "unknown" || raw[key] === "not_alone" ? undefined : raw[key]);
  const yes = (...keys: string[]): boolean => keys.some((key) => said(key) === true);
  const known = (key: string): boolean => said(key) !== undefined;
  /** NaN where there is none, so that every comparison with it is false. */
  const num = (key: string): number => (typeof said(key) === "number" ? (said(key) as number) : NaN);
  const list = <T>(key: string): readonly T[] => (said(key) as readonly T[] | undefined) ?? [];

  const age = num("birth.hoursAgo");
  const noAge = Number.isNaN(age);
  const here = !["hospital", "elsewhere", "died"].includes(String(said("baby.where")));
  const died = said("baby.where") === "died";
  const [temperature, systolic, diastolic] = [num("mother.temperature"), num("mother.systolic"), num("mother.diastolic")];
  const measured = known("mother.temperature");
  const fever = temperature >= 38 || yes("mother.chills") || (yes("mother.feelsHot") && (!measured || yes("mother.antipyreticLast6h")));
  const readings = list<number>("baby.temperatures");
  const breaths = list<number>("baby.breathsPerMinute");
  const weighings = list<Weighing>("baby.weights");
  const newest = weighings.at(-1);
  const young = age < 1440 || noAge;
  const underSixMonths = age < 4320 || noAge;
  const yellow = known("baby.yellow") && said("baby.yellow") !== "none";
  // Millionths are whole numbers: what cases say to six decimals is compared without rounding.
  const MILLION = 1_000_000;
  const millionths = (value: number): number => Math.round(value * MILLION);
  const apartBy = (later: number, sooner: number): number => millionths(later) - millionths(sooner);
  const birthWeight = millionths(num("baby.birthWeight"));
  const weight = millionths(known("baby.weight") ? num("baby.weight") : newest !== undefined && apartBy(age, newest.ageHours) <= 24 * MILLION ? newest.grams : NaN);
  const lost = 100 * (birthWeight - weight);
  const [urine, sinceUrine, feeds] = [num("baby.urine24h"), num("baby.hoursSinceUrine"), num("feeding.feeds24h")];
  const z = (w: Weighing | undefined): number => {
    const sex = said("baby.sex");
    return w === undefined || (sex !== "male" && sex !== "female") ? NaN : (zScore(growth, sex, w.ageHours, w.grams) ?? NaN);
  };
  const earlier = (hours: number): Weighing | undefined => weighings.filter((w) => newest !== undefined && apartBy(newest.ageHours, w.ageHours) >= hours * MILLION).at(-1);

  const M03a =
    said("mother.headache") === "severe" || yes("mother.blurredVision", "mother.epigastricPain", "mother.suddenSwelling") || systolic >= 160 || diastolic >= 110;
  const cramps = said("mother.abdominalPain") === "cramps_with_feeds";
  const local = yes("breast.localPain");
  const B04 = local && (num("breast.localHours") >= 24 || yes("breast.worse", "breast.fluLike"));
  const B06 = local && yes("mother.diabetes", "mother.weakImmunity");
  const bothOnly = yes("breast.bothFull") && !fever && !local;
  const harder = said("feeding.latches") === false || yes("breast.stillFullAfter24h", "breast.fluLike");

  const N02c = here && young && readings.length >= 2 && readings.slice(-2).every((t) => t < 36.5);
  const N04a = here && (said("baby.yellow") === "palms_or_soles" || (yellow && (num("baby.yellowFirstSeenHours") < 24 || age < 24 || noAge)));
  const N05 = here && age >= 120 && age < 4320 && urine < 6;
  const N06a =
    here && ((age >= 24 && (urine === 0 || sinceUrine >= 24)) || (age >= 72 && sinceUrine >= 12) || (N05 && yes("baby.urineDark") && yes("baby.sleepy")));
  const N06b = here && age >= 24 && age < 72 && sinceUrine >= 12;
  const N07 = here && age >= 24 && age < 120 && urine < Math.floor(age / 24);
  const N08 = here && lost > 10 * birthWeight;
  const F02 = here && feeds < 8 && (noAge || (age >= 24 && age < 1008));
  const N14a = here && age >= 24 && age < 1008 && (feeds <= 4 || num("feeding.hoursSinceFeed") >= 8);
  const N14b = here && said("feeding.latches") === false && underSixMonths;
  const N14c = here && age >= 8 && age < 24 && feeds === 0;
  const N15a =
    here &&
    yes("baby.sleepy") &&
    (yellow || feeds < 8 || N05 || N07 || lost >= 7 * birthWeight || yes("baby.jittery") || said("mother.medicine") === "sedating");
  const N15b = here && yes("baby.sleepy", "baby.jittery") && !N15a;
  const between = here && lost >= 7 * birthWeight && lost <= 10 * birthWeight;
  const N09a = between && (age >= 96 || noAge || N06a || N06b || N07 || N14a || N14b || N14c || N15a || N15b || F02);
  const N10 = here && age >= 336 && weight < birthWeight;
  const apart = earlier(336);
  const N11a =
    here &&
    newest !== undefined &&
    apart !== undefined &&
    newest.ageHours < 2160 &&
    apart.ageHours >= 336 &&
    apartBy(newest.grams, apart.grams) * 720 < 500 * apartBy(newest.ageHours, apart.ageHours);
  const N11b = here && newest !== undefined && newest.ageHours >= 2160 && newest.ageHours <= 4800 && (z(newest) < -2 || z(earlier(672)) - z(newest) >= 0.67);
  const before = weighings.at(-2);
  const N11c = here && newest !== undefined && before !== undefined && before.ageHours >= 336 && newest.grams < before.grams;
  const N12a = here && yes("baby.blackStool") && age > 96;
  const N12b = here && yes("baby.blackStoolAfterYellow");
  const N09b = between && !N09a;
  const fromN05toN12b = [N05, N06a, N06b, N07, N08, N09a, N09b, N10, N11a, N11b, N11c, N12a, N12b].some(Boolean);
  const N02b = here && young && (readings.at(-1) ?? NaN) >= 35.5 && (readings.at(-1) ?? NaN) < 36.5 && !N02c;
  const F01 = here && yes("feeding.worriedAboutMilk") && !fromN05toN12b && !N14a && !N14b && !N14c && !N15a && !N15b;
  const F03b = here && (yes("feeding.attachmentPoorAfter48h") || num("feeding.attachmentSigns") === 0);
  const F03a = here && (num("feeding.attachmentSigns") < 4 || yes("feeding.painOnFeeding")) && !F03b;
  const F04a = here && yes("feeding.separated", "feeding.pacifier", "feeding.otherFluids");
  const F04b = here && (yes("feeding.dilutedFormula") || (yes("feeding.solidsOrHoney") && underSixMonths));
  const F05 = yes("feeding.tiredOrStressed", "feeding.lowConfidence", "feeding.noSupport");
  const F06 = here && yes("feeding.flatNipple") && !N14b;
  const F07 = !died && yes("feeding.noMilkYet") && age >= 72;
  const N13 =
    here &&
    (birthWeight < 2500 * MILLION || num("baby.gestationWeeks") < 37) &&
    underSixMonths &&
    (N02b || fromN05toN12b || N14b || N14c || N15b || F01 || F02 || F03a || F03b || F04a || F04b || F05 || F06 || F07);

  const openSigns = openDangerSigns(said, raw, here);
  return new Map<string, boolean>([
    ["U01", complete && openSigns.length > 0],
    ["U02", complete && here && noAge],
    ["U03", complete && Object.values(raw).includes("not_alone")],
    ["M01a", ["soaks_pad_hourly", "large_clots", "red_again"].includes(String(said("mother.bleeding")))],
    ["M01b", said("mother.bleeding") === "light_increase"],
    ["M02", yes("mother.fits", "mother.fainted")],
    ["M03a", M03a],
    ["M03b", !M03a && ((systolic >= 140 && systolic < 160) || (diastolic >= 90 && diastolic < 110))],
    ["M03c", yes("mother.highBloodPressureInPregnancy") && !known("mother.systolic") && !known("mother.diastolic") && age <= 1008],
    ["M03d", yes("mother.headacheWorseUpright") && !M03a],
    ["M04", yes("mother.breathingHard", "mother.chestPain", "mother.oneLegPainOrSwelling")],
    ["M05", fever],
    ["M06a", said("mother.abdominalPain") === "severe" || yes("mother.noUrine6h")],
    ["M06b", yes("mother.smellyDischarge", "mother.woundPus", "mother.urineProblem") || said("mother.abdominalPain") === "constant" || (cramps && (noAge || age > 96))],
    ["M06c", cramps && age <= 96],
    ["M07", yes("mother.selfHarmThoughts", "mother.babyHarmThoughts", "mother.hallucinations", "mother.confusedOrStrange")],
    ["M08a", num("mother.lowMoodDays") >= 14 || yes("mother.rejectsBaby")],
    ["M08b", yes("mother.mentalIllnessBefore")],
    ["M09", systolic < 90 || temperature < 35.5 || num("mother.pulse") > 110 || yes("mother.veryIll")],
    ["M10", yes("mother.suddenWeakness")],
    ["M12", yes("mother.unsafeAtHome")],
    ["M13", yes("birth.placentaIncomplete")],
    ["M14", num("mother.ageYears") < 18],
    ["B01", bothOnly && !harder],
    ["B02", bothOnly && harder],
    ["B03", local && !fever && !B04 && !B06],
    ["B04", B04],
    ["B05", yes("breast.pus", "breast.softLump", "breast.blackSkin", "breast.spreadingRedness") || num("breast.antibioticHoursNoBetter") >= 48],
    ["B06", B06],
    ["B07", yes("breast.nippleSore") && !yes("breast.nipplePus", "breast.blisters") && !(num("breast.nippleSoreHours") >= 48)],
    ["B08", yes("breast.nipplePus") || (yes("breast.nippleSore") && num("breast.nippleSoreHours") >= 48)],
    ["B09", num("breast.painlessLumpDays") >= 14 || yes("breast.nippleBleeding")],
    ["B10", yes("breast.blisters")],
    ["B11", yes("breast.fluLike") && !local && !yes("breast.bothFull")],
    [
      "N01",
      here &&
        yes(
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
    ],
    ["N02a", here && (readings.some((t) => t < 35.5) || (young && readings.some((t) => t >= 37.5)))],
    ["N02b", N02b],
    ["N02c", N02c],
    ["N02d", here && age >= 1440 && readings.some((t) => t >= 38)],
    ["N02e", here && young && readings.length === 0 && yes("baby.feelsHot", "baby.feelsCold")],
    ["N02f", here && age >= 1440 && readings.length === 0 && yes("baby.feelsHot", "baby.feelsCold")],
    ["N03", here && breaths.length > 0 && (young ? breaths.every((n) => n < 31 || n > 59) : breaths.every((n) => n >= 50) || breaths.every((n) => n < 20))],
    ["N04a", N04a],
    ["N04b", here && yellow && !N04a],
    ["N04c", here && yes("baby.paleStool")],
    ["N05", N05],
    ["N06a", N06a],
    ["N06b", N06b],
    ["N07", N07],
    ["N08", N08],
    ["N09a", N09a],
    ["N09b", N09b],
    ["N10", N10],
    ["N11a", N11a],
    ["N11b", N11b],
    ["N11c", N11c],
    ["N12a", N12a],
    ["N12b", N12b],
    ["N13", N13],
    ["N14a", N14a],
    ["N14b", N14b],
    ["N14c", N14c],
    ["N15a", N15a],
    ["N15b", N15b],
    ["X01", died],
    ["F01", F01],
    ["F02", F02],
    ["F03a", F03a],
    ["F03b", F03b],
    ["F04a", F04a],
    ["F04b", F04b],
    ["F05", F05],
    ["F06", F06],
    ["F07", F07],
    ["F08", yes("mother.contraceptivePill") || ["other", "sedating"].includes(String(said("mother.medicine")))],
    ["F09", yes("breast.oversupply")],
    ["F10", yes("feeding.clinicPlan")],
    ["S01", said("mother.consent") === false || yes("mother.pregnant", "mother.backWound", "mother.chills") || temperature >= 37.5 || (yes("mother.feelsHot") && !measured)],
    ["S02", yes("mother.bleedingDisorder", "mother.bloodThinner")],
    ["S03", yes("mother.clotHistory") && !yes("mother.clotCleared")],
    ["S04", yes("mother.spineOrBone")],
    ["S05", yes("birth.caesarean") && !yes("mother.caesareanCleared")],
    ["S08", num("course.sessionsToday") >= 2],
    ["S09", num("course.days") >= 3 && !yes("course.improved")],
    ["S10", yes("course.bruiseOrPainAfter")],
    ["S11", yes("referral.open")],
  ]);
}

const HERS =
  "bleeding fits fainted blurredVision epigastricPain suddenSwelling breathingHard chestPain oneLegPainOrSwelling suddenWeakness veryIll chills smellyDischarge woundPus urineProblem noUrine6h confusedOrStrange headache abdominalPain feelsHot selfHarmThoughts babyHarmThoughts hallucinations";
const BABYS =
  "poorSuck convulsion movesOnlyIfStimulated breathingDistress pale bleeding vomitingOrSwollenBelly cordOrEyePus manyPustules feelsHot feelsCold yellow";

/** The danger signs of the contract that are neither answered nor deferred. */
function openDangerSigns(said: (key: string) => unknown, raw: Readonly<Record<string, unknown>>, here: boolean): string[] {
  const asked = [...HERS.split(" ").map((key) => `mother.${key}`), ...(here ? BABYS.split(" ").map((key) => `baby.${key}`) : [])];
  return asked.filter((key) => {
    if (said(key) !== undefined || raw[key] === "not_alone") return false;
    if (key === "mother.feelsHot") return said("mother.temperature") === undefined || said("mother.antipyreticLast6h") === true;
    return key === "baby.feelsHot" || key === "baby.feelsCold" ? said("baby.temperatures") === undefined : true;
  });
}

/** The contract's class and massage columns: `blocks` marked with a plus. N02b's class is that of an unfinished screening. */
export const COLUMNS: Readonly<Record<string, string>> = Object.fromEntries(
  `U01 R24+ U02 R24 U03 PEKAN M01a SEGERA+ M01b R24+ M02 SEGERA+ M03a SEGERA+ M03b R24+ M03d R24+ M03c R24+ M04 SEGERA+ M05 SEGERA+ M06a SEGERA+
   M06b R24+ M06c BANTU M07 SEGERA+ M08a R24 M08b PEKAN M09 SEGERA+ M10 SEGERA+ M12 R24 M13 R24+ M14 PEKAN
   B01 BANTU B02 R24+ B03 R24+ B04 SEGERA+ B05 SEGERA+ B06 SEGERA+ B07 BANTU B08 R24+ B09 PEKAN B10 R24+ B11 R24+
   N01 SEGERA+ N02a SEGERA+ N02b BANTU+ N02c SEGERA+ N02d R24 N02e SEGERA+ N02f R24 N03 SEGERA+ N04a SEGERA+ N04b R24 N04c R24 N05 R24 N06a SEGERA+
   N06b R24 N07 R24 N08 SEGERA+ N09a R24 N09b BANTU N10 R24 N11a PEKAN N11b PEKAN N11c R24 N12a R24 N12b SEGERA+ N13 R24 N14a SEGERA+ N14b R24
   N14c R24 N15a SEGERA+ N15b R24 X01 R24+
   F01 BANTU F02 BANTU F03a BANTU F03b R24 F04a BANTU F04b R24 F05 BANTU F06 BANTU F07 R24 F08 PEKAN F09 PEKAN+ F10 PEKAN
   S01 -+ S02 R24+ S03 R24+ S04 R24+ S05 -+ S08 -+ S09 R24+ S10 R24+ S11 -+`
    .trim()
    .split(/\s+/)
    .flatMap((word, at, words) => (at % 2 === 0 ? [[word, words[at + 1] ?? ""]] : [])),
);

/** What a massage would still wait for: every question of the massage screen, and every danger sign that is open. */
export function wanting(answers: Answers): string[] {
  const raw = answers as Readonly<Record<string, unknown>>;
  const said = (key: string): unknown => (raw[key] === "unknown" || raw[key] === "not_alone" ? undefined : raw[key]);
  const screen = ["birth.caesarean", ..."consent pregnant bleedingDisorder bloodThinner clotHistory backWound spineOrBone".split(" ").map((key) => `mother.${key}`)];
  const here = !["hospital", "elsewhere", "died"].includes(String(said("baby.where")));
  return [...screen.filter((key) => said(key) === undefined), ...openDangerSigns(said, raw, here)];
}
