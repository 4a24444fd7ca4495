import type { Wanted } from "../ledger/unsaid.ts";
import type { JsonObject } from "../ledger/json.ts";
import { coveredBy } from "../referral/again.ts";
import { referralFor, type ReferralBody } from "../referral/refer.ts";
import type { TriageResult } from "../triage/engine.ts";
import type { Answers } from "../triage/answers.ts";
import type { MotherView, Referral } from "./mother-view.ts";
import type { VisitDraft } from "./visit.ts";

/** What the answers of a draft lead to: one result a baby, or a single one with `baby` null where none is recorded. */
export type Judged = {
  readonly ruleBook: number;
  readonly mother: Answers;
  readonly babies: readonly { readonly baby: string; readonly answers: Answers }[];
  readonly results: readonly { readonly baby: string | null; readonly result: TriageResult }[];
  /** When the kader is due again, as the rules say; the kader may choose another time. */
  readonly followUp: { readonly due: string; readonly why: string };
};

/** What becomes of the danger that was found: a referral of this visit, an earlier one that says the same, or none. */
export type Referring = { readonly own: ReferralBody | null; readonly earlier: Referral | null };

export function referring(view: MotherView, draft: VisitDraft, judged: Judged, now: number): Referring {
  if (!draft.urgent && draft.ended === null) return { own: null, earlier: null };
  const wanted = referralFor(draft.referral, judged.results.map(({ result }) => result));
  if (wanted === null) return { own: null, earlier: null };
  const earlier = coveredBy(view, wanted, now);
  return earlier === null ? { own: wanted, earlier: null } : { own: null, earlier };
}

/**
 * All that a visit ought to have said in the mother's stream, as far as it went. Told again after every step, it says only what
 * is new (see `unsaid`): the screening and the referral from the first SEGERA on, the case and the next visit once the questions
 * are over, what was done and agreed when the visit is done.
 */
export function visitEntries(view: MotherView, draft: VisitDraft, judged: Judged, now: number): Wanted[] {
  if (draft.kind === null) return [];
  const occurredAt = draft.paperAt ?? draft.openedAt;
  const atVisit = (type: string, body: object): Wanted => ({ type, body: body as JsonObject, occurredAt });
  // Asking for help, and the date of the next visit, are of now, also where the visit itself is told from paper.
  const atOnce = (type: string, body: object): Wanted => ({ type, body: body as JsonObject });

  const entries = [atVisit("visit.begun", { visit: draft.visit, kind: draft.kind, fromPaper: draft.paperAt !== null })];
  const asked = draft.given.length > 0 || draft.carried !== null;
  if (asked && (draft.ended !== null || draft.urgent)) entries.push(atVisit("screening.recorded", screeningBody(draft, judged)));
  const { own } = referring(view, draft, judged, now);
  if (own !== null) entries.push(atOnce("referral.made", { ...own, ...(asked && { screening: draft.screening }), ...babyOf(judged, own) }));
  if (draft.ended === null) return entries;

  const problem = problemOf(judged);
  const open = view.cases.some((one) => one.closed === undefined && one.case !== draft.case);
  if (problem !== null && !open) entries.push(atVisit("case.opened", { case: draft.case, problem }));
  const next = draft.followUp ?? judged.followUp;
  if (!comesSooner(view, draft, next.due, now)) entries.push(atOnce("follow-up.set", next));
  if (draft.step !== "done") return entries;

  const causes = Object.keys(draft.causes).filter((cause) => draft.causes[cause]?.is === "yes").sort();
  if (causes.length > 0) entries.push(atVisit("causes.found", { visit: draft.visit, causes }));
  if (draft.plan.length > 0) entries.push(atVisit("plan.made", { visit: draft.visit, items: [...draft.plan] }));
  for (const { who, presence, taught } of draft.companions) if (presence !== null) entries.push(atVisit("companion.met", { visit: draft.visit, who, presence, taught: [...taught] }));
  return entries;
}

/** Questions for a massage, or those that were put off, never push back a visit that is due before. */
function comesSooner(view: MotherView, draft: VisitDraft, due: string, now: number): boolean {
  const set = view.followUp?.due;
  return draft.purpose !== "full" && set !== undefined && Date.parse(set) > now && set <= due;
}

function screeningBody(draft: VisitDraft, judged: Judged): object {
  return {
    screening: draft.screening,
    visit: draft.visit,
    purpose: draft.purpose,
    complete: draft.ended === "complete",
    mother: judged.mother,
    babies: judged.babies,
    ruleBook: judged.ruleBook,
    results: judged.results.map(({ baby, result }) => {
      const { class: worst, rules, massage, blockedBy, missing, unanswered, deferred } = result;
      return { baby, class: worst, rules, massage, blockedBy, missing, unanswered, deferred };
    }),
    pace: draft.pace,
  };
}

/** Of twins, the one whose answers refer, where it is one alone. */
function babyOf(judged: Judged, own: ReferralBody): { baby?: string } {
  const of = judged.results.filter(({ result }) => referralFor(own.referral, [result])?.class === own.class).flatMap(({ baby }) => baby ?? []);
  const about = own.because.some((key) => key.startsWith("baby."));
  return about && of.length === 1 && of[0] !== undefined ? { baby: of[0] } : {};
}

/** Rules that say how she is asked, not what is the matter; they open no case of their own. */
const NO_PROBLEM = /^(?:U|S|M14$)/;

/** What needs accompaniment, or null where nothing does. Milk that does not flow goes first: it is what the programme is for. */
export function problemOf(judged: Pick<Judged, "results">): "flow" | "pain" | "baby" | "other" | null {
  const rules = new Set(judged.results.flatMap(({ result }) => result.rules).filter((rule) => !NO_PROBLEM.test(rule)));
  if (rules.size === 0) return null;
  const some = (pattern: RegExp) => [...rules].some((rule) => pattern.test(rule));
  if (some(/^F(?!03|10)/)) return "flow";
  if (some(/^(?:B|F03)/)) return "pain";
  return some(/^N/) ? "baby" : "other";
}
