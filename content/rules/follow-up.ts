import type { TriageClass } from "#core/triage/class.ts";
import type { TriageResult } from "#core/triage/engine.ts";
import type { Evidence } from "#core/triage/rule-book.ts";
import type { RuleId } from "./v1/rules.ts";

/** A figure with what it stands on. */
type Figure = { readonly evidence: Evidence; readonly sources: readonly string[] };

/** Hours until the kader is back, by the class of the case. */
export const HOURS_AFTER_CLASS: Readonly<Record<TriageClass, Figure & { readonly hours: number }>> = {
  SEGERA: { hours: 24, evidence: "judgement", sources: [] },
  R24: { hours: 24, evidence: "judgement", sources: [] },
  PEKAN: { hours: 72, evidence: "judgement", sources: [] },
  BANTU: { hours: 48, evidence: "judgement", sources: [] },
  LANJUT: { hours: 168, evidence: "judgement", sources: [] },
};

/** Rules that bring the kader back sooner than their class does. */
export const HOURS_AFTER_RULE: Readonly<Partial<Record<RuleId, Figure & { readonly hours: number }>>> = {
  // She could not speak freely: asked again, alone.
  U03: { hours: 24, evidence: "judgement", sources: [] },
  // Whether both breasts are still full a day later decides between helping and the midwife.
  B01: { hours: 24, evidence: "cited", sources: ["S1"] },
  // Sore for two days is another rule.
  B07: { hours: 24, evidence: "judgement", sources: [] },
  // Weighed again.
  N09b: { hours: 24, evidence: "judgement", sources: [] },
};

/** Skin to skin, covered, and then measured again: within the same visit. */
export const MEASURE_AGAIN: Figure & { readonly rule: RuleId; readonly fromMinutes: number; readonly toMinutes: number } = {
  rule: "N02b",
  fromMinutes: 30,
  toMinutes: 60,
  evidence: "judgement",
  sources: [],
};

/** What was deferred is asked again within this time, whatever the class. */
export const DEFERRED_HOURS = 24;

/** Hours from a screening until the kader is due again; `results` has one result a baby. */
export function followUpHours(results: readonly TriageResult[]): number {
  const due = results.flatMap((result) => [
    HOURS_AFTER_CLASS[result.class].hours,
    ...(result.deferred.length > 0 ? [DEFERRED_HOURS] : []),
    ...result.fired.map((rule) => HOURS_AFTER_RULE[rule.id as RuleId]?.hours ?? Infinity),
  ]);
  return Math.min(HOURS_AFTER_CLASS.LANJUT.hours, ...due);
}

export type ReferringClass = "PEKAN" | "R24" | "SEGERA";

/**
 * Minutes within which a referral must be seen, and answered, before it escalates. Today's leave time to drive; within 24 h
 * leaves half of them to act, and a night's sleep; within a week leaves days.
 */
export const REFERRAL_DUE: Readonly<Record<ReferringClass, Figure & { readonly seenMinutes: number; readonly answeredMinutes: number }>> = {
  SEGERA: { seenMinutes: 15, answeredMinutes: 30, evidence: "judgement", sources: [] },
  R24: { seenMinutes: 8 * 60, answeredMinutes: 12 * 60, evidence: "judgement", sources: [] },
  PEKAN: { seenMinutes: 48 * 60, answeredMinutes: 96 * 60, evidence: "judgement", sources: [] },
};
