import { TEXTS } from "#content/texts/console-admin.id.ts";
import { catalogue } from "#web/shared/texts.ts";

export const t = catalogue(TEXTS, () => import("#content/texts/console-admin.en.ts"));
