import type { RuleSet } from "#core/triage/rule-book.ts";
import { BABY_RULES } from "./baby.ts";
import { BREAST_RULES } from "./breast.ts";
import { FEEDING_RULES } from "./feeding.ts";
import { MASSAGE_RULES } from "./massage.ts";
import { MOTHER_RULES } from "./mother.ts";
import { NAMED, QUANTITIES } from "./shared.ts";

const RULES = [...MOTHER_RULES, ...BREAST_RULES, ...BABY_RULES, ...FEEDING_RULES, ...MASSAGE_RULES] as const;

export type RuleId = (typeof RULES)[number]["id"];

/** Version 1 of the rules. It waits for the signature of a midwife and a paediatrician, and says so wherever it is shown. */
export const RULES_V1 = { id: "dampingi-triage", version: 1, signed: false, named: NAMED, quantities: QUANTITIES, rules: RULES } as const satisfies RuleSet;
