import { TEXTS as CARE } from "#content/texts/care.id.ts";
import { TEXTS } from "#content/texts/visit.id.ts";
import { catalogue } from "#web/shared/texts.ts";

export const t = catalogue(TEXTS, () => import("#content/texts/visit.en.ts"));
/** Causes, plan items, lessons and companions. */
export const c = catalogue(CARE, () => import("#content/texts/care.en.ts"));
