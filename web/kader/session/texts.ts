import { TEXTS } from "#content/texts/session.id.ts";
import { catalogue } from "#web/shared/texts.ts";

export const t = catalogue(TEXTS, () => import("#content/texts/session.en.ts"));
