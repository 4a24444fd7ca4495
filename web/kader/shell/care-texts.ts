import { TEXTS } from "#content/texts/care.id.ts";
import { catalogue } from "#web/shared/texts.ts";

const t = catalogue(TEXTS, () => import("#content/texts/care.en.ts"));

/** The words of a cause, plan item, lesson or companion by its code (`plan.feed-often`); an unknown code of a newer version shows as it is. */
export const careText = (key: string): string => (key in TEXTS ? t(key as keyof typeof TEXTS) : (key.split(".")[1] ?? key));
