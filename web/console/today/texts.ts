import { TEXTS } from "#content/texts/console-today.id.ts";
import { catalogue } from "#web/shared/texts.ts";

export const t = catalogue(TEXTS, () => import("#content/texts/console-today.en.ts"));
