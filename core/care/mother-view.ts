import type { Entry } from "../ledger/entry.ts";
import type { Json } from "../ledger/json.ts";
import { conflicts, said, underPrefix, type Conflict, type StreamState } from "../ledger/fold.ts";
import type { Answers } from "../triage/answers.ts";
import type { TriageClass } from "../triage/engine.ts";
import type { OUTCOMES } from "./entries.ts";
import type { StopReason } from "./session-entries.ts";
import type { ReferralAnswer } from "../referral/entries.ts";

/** What an entry says, with when it was and who did and wrote it. */
type Told<T> = T & { readonly at: string; readonly by: string; readonly writtenBy: string; readonly entry: string };

export type Consent =
  | { readonly state: "none" }
  | Told<{ state: "withdrawn" }>
  | Told<{ state: "given"; how: string; readAloud: boolean; allows: { midwife: boolean; phone: boolean; counted: boolean }; guardian?: { name: string; relation: string } }>;

export type Baby = { readonly baby: string; readonly name?: string; readonly sex?: "male" | "female"; readonly birthWeight?: number; readonly gestationWeeks?: number };
export type Birth = Told<{ birth: string; bornAt: string; hourKnown: boolean; caesarean?: boolean; place?: string; babies: readonly Baby[] }>;
export type Visit = Told<{ visit: string; kind: "home" | "phone" | "posyandu" | "clinic"; fromPaper: boolean }>;

export type ScreeningResult = {
  readonly baby: string | null;
  readonly class: TriageClass;
  readonly rules: readonly string[];
  readonly massage: "allowed" | "blocked" | "incomplete";
  readonly blockedBy: readonly string[];
  readonly missing: readonly string[];
  readonly unanswered: readonly string[];
  readonly deferred: readonly string[];
};
export type Screening = Told<{
  screening: string;
  visit: string;
  purpose: "full" | "massage" | "again";
  complete: boolean;
  mother: Answers;
  babies: readonly { baby: string; answers: Answers }[];
  ruleBook: number;
  results: readonly ScreeningResult[];
  pace: Readonly<Record<string, number>>;
}>;

export type Session = {
  readonly session: string;
  readonly started?: Told<{ visit?: string; screening?: string; clearance?: string; hands: string; fromPaper: boolean; confidenceBefore?: number; easeBefore?: number }>;
  readonly ended?: Told<{ seconds: number; pauses: number; comfort: readonly { second: number; pain: number }[]; extended: boolean; stopped: StopReason | null }>;
  readonly after?: Told<{ fed: string; letDown: readonly string[]; ease?: number; confidence?: number; flow: string; bruiseOrPain?: boolean }>;
};

export type Referral = {
  readonly referral: string;
  readonly made: Told<{ class: "PEKAN" | "R24" | "SEGERA"; rules: readonly string[]; because: readonly string[]; blocksMassage: boolean; screening?: string; baby?: string; words?: string }>;
  /** `way` is what the body calls `by`; here, as everywhere in a view, `by` is who did it. */
  readonly passed: readonly Told<{ contact: string; way: "call" | "message" | "paper" | "brought"; reached?: boolean }>[];
  readonly late: { readonly seen: boolean; readonly answered: boolean };
  readonly seen?: Told<object>;
  /** More than one where two midwives answered at once: all are shown. */
  readonly answers: readonly Told<{ answer: ReferralAnswer; words?: string }>[];
};

export type Case = {
  readonly case: string;
  readonly opened: Told<{ problem: string; words?: string }>;
  readonly closed?: Told<{ outcome: (typeof OUTCOMES)[number]; feeling?: number; words?: string }>;
};

export type Companion = Told<{ visit: string; who: string; presence: "present" | "invited" | "away"; taught: readonly string[] }>;
export type Plan = Told<{ visit: string; items: readonly string[]; words?: string }>;
export type Word = Told<{ about: "caesarean" | "clot"; cleared: boolean; words?: string }>;

/** A mother as her stream tells her: computed from the entries each time, the same on phone and server. Lists run from old to new. */
export type MotherView = {
  readonly stream: string;
  readonly details: Readonly<Record<string, Json>>;
  readonly consent: Consent;
  readonly births: readonly Birth[];
  readonly visits: readonly Visit[];
  readonly screenings: readonly Screening[];
  readonly causes: readonly Told<{ visit: string; causes: readonly string[]; words?: string }>[];
  readonly companions: readonly Companion[];
  readonly plans: readonly Plan[];
  readonly followUp?: Told<{ due: string; why: string; words?: string }>;
  readonly sessions: readonly Session[];
  readonly referrals: readonly Referral[];
  readonly words: readonly Word[];
  readonly cases: readonly Case[];
  readonly assigned?: string;
  readonly conflicts: readonly Conflict[];
  readonly parked: number;
  readonly count: number;
};

const MOTHER = "mother/";

