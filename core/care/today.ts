import type { TriageClass } from "../triage/engine.ts";
import { ageOn, dateAt, hoursBetween } from "./time.ts";
import type { MotherView, Referral } from "./mother-view.ts";

/** What a list needs to know of a mother: facts only, so that it holds until an entry comes; where she stands is asked at a time. */
export type Card = {
  readonly stream: string;
  readonly name: string;
  readonly calledBy?: string;
  readonly bornOn?: string;
  readonly bornInYear?: number;
  readonly gaveBirthAt?: string;
  readonly babies: number;
  readonly consent: "none" | "given" | "withdrawn";
  readonly assigned?: string;
  readonly openCase: boolean;
  readonly outcome?: string;
  readonly screening?: { readonly at: string; readonly class: TriageClass; readonly complete: boolean; readonly deferred: boolean };
  readonly referrals: readonly { readonly referral: string; readonly class: Referral["made"]["class"]; readonly madeAt: string; readonly because: readonly string[]; readonly seen: boolean; readonly late: boolean }[];
  /** The midwife's newest answer that no visit has followed yet. */
  readonly answer?: { readonly referral: string; readonly answer: string; readonly at: string };
  readonly followUp?: { readonly due: string; readonly why: string };
  readonly lastVisitAt?: string;
  readonly conflicts: number;
  readonly parked: number;
};

export function cardOf(view: MotherView): Card {
  const birth = view.births.at(-1);
  const screening = view.screenings.at(-1);
  const openCase = view.cases.some((one) => one.closed === undefined);
  const lastCase = view.cases.at(-1);
  const lastVisitAt = view.visits.at(-1)?.at;
  const answered = view.referrals
    .flatMap((one) => one.answers.map((answer) => ({ referral: one.referral, answer: answer.answer as string, at: answer.at })))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .at(-1);
  const newAnswer = answered !== undefined && (lastVisitAt === undefined || lastVisitAt < answered.at) ? answered : undefined;
  const { name, calledBy, bornOn, bornInYear } = view.details;
  return {
    stream: view.stream,
    name: typeof name === "string" ? name : "",
    ...(typeof calledBy === "string" && { calledBy }),
    ...(typeof bornOn === "string" && { bornOn }),
    ...(typeof bornInYear === "number" && { bornInYear }),
    ...(birth !== undefined && { gaveBirthAt: birth.bornAt }),
    babies: birth?.babies.length ?? 0,
    consent: view.consent.state,
    ...(view.assigned !== undefined && { assigned: view.assigned }),
    openCase,
    ...(!openCase && lastCase?.closed !== undefined && { outcome: lastCase.closed.outcome }),
    ...(screening !== undefined && {
      screening: {
        at: screening.at,
        class: worstClass(screening.results.map((result) => result.class)),
        complete: screening.complete,
        deferred: screening.results.some((result) => result.deferred.length > 0),
      },
    }),
    referrals: view.referrals
      .filter((one) => one.answers.length === 0)
      .map((one) => ({ referral: one.referral, class: one.made.class, madeAt: one.made.at, because: one.made.because, seen: one.seen !== undefined, late: one.late.seen || one.late.answered })),
    ...(newAnswer !== undefined && { answer: newAnswer }),
    ...(view.followUp !== undefined && { followUp: { due: view.followUp.due, why: view.followUp.why } }),
    ...(lastVisitAt !== undefined && { lastVisitAt }),
    conflicts: view.conflicts.length,
    parked: view.parked,
  };
}

const ORDER: readonly TriageClass[] = ["LANJUT", "BANTU", "PEKAN", "R24", "SEGERA"];
const worstClass = (classes: readonly TriageClass[]): TriageClass => classes.reduce((worst, one) => (ORDER.indexOf(one) > ORDER.indexOf(worst) ? one : worst), "LANJUT");

/** How soon she needs somebody. */
export const URGENCIES = ["now", "today", "soon", "fine"] as const;
export type Urgency = (typeof URGENCIES)[number];

