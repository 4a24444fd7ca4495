import { TEXTS } from "#content/texts/care.id.ts";
import { catalogue } from "#web/shared/texts.ts";

const t = catalogue(TEXTS, () => import("#content/texts/care.en.ts"));

export const careWords = (key: string): string => (key in TEXTS ? t(key as keyof typeof TEXTS) : (key.split(".")[1] ?? key));
