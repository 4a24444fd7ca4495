import { answerSpec, type AnswerKey } from "#core/triage/answers.ts";
import { decimalText, parseDecimal } from "#web/shared/controls/decimal.ts";
import { t } from "./texts.ts";

/** How many digits may follow the comma. */
const DECIMALS: Readonly<Partial<Record<AnswerKey, number>>> = { "mother.temperature": 1, "baby.temperatures": 1 };
export const decimalsOf = (key: AnswerKey): number => DECIMALS[key] ?? 0;

const UNITS: Readonly<Partial<Record<AnswerKey, "temperatureUnit" | "grams" | "pressureUnit">>> = {
  "mother.temperature": "temperatureUnit",
  "baby.temperatures": "temperatureUnit",
  "baby.weight": "grams",
  "mother.systolic": "pressureUnit",
  "mother.diastolic": "pressureUnit",
};
export const unitOf = (key: AnswerKey): string => t(UNITS[key] ?? (/[hH]ours/.test(key) ? "hoursUnit" : "times"));

/** The most that a thumb counts in a day; the rules set no end. */
const MOST_TIMES = 60;

type Range = { readonly min: number; readonly max: number };

export function rangeOf(key: AnswerKey): Range {
  const { type } = answerSpec(key);
  const range = type.kind === "number" || type.kind === "numbers" ? type : { min: 0, max: Infinity };
  return { min: range.min, max: Number.isFinite(range.max) ? range.max : /[hH]ours/.test(key) ? 999 : MOST_TIMES };
}

/** The number that was typed, or what is wrong with it, in her words: what to do, with the limits. Empty is neither. */
export function typedNumber(key: AnswerKey, text: string): { readonly value: number | null; readonly fault: string | null } {
  if (text.trim() === "") return { value: null, fault: null };
  const decimals = decimalsOf(key);
  const value = parseDecimal(text, decimals);
  const { min, max } = rangeOf(key);
  if (value === null) return { value: null, fault: decimals > 0 ? t("numberUnread", { example: decimalText((min + max) / 2, decimals) }) : t("numberWhole") };
  if (value >= min && value <= max) return { value, fault: null };
  const limits = { min: String(min), max: String(max) };
  return { value: null, fault: t(UNITS[key] === "temperatureUnit" ? "temperatureRange" : "numberRange", limits) };
}
