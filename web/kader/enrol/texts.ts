import { TEXTS } from "#content/texts/enrol.id.ts";
import { catalogue } from "#web/shared/texts.ts";

export const t = catalogue(TEXTS, () => import("#content/texts/enrol.en.ts"));
