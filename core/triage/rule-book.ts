import type { TriageClass } from "./class.ts";
import type { Condition } from "./condition.ts";
import type { GrowthTable } from "./growth.ts";
import type { Quantity } from "./quantities.ts";

/** How sure a rule or a figure is of its ground, the surest first; none may pass as stronger than it is. */
export type Evidence = "read" | "cited" | "general-knowledge" | "judgement";

/** `of` names the part that stands on this mark; without it, the whole. */
export type EvidenceNote = { readonly mark: Evidence; readonly of?: "class" | "pressure" | "figure" | "interval" | "no-age" | "part" };

export type Rule = {
  readonly id: string;
  /** Null: the rule only stops the massage. */
  readonly class: TriageClass | null;
  /** The class where the screening is complete, if it is another one then. */
  readonly whenComplete?: TriageClass;
  readonly blocks: boolean;
  readonly when: Condition;
  readonly evidence: readonly EvidenceNote[];
  /** Codes of `content/rules/sources.ts`. */
  readonly sources: readonly string[];
};

/** The rules alone. What N11b needs beside them makes them a book. */
export type RuleSet = {
  readonly id: string;
  readonly version: number;
  /** Whether a midwife and a paediatrician have signed this version. */
  readonly signed: boolean;
  /** Conditions that several rules share. */
  readonly named: Readonly<Record<string, Condition>>;
  readonly quantities: Readonly<Record<string, Quantity>>;
  readonly rules: readonly Rule[];
};

/** All that the engine needs; a book without the growth table does not type-check, so that no rule falls silent for want of it. */
export type RuleBook = RuleSet & { readonly growth: GrowthTable };
