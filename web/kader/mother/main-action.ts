import type { MotherView } from "#core/care/mother-view.ts";
import type { Standing } from "#core/care/today.ts";

/** The one thing to do next on her page. `to`: the parts of the address below hers. */
export type MainAction = {
  readonly label: "startVisit" | "continueVisit" | "askAgain" | "seeAnswer" | "seeReferral" | "askConsent" | "reopen";
  readonly to: readonly string[];
  /** Only what was put off is asked. */
  readonly query?: Readonly<Record<string, string>>;
  readonly urgent?: boolean;
};

/** An open danger first, then what was begun, then what the midwife answered; without consent nothing is recorded. */
export function mainAction(view: Pick<MotherView, "consent">, stand: Standing, hasDraft: boolean): MainAction {
  const urgent = stand.urgency === "now";
  if (stand.waitingFor === "referral-unanswered" && urgent && stand.referral !== undefined) return { label: "seeReferral", to: ["rujukan", stand.referral], urgent };
  if (stand.waitingFor === "answer-to-follow" && stand.referral !== undefined) return { label: "seeAnswer", to: ["rujukan", stand.referral], ...(urgent && { urgent }) };
  if (view.consent.state !== "given") return { label: "askConsent", to: ["persetujuan"] };
  if (hasDraft) return { label: "continueVisit", to: ["kunjungan"] };
  if (stand.waitingFor === "closed") return { label: "reopen", to: ["lagi"] };
  if (stand.waitingFor === "ask-again") return { label: "askAgain", to: ["kunjungan"], query: { untuk: "lagi" } };
  return { label: "startVisit", to: ["kunjungan"] };
}
