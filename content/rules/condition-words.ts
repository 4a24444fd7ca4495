import type { AnswerKey } from "#core/triage/answers.ts";
import type { TriageClass } from "#core/triage/class.ts";
import type { CaseState, Condition, ListKey } from "#core/triage/condition.ts";
import type { Evidence, EvidenceNote, Rule } from "#core/triage/rule-book.ts";

/** The words that the rules are written in. Each gives plain data, so that a rule can be shown, stored and compared. */
export const all = (...parts: Condition[]): Condition => ({ all: parts });
export const any = (...parts: Condition[]): Condition => ({ any: parts });
export const not = (part: Condition): Condition => ({ not: part });
export const yes = (answer: AnswerKey): Condition => ({ answer, in: [true] });
export const no = (answer: AnswerKey): Condition => ({ answer, in: [false] });
export const anyYes = (...keys: AnswerKey[]): Condition => (keys.length === 1 ? yes(keys[0] as AnswerKey) : any(...keys.map(yes)));
export const says = (answer: AnswerKey, ...values: string[]): Condition => ({ answer, in: values });
export const missing = (key: AnswerKey): Condition => ({ missing: key });
export const asked = (key: AnswerKey): Condition => ({ asked: key });
export const atLeast = (number: string, limit: number): Condition => ({ number, atLeast: limit });
export const over = (number: string, limit: number): Condition => ({ number, over: limit });
export const below = (number: string, limit: number | string): Condition => ({ number, below: limit });
export const atMost = (number: string, limit: number): Condition => ({ number, atMost: limit });
/** From the first limit on, and below the second. */
export const span = (number: string, from: number, to: number): Condition => ({ number, atLeast: from, below: to });
export const some = (list: ListKey, bounds: { atLeast?: number; below?: number }): Condition => ({ list, take: "some", ...bounds });
export const every = (list: ListKey, bounds: { atLeast?: number; below?: number; outside?: readonly [number, number] }): Condition => ({ list, take: "every", ...bounds });
export const newest = (list: ListKey, take: number, bounds: { atLeast?: number; below?: number }): Condition => ({ list, take, ...bounds });
export const fires = (rule: string): Condition => ({ fires: rule });
export const anyFires = (...rules: string[]): Condition => any(...rules.map(fires));
export const named = (name: string): Condition => ({ named: name });
export const state = (is: CaseState): Condition => ({ state: is });

type Ground = Evidence | EvidenceNote | readonly (Evidence | EvidenceNote)[];

const notes = (ground: Ground): EvidenceNote[] => [ground].flat().map((one) => (typeof one === "string" ? { mark: one } : one));

/** Only a part of the rule stands on this mark. */
export const partly = (mark: Evidence, of: NonNullable<EvidenceNote["of"]>): EvidenceNote => ({ mark, of });

/** A rule in a row, as the contract's table has it. Sources are codes, parted by blanks. */
export const rule = <const Id extends string>(id: Id, when: Condition, triageClass: TriageClass | null, massage: "blocks" | "free", ground: Ground, sources = "") =>
  ({ id, class: triageClass, blocks: massage === "blocks", when, evidence: notes(ground), sources: sources.split(" ").filter(Boolean) }) satisfies Rule as Rule & { readonly id: Id };
