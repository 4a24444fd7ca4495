import { TEXTS } from "#content/texts/visit.id.ts";
import { catalogue } from "#web/shared/texts.ts";

export const t = catalogue(TEXTS, () => import("#content/texts/visit.en.ts"));