export const WAITING_FOR = [
  "referral-unanswered",
  "answer-to-follow",
  "ask-again",
  "finish-screening",
  "first-screening",
  "consent",
  "follow-up",
  "decide-conflict",
  "nothing",
  "closed",
] as const;
export type WaitingFor = (typeof WAITING_FOR)[number];

/** Why a mother stands where she stands in the list, since when, and until when it should be done. */
export type Standing = { readonly urgency: Urgency; readonly waitingFor: WaitingFor; readonly since?: string; readonly due?: string; readonly class?: TriageClass; readonly referral?: string };

/** Where she stands at a moment. The first reason that holds in the order of urgency is the one that is told. */
export function standing(card: Card, now: number, timezone: string): Standing {
  const reasons = reasonsOf(card, now, timezone);
  return reasons.sort((a, b) => URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency) || (a.since ?? "").localeCompare(b.since ?? ""))[0] ?? { urgency: "fine", waitingFor: "nothing" };
}

function reasonsOf(card: Card, now: number, timezone: string): Standing[] {
  const reasons: Standing[] = card.referrals.map((one) => ({
    urgency: one.class === "SEGERA" ? "now" : one.class === "R24" ? "today" : "soon",
    waitingFor: "referral-unanswered",
    since: one.madeAt,
    class: one.class,
    referral: one.referral,
  }));
  if (card.answer !== undefined) {
    const urgency = card.answer.answer === "come-now" || card.answer.answer === "send-to-hospital" ? "now" : "today";
    reasons.push({ urgency, waitingFor: "answer-to-follow", since: card.answer.at, referral: card.answer.referral });
  }
  if (card.conflicts > 0) reasons.push({ urgency: "today", waitingFor: "decide-conflict" });
  if (card.outcome !== undefined && !card.openCase) return [...reasons, { urgency: "fine", waitingFor: "closed" }];
  // Somebody else put her down (the clinic's list): she has yet to be asked.
  if (card.consent === "none") reasons.push({ urgency: "today", waitingFor: "consent" });
  if (card.consent !== "given") return reasons;
  if (card.screening === undefined) reasons.push({ urgency: "today", waitingFor: "first-screening" });
  else {
    if (!card.screening.complete) reasons.push({ urgency: "today", waitingFor: "finish-screening", since: card.screening.at });
    if (card.screening.deferred) reasons.push({ urgency: "today", waitingFor: "ask-again", since: card.screening.at });
  }
  if (card.followUp !== undefined && (card.lastVisitAt === undefined || card.lastVisitAt < card.followUp.due)) {
    const dueToday = dateAt(card.followUp.due, timezone) <= dateAt(now, timezone);
    const within = hoursBetween(now, card.followUp.due) <= 7 * 24;
    reasons.push({ urgency: dueToday ? "today" : within ? "soon" : "fine", waitingFor: "follow-up", since: card.followUp.due, due: card.followUp.due });
  }
  return reasons;
}

/** Who needs the kader first: by urgency, then mothers under 18 first among equals, then who waits longest, then by name. */
export function byNeed(now: number, timezone: string): (a: Card, b: Card) => number {
  const date = dateAt(now, timezone);
  const rank = (card: Card) => {
    const { urgency, since } = standing(card, now, timezone);
    return { urgency: URGENCIES.indexOf(urgency), young: isUnder18(card, date) ? 0 : 1, since: since ?? "9" };
  };
  return (a, b) => {
    const x = rank(a);
    const y = rank(b);
    return x.urgency - y.urgency || x.young - y.young || (x.since < y.since ? -1 : x.since > y.since ? 1 : a.name.localeCompare(b.name));
  };
}

export function isUnder18(card: Pick<Card, "bornOn" | "bornInYear">, date: string): boolean {
  const age = ageOn(date, card);
  return age !== null && age < 18;
}
