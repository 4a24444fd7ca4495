import { TEXTS } from "#content/texts/register.id.ts";
import { catalogue } from "#web/shared/texts.ts";

export const t = catalogue(TEXTS, () => import("#content/texts/register.en.ts"));
