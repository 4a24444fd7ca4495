import { TEXTS } from "#content/texts/mother.id.ts";
import { catalogue } from "#web/shared/texts.ts";

export const t = catalogue(TEXTS, () => import("#content/texts/mother.en.ts"));
