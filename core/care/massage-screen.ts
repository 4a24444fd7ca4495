import { ANSWER_KEYS, answerSpec, isAnswerKey, NOT_ALONE, UNKNOWN, type AnswerKey, type Answers } from "../triage/answers.ts";
import type { MotherView, Screening } from "./mother-view.ts";
import { hoursBetween } from "./time.ts";

/** How long answers hold, in hours; the figures stand in the rule data. */
export type Holding = {
  /** Answers of one visit are shared: what was said an hour ago at this house is not asked again. */
  readonly sameVisitHours: number;
  /** A massage screen; within it consent, temperature and what changed are asked, after it everything anew. */
  readonly massageScreenHours: number;
  /** Asked with the massage screen, and as steady as its ◆ answers. */
  readonly steady: readonly AnswerKey[];
};

/** Answers of an earlier screening that still hold. */
export type Carried = {
  readonly from: string;
  /** The visit they belong to, where it still goes on; null where another visit follows. */
  readonly visit: string | null;
  /** Whether "what changed since?" must be asked before they may be used. */
  readonly asksChanged: boolean;
  readonly mother: Answers;
  readonly babies: Readonly<Record<string, Answers>>;
};

/** What may have changed since a screen that still holds; each takes its answers away, so that they are asked anew. */
export const CHANGES = ["mother", "baby", "medicine", "back"] as const;
export type Change = (typeof CHANGES)[number];

/** What the record says better at a later moment: ages move on, sessions and referrals are added, a midwife gives her word. */
const OF_THE_RECORD: readonly AnswerKey[] = ["birth.hoursAgo", "mother.ageYears", "mother.clotCleared", "mother.caesareanCleared", "course.sessionsToday", "course.days", "referral.open", "baby.weights"];
const isScreenKey = (key: AnswerKey): boolean => answerSpec(key).massageScreen && key !== "mother.consent";
/** Warmth changes within hours: it is measured or asked at every session. */
const WARMTH: readonly AnswerKey[] = ["mother.feelsHot", "mother.temperature", "mother.antipyreticLast6h", "baby.feelsHot", "baby.feelsCold", "baby.temperatures"];

const OF_CHANGE: Readonly<Record<Change, (key: AnswerKey) => boolean>> = {
  mother: (key) => key.startsWith("breast.") || (key.startsWith("mother.") && answerSpec(key).dangerSign),
  baby: (key) => key.startsWith("baby."),
  medicine: (key) => ["mother.medicine", "mother.bloodThinner", "mother.bleedingDisorder", "mother.clotHistory", "mother.pregnant"].includes(key),
  back: (key) => ["mother.backWound", "mother.spineOrBone", "birth.caesarean"].includes(key),
};

/**
 * What holds from before, for a session at `now` (ms), or null where everything is to be asked. Of this visit all holds. Of
 * an earlier massage screen hold its ◆ answers, and signs that were looked for and not found; one that was found, put off or
 * could not be said is always asked again.
 */
export function carriedAnswers(view: MotherView, now: number, holding: Holding): Carried | null {
  const before = view.screenings.filter((screening) => hoursBetween(screening.at, now) >= 0);
  const last = before.at(-1);
  if (last !== undefined && hoursBetween(last.at, now) <= holding.sameVisitHours) {
    return { from: last.at, visit: last.visit, asksChanged: false, mother: withoutConsent(last.mother), babies: babiesOf(last, () => true) };
  }
  const screen = before.findLast((screening) => hoursBetween(screening.at, now) <= holding.massageScreenHours && isWholeScreen(screening));
  if (screen === undefined) return null;
  const holds = (key: AnswerKey, value: unknown) => holdsLonger(key, value, holding.steady);
  return { from: screen.at, visit: null, asksChanged: true, mother: pick(screen.mother, holds), babies: babiesOf(screen, holds) };
}

/** The carried answers without those that a change puts in doubt. */
export function afterChanges(carried: Carried, changes: readonly string[]): Carried {
  const stays = (key: AnswerKey): boolean => !CHANGES.some((change) => changes.includes(change) && OF_CHANGE[change](key));
  const babies = Object.fromEntries(Object.entries(carried.babies).map(([baby, answers]) => [baby, pick(answers, stays)]));
  return { ...carried, asksChanged: false, mother: pick(carried.mother, stays), babies };
}

/** For the next question to her alone: everything holds from the screening that put it off, if it is not older than a visit's answers may be. */
export function putOff(view: MotherView, now: number, withinHours: number): Carried | null {
  const last = view.screenings.at(-1);
  if (last === undefined || !last.results.some((result) => result.deferred.length > 0)) return null;
  const age = hoursBetween(last.at, now);
  if (age < 0 || age > withinHours) return null;
  return { from: last.at, visit: null, asksChanged: false, mother: pick(last.mother, (_key, value) => value !== NOT_ALONE), babies: babiesOf(last, () => true) };
}

/**
 * The newest screening of the visit that still goes on, for a session that starts now: its id, its visit, and the answers that
 * its gate is judged by, beside what the record says now (one set a baby; a single set with `baby` null where none is recorded).
 * Null: nothing was asked today.
 */
export function visitAnswersForSession(view: MotherView, now: number, holding: Holding): { readonly screening: string; readonly visit: string; readonly cases: readonly { readonly baby: string | null; readonly answers: Answers }[] } | null {
  const last = view.screenings.findLast((screening) => hoursBetween(screening.at, now) >= 0);
  if (last === undefined || hoursBetween(last.at, now) > holding.sameVisitHours) return null;
  const asked = (answers: Answers): Answers => pick(answers, (key) => key !== "mother.consent" && !OF_THE_RECORD.includes(key));
  const mother = asked(last.mother);
  const cases = last.babies.length === 0 ? [{ baby: null, answers: mother }] : last.babies.map(({ baby, answers }) => ({ baby, answers: { ...mother, ...asked(answers) } }));
  return { screening: last.screening, visit: last.visit, cases };
}

function isWholeScreen(screening: Screening): boolean {
  return ANSWER_KEYS.filter(isScreenKey).every((key) => {
    const value = screening.mother[key];
    return value !== undefined && value !== UNKNOWN;
  });
}

function holdsLonger(key: AnswerKey, value: unknown, steady: readonly AnswerKey[]): boolean {
  if (WARMTH.includes(key) || value === UNKNOWN || value === NOT_ALONE) return false;
  const { dangerSign, deferrable, present } = answerSpec(key);
  if (isScreenKey(key) || steady.includes(key)) return true;
  const notFound = !present.includes(value as boolean | string) && value !== true;
  return notFound && (dangerSign || deferrable || (/^(?:breast|baby)\./.test(key) && value === false));
}

const withoutConsent = (answers: Answers): Answers => pick(answers, (key) => key !== "mother.consent");

const babiesOf = (screening: Screening, keep: (key: AnswerKey, value: unknown) => boolean): Record<string, Answers> =>
  Object.fromEntries(screening.babies.map(({ baby, answers }) => [baby, pick(answers, keep)]));

function pick(answers: Answers, keep: (key: AnswerKey, value: unknown) => boolean): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([key, value]) => isAnswerKey(key) && keep(key, value))) as Answers;
}
