import { TEXTS } from "#content/texts/today.id.ts";
import { catalogue } from "#web/shared/texts.ts";

export const t = catalogue(TEXTS, () => import("#content/texts/today.en.ts"));
