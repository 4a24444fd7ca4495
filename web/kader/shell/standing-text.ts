import type { Card, Standing, Urgency } from "#core/care/today.ts";
import { dateAt } from "#core/care/time.ts";
import type { ClassName } from "#web/shared/controls/class-signs.ts";
import { ageOf, sinceBirth } from "./about-mother.ts";
import { device, siteZone } from "./device.ts";
import { dayText, sinceText } from "./when.ts";
import { t } from "./standing-texts.ts";

/** The signs of the classes carry urgency on the cards too: ▲ ◆ ■ ●. */
const SIGNS: Readonly<Record<Urgency, ClassName>> = { now: "SEGERA", today: "R24", soon: "PEKAN", fine: "LANJUT" };
export const urgencyTag = (urgency: Urgency): { name: ClassName; text: string } => ({ name: SIGNS[urgency], text: t(urgency) });

/** Whether the referral's own entry has left the phone. */
export type ReferralSent = "unsent" | "sent";

/** Why she stands there and since when, in one line. */
export function standingText(card: Card, stand: Standing, sent: ReferralSent): string {
  const since = stand.since === undefined ? "" : sinceText(stand.since);
  switch (stand.waitingFor) {
    case "referral-unanswered": {
      const seen = card.referrals.find((one) => one.referral === stand.referral)?.seen;
      return t(seen ? "referralSeen" : sent === "unsent" ? "referralUnsent" : "referralSent", { since });
    }
    case "answer-to-follow":
      return t("answered", { answer: t(`answer.${card.answer?.answer ?? "advice"}` as "answer.advice") });
    case "ask-again":
      return t("askAgain");
    case "finish-screening":
      return t("finishScreening", { since });
    case "consent":
      return t("askConsent");
    case "first-screening":
      return t("firstScreening");
    case "follow-up":
      return followUpText(stand.due ?? "");
    case "decide-conflict":
      return t("decide");
    case "closed":
      return t(`outcome.${card.outcome ?? "resolved"}` as "outcome.resolved");
    case "nothing":
      return card.consent === "withdrawn" ? t("withdrawn") : card.consent === "none" ? t("noConsent") : t("nothing");
    default:
      return stand.waitingFor satisfies never;
  }
}

function followUpText(due: string): string {
  const [day, today] = [dateAt(due, siteZone()), device.today()];
  if (day === today) return t("followUpToday");
  return day < today ? t("followUpLate", { day: dayText(due) }) : t("followUpNext", { day: dayText(due) });
}

/** Who she is at a glance: "17 th · hari ke-9". */
export function whoText(card: Pick<Card, "bornOn" | "bornInYear" | "gaveBirthAt">): string {
  const today = device.today();
  const age = ageOf(card, today);
  const since = card.gaveBirthAt === undefined ? null : sinceBirth(card.gaveBirthAt, today, siteZone());
  const words = { today: "born", days: "dayAfter", weeks: "weeksAfter", months: "monthsAfter" } as const;
  return [age === null ? "" : t("age", { years: age }), since === null ? (card.gaveBirthAt === undefined ? t("notBorn") : "") : t(words[since.unit], { count: since.count })].filter(Boolean).join(" · ");
}
