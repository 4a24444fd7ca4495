import { TEXTS } from "#content/texts/settings.id.ts";
import { catalogue } from "#web/shared/texts.ts";

export const t = catalogue(TEXTS, () => import("#content/texts/settings.en.ts"));
