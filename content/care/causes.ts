import type { Cause } from "#core/care/advice.ts";

/**
 * What may lie behind milk that does not flow well, to be explored with the mother and never held against her. Each carries the
 * source that names it and how strong that source is. Where `helper` is "midwife", the kader listens and asks the midwife.
 * `says` lets the rules know what exploring brought up: a pill or an afterbirth that may not be whole calls the midwife.
 */
export const CAUSES: readonly Cause[] = [
  // How the feeds go.
  { key: "few-feeds", topic: "feeding", helper: "kader", evidence: "read", sources: ["S3"], hints: { rules: ["F02", "N14a", "N14c"], answers: [] }, plan: ["feed-often", "night-feeds", "skin-to-skin"] },
  { key: "poor-attachment", topic: "feeding", helper: "kader", evidence: "read", sources: ["S3", "S1"], hints: { rules: ["F03a", "F03b", "N14b", "B07", "B08"], answers: ["feeding.painOnFeeding"] }, plan: ["attachment", "position", "skin-to-skin"] },
  { key: "late-start", topic: "feeding", helper: "kader", evidence: "read", sources: ["S3"], hints: { rules: [], answers: ["feeding.noMilkYet"] }, plan: ["skin-to-skin", "feed-often", "back-massage"] },
  { key: "no-night-feeds", topic: "feeding", helper: "kader", evidence: "read", sources: ["S3"], hints: { rules: ["F02"], answers: [] }, plan: ["night-feeds", "feed-often", "companion-helps"] },
  { key: "short-feeds", topic: "feeding", helper: "kader", evidence: "read", sources: ["S3"], hints: { rules: [], answers: [] }, plan: ["let-baby-finish", "attachment", "feed-often"] },
  { key: "pacifier-or-bottle", topic: "feeding", helper: "kader", evidence: "read", sources: ["S3"], hints: { rules: [], answers: ["feeding.pacifier"] }, says: { "feeding.pacifier": true }, plan: ["breast-instead", "skin-to-skin", "attachment"] },
  { key: "other-drinks", topic: "feeding", helper: "midwife", evidence: "read", sources: ["S3"], hints: { rules: ["F04b"], answers: ["feeding.otherFluids", "feeding.dilutedFormula", "feeding.solidsOrHoney"] }, says: { "feeding.otherFluids": true }, plan: ["feed-often", "breast-first", "ask-midwife"] },
  { key: "apart", topic: "feeding", helper: "kader", evidence: "judgement", sources: [], hints: { rules: [], answers: ["feeding.separated"] }, says: { "feeding.separated": true }, plan: ["skin-to-skin", "ask-expressing", "companion-helps"] },
  { key: "flat-nipple", topic: "feeding", helper: "kader", evidence: "judgement", sources: [], hints: { rules: ["F06"], answers: ["feeding.flatNipple"] }, says: { "feeding.flatNipple": true }, plan: ["position", "attachment", "skin-to-skin"] },
  // How she is.
  { key: "doubts-her-milk", topic: "mother", helper: "kader", evidence: "read", sources: ["S3"], hints: { rules: ["F01"], answers: ["feeding.lowConfidence", "feeding.worriedAboutMilk"] }, says: { "feeding.lowConfidence": true }, plan: ["encourage", "count-wet", "back-massage"] },
  { key: "worry-or-tension", topic: "mother", helper: "kader", evidence: "read", sources: ["S3"], hints: { rules: [], answers: ["feeding.tiredOrStressed"] }, says: { "feeding.tiredOrStressed": true }, plan: ["quiet-and-close", "encourage", "back-massage"] },
  { key: "tired", topic: "mother", helper: "kader", evidence: "read", sources: ["S3"], hints: { rules: [], answers: ["feeding.tiredOrStressed"] }, says: { "feeding.tiredOrStressed": true }, plan: ["rest", "companion-helps", "quiet-and-close"] },
  { key: "alone-with-it", topic: "mother", helper: "kader", evidence: "judgement", sources: ["BFC"], hints: { rules: [], answers: ["feeding.noSupport"] }, says: { "feeding.noSupport": true }, plan: ["companion-helps", "encourage", "rest"] },
  { key: "pain", topic: "mother", helper: "kader", evidence: "cited", sources: ["BFC"], hints: { rules: ["B07", "B08", "F03a"], answers: ["feeding.painOnFeeding", "breast.nippleSore"] }, says: { "feeding.painOnFeeding": true }, plan: ["attachment", "nipple-comfort", "position"] },
  { key: "full-breasts", topic: "mother", helper: "kader", evidence: "cited", sources: ["S1", "S4"], hints: { rules: ["B01", "B02"], answers: ["breast.bothFull"] }, plan: ["feed-often", "attachment", "cold-for-comfort"] },
  { key: "hard-to-feel-close", topic: "mother", helper: "midwife", evidence: "read", sources: ["S3"], hints: { rules: ["M08a"], answers: ["mother.rejectsBaby"] }, plan: ["ask-midwife", "companion-helps", "rest"] },
  // How the baby is.
  { key: "sleepy-baby", topic: "baby", helper: "kader", evidence: "read", sources: ["S3"], hints: { rules: ["N15a", "N15b"], answers: ["baby.sleepy"] }, plan: ["wake-to-feed", "skin-to-skin", "count-wet"] },
  { key: "baby-unwell", topic: "baby", helper: "midwife", evidence: "read", sources: ["S3"], hints: { rules: ["N13"], answers: [] }, plan: ["ask-midwife", "count-wet", "weigh"] },
  // What the midwife or doctor looks into.
  { key: "contraceptive-pill", topic: "midwife", helper: "midwife", evidence: "read", sources: ["S3"], hints: { rules: [], answers: ["mother.contraceptivePill"] }, says: { "mother.contraceptivePill": true }, plan: ["ask-midwife", "feed-often", "count-wet"] },
  { key: "medicine-or-herbs", topic: "midwife", helper: "midwife", evidence: "cited", sources: ["S1"], hints: { rules: ["F08"], answers: [] }, says: { "mother.medicine": "other" }, plan: ["ask-midwife", "feed-often", "count-wet"] },
  { key: "eats-too-little", topic: "midwife", helper: "midwife", evidence: "read", sources: ["S3"], hints: { rules: [], answers: [] }, plan: ["eat-and-drink", "ask-midwife", "companion-helps"] },
  { key: "smoke-or-alcohol", topic: "midwife", helper: "midwife", evidence: "read", sources: ["S3"], hints: { rules: [], answers: [] }, plan: ["no-smoke", "ask-midwife", "feed-often"] },
  { key: "placenta-left", topic: "midwife", helper: "midwife", evidence: "read", sources: ["S3"], hints: { rules: ["M13"], answers: ["birth.placentaIncomplete", "feeding.noMilkYet"] }, says: { "birth.placentaIncomplete": true }, plan: ["ask-midwife", "feed-often", "skin-to-skin"] },
  { key: "pregnant-again", topic: "midwife", helper: "midwife", evidence: "read", sources: ["S3"], hints: { rules: [], answers: ["mother.pregnant"] }, says: { "mother.pregnant": true }, plan: ["ask-midwife", "eat-and-drink", "rest"] },
  { key: "breasts-stayed-small", topic: "midwife", helper: "midwife", evidence: "read", sources: ["S3"], hints: { rules: [], answers: [] }, plan: ["ask-midwife", "weigh", "encourage"] },
];
