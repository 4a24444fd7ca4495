import { TEXTS } from "#content/texts/console-kader.id.ts";
import { catalogue } from "#web/shared/texts.ts";

export const t = catalogue(TEXTS, () => import("#content/texts/console-kader.en.ts"));
