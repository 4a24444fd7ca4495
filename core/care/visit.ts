import { answerSpec, isAnswerKey, type Answers } from "../triage/answers.ts";
import { afterChanges, type Carried } from "./massage-screen.ts";

/** The steps of a visit, in their order. A step that her state does not ask for is skipped. */
export const VISIT_STEPS = ["begin", "changed", "screening", "causes", "result", "plan", "companion", "next", "done"] as const;
export type VisitStep = (typeof VISIT_STEPS)[number];
export const VISIT_KINDS = ["home", "phone", "posyandu", "clinic"] as const;
export type VisitKind = (typeof VISIT_KINDS)[number];
/** full: everything. massage: only what the gate of a session still wants. again: only what she could not speak of freely. */
export type VisitPurpose = "full" | "massage" | "again";

/** What one screen was answered with; `baby` null for the mother. */
export type Given = { readonly screen: string; readonly baby: string | null; readonly answers: Answers };
/** `presence` null: named, not yet asked where that person is today. */
export type MetCompanion = { readonly who: string; readonly presence: "present" | "invited" | "away" | null; readonly taught: readonly string[] };

/** A cause that was explored with her; `answers` are what it tells the rules. */
export type ExploredCause = { readonly is: "yes" | "no"; readonly answers: Answers };

/**
 * A visit while it goes on: plain data, kept after every tap, so that a dead battery or an update loses nothing. Ids are made
 * once, at the start, so that what is told twice is one thing.
 */
export type VisitDraft = {
  readonly version: 1;
  readonly visit: string;
  readonly screening: string;
  readonly referral: string;
  readonly case: string;
  readonly purpose: VisitPurpose;
  readonly openedAt: string;
  readonly touchedAt: string;
  readonly step: VisitStep;
  readonly kind: VisitKind | null;
  /** When it was, where it is written down later from paper. */
  readonly paperAt: string | null;
  readonly carried: Carried | null;
  /** What changed since the carried answers; null until it was asked. */
  readonly changed: readonly string[] | null;
  readonly given: readonly Given[];
  /** What is tapped so far on the screen that is open, or was answered before "back" opened it again. */
  readonly open: Given | null;
  readonly pace: Readonly<Record<string, number>>;
  /** A SEGERA is known: "go now" is shown at once, and all questions after it are optional. */
  readonly urgent: boolean;
  readonly ended: "complete" | "early" | null;
  readonly causes: Readonly<Record<string, ExploredCause>>;
  readonly plan: readonly string[];
  readonly companions: readonly MetCompanion[];
  readonly followUp: { readonly due: string; readonly why: string } | null;
};

export type VisitIds = Pick<VisitDraft, "visit" | "screening" | "referral" | "case">;

export function newVisit(ids: VisitIds, purpose: VisitPurpose, at: string, carried: Carried | null = null): VisitDraft {
  return {
    version: 1, ...ids, purpose, openedAt: at, touchedAt: at, step: "begin", kind: null, paperAt: null, carried, changed: null, given: [], open: null,
    pace: {}, urgent: false, ended: null, causes: {}, plan: [], companions: [], followUp: null,
  };
}

export type VisitEvent =
  | { readonly type: "begin"; readonly kind: VisitKind; readonly paperAt: string | null }
  | { readonly type: "changed"; readonly areas: readonly string[] }
  /** `ms`: how long the screen was looked at. */
  | { readonly type: "answer"; readonly given: Given; readonly ms: number }
  /** A tap on a screen that is not finished yet. */
  | { readonly type: "touch"; readonly open: Given }
  /** The rest is left open: after a SEGERA, or when she has no more time. */
  | { readonly type: "end-early" }
  /** Measured once more after the questions were over: the baby that was warmed. */
  | { readonly type: "again"; readonly given: Given }
  | { readonly type: "back" }
  | { readonly type: "cause"; readonly cause: string; readonly explored: ExploredCause | null }
  | { readonly type: "plan"; readonly items: readonly string[] }
  | { readonly type: "companions"; readonly met: readonly MetCompanion[] }
  | { readonly type: "follow-up"; readonly due: string; readonly why: string }
  /** On to the next step, from a step that several taps fill. */
  | { readonly type: "on" };

