import { signal } from "@preact/signals";
import { isAnswerKey, UNKNOWN, NOT_ALONE, type AnswerKey, type Answers } from "#core/triage/answers.ts";
import type { TriageClass } from "#core/triage/class.ts";
import { wordsFor } from "#content/rules/feeding-advice.ts";
import type { RuleId } from "#content/rules/v1/rules.ts";
import { CLASS_TEXTS, RULE_TEXTS } from "#content/rules/rule-texts.id.ts";
import type { ClassWords, RuleWords } from "#content/rules/words.ts";
import { questionWords } from "./question-words.ts";
import { fill, language } from "./texts.ts";

export { optionWords, questionWords } from "./question-words.ts";

/** The words of the rules, in the chosen language; English is fetched when somebody chooses it. */
type Words = { readonly rules: Readonly<Record<string, RuleWords>>; readonly classes: Readonly<Record<TriageClass, ClassWords>> };

const INDONESIAN: Words = { rules: RULE_TEXTS, classes: CLASS_TEXTS };
const english = signal<Words | null>(null);
let asked = false;

function words(): Words {
  if (language.value !== "en") return INDONESIAN;
  if (!asked) {
    asked = true;
    import("#content/rules/rule-texts.en.ts").then(
      ({ RULE_TEXTS: rules, CLASS_TEXTS: classes }) => (english.value = { rules, classes }),
      () => (asked = false),
    );
  }
  return english.value ?? INDONESIAN;
}

export function classWords(name: TriageClass, params: Readonly<Record<string, string>>): ClassWords {
  const { tag, title, meaning } = words().classes[name];
  return { tag, title: fill(title, params), meaning };
}

/** A rule of a newer app, which this one has no words for, is told by its id rather than left out. */
export const ruleWords = (id: string): RuleWords => words().rules[id] ?? { reason: id, doNow: [], say: "" };

/** Rules that rest on what she says alone, or would not have said before others: their own words are safe, her answers are not. */
const DISCREET: ReadonlySet<string> = new Set(["M07", "M08a", "M08b", "M12", "U03"]);
/** That a question was put off would betray it: it is told as the wish of the midwife. */
const safeReason = (id: string): string => ruleWords(id === "U03" ? "M08b" : id).reason;
/** Keys that only say which rule applies. */
const SETTING: ReadonlySet<string> = new Set(["birth.hoursAgo", "baby.where"]);

type Fired = { readonly id: string; readonly because: readonly string[] };

/** Why, in few words that a companion may read: the signs that were there; where a number speaks, the rule's own words. */
export function reasonsOf(fired: readonly Fired[], answers: Answers): string[] {
  return [...new Set(fired.flatMap((rule) => reasonOf(rule, answers)))];
}

function reasonOf({ id, because }: Fired, answers: Answers): string[] {
  if (DISCREET.has(id)) return [safeReason(id)];
  const signs = because.filter((key) => !SETTING.has(key)).map((key) => (isAnswerKey(key) ? signOf(key, answers[key]) : null));
  return signs.length > 0 && signs.every((sign) => sign !== null) ? signs : [ruleWords(id).reason];
}

/** A sign as it stands beside its picture, or null where its answer is none that can be told so. */
function signOf(key: AnswerKey, value: unknown): string | null {
  const { label, options } = questionWords(key);
  if (value === true || (value === false && key === "feeding.latches")) return label;
  if (typeof value !== "string" || value === UNKNOWN || value === NOT_ALONE) return null;
  if (key === "mother.headache") return label;
  const option = options?.[value];
  if (option === undefined) return null;
  return key === "mother.abdominalPain" ? option : `${label}: ${option.toLowerCase()}`;
}

/** The words of a rule beside the others that fired: where a health worker's feeding plan holds, without advice of the kader's own. */
const wordsBeside = (id: string, fired: ReadonlySet<string>): RuleWords => (id in INDONESIAN.rules ? wordsFor(words().rules as typeof RULE_TEXTS, id as RuleId, fired) : ruleWords(id));

/** What the kader does now, each line once, in the order of the rules. To listen is said where they are alone. */
export function doNowOf(rules: readonly string[], fired: ReadonlySet<string>): string[] {
  return [...new Set(rules.flatMap((id) => wordsBeside(id, fired).doNow.slice(0, id === "M07" ? 2 : undefined)))];
}

/** What she says to the mother, aloud. */
export const saysOf = (rules: readonly string[], fired: ReadonlySet<string>): string[] => [...new Set(rules.map((id) => wordsBeside(id, fired).say))].filter(Boolean);
