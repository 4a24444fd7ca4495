import type { RuleId } from "./v1/rules.ts";
import type { RuleWords } from "./words.ts";

/** Which words of a rule are feeding advice: its steps by their place, and the sentence to the mother. The same in both languages. */
type Advice = { readonly steps?: readonly number[]; readonly say?: true };

const FEEDING_ADVICE: Readonly<Partial<Record<RuleId, Advice>>> = {
  M05: { steps: [1] },
  B01: { steps: [0], say: true },
  B02: { steps: [0] },
  B03: { steps: [0] },
  B04: { steps: [0] },
  B06: { steps: [0] },
  B07: { steps: [0, 1], say: true },
  B08: { steps: [0, 1] },
  B10: { steps: [1] },
  N01: { steps: [1] },
  N02a: { steps: [2] },
  N02c: { steps: [1] },
  N02d: { steps: [0] },
  N02e: { steps: [2] },
  N02f: { steps: [1] },
  N04a: { steps: [0] },
  N04b: { steps: [0] },
  N05: { steps: [0, 1] },
  N06a: { steps: [0] },
  N06b: { steps: [0] },
  N07: { steps: [0] },
  N08: { steps: [0] },
  N09a: { steps: [0, 1] },
  N09b: { steps: [0] },
  N10: { steps: [0] },
  N11a: { steps: [0] },
  N11c: { steps: [0] },
  N12a: { steps: [0] },
  N12b: { steps: [1] },
  N13: { steps: [1] },
  N14a: { steps: [0] },
  N14b: { steps: [0] },
  N14c: { steps: [0] },
  N15a: { steps: [1] },
  N15b: { steps: [0] },
  F01: { steps: [1] },
  F02: { steps: [0, 1], say: true },
  F03a: { steps: [0, 1], say: true },
  F04a: { steps: [1], say: true },
  F06: { steps: [0], say: true },
  F07: { steps: [0] },
  S09: { steps: [0] },
};

/** Rules after which the kader gives no feeding advice of her own: a health worker's plan holds. */
const OWN_PLAN: readonly RuleId[] = ["F10"];

/**
 * The words of a rule as they may be used beside the rules that fired with it. Where F10 fired, feeding advice is left out, and
 * what she says of it to the mother gives way to the words of F10.
 */
export function wordsFor(texts: Readonly<Record<RuleId, RuleWords>>, id: RuleId, fired: ReadonlySet<string>): RuleWords {
  const words = texts[id];
  const advice = FEEDING_ADVICE[id];
  if (advice === undefined || !OWN_PLAN.some((rule) => fired.has(rule))) return words;
  return { reason: words.reason, say: advice.say === true ? texts.F10.say : words.say, doNow: words.doNow.filter((_, at) => advice.steps?.includes(at) !== true) };
}
