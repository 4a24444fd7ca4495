import { CARE_ENTRIES } from "./care/entries.ts";
import { SESSION_ENTRIES } from "./care/session-entries.ts";
import { catalogueOf } from "./ledger/entry-type.ts";
import { PROGRAMME_ENTRIES } from "./programme/entries.ts";
import { REFERRAL_ENTRIES } from "./referral/entries.ts";
import { TRAINING_ENTRIES } from "./training/entries.ts";

/** Every entry type that this version of Dampingi knows. */
export const CATALOGUE = catalogueOf([...CARE_ENTRIES, ...SESSION_ENTRIES, ...REFERRAL_ENTRIES, ...TRAINING_ENTRIES, ...PROGRAMME_ENTRIES]);
