import { CATALOGUE } from "#core/catalogue.ts";
import { knownAnswers } from "#core/care/known.ts";
import { motherView } from "#core/care/mother-view.ts";
import type { Entry } from "#core/ledger/entry.ts";
import { foldStream } from "#core/ledger/fold.ts";
import { referralFor } from "#core/referral/refer.ts";
import type { Answers } from "#core/triage/answers.ts";
import { triage, type TriageResult } from "#core/triage/engine.ts";
import { RULE_BOOK_V1 } from "#content/rules/rule-book.ts";
import { followUpHours } from "#content/rules/follow-up.ts";
import { CALM_BABY, CALM_MOTHER } from "./calm.ts";
import type { DemoPerson, Teller } from "./teller.ts";

export const TIMEZONE = "Asia/Jakarta";
const HOUR = 3_600_000;

export const hoursAfter = (at: string, hours: number): string => new Date(Date.parse(at) + hours * HOUR).toISOString();

type VisitStory = {
  readonly key: string;
  readonly mother: string;
  readonly babies: readonly string[];
  readonly by: DemoPerson;
  readonly at: string;
  readonly performer?: DemoPerson;
  readonly recordedAt?: string;
  readonly kind?: "home" | "phone" | "posyandu" | "clinic";
  /** What differs from a calm day. */
  readonly answers?: Answers;
  readonly babyAnswers?: Answers;
  readonly complete?: boolean;
  /** Only these answers, for a visit that was broken off. */
  readonly only?: Answers;
  readonly followUp?: string;
};

/** One visit with its screening, and what follows from the rules: computed by the same engine that the phone runs. */
export function tellVisit(teller: Teller, story: VisitStory): { referral: string | null; visit: string; screening: Entry } {
  const { mother, by, at, key, complete = true } = story;
  const when = { at, ...(story.performer !== undefined && { performer: story.performer }), ...(story.recordedAt !== undefined && { recordedAt: story.recordedAt }) };
  const visit = teller.id(`visit|${key}`);
  const screening = teller.id(`screening|${key}`);
  teller.tell(by, mother, "visit.begun", { visit, kind: story.kind ?? "home", fromPaper: story.recordedAt !== undefined }, when);
  const answered: Answers = story.only ?? { ...CALM_MOTHER, ...story.answers };
  const ofBaby: Answers = story.only === undefined ? { ...CALM_BABY, ...story.babyAnswers } : {};
  const view = motherView(mother, foldStream(CATALOGUE, teller.storyOf(mother)));
  const ask = (baby: string | null): TriageResult => triage(RULE_BOOK_V1, { answers: { ...knownAnswers(view, baby, Date.parse(at), TIMEZONE), ...answered, ...(baby === null ? {} : ofBaby) }, complete });
  const results = story.babies.length === 0 ? [ask(null)] : story.babies.map(ask);
  const entry = teller.tell(
    by,
    mother,
    "screening.recorded",
    {
      screening,
      visit,
      purpose: "full",
      complete,
      mother: answered,
      babies: story.babies.map((baby) => ({ baby, answers: ofBaby })),
      ruleBook: RULE_BOOK_V1.version,
      results: results.map((result, n) => resultBody(story.babies[n] ?? null, result)),
      pace: {},
    },
    when,
  );
  const referral = referralFor(teller.id(`referral|${key}`), results);
  if (referral !== null) teller.tell(by, mother, "referral.made", { ...referral, screening }, when);
  const due = story.followUp ?? hoursAfter(at, followUpHours(results));
  teller.tell(by, mother, "follow-up.set", { due, why: "screening" }, { ...when, replaces: view.followUp === undefined ? [] : teller.storyOf(mother).filter((one) => one.id === view.followUp?.entry) });
  return { referral: referral?.referral ?? null, visit, screening: entry };
}

function resultBody(baby: string | null, { class: triageClass, rules, massage, blockedBy, missing, unanswered, deferred }: TriageResult) {
  return { baby, class: triageClass, rules, massage, blockedBy, missing, unanswered, deferred };
}
