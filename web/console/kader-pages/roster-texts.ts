import { TEXTS } from "#content/texts/console-roster.id.ts";
import { catalogue } from "#web/shared/texts.ts";

export const t = catalogue(TEXTS, () => import("#content/texts/console-roster.en.ts"));
export type RosterKey = keyof typeof TEXTS;
