import { REFERRAL_DUE, type ReferringClass } from "#content/rules/follow-up.ts";

const MINUTE = 60_000;

/** Since when a referral waits: a phone's clock may be wrong, so the earlier of the two. */
export const waitsSince = (madeAt: string, receivedAt: string): number => Math.min(Date.parse(madeAt), Date.parse(receivedAt));

/** Until when somebody should have seen it, or answered it. */
export function dueAt(late: "seen" | "answered", referral: { readonly class: ReferringClass; readonly madeAt: string; readonly receivedAt: string }): string {
  const { seenMinutes, answeredMinutes } = REFERRAL_DUE[referral.class];
  return new Date(waitsSince(referral.madeAt, referral.receivedAt) + (late === "seen" ? seenMinutes : answeredMinutes) * MINUTE).toISOString();
}
