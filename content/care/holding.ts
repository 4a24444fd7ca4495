import type { Holding } from "#core/care/massage-screen.ts";
import type { Evidence } from "#core/triage/rule-book.ts";
import { SCREEN_HOLDS_HOURS } from "#content/rules/session.ts";

/** How long answers hold before they are asked anew. */
export const HOLDING: Holding = { sameVisitHours: 6, massageScreenHours: SCREEN_HOLDS_HOURS };

/** What was put off is asked alone within a day; answers beside it that are older than two are asked again as well. */
export const PUT_OFF_HOURS = 48;

/** What these figures stand on: a massage in the afternoon of the same day is another visit. */
export const HOLDING_GROUND: { readonly evidence: Evidence; readonly sources: readonly string[] } = { evidence: "judgement", sources: [] };
