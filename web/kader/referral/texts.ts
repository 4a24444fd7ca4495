import { TEXTS } from "#content/texts/referral.id.ts";
import { catalogue } from "#web/shared/texts.ts";

export const t = catalogue(TEXTS, () => import("#content/texts/referral.en.ts"));

/** What leaves the phone is read by the midwife: it is written in Indonesian whatever language the app speaks. */
export const INDONESIAN = TEXTS;
