import { err, ok, type Result } from "../result.ts";
import { isOfType, number, oneOf, whole, yesNo, type AnswerType, type ValueOf } from "./answer-types.ts";

export type { Weighing } from "./answer-types.ts";

/** Asked, and could not be said. Counts as not answered. */
export const UNKNOWN = "unknown";
/** She could not speak freely: to be asked again, alone. Counts as not answered, and as deferred. */
export const NOT_ALONE = "not_alone";

export type AnswerSpec = {
  readonly type: AnswerType;
  readonly dangerSign: boolean;
  /** Asked before a massage, anew when the screen's time is over. */
  readonly massageScreen: boolean;
  /** Asked alone, never shown where others look, and may be put off with `not_alone`. */
  readonly deferrable: boolean;
  /** The values that mean that this danger sign is there; empty where the key is none. */
  readonly present: readonly (boolean | string)[];
};

type Mark = "" | "!" | "◆" | "~" | "!~";

const spec = <const T extends AnswerType, const M extends Mark = "">(type: T, mark?: M, present: readonly (boolean | string)[] = [true]) => {
  const marks: string = mark ?? "";
  return {
    type,
    dangerSign: marks.includes("!"),
    massageScreen: marks === "◆",
    deferrable: marks.includes("~") as M extends "~" | "!~" ? true : false,
    present: marks.includes("!") ? present : [],
  };
};

/** Three years: past it nobody is accompanied. */
const OLDEST_HOURS = 26_280;
const flag = spec(yesNo);
const danger = spec(yesNo, "!");
const screen = spec(yesNo, "◆");
const alone = spec(yesNo, "!~");
const anyHours = spec(number(0, Infinity));
const anyCount = spec(whole(0, Infinity));
const grams = { min: 300, max: 20_000, whole: false } as const;

const CATALOGUE = {
  "birth.hoursAgo": spec(number(0, OLDEST_HOURS)),
  "birth.caesarean": screen,
  "birth.placentaIncomplete": flag,

  "mother.ageYears": spec(number(10, 60)),
  "mother.bleeding": spec(oneOf("normal", "light_increase", "soaks_pad_hourly", "large_clots", "red_again"), "!", ["light_increase", "soaks_pad_hourly", "large_clots", "red_again"]),
  "mother.fits": danger,
  "mother.fainted": danger,
  "mother.blurredVision": danger,
  "mother.epigastricPain": danger,
  "mother.suddenSwelling": danger,
  "mother.breathingHard": danger,
  "mother.chestPain": danger,
  "mother.oneLegPainOrSwelling": danger,
  "mother.suddenWeakness": danger,
  "mother.veryIll": danger,
  "mother.chills": danger,
  "mother.smellyDischarge": danger,
  "mother.woundPus": danger,
  "mother.urineProblem": danger,
  "mother.noUrine6h": danger,
  "mother.confusedOrStrange": danger,
  "mother.headache": spec(oneOf("none", "mild", "severe"), "!", ["severe"]),
  "mother.headacheWorseUpright": flag,
  "mother.abdominalPain": spec(oneOf("none", "cramps_with_feeds", "constant", "severe"), "!", ["constant", "severe"]),
  "mother.feelsHot": danger,
  "mother.selfHarmThoughts": alone,
  "mother.babyHarmThoughts": alone,
  "mother.hallucinations": alone,
  "mother.unsafeAtHome": spec(yesNo, "~"),
  "mother.temperature": spec(number(30, 45)),
  "mother.antipyreticLast6h": flag,
  "mother.systolic": spec(number(40, 300)),
  "mother.diastolic": spec(number(20, 200)),
  "mother.pulse": spec(number(20, 250)),
  "mother.lowMoodDays": anyCount,
  "mother.rejectsBaby": flag,
  "mother.mentalIllnessBefore": flag,
  "mother.highBloodPressureInPregnancy": flag,
  "mother.diabetes": flag,
  "mother.weakImmunity": flag,
  "mother.contraceptivePill": flag,
  "mother.medicine": spec(oneOf("none", "common", "other", "sedating")),
  "mother.consent": screen,
  "mother.pregnant": screen,
  "mother.bleedingDisorder": screen,
  "mother.bloodThinner": screen,
  "mother.clotHistory": screen,
  "mother.backWound": screen,
  "mother.spineOrBone": screen,
  "mother.clotCleared": flag,
  "mother.caesareanCleared": flag,

  "breast.bothFull": flag,
  "breast.stillFullAfter24h": flag,
  "breast.localPain": flag,
  "breast.worse": flag,
  "breast.fluLike": flag,
  "breast.pus": flag,
  "breast.softLump": flag,
  "breast.blackSkin": flag,
  "breast.spreadingRedness": flag,
  "breast.nippleSore": flag,
  "breast.nipplePus": flag,
  "breast.nippleBleeding": flag,
  "breast.blisters": flag,
  "breast.oversupply": flag,
  "breast.localHours": anyHours,
  "breast.nippleSoreHours": anyHours,
  "breast.antibioticHoursNoBetter": anyHours,
  "breast.painlessLumpDays": spec(number(0, Infinity)),

  "baby.where": spec(oneOf("here", "hospital", "elsewhere", "died")),
  "baby.poorSuck": danger,
  "baby.convulsion": danger,
  "baby.movesOnlyIfStimulated": danger,
  "baby.breathingDistress": danger,
  "baby.pale": danger,
  "baby.bleeding": danger,
  "baby.vomitingOrSwollenBelly": danger,
  "baby.cordOrEyePus": danger,
  "baby.manyPustules": danger,
  "baby.feelsHot": danger,
  "baby.feelsCold": danger,
  "baby.temperatures": spec({ kind: "numbers", most: 5, min: 25, max: 45, whole: false }),
  "baby.breathsPerMinute": spec({ kind: "numbers", most: 2, min: 0, max: 200, whole: true }),
  "baby.yellow": spec(oneOf("none", "face_or_chest", "arms_or_legs", "palms_or_soles"), "!", ["face_or_chest", "arms_or_legs", "palms_or_soles"]),
  "baby.yellowFirstSeenHours": anyHours,
  "baby.urine24h": anyCount,
  "baby.hoursSinceUrine": anyHours,
  "baby.urineDark": flag,
  "baby.sleepy": flag,
  "baby.jittery": flag,
  "baby.blackStool": flag,
  "baby.blackStoolAfterYellow": flag,
  "baby.paleStool": flag,
  "baby.sex": spec(oneOf("male", "female")),
  "baby.birthWeight": spec(number(300, 8000)),
  "baby.weight": spec({ kind: "number", ...grams }),
  "baby.weights": spec({ kind: "weighings", ageHours: { min: 0, max: OLDEST_HOURS, whole: false }, grams }),
  "baby.gestationWeeks": spec(number(20, 45)),

  "feeding.latches": flag,
  "feeding.worriedAboutMilk": flag,
  "feeding.painOnFeeding": flag,
  "feeding.attachmentPoorAfter48h": flag,
  "feeding.flatNipple": flag,
  "feeding.separated": flag,
  "feeding.pacifier": flag,
  "feeding.otherFluids": flag,
  "feeding.solidsOrHoney": flag,
  "feeding.dilutedFormula": flag,
  "feeding.clinicPlan": flag,
  "feeding.tiredOrStressed": flag,
  "feeding.lowConfidence": flag,
  "feeding.noSupport": flag,
  "feeding.noMilkYet": flag,
  "feeding.feeds24h": anyCount,
  "feeding.hoursSinceFeed": anyHours,
  "feeding.attachmentSigns": spec(whole(0, 4)),

  "course.sessionsToday": anyCount,
  "course.days": anyCount,
  "course.improved": flag,
  "course.bruiseOrPainAfter": flag,
  "referral.open": flag,
} as const satisfies Readonly<Record<string, AnswerSpec>>;