/** What the rules and the plan of screens say of a draft; worked out outside, so that this file knows no content. */
export type Ahead = {
  readonly screensLeft: boolean;
  readonly segera: boolean;
  /** Whether a cause of poor flow is to be looked for. */
  readonly causes: boolean;
  /** Whether a plan for at home makes sense now. */
  readonly plan: boolean;
  /** Whether there is time to ask who is at her side. */
  readonly companion: boolean;
  /** Whether the next visit is to be agreed on. */
  readonly next: boolean;
};
export type LookAhead = (draft: VisitDraft) => Ahead;

/** Total: an event that does not fit the step changes nothing, so that a double tap is harmless. `at` is the phone's time. */
export function visit(look: LookAhead, draft: VisitDraft, event: VisitEvent, at: string): VisitDraft {
  const next = moved(look, draft, event);
  return next === draft ? draft : { ...next, touchedAt: at };
}

function moved(look: LookAhead, draft: VisitDraft, event: VisitEvent): VisitDraft {
  switch (event.type) {
    case "begin": {
      if (draft.step !== "begin") return draft;
      const begun = { ...draft, kind: event.kind, paperAt: event.paperAt };
      return draft.carried?.asksChanged === true && draft.changed === null ? { ...begun, step: "changed" } : ask(look, begun);
    }
    case "changed":
      return draft.step === "changed" ? ask(look, { ...draft, changed: event.areas }) : draft;
    case "answer":
      return draft.step === "screening" ? ask(look, give(draft, event.given, event.ms)) : draft;
    case "touch":
      return draft.step === "screening" ? { ...draft, open: event.open } : draft;
    case "end-early":
      return draft.step === "screening" ? { ...draft, open: null, ended: "early", step: "result" } : draft;
    case "again": {
      if (draft.ended === null || draft.step === "done") return draft;
      const measured = give(draft, event.given, 0);
      return { ...measured, urgent: look(measured).segera };
    }
    case "back":
      return back(look, draft);
    case "cause": {
      if (draft.step !== "causes") return draft;
      const { [event.cause]: _taken, ...others } = draft.causes;
      return { ...draft, causes: event.explored === null ? others : { ...others, [event.cause]: event.explored } };
    }
    case "plan":
      return draft.step === "plan" ? { ...draft, plan: event.items } : draft;
    case "companions":
      return draft.step === "companion" ? { ...draft, companions: event.met } : draft;
    case "follow-up":
      return draft.step === "next" ? { ...draft, followUp: { due: event.due, why: event.why } } : draft;
    case "on":
      return on(look, draft);
    default:
      return event satisfies never;
  }
}

/** The next question, or, where none is left, what follows the questions. */
function ask(look: LookAhead, draft: VisitDraft): VisitDraft {
  const ahead = look(draft);
  const asked: VisitDraft = { ...draft, open: null, urgent: ahead.segera, step: "screening", ended: null };
  if (ahead.screensLeft) return asked;
  return { ...asked, ended: "complete", step: ahead.causes && !asked.urgent ? "causes" : "result" };
}

function give(draft: VisitDraft, given: Given, ms: number): VisitDraft {
  const others = draft.given.filter((one) => one.screen !== given.screen || one.baby !== given.baby);
  const key = paceKey(draft, given);
  return { ...draft, given: [...others, given], pace: { ...draft.pace, [key]: (draft.pace[key] ?? 0) + Math.max(0, Math.round(ms)) } };
}

/** `fever`, and `fever.2` for the second baby that is asked about. */
function paceKey(draft: VisitDraft, given: Given): string {
  if (given.baby === null) return given.screen;
  const babies = [...new Set([...draft.given.flatMap((one) => one.baby ?? []), given.baby])];
  const place = babies.indexOf(given.baby) + 1;
  return place === 1 ? given.screen : `${given.screen}.${place}`;
}

const AFTER: readonly VisitStep[] = ["causes", "result", "plan", "companion", "next", "done"];

