import { MASSAGE_SCREEN, type Answers } from "./answers.ts";
import { because } from "./because.ts";
import { highestClass, type TriageClass } from "./class.ts";
import { factsOf, type CaseFacts } from "./facts.ts";
import type { RuleBook } from "./rule-book.ts";

export { CLASSES, compareClass, type TriageClass } from "./class.ts";

export type MassageGate = "allowed" | "blocked" | "incomplete";

export type FiredRule = {
  readonly id: string;
  /** Null: it only stops the massage. */
  readonly class: TriageClass | null;
  readonly blocks: boolean;
  /** The answers, and the answers that are wanting, that made it fire. */
  readonly because: readonly string[];
};

/** Every list is sorted. */
export type TriageResult = {
  /** Of the rule book. */
  readonly version: number;
  readonly class: TriageClass;
  /** All that fired with a class. */
  readonly rules: readonly string[];
  readonly massage: MassageGate;
  readonly blockedBy: readonly string[];
  /** What has to be answered before a massage; empty unless that is all that stands in its way. */
  readonly missing: readonly string[];
  /** Danger signs that a complete screening left open. */
  readonly unanswered: readonly string[];
  /** To be asked again when she is alone. */
  readonly deferred: readonly string[];
  readonly fired: readonly FiredRule[];
};

export type TriageInput = { readonly answers: Answers; readonly complete: boolean };

/** What a kader's answers lead to. Total and deterministic: the same book and answers give the same result for ever. */
export function triage(book: RuleBook, { answers, complete }: TriageInput): TriageResult {
  const facts = factsOf(book, answers, complete);
  const fired = book.rules
    .filter((rule) => facts.fires(rule.id))
    .map((rule): FiredRule => ({
      id: rule.id,
      class: (complete ? rule.whenComplete : undefined) ?? rule.class,
      blocks: rule.blocks,
      because: sortedUnique(because(book, rule.when, facts)),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const blockedBy = fired.filter((rule) => rule.blocks).map((rule) => rule.id);
  return {
    version: book.version,
    class: highestClass(fired.map((rule) => rule.class ?? "LANJUT")),
    rules: fired.filter((rule) => rule.class !== null).map((rule) => rule.id),
    ...massageGate(blockedBy, facts),
    unanswered: complete ? sortedUnique(facts.openDangerSigns) : [],
    deferred: sortedUnique(facts.deferred),
    fired,
  };
}

function massageGate(blockedBy: readonly string[], facts: CaseFacts): Pick<TriageResult, "massage" | "blockedBy" | "missing"> {
  if (blockedBy.length > 0) return { massage: "blocked", blockedBy, missing: [] };
  const screen = MASSAGE_SCREEN.filter((key) => !facts.has(key));
  const missing = sortedUnique([...screen, ...facts.openDangerSigns]);
  const allowed = missing.length === 0 && facts.answer("mother.consent") === true;
  return { massage: allowed ? "allowed" : "incomplete", blockedBy, missing };
}

/** Twins: one result a baby, with the mother's answers in each. The worst holds; what any of them says is kept. */
export function worst(results: readonly [TriageResult, ...TriageResult[]]): TriageResult {
  const fired = new Map<string, FiredRule>();
  for (const rule of results.flatMap((result) => result.fired)) {
    fired.set(rule.id, { ...rule, because: sortedUnique([...(fired.get(rule.id)?.because ?? []), ...rule.because]) });
  }
  const all = (list: (result: TriageResult) => readonly string[]): string[] => sortedUnique(results.flatMap(list));
  const gates = results.map((result) => result.massage);
  const massage = (["blocked", "incomplete"] as const).find((gate) => gates.includes(gate)) ?? "allowed";
  return {
    version: results[0].version,
    class: highestClass(results.map((result) => result.class)),
    rules: all((result) => result.rules),
    massage,
    blockedBy: all((result) => result.blockedBy),
    missing: massage === "incomplete" ? all((result) => result.missing) : [],
    unanswered: all((result) => result.unanswered),
    deferred: all((result) => result.deferred),
    fired: [...fired.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

const sortedUnique = (values: readonly string[]): string[] => [...new Set(values)].sort();
