import { signal } from "@preact/signals";
import type { AnswerKey } from "#core/triage/answers.ts";
import { QUESTION_TEXTS, SCREEN_TEXTS } from "#content/rules/question-texts.id.ts";
import type { QuestionWords, ScreenWords } from "#content/rules/words.ts";
import { fill, language } from "./texts.ts";

/** The words of the questions, in the chosen language; English is fetched when somebody chooses it. */
type Words = { readonly questions: Readonly<Record<string, QuestionWords>>; readonly screens: Readonly<Record<string, ScreenWords>> };

const INDONESIAN: Words = { questions: QUESTION_TEXTS, screens: SCREEN_TEXTS };
const english = signal<Words | null>(null);
let asked = false;

function words(): Words {
  if (language.value !== "en") return INDONESIAN;
  if (!asked) {
    asked = true;
    import("#content/rules/question-texts.en.ts").then(
      ({ QUESTION_TEXTS: questions, SCREEN_TEXTS: screens }) => (english.value = { questions, screens }),
      () => (asked = false),
    );
  }
  return english.value ?? INDONESIAN;
}

export const questionWords = (key: AnswerKey): QuestionWords => words().questions[key] ?? { ask: key, label: key };
export const optionWords = (key: AnswerKey, value: string | boolean): string => questionWords(key).options?.[String(value)] ?? String(value);

export function screenWords(id: string, params: Readonly<Record<string, string>>): ScreenWords {
  const { ask, hint } = words().screens[id] ?? { ask: id };
  return { ask: fill(ask, params), ...(hint !== undefined && { hint: fill(hint, params) }) };
}
