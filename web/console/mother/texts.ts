import { TEXTS } from "#content/texts/console-story.id.ts";
import { catalogue } from "#web/shared/texts.ts";

export const t = catalogue(TEXTS, () => import("#content/texts/console-story.en.ts"));
export type StoryKey = keyof typeof TEXTS;
export const isStoryKey = (key: string): key is StoryKey => key in TEXTS;
/** A text by a key made of a code from an entry; the code itself where a newer app knows more codes than this page. */
export const tOf = (prefix: string, code: string): string => (isStoryKey(`${prefix}.${code}`) ? t(`${prefix}.${code}` as StoryKey) : code);
