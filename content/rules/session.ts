import type { SessionRules } from "#core/care/session.ts";
import type { StopReason } from "#core/care/session-entries.ts";
import type { AnswerKey } from "#core/triage/answers.ts";
import type { TriageClass } from "#core/triage/class.ts";
import type { Evidence } from "#core/triage/rule-book.ts";

/** The guided session. Times in seconds, pain from 0 to 10. */
export const SESSION_RULES = {
  comfortAtSeconds: [30, 90, 150],
  plannedSeconds: 180,
  extraSeconds: 120,
  capSeconds: 300,
  painEndsAt: 4,
} as const satisfies SessionRules;

/** What each of those figures stands on. */
export const SESSION_GROUNDS: Readonly<Record<keyof SessionRules, { readonly evidence: Evidence; readonly sources: readonly string[] }>> = {
  comfortAtSeconds: { evidence: "judgement", sources: [] },
  plannedSeconds: { evidence: "cited", sources: ["S1b", "S29"] },
  extraSeconds: { evidence: "judgement", sources: [] },
  capSeconds: { evidence: "cited", sources: ["S29"] },
  painEndsAt: { evidence: "judgement", sources: [] },
};

/** What a session that ends this way asks for, whatever the rules said before it. */
export const CLASS_AFTER_STOP: Readonly<Partial<Record<StopReason, TriageClass>>> = {
  dizzy: "R24",
  breathless: "SEGERA",
  "chest-pain": "SEGERA",
  fainting: "SEGERA",
  bleeding: "SEGERA",
};

/** Hours that a massage screen holds; then every question of it is asked anew. */
export const SCREEN_HOLDS_HOURS = 168;

/** Asked before every session, however fresh the screen is. */
export const ASKED_EVERY_SESSION: readonly AnswerKey[] = ["mother.consent", "mother.temperature", "mother.antipyreticLast6h", "mother.feelsHot"];
