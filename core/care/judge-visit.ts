import { answerSpec, type Answers } from "../triage/answers.ts";
import { compareClass, highestClass } from "../triage/class.ts";
import { triage, type TriageResult } from "../triage/engine.ts";
import type { RuleBook } from "../triage/rule-book.ts";
import { screenKeys, screensAhead, type ScreeningPart, type ScreeningPlan, type ScreenSpec } from "../triage/screening.ts";
import { knownAnswers } from "./known.ts";
import type { MotherView } from "./mother-view.ts";
import { variantsOf } from "./variants.ts";
import { answersOf, type VisitDraft, type VisitPurpose } from "./visit.ts";
import type { Judged } from "./visit-entries.ts";

/** A screen that is to be asked; `baby` null where it is about the mother. */
export type Turn = { readonly screen: ScreenSpec; readonly baby: string | null };

type Case = { readonly mother: Answers; readonly babies: Readonly<Record<string, Answers>> };

/**
 * What the record said when the visit began, of the mother and of each baby of her last birth. What this visit told itself is
 * left out, so that telling it again says the same.
 */
function recordAt(view: MotherView, draft: VisitDraft, timezone: string): Case {
  const before: MotherView = {
    ...view,
    screenings: view.screenings.filter((one) => one.screening !== draft.screening),
    referrals: view.referrals.filter((one) => one.referral !== draft.referral),
  };
  const at = Date.parse(draft.paperAt ?? draft.openedAt);
  const babies = view.births.at(-1)?.babies ?? [];
  return { mother: knownAnswers(before, null, at, timezone), babies: Object.fromEntries(babies.map(({ baby }) => [baby, knownAnswers(before, baby, at, timezone)])) };
}

/**
 * The draft through the rules: one result a baby. Where two truths stand in her record, the telling that leads to the worse
 * result counts. `followUpHours` are those that the rules give.
 */
export function judgeVisit(book: RuleBook, view: MotherView, draft: VisitDraft, timezone: string, followUpHours: (results: readonly TriageResult[]) => number): Judged {
  const judged = variantsOf(view).map((telling) => judgeCase(book, answersOf(draft, recordAt(telling, draft, timezone)), draft.ended === "complete"));
  const worst = judged.reduce((a, b) => (compareClass(classOf(b), classOf(a)) > 0 || (classOf(a) === classOf(b) && blocks(b) && !blocks(a)) ? b : a));
  const due = Date.parse(draft.paperAt ?? draft.openedAt) + followUpHours(worst.results.map(({ result }) => result)) * 3_600_000;
  return { ...worst, ruleBook: book.version, followUp: { due: new Date(due).toISOString(), why: `class.${classOf(worst)}` } };
}

function judgeCase(book: RuleBook, { mother, babies }: Case, complete: boolean): Omit<Judged, "ruleBook" | "followUp"> {
  const each = Object.entries(babies);
  const judge = (answers: Answers) => triage(book, { answers, complete });
  return {
    mother,
    babies: each.map(([baby, answers]) => ({ baby, answers: withoutMothers(answers) })),
    results: each.length === 0 ? [{ baby: null, result: judge(mother) }] : each.map(([baby, answers]) => ({ baby, result: judge({ ...answers, ...mother }) })),
  };
}

/** What a baby's answers add to the mother's. */
const withoutMothers = (answers: Answers): Answers => Object.fromEntries(Object.entries(answers).filter(([key]) => !/^(?:mother|birth|course|referral)\./.test(key))) as Answers;

export const classOf = (judged: Pick<Judged, "results">) => highestClass(judged.results.map(({ result }) => result.class));
const blocks = (judged: Pick<Judged, "results">): boolean => judged.results.some(({ result }) => result.massage === "blocked");
export const rulesOf = (judged: Pick<Judged, "results">): ReadonlySet<string> => new Set(judged.results.flatMap(({ result }) => result.fired.map((rule) => rule.id)));

const PARTS: Readonly<Record<VisitPurpose, readonly ScreeningPart[]>> = {
  full: ["signs", "feeding", "alone"],
  massage: ["signs", "feeding", "alone", "massage"],
  again: ["alone"],
};

/** For a massage only what its gate wants, and what would make a back massage wrong: a sore breast. */
function isWanted(purpose: VisitPurpose, screen: ScreenSpec): boolean {
  if (purpose !== "massage" || screen.part === "massage") return true;
  return screenKeys(screen).some((key) => answerSpec(key).dangerSign || key.startsWith("breast."));
}

/**
 * The screens that are still to be asked, in the plan's order; those about the baby once for each, one baby after the other.
 * Nothing is asked about feeding where every baby has died.
 */
export function turnsAhead(book: RuleBook, plan: ScreeningPlan, view: MotherView, draft: VisitDraft, timezone: string): Turn[] {
  const { mother, babies } = answersOf(draft, recordAt(view, draft, timezone));
  const parts = PARTS[draft.purpose];
  const each = Object.entries(babies);
  const grieving = each.length > 0 && each.every(([, answers]) => answers["baby.where"] === "died");
  const ahead = (known: Answers, baby: string | null) => screensAhead(book, plan, { known, answers: mother, parts, baby }).filter((screen) => isWanted(draft.purpose, screen));
  const ofMother = ahead({}, null).filter((screen) => !(grieving && asksOfFeeding(screen)));
  const ofBabies = each.map(([baby, known]) => ahead(known, baby).filter((screen) => screen.about === "baby").map((screen): Turn => ({ screen, baby })));
  return plan.screens.flatMap((screen, place) => {
    if (screen.about === "mother") return ofMother.includes(screen) ? [{ screen, baby: null }] : [];
    // The first of a run of screens about the baby brings the whole run, baby by baby.
    const run = runFrom(plan, place);
    return plan.screens[place - 1]?.about === "baby" && plan.screens[place - 1]?.part === screen.part ? [] : ofBabies.flatMap((turns) => turns.filter((turn) => run.includes(turn.screen)));
  });
}

function runFrom(plan: ScreeningPlan, place: number): ScreenSpec[] {
  const part = plan.screens[place]?.part;
  const end = plan.screens.findIndex((screen, at) => at > place && (screen.about !== "baby" || screen.part !== part));
  return plan.screens.slice(place, end < 0 ? undefined : end);
}

const asksOfFeeding = (screen: ScreenSpec): boolean => screen.about === "mother" && screenKeys(screen).some((key) => key.startsWith("feeding."));
