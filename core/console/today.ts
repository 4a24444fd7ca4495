import { dateAt } from "../care/time.ts";
import type { Card } from "../care/today.ts";
import type { KaderView } from "../training/kader-view.ts";
import { clearanceAt } from "../training/kader-view.ts";
import type { EndingClearance, MissedVisit, OpenReferral, ReferralClass } from "./wire.ts";

const URGENCY: readonly ReferralClass[] = ["SEGERA", "R24", "PEKAN"];
/** A clearance that ends within these days wants the midwife's eyes again. */
const ENDING_WITHIN_MS = 7 * 24 * 3_600_000;

/**
 * The most urgent class first, the oldest first within it, a mother under 18 first where both came in the same minute. The age
 * counts from the earlier of the two times, so that a phone whose clock runs ahead does not push its referral down.
 */
export function byUrgency(a: OpenReferral, b: OpenReferral): number {
  const since = (one: OpenReferral) => Math.floor(referralSince(one) / 60_000);
  return URGENCY.indexOf(a.class) - URGENCY.indexOf(b.class) || since(a) - since(b) || Number(b.under18) - Number(a.under18) || (a.referral < b.referral ? -1 : 1);
}

/** ms since the epoch. */
export const referralSince = (one: Pick<OpenReferral, "madeAt" | "receivedAt">): number => Math.min(Date.parse(one.madeAt), Date.parse(one.receivedAt));

/** Whether the time to see it, or to answer it, is over: by the sweep's own word, or by the clock before the sweep came round. */
export function lateness(one: Pick<OpenReferral, "late" | "seenAt" | "seenDue" | "answerDue">, now: number): "seen" | "answered" | null {
  if (one.late.answered || Date.parse(one.answerDue) < now) return "answered";
  return one.seenAt === null && (one.late.seen || Date.parse(one.seenDue) < now) ? "seen" : null;
}

/** A visit was due before today, no visit came since, and the case still needs one. */
export function isMissed(card: Card, now: number, timezone: string): boolean {
  if (card.followUp === undefined || card.consent !== "given") return false;
  if (card.outcome !== undefined && !card.openCase) return false;
  if (dateAt(card.followUp.due, timezone) >= dateAt(now, timezone)) return false;
  return card.lastVisitAt === undefined || dateAt(card.lastVisitAt, timezone) < dateAt(card.followUp.due, timezone);
}

export const byMissed = (a: MissedVisit, b: MissedVisit): number => Number(b.under18) - Number(a.under18) || (a.due < b.due ? -1 : a.due > b.due ? 1 : 0) || a.name.localeCompare(b.name);

export function endingClearances(kader: readonly { readonly person: string; readonly view: KaderView }[], now: number): EndingClearance[] {
  return kader
    .filter(({ view }) => !view.left)
    .flatMap(({ person, view }) => {
      const standing = clearanceAt(view, now);
      return standing.state === "valid" && Date.parse(standing.until) - now <= ENDING_WITHIN_MS ? [{ person, name: view.name, until: standing.until }] : [];
    })
    .sort((a, b) => (a.until < b.until ? -1 : 1));
}
