import type { MotherView, Referral } from "../care/mother-view.ts";
import { hoursBetween } from "../care/time.ts";
import type { ReferralBody } from "./refer.ts";

const RANK = ["PEKAN", "R24", "SEGERA"];

/** An answered PEKAN referral covers the same reasons for so long (hours); a judgement, so that a lasting reason (her age) does not call the midwife at every visit. */
export const COVERED_HOURS = 28 * 24;

/**
 * An earlier referral that says all that this one would: one that still waits for its answer, or, within a week's class only,
 * one that was answered. Today's and tomorrow's dangers are always referred anew once the earlier one is answered.
 */
export function coveredBy(view: Pick<MotherView, "referrals">, wanted: ReferralBody, now: number): Referral | null {
  const covers = (one: Referral): boolean =>
    one.referral !== wanted.referral &&
    RANK.indexOf(one.made.class) >= RANK.indexOf(wanted.class) &&
    (one.made.blocksMassage || !wanted.blocksMassage) &&
    wanted.rules.every((rule) => one.made.rules.includes(rule)) &&
    (one.answers.length === 0 || (wanted.class === "PEKAN" && one.answers.some((answer) => hoursBetween(answer.at, now) <= COVERED_HOURS)));
  return view.referrals.findLast(covers) ?? null;
}
