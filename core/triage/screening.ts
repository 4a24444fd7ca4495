import type { AnswerKey, Answers } from "./answers.ts";
import { holds, type Condition } from "./condition.ts";
import { factsOf } from "./facts.ts";
import type { RuleBook } from "./rule-book.ts";
import { triage } from "./engine.ts";

/** One thing to tap: it gives `key` this value. */
export type PickOption = { readonly key: AnswerKey; readonly value: boolean | string | number };

/** A screen that asks one thing. `keys` are all that it answers; it is done when each of them was asked. */
export type ScreenSpec = {
  readonly id: string;
  readonly about: "mother" | "baby";
  readonly part: "signs" | "feeding" | "alone" | "massage";
  /** Where it holds, the screen is asked; without it, always. Read against what is known and answered so far. */
  readonly when?: Condition;
} & (
  | {
      /** Pictures to pick from, at most four; "none of these" is a tap of its own and gives `none`. */
      readonly kind: "pick";
      readonly options: readonly PickOption[];
      /** What "none", or an option that was left alone, says of its key. */
      readonly none: Answers;
      /** Offers "the baby is not here" beside "none"; where the baby is then is asked on the same screen, and answers `baby.where` alone. */
      readonly mayBeAway?: true;
    }
  /** Exactly one value of one key. */
  | { readonly kind: "choice"; readonly keys: readonly [AnswerKey] }
  /** Numbers with their unit; each may be left as "not known". */
  | { readonly kind: "numbers"; readonly keys: readonly AnswerKey[] }
  /** A thermometer, or a hand where there is none; of the baby also the breaths of 60 s, where somebody counts them. */
  | { readonly kind: "mother-warmth" | "baby-warmth"; readonly keys: readonly AnswerKey[] }
  /** How far the yellow reaches, beside a body picture in daylight, and when it was first seen. */
  | { readonly kind: "yellow"; readonly keys: readonly ["baby.yellow", "baby.yellowFirstSeenHours"] }
  /** Asked alone: "is she by herself?" first; where not, every key is put off. */
  | { readonly kind: "alone"; readonly keys: readonly AnswerKey[] }
);

export type ScreeningPart = ScreenSpec["part"];
export type ScreeningPlan = { readonly version: number; readonly screens: readonly ScreenSpec[] };

export type Progress = {
  /** What the record knows already, and what was answered so far; the answers go before. */
  readonly known: Answers;
  readonly answers: Answers;
  /** Parts that this screening is made of. */
  readonly parts: readonly ScreeningPart[];
  /** Null: no baby is recorded, and nothing is asked of one. */
  readonly baby: string | null;
};

export const screenKeys = (screen: ScreenSpec): readonly AnswerKey[] =>
  screen.kind === "pick" ? [...new Set([...screen.options.map((option) => option.key), ...(Object.keys(screen.none) as AnswerKey[])])] : screen.keys;

/** The screens that are still to be asked, in their order. Deterministic from the answers alone, so that a draft goes on where it stood. */
export function screensAhead(book: RuleBook, plan: ScreeningPlan, { known, answers, parts, baby }: Progress): ScreenSpec[] {
  const all: Answers = { ...known, ...answers };
  const facts = factsOf(book, all, false);
  return plan.screens.filter((screen) => {
    if (!parts.includes(screen.part) || (screen.about === "baby" && baby === null)) return false;
    if (screen.about === "baby" && !facts.state("baby-here")) return false;
    if (screen.when !== undefined && !holds(screen.when, facts)) return false;
    return !isAsked(screen, all);
  });
}

export function nextScreen(book: RuleBook, plan: ScreeningPlan, progress: Progress): ScreenSpec | null {
  return screensAhead(book, plan, progress)[0] ?? null;
}

/** Whether what was answered so far calls for somebody now: everything after it is optional. */
export const isUrgent = (book: RuleBook, { known, answers }: Pick<Progress, "known" | "answers">): boolean => triage(book, { answers: { ...known, ...answers }, complete: false }).class === "SEGERA";

function isAsked(screen: ScreenSpec, all: Answers): boolean {
  const has = (key: AnswerKey): boolean => all[key] !== undefined;
  switch (screen.kind) {
    case "mother-warmth":
      // After a medicine against fever, a thermometer alone says too little.
      return has("mother.antipyreticLast6h") && (all["mother.antipyreticLast6h"] === true ? has("mother.feelsHot") : has("mother.temperature") || has("mother.feelsHot"));
    case "baby-warmth":
      return has("baby.temperatures") || (has("baby.feelsHot") && has("baby.feelsCold"));
    default:
      return screenKeys(screen).every(has);
  }
}

/**
 * The answers that a tap on a screen gives: what was picked, and for the rest that it was looked for and not found. Of two
 * values of one key the one that stands first on the screen holds: the worse is put first there.
 */
export function pickedAnswers(screen: Extract<ScreenSpec, { kind: "pick" }>, picked: readonly number[]): Answers {
  const said: Record<string, unknown> = { ...screen.none };
  for (const at of picked.toSorted((a, b) => b - a)) {
    const option = screen.options[at];
    if (option !== undefined) said[option.key] = option.value;
  }
  return said as Answers;
}
