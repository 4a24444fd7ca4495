import { ruleWords } from "#web/shared/rule-words.ts";

/** Why a screening came out as it did, in the rules' own words: safe to be read over her shoulder. Each reason once. */
export const reasonsText = (rules: readonly string[]): string => [...new Set(rules.map((rule) => ruleWords(rule).reason))].join("; ");
