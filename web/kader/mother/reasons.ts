import { signal } from "@preact/signals";

type ReasonOf = (rule: string) => string;
const reasonOf = signal<ReasonOf | null>(null);
let asked = false;

/**
 * Why a screening came out as it did, in the rules' own words, each reason once: safe to be read over her shoulder. The words are
 * fetched when one is first shown.
 */
export function reasonsText(rules: readonly string[]): string {
  if (rules.length > 0 && !asked) {
    asked = true;
    import("#web/shared/rule-words.ts").then(({ ruleWords }) => (reasonOf.value = (rule) => ruleWords(rule).reason), () => (asked = false));
  }
  const words = reasonOf.value;
  return words === null ? "" : [...new Set(rules.map(words))].join("; ");
}
