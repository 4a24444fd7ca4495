import type { Referral } from "../care/mother-view.ts";

/** Where a referral stands, from "nobody knows yet" to "answered". */
export type ReferralStep = "not-arrived" | "arrived" | "seen" | "answered";

export type ReferralStanding = {
  readonly step: ReferralStep;
  /** When each step was reached; the phone's or the server's clock, only shown. */
  readonly steps: readonly { readonly step: "made" | ReferralStep; readonly at: string }[];
  /** Nobody saw it, or nobody answered, in its time: the server has called for more people. */
  readonly late: boolean;
  readonly refused: boolean;
};

/** How the entry that made the referral travels. */
export type Travel = { readonly state: "unsent" | "sent" | "accepted" | "refused"; readonly receivedAt?: string };

/**
 * R1: it rests only with an answer. An answer or a look also proves that it arrived, whichever way (a call, a paper), even if
 * this phone's own copy still waits for a signal.
 */
export function referralStanding(referral: Referral, travel: Travel): ReferralStanding {
  const steps: ReferralStanding["steps"][number][] = [{ step: "made", at: referral.made.at }];
  const answer = referral.answers[0];
  // Until the server hands the entry back, its own time of arrival is not known here.
  if (travel.state === "accepted" && travel.receivedAt !== undefined) steps.push({ step: "arrived", at: travel.receivedAt });
  if (referral.seen !== undefined) steps.push({ step: "seen", at: referral.seen.at });
  if (answer !== undefined) steps.push({ step: "answered", at: answer.at });
  const arrived = travel.state === "accepted" ? "arrived" : "not-arrived";
  return {
    step: answer !== undefined ? "answered" : referral.seen !== undefined ? "seen" : arrived,
    steps,
    late: answer === undefined && (referral.late.seen || referral.late.answered),
    refused: travel.state === "refused",
  };
}
