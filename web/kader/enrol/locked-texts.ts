import { TEXTS } from "#content/texts/locked.id.ts";
import { catalogue } from "#web/shared/texts.ts";

export const t = catalogue(TEXTS, () => import("#content/texts/locked.en.ts"));
