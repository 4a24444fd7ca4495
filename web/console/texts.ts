import { TEXTS } from "#content/texts/console-frame.id.ts";
import { catalogue } from "#web/shared/texts.ts";

export const t = catalogue(TEXTS, () => import("#content/texts/console-frame.en.ts"));