function on(look: LookAhead, draft: VisitDraft): VisitDraft {
  const place = AFTER.indexOf(draft.step);
  if (place < 0) return draft;
  const ahead = look(draft);
  const step = AFTER.slice(place + 1).find((one) => (one === "plan" || one === "companion" || one === "next" ? ahead[one] : true));
  return step === undefined ? draft : { ...draft, step };
}

function back(look: LookAhead, draft: VisitDraft): VisitDraft {
  const ahead = look(draft);
  switch (draft.step) {
    case "next":
      return { ...draft, step: ahead.companion ? "companion" : ahead.plan ? "plan" : "result" };
    case "companion":
      return { ...draft, step: ahead.plan ? "plan" : "result" };
    case "plan":
      return { ...draft, step: "result" };
    case "result":
      return ahead.causes && draft.ended === "complete" && !draft.urgent ? { ...draft, step: "causes" } : reopen(draft);
    case "causes":
    case "screening":
      return reopen(draft);
    case "changed":
      return { ...draft, step: "begin" };
    default:
      return draft;
  }
}

/** Opens the last answered screen again. What was said in private is never shown again: it is asked anew. */
function reopen(draft: VisitDraft): VisitDraft {
  const last = draft.given.at(-1);
  if (last === undefined) return { ...draft, step: draft.carried?.asksChanged === true ? "changed" : "begin", ended: null, open: null };
  const again = Object.keys(last.answers).some((key) => isAnswerKey(key) && answerSpec(key).deferrable) ? { ...last, answers: {} } : last;
  return { ...draft, given: draft.given.slice(0, -1), open: again, step: "screening", ended: null };
}

/**
 * What is known in this visit of the mother and of each baby: what still holds from before, over it what her record says at
 * this moment (ages move on), over it what exploring a cause brought up, over it what was answered here. `babies` are those of
 * the record.
 */
export function answersOf(draft: VisitDraft, record: { readonly mother: Answers; readonly babies: Readonly<Record<string, Answers>> }): { readonly mother: Answers; readonly babies: Readonly<Record<string, Answers>> } {
  const carried = draft.carried === null ? null : afterChanges(draft.carried, draft.changed ?? []);
  const given = (baby: string | null): Answers => Object.assign({}, ...draft.given.filter((one) => one.baby === baby).map((one) => one.answers));
  const explored: Answers = Object.assign({}, ...Object.values(draft.causes).map((cause) => cause.answers));
  const babies = Object.fromEntries(Object.entries(record.babies).map(([baby, known]) => [baby, { ...carried?.babies[baby], ...known, ...given(baby) }]));
  return { mother: { ...carried?.mother, ...record.mother, ...explored, ...given(null) }, babies };
}

/** A draft that nobody touched for so long (hours) is offered: to go on, or to be closed as incomplete. */
export const STALE_HOURS = 12;

export const isStale = (draft: VisitDraft, now: number): boolean => now - Date.parse(draft.touchedAt) > STALE_HOURS * 3_600_000;

/** Ends a draft where it stands: what was answered is kept as an incomplete screening. */
export const closed = (draft: VisitDraft): VisitDraft => ({ ...draft, open: null, ended: draft.ended ?? "early", step: "done" });

/**
 * A draft as it lies on the phone, perhaps written by an older or newer version of this app. What is there is kept, what is
 * missing gets its beginning; null only where it is no visit at all.
 */
export function readDraft(json: unknown): VisitDraft | null {
  if (typeof json !== "object" || json === null) return null;
  const raw = json as Partial<Record<keyof VisitDraft, unknown>>;
  const ids = [raw.visit, raw.screening, raw.referral, raw.case];
  if (!ids.every((id) => typeof id === "string") || typeof raw.openedAt !== "string") return null;
  const start = newVisit({ visit: raw.visit as string, screening: raw.screening as string, referral: raw.referral as string, case: raw.case as string }, "full", raw.openedAt);
  const known = Object.fromEntries(Object.entries(raw).filter(([key, value]) => key in start && value !== undefined));
  const draft = { ...start, ...known, version: 1 } as VisitDraft;
  if (VISIT_STEPS.includes(draft.step)) return draft;
  return { ...draft, step: draft.kind === null ? "begin" : "screening" };
}
