import { signal } from "@preact/signals";
import type { Screening } from "#core/care/mother-view.ts";
import { answerSpec, DEFERRABLE, isAnswerKey, NOT_ALONE, UNKNOWN, type AnswerKey } from "#core/triage/answers.ts";
import { keysInCondition } from "#core/console/condition-keys.ts";
import { CURRENT_BOOK } from "#content/rules/rule-book.ts";
import { QUESTION_TEXTS } from "#content/rules/question-texts.id.ts";
import { RULE_TEXTS } from "#content/rules/rule-texts.id.ts";
import type { QuestionWords, RuleWords } from "#content/rules/words.ts";
import { TEXTS as CARE_TEXTS } from "#content/texts/care.id.ts";
import { catalogue, language } from "#web/shared/texts.ts";
import { t } from "./mother/texts.ts";
import { t as frame } from "./texts.ts";

type English = { readonly questions: Readonly<Record<string, QuestionWords>>; readonly rules: Readonly<Record<string, RuleWords>> };
const english = signal<English | null>(null);
let asked = false;

function loaded(): English | null {
  if (language.value === "en" && !asked) {
    asked = true;
    void Promise.all([import("#content/rules/question-texts.en.ts"), import("#content/rules/rule-texts.en.ts")]).then(
      ([questions, rules]) => (english.value = { questions: questions.QUESTION_TEXTS, rules: rules.RULE_TEXTS }),
      () => (asked = false),
    );
  }
  return language.value === "en" ? english.value : null;
}

const questionOf = (key: AnswerKey): QuestionWords => loaded()?.questions[key] ?? QUESTION_TEXTS[key];
export const ruleWords = (id: string): RuleWords | undefined => loaded()?.rules[id] ?? (RULE_TEXTS as Readonly<Record<string, RuleWords>>)[id];
/** Why it fired, in a few words; safe to be read over somebody's shoulder. The id where a newer app knows more rules. */
export const ruleShort = (id: string): string => ruleWords(id)?.reason ?? id;

/** As it stands beside a picture: what is there. */
export const signLabel = (key: string): string => (isAnswerKey(key) ? questionOf(key).label : key);
/** As a question to an answer: one label says the opposite of its key. */
export const answerLabel = (key: string): string => (key === "feeding.latches" ? questionOf(key).ask : signLabel(key));

const UNITS: Readonly<Partial<Record<AnswerKey, string>>> = { "mother.temperature": "°C", "baby.temperatures": "°C", "mother.systolic": "mmHg", "mother.diastolic": "mmHg", "baby.weight": "g", "baby.birthWeight": "g" };
const figure = (value: number): string => new Intl.NumberFormat(language.value === "id" ? "id-ID" : "en-GB", { maximumFractionDigits: 1 }).format(value);
const withUnit = (key: AnswerKey, text: string): string => {
  const unit = UNITS[key] ?? (/hours|Hours/.test(key) ? "h" : "");
  if (unit === "h") return frame("hours", { count: text });
  if (/Days$|\.days$/.test(key)) return frame("days", { count: text });
  return unit === "" ? text : `${text} ${unit}`;
};

export const optionWords = (key: AnswerKey, value: boolean | string): string => questionOf(key).options?.[String(value)] ?? (typeof value === "boolean" ? frame(value ? "yes" : "no") : value);

export function answerValue(key: string, value: unknown): string {
  if (value === UNKNOWN) return t("unknownAnswer");
  if (value === NOT_ALONE) return t("notAlone");
  if (!isAnswerKey(key)) return String(value);
  if (typeof value === "boolean" || typeof value === "string") return optionWords(key, value);
  if (typeof value === "number") return withUnit(key, figure(value));
  if (!Array.isArray(value)) return "";
  if (value.every((one) => typeof one === "number")) return withUnit(key, value.map(figure).join("; "));
  return (value as readonly { ageHours: number; grams: number }[]).map((one) => `${frame("days", { count: Math.floor(one.ageHours / 24) })}: ${figure(one.grams)} g`).join("; ");
}

/** What she says alone only, or what would betray it: on no paper, on no screen that others see. */
export const isPrivateKey = (key: string): boolean => (DEFERRABLE as readonly string[]).includes(key) || key === "mother.mentalIllnessBefore";

/** Never a reason by itself: it only says which rules apply. */
const SETTING = new Set(["birth.hoursAgo", "baby.where"]);

/**
 * Why she was referred, in few words: the signs that were there, with their value where the answers are at hand; a choice or a
 * number whose answer is not at hand is told by the reason of the rule that rests on it.
 */
export function reasonsOf(one: { readonly because: readonly string[]; readonly rules: readonly string[] }, { answers, paper = false }: { answers?: Screening | undefined; paper?: boolean } = {}): string[] {
  const keys = one.because.filter(isAnswerKey).filter((key) => !(paper && isPrivateKey(key)));
  const given = (key: AnswerKey): unknown => answers?.mother[key] ?? answers?.babies.map((baby) => baby.answers[key]).find((value) => value !== undefined);
  const told = keys.flatMap((key) => {
    if (answerSpec(key).type.kind === "yes-no") return [signLabel(key)];
    const value = given(key);
    if (value !== undefined && !SETTING.has(key) && key !== "baby.weights") return [`${signLabel(key)}: ${answerValue(key, value)}`];
    return one.rules.filter((rule) => keysInRule(rule).includes(key)).slice(0, SETTING.has(key) ? 0 : 2).map(ruleShort);
  });
  const private_ = paper && one.because.some(isPrivateKey) ? [t("discreet")] : [];
  const all = [...new Set([...told, ...private_])];
  return all.length > 0 ? all : one.rules.map(ruleShort);
}

const keysInRule = (id: string): readonly string[] => {
  const rule = CURRENT_BOOK.rules.find((one) => one.id === id);
  return rule === undefined ? [] : keysInCondition(CURRENT_BOOK, rule.when);
};

const care = catalogue(CARE_TEXTS, () => import("#content/texts/care.en.ts"));
type CareKey = keyof typeof CARE_TEXTS;
const careWords = (prefix: string) => (key: string): string => (`${prefix}.${key}` in CARE_TEXTS ? care(`${prefix}.${key}` as CareKey) : key);
export const causeWords = careWords("cause");
export const planWords = careWords("plan");
export const taughtWords = careWords("taught");
