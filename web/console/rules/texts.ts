import { TEXTS } from "#content/texts/console-rules.id.ts";
import { catalogue } from "#web/shared/texts.ts";

export const t = catalogue(TEXTS, () => import("#content/texts/console-rules.en.ts"));
export type RulesKey = keyof typeof TEXTS;
