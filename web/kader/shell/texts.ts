import { TEXTS } from "#content/texts/shell.id.ts";
import { catalogue } from "#web/shared/texts.ts";

export const t = catalogue(TEXTS, () => import("#content/texts/shell.en.ts"));