export type AnswerKey = keyof typeof CATALOGUE;

/** What was answered, by key. A key that is left out was not asked. */
export type Answers = {
  readonly [K in AnswerKey]?: ValueOf<(typeof CATALOGUE)[K]["type"]> | typeof UNKNOWN | ((typeof CATALOGUE)[K]["deferrable"] extends true ? typeof NOT_ALONE : never);
};

/** Every key, in the order of the catalogue. */
export const ANSWER_KEYS = Object.keys(CATALOGUE) as readonly AnswerKey[];

export const isAnswerKey = (key: string): key is AnswerKey => Object.hasOwn(CATALOGUE, key);
export const answerSpec = (key: AnswerKey): AnswerSpec => CATALOGUE[key];

const keysWith = (mark: "dangerSign" | "massageScreen" | "deferrable"): readonly AnswerKey[] => ANSWER_KEYS.filter((key) => CATALOGUE[key][mark]);
export const DANGER_SIGNS = keysWith("dangerSign");
export const MASSAGE_SCREEN = keysWith("massageScreen");
export const DEFERRABLE = keysWith("deferrable");

export type KeyFault = { readonly code: "unknown_key" | "out_of_range"; readonly key: string };
export type AnswerFault = KeyFault | { readonly code: "not_an_object"; readonly key: null };

/** What is wrong with one answer, or null. */
export function answerFault(key: string, value: unknown): KeyFault | null {
  if (!isAnswerKey(key)) return { code: "unknown_key", key };
  const { type, deferrable } = answerSpec(key);
  const fits = value === UNKNOWN || (deferrable && value === NOT_ALONE) || isOfType(type, value);
  return fits ? null : { code: "out_of_range", key };
}

/** Answers as JSON gives them. The fault is the first in the order of the object's keys. */
export function parseAnswers(json: unknown): Result<Answers, AnswerFault> {
  if (typeof json !== "object" || json === null || Array.isArray(json)) return err({ code: "not_an_object", key: null });
  for (const [key, value] of Object.entries(json)) {
    const fault = answerFault(key, value);
    if (fault !== null) return err(fault);
  }
  return ok(json as Answers);
}
