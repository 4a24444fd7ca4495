import type { Holding } from "#core/care/massage-screen.ts";
import type { Evidence } from "#core/triage/rule-book.ts";
import { screenKeys } from "#core/triage/screening.ts";
import { SCREENING_PLAN } from "#content/rules/screening.ts";
import { SCREEN_HOLDS_HOURS } from "#content/rules/session.ts";

/** Pictures and choices of the massage part: her history. What a course of massages did, and pressures, are of the day. */
const STEADY = SCREENING_PLAN.screens.filter((screen) => screen.part === "massage" && screen.kind !== "numbers").flatMap(screenKeys).filter((key) => !key.startsWith("course."));

/** How long answers hold before they are asked anew. */
export const HOLDING: Holding = { sameVisitHours: 6, massageScreenHours: SCREEN_HOLDS_HOURS, steady: STEADY };

/** What was put off is asked alone within a day; answers beside it that are older than two are asked again as well. */
export const PUT_OFF_HOURS = 48;

/** What these figures stand on: a massage in the afternoon of the same day is another visit. */
export const HOLDING_GROUND: { readonly evidence: Evidence; readonly sources: readonly string[] } = { evidence: "judgement", sources: [] };
