import type { Screening } from "#core/care/mother-view.ts";
import { answerSpec, DEFERRABLE, isAnswerKey, NOT_ALONE, UNKNOWN, type AnswerKey } from "#core/triage/answers.ts";
import { keysInCondition } from "#core/console/condition-keys.ts";
import { CURRENT_BOOK } from "#content/rules/rule-book.ts";
import { TEXTS as CARE_TEXTS } from "#content/texts/care.id.ts";
import { questionWords, ruleWords } from "#web/shared/rule-words.ts";
import { catalogue, language } from "#web/shared/texts.ts";
import { t } from "./mother/texts.ts";
import { t as frame } from "./texts.ts";

/** Why it fired, in a few words; safe to be read over somebody's shoulder. */
export const ruleShort = (id: string): string => ruleWords(id).reason;

/** As it stands beside a picture: what is there. */
export const signLabel = (key: string): string => (isAnswerKey(key) ? questionWords(key).label : key);
/** As a question to an answer: one label says the opposite of its key. */
export const answerLabel = (key: string): string => (key === "feeding.latches" && isAnswerKey(key) ? questionWords(key).ask : signLabel(key));

const UNITS: Readonly<Partial<Record<AnswerKey, string>>> = { "mother.temperature": "°C", "baby.temperatures": "°C", "mother.systolic": "mmHg", "mother.diastolic": "mmHg", "baby.weight": "g", "baby.birthWeight": "g" };
const figure = (value: number): string => new Intl.NumberFormat(language.value === "id" ? "id-ID" : "en-GB", { maximumFractionDigits: 1 }).format(value);
const withUnit = (key: AnswerKey, text: string): string => {
  const unit = UNITS[key] ?? (/hours|Hours/.test(key) ? "h" : "");
  if (unit === "h") return frame("hours", { count: text });
  if (/Days$|\.days$/.test(key)) return frame("days", { count: text });
  return unit === "" ? text : `${text} ${unit}`;
};

export const optionWords = (key: AnswerKey, value: boolean | string): string => questionWords(key).options?.[String(value)] ?? (typeof value === "boolean" ? frame(value ? "yes" : "no") : value);

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

/** What she says alone only, or what would betray it: in no list, on no paper, and on the screen only where the midwife asks for it. */
export const isPrivateKey = (key: string): boolean => (DEFERRABLE as readonly string[]).includes(key) || key === "mother.mentalIllnessBefore";
/** A rule that rests on it: its reason is worded so that it tells nothing, its number would. */
export const isPrivateRule = (id: string): boolean => id === "U03" || keysInRule(id).some(isPrivateKey);

/** Never a reason by itself: it only says which rules apply. */
const SETTING = new Set(["birth.hoursAgo", "baby.where", "baby.weights"]);

/** A label that says all: there, or (a choice of which one value alone is a sign) there in the way that the label says. */
export const saysAll = (key: AnswerKey): boolean => answerSpec(key).type.kind === "yes-no" || (answerSpec(key).dangerSign && answerSpec(key).present.length === 1);

type Referred = { readonly because: readonly string[]; readonly rules: readonly string[] };
const given = (answers: Screening | undefined, key: AnswerKey): unknown => answers?.mother[key] ?? answers?.babies.map((baby) => baby.answers[key]).find((value) => value !== undefined);

/** What she said when she was alone, of that which stands behind a referral: for the midwife's eyes, when she asks. */
export const privateReasonsOf = (one: Referred, answers: Screening | undefined): string[] => one.because.filter(isAnswerKey).filter((key) => isPrivateKey(key) && given(answers, key) === true).map(signLabel);

/**
 * Why she was referred, in few words: the signs that were there, with their value where the answers are at hand. Some keys stand
 * behind a rule because they were NOT answered (put off, left open): those are never told as signs, but by the rule's own reason,
 * and so is what she said alone.
 */
export function reasonsOf(one: Referred, answers?: Screening): string[] {
  const restOn = (key: string): string[] => one.rules.filter((rule) => keysInRule(rule).includes(key));
  const keys = one.because.filter(isAnswerKey).filter((key) => restOn(key).length > 0 && !isPrivateKey(key));
  const told = keys.flatMap((key) => {
    if (SETTING.has(key)) return [];
    const value = given(answers, key);
    const wasSaid = answers === undefined || (value !== undefined && value !== UNKNOWN && value !== NOT_ALONE);
    if (wasSaid && saysAll(key)) return [signLabel(key)];
    if (wasSaid && value !== undefined) return [`${signLabel(key)}: ${answerValue(key, value)}`];
    return restOn(key).slice(0, 1).map(ruleShort);
  });
  // Rules that none of those signs speaks for say their own reason: what was put off or left open, an age, a weight.
  const spokenFor = new Set(keys.filter((key) => !SETTING.has(key)).flatMap(restOn));
  const others = one.rules.filter((rule) => !spokenFor.has(rule)).map(ruleShort);
  return [...new Set([...told, ...others])];
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
