import { TEXTS as CARE } from "#content/texts/care.id.ts";
import { TEXTS } from "#content/texts/outcome.id.ts";
import { catalogue } from "#web/shared/texts.ts";

/** What follows the questions. */
export const o = catalogue(TEXTS, () => import("#content/texts/outcome.en.ts"));
/** Causes, plan items, lessons and companions. */
export const c = catalogue(CARE, () => import("#content/texts/care.en.ts"));
