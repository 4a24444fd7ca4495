import type { AnswerKey, Answers } from "../triage/answers.ts";
import type { Baby, Birth, MotherView, Session } from "./mother-view.ts";
import { ageOn, dateAt, hoursBetween } from "./time.ts";

type Known = Record<string, unknown>;

/**
 * What her record answers already, by the keys of the triage contract, so that nothing is asked twice. `baby` null asks for
 * the mother alone (no birth recorded yet). Ages and hours are those at `now` (ms); days are the site's.
 */
export function knownAnswers(view: MotherView, baby: string | null, now: number, timezone: string): Answers {
  const birth = view.births.at(-1);
  const known: Known = { ...aboutMother(view, now, timezone), ...aboutCourse(view, birth, now, timezone) };
  if (birth !== undefined) {
    Object.assign(known, aboutBirth(birth, now));
    const child = birth.babies.find((one) => one.baby === baby);
    if (child !== undefined) Object.assign(known, aboutBaby(view, birth, child));
  }
  return known as Answers;
}

/** What was so in her pregnancy, at this birth, or for good: asked once. */
const LASTING: readonly AnswerKey[] = ["mother.highBloodPressureInPregnancy", "mother.diabetes", "mother.weakImmunity", "mother.mentalIllnessBefore", "birth.placentaIncomplete"];

function aboutMother(view: MotherView, now: number, timezone: string): Known {
  const { bornOn, bornInYear } = view.details;
  const lasting = Object.fromEntries(LASTING.flatMap((key) => view.screenings.map((one) => one.mother[key]).filter((value) => typeof value === "boolean").slice(-1).map((value) => [key, value])));
  const age = ageOn(dateAt(now, timezone), { ...(typeof bornOn === "string" && { bornOn }), ...(typeof bornInYear === "number" && { bornInYear }) });
  const cleared = (about: "caesarean" | "clot") => view.words.filter((word) => word.about === about);
  const caesarean = cleared("caesarean");
  const clot = cleared("clot");
  return {
    ...lasting,
    ...(age !== null && age >= 10 && age <= 60 && { "mother.ageYears": age }),
    // Two words that differ count as the worse until a person has chosen.
    ...(caesarean.length > 0 && { "mother.caesareanCleared": caesarean.every((word) => word.cleared) }),
    ...(clot.length > 0 && { "mother.clotCleared": clot.every((word) => word.cleared) }),
  };
}

function aboutBirth(birth: Birth, now: number): Known {
  const hours = hoursBetween(birth.bornAt, now);
  return {
    ...(hours >= 0 && hours <= 26_280 && { "birth.hoursAgo": hours }),
    ...(birth.caesarean !== undefined && { "birth.caesarean": birth.caesarean }),
  };
}

function aboutBaby(view: MotherView, birth: Birth, child: Baby): Known {
  const weights = view.screenings
    .flatMap((screening) =>
      screening.babies
        .filter((one) => one.baby === child.baby)
        .map((one) => ({ ageHours: hoursBetween(birth.bornAt, screening.at), grams: one.answers["baby.weight"] })),
    )
    .filter((weight): weight is { ageHours: number; grams: number } => typeof weight.grams === "number" && weight.ageHours >= 0 && weight.ageHours <= 26_280);
  return {
    ...(child.sex !== undefined && { "baby.sex": child.sex }),
    ...(child.birthWeight !== undefined && { "baby.birthWeight": child.birthWeight }),
    ...(child.gestationWeeks !== undefined && { "baby.gestationWeeks": child.gestationWeeks }),
    ...(weights.length > 0 && { "baby.weights": weights }),
  };
}

function aboutCourse(view: MotherView, birth: Birth | undefined, now: number, timezone: string): Known {
  const held = view.sessions.filter((session) => session.ended !== undefined && session.ended.seconds > 0 && (birth === undefined || session.ended.at >= birth.bornAt));
  const days = held.map((session) => dateAt(session.ended?.at ?? now, timezone));
  const today = dateAt(now, timezone);
  const open = view.referrals.some((referral) => referral.made.blocksMassage && referral.answers.length === 0);
  return {
    "course.sessionsToday": days.filter((day) => day === today).length,
    "course.days": new Set(days).size,
    "referral.open": open,
    ...(lastAfter(held)?.bruiseOrPain !== undefined && { "course.bruiseOrPainAfter": lastAfter(held)?.bruiseOrPain }),
  };
}

const lastAfter = (held: readonly Session[]) => held.filter((session) => session.after !== undefined).at(-1)?.after;
