import type { Advice } from "#core/care/advice.ts";
import { TOO_LITTLE } from "#content/rules/v1/shared.ts";

/** A health worker gave her a plan of its own (F10): the kader adds no feeding advice. */
const OWN_PLAN = ["F10"];

/** What the kader and the mother can agree on until the next visit: three at most, so that it can be done. */
export const PLAN_ITEMS: readonly Advice[] = [
  { key: "feed-often", evidence: "cited", sources: ["S24", "S3"], rules: ["F02", "B01"], notWhen: OWN_PLAN },
  { key: "attachment", evidence: "read", sources: ["S1"], rules: ["F03a", "B07"], notWhen: OWN_PLAN },
  { key: "position", evidence: "read", sources: ["S1"], rules: ["F06"], notWhen: OWN_PLAN },
  { key: "night-feeds", evidence: "read", sources: ["S3"], rules: [], notWhen: OWN_PLAN },
  { key: "wake-to-feed", evidence: "read", sources: ["S3"], rules: [], notWhen: OWN_PLAN },
  { key: "let-baby-finish", evidence: "read", sources: ["S1"], rules: [], notWhen: OWN_PLAN },
  { key: "skin-to-skin", evidence: "cited", sources: ["BFC"], rules: ["N02b"], notWhen: [] },
  { key: "breast-first", evidence: "judgement", sources: ["S3"], rules: [], notWhen: [...OWN_PLAN, ...TOO_LITTLE] },
  { key: "breast-instead", evidence: "read", sources: ["S3"], rules: [], notWhen: [...OWN_PLAN, ...TOO_LITTLE] },
  { key: "encourage", evidence: "read", sources: ["S3"], rules: ["F01", "F05"], notWhen: [] },
  { key: "quiet-and-close", evidence: "cited", sources: ["BFC"], rules: ["F05"], notWhen: [] },
  { key: "companion-helps", evidence: "cited", sources: ["BFC"], rules: ["F05"], notWhen: [] },
  { key: "rest", evidence: "judgement", sources: ["S3"], rules: ["F05"], notWhen: [] },
  { key: "count-wet", evidence: "read", sources: ["S3"], rules: ["F01"], notWhen: [] },
  { key: "weigh", evidence: "read", sources: ["S3"], rules: ["N09b"], notWhen: [] },
  { key: "nipple-comfort", evidence: "general-knowledge", sources: [], rules: ["B07"], notWhen: [] },
  { key: "cold-for-comfort", evidence: "cited", sources: ["S1", "S4"], rules: ["B01"], notWhen: [] },
  { key: "ask-expressing", evidence: "judgement", sources: [], rules: [], notWhen: OWN_PLAN },
  { key: "eat-and-drink", evidence: "general-knowledge", sources: [], rules: [], notWhen: [] },
  { key: "no-smoke", evidence: "judgement", sources: ["S3"], rules: [], notWhen: [] },
  { key: "clinic-plan", evidence: "judgement", sources: [], rules: ["F10"], notWhen: [] },
  { key: "ask-midwife", evidence: "judgement", sources: [], rules: ["F08", "F09", "M08b"], notWhen: [] },
  { key: "back-massage", evidence: "cited", sources: ["S1b"], rules: ["F01"], notWhen: [] },
];

/** How many plan items a mother is asked to carry until the next visit. */
export const MOST_PLAN_ITEMS = 3;
