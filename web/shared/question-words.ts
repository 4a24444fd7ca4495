import { QUESTION_TEXTS, SCREEN_TEXTS, type ScreenId } from "#content/rules/question-texts.id.ts";
import type { QuestionWords, ScreenWords } from "#content/rules/words.ts";
import { translated } from "./translated.ts";

type Tables = { readonly QUESTION_TEXTS: Readonly<Record<string, QuestionWords>>; readonly SCREEN_TEXTS: Readonly<Record<ScreenId, ScreenWords>> };
const tables = translated<Tables>({ QUESTION_TEXTS, SCREEN_TEXTS }, () => import("#content/rules/question-texts.en.ts"));

/** How a question is put; a key of a newer app that this one does not know is named by itself. */
export const questionWords = (key: string): QuestionWords => tables().QUESTION_TEXTS[key] ?? { ask: key, label: key };
export const screenWords = (id: string): ScreenWords => tables().SCREEN_TEXTS[id as ScreenId] ?? { ask: id };

/** What was answered, in words: "Merah segar lagi seperti haid", or the label where the answer is yes. */
export function answerWords(key: string, value: unknown): string {
  const { label, options } = questionWords(key);
  return options?.[String(value)] ?? label;
}