export function motherView(stream: string, state: StreamState): MotherView {
  const details = Object.fromEntries(underPrefix(state, MOTHER).map(({ key, said: values }) => [key, values.at(-1)?.value ?? null]));
  const sessions = ids(state, "session/").map((session): Session => ({
    session,
    ...maybe("started", told<NonNullable<Session["started"]>>(state, `session/${session}/started`)),
    ...maybe("ended", told<NonNullable<Session["ended"]>>(state, `session/${session}/ended`)),
    ...maybe("after", told<NonNullable<Session["after"]>>(state, `session/${session}/after`)),
  }));
  return {
    stream,
    details,
    consent: told<Exclude<Consent, { state: "none" }>>(state, "consent") ?? { state: "none" },
    births: list<Birth>(state, "birth/").sort((a, b) => (a.bornAt < b.bornAt ? -1 : 1)),
    visits: list<Visit>(state, "visit/"),
    screenings: list<Screening>(state, "screening/"),
    causes: list(state, "causes/"),
    companions: list<Companion>(state, "companion/"),
    plans: list<Plan>(state, "plan/"),
    ...maybe("followUp", told<NonNullable<MotherView["followUp"]>>(state, "followUp")),
    sessions: sessions.sort((a, b) => (sessionTime(a) < sessionTime(b) ? -1 : 1)),
    referrals: ids(state, "referral/").flatMap((id) => referralOf(state, id)).sort((a, b) => (a.made.at < b.made.at ? -1 : 1)),
    words: list<Word>(state, "word/"),
    cases: ids(state, "case/").flatMap((id) => caseOf(state, id)).sort((a, b) => (a.opened.at < b.opened.at ? -1 : 1)),
    ...maybe("assigned", said(state, "assigned")?.value as string | undefined),
    conflicts: conflicts(state),
    parked: state.parked.length,
    count: state.count,
  };
}

/** When a session was, for telling: from its start, else from the first thing that is known of it. */
export const sessionTime = (session: Session): string => session.started?.at ?? session.ended?.at ?? session.after?.at ?? "";

function referralOf(state: StreamState, referral: string): Referral[] {
  const made = told<Referral["made"]>(state, `referral/${referral}/made`);
  if (made === undefined) return [];
  const answers = (state.fields.get(`referral/${referral}/answer`) ?? []).flatMap(({ value, by }) => by.slice(0, 1).map((entry) => tell<Referral["answers"][number]>(value, entry)));
  return [
    {
      referral,
      made,
      passed: passedOf(state, referral),
      late: { seen: state.fields.has(`referral/${referral}/late/seen`), answered: state.fields.has(`referral/${referral}/late/answered`) },
      ...maybe("seen", told<NonNullable<Referral["seen"]>>(state, `referral/${referral}/seen`)),
      answers: answers.sort((a, b) => (a.at < b.at ? -1 : 1)),
    },
  ];
}

function passedOf(state: StreamState, referral: string): Referral["passed"] {
  type Body = { contact: string; by: Referral["passed"][number]["way"]; reached?: boolean };
  return underPrefix(state, `referral/${referral}/passed/`)
    .flatMap(({ said: values }) => values.flatMap(({ value, by }) => by.slice(0, 1).map((entry) => ({ ...tell<Referral["passed"][number]>(value, entry), way: (value as unknown as Body).by }))))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}

function caseOf(state: StreamState, id: string): Case[] {
  const opened = told<Case["opened"]>(state, `case/${id}/opened`);
  return opened === undefined ? [] : [{ case: id, opened, ...maybe("closed", told<NonNullable<Case["closed"]>>(state, `case/${id}/closed`)) }];
}

/** The distinct ids that follow a prefix: `session/<id>/started` gives `<id>`. */
function ids(state: StreamState, prefix: string): string[] {
  return [...new Set(underPrefix(state, prefix).map(({ key }) => key.split("/")[0] ?? ""))];
}

function list<T extends Told<object>>(state: StreamState, prefix: string): T[] {
  return underPrefix(state, prefix)
    .flatMap(({ said: values }) => values.flatMap(({ value, by }) => by.slice(0, 1).map((entry) => tell<T>(value, entry))))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.entry < b.entry ? -1 : 1));
}

function told<T extends Told<object>>(state: StreamState, field: string): T | undefined {
  const last = said(state, field);
  const entry = last?.by[0];
  return last === undefined || entry === undefined ? undefined : tell<T>(last.value, entry);
}

/** Bodies were checked by their type's schema when they were made and when they came in. */
function tell<T extends Told<object>>(value: Json, entry: Entry): T {
  const facts = typeof value === "object" && value !== null ? value : {};
  return { ...facts, at: entry.occurredAt, by: entry.performer, writtenBy: entry.author, entry: entry.id } as unknown as T;
}

function maybe<K extends string, T>(key: K, value: T | undefined): { [key in K]?: T } {
  return (value === undefined ? {} : { [key]: value }) as { [key in K]?: T };
}
