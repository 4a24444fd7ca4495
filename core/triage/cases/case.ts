import type { Answers } from "../answers.ts";

/** One line of the proof: with these answers the rule fires, or does not. Written by hand from the contract, never from the engine. */
export type Row = readonly [rule: string, fires: boolean, why: string, answers: Answers, complete?: boolean];

/** A baby of this age in hours. */
export const aged = (hours: number, more: Answers = {}): Answers => ({ "birth.hoursAgo": hours, ...more });

/** Nothing wrong, everything said: the screening that U01 has nothing against. */
export const ALL_SAID: Answers = {
  "birth.hoursAgo": 200,
  "mother.bleeding": "normal",
  "mother.fits": false,
  "mother.fainted": false,
  "mother.blurredVision": false,
  "mother.epigastricPain": false,
  "mother.suddenSwelling": false,
  "mother.breathingHard": false,
  "mother.chestPain": false,
  "mother.oneLegPainOrSwelling": false,
  "mother.suddenWeakness": false,
  "mother.veryIll": false,
  "mother.chills": false,
  "mother.smellyDischarge": false,
  "mother.woundPus": false,
  "mother.urineProblem": false,
  "mother.noUrine6h": false,
  "mother.confusedOrStrange": false,
  "mother.headache": "none",
  "mother.abdominalPain": "none",
  "mother.selfHarmThoughts": false,
  "mother.babyHarmThoughts": false,
  "mother.hallucinations": false,
  "mother.temperature": 36.8,
  "baby.poorSuck": false,
  "baby.convulsion": false,
  "baby.movesOnlyIfStimulated": false,
  "baby.breathingDistress": false,
  "baby.pale": false,
  "baby.bleeding": false,
  "baby.vomitingOrSwollenBelly": false,
  "baby.cordOrEyePus": false,
  "baby.manyPustules": false,
  "baby.yellow": "none",
  "baby.temperatures": [36.8],
};

/** The massage screen, with nothing against a massage. */
export const MASSAGE_FREE: Answers = {
  ...ALL_SAID,
  "birth.caesarean": false,
  "mother.consent": true,
  "mother.pregnant": false,
  "mother.bleedingDisorder": false,
  "mother.bloodThinner": false,
  "mother.clotHistory": false,
  "mother.backWound": false,
  "mother.spineOrBone": false,
};

/** The same answers without some of them. */
export function without(answers: Answers, ...keys: (keyof Answers)[]): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([key]) => !keys.includes(key as keyof Answers)));
}
