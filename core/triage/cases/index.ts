import { BABY_CASES, FEEDS_AND_WAKING_CASES } from "./baby.ts";
import { BREAST_CASES } from "./breast.ts";
import type { Row } from "./case.ts";
import { FEEDING_CASES } from "./feeding.ts";
import { MASSAGE_CASES } from "./massage.ts";
import { MOTHER_CASES } from "./mother.ts";
import { WEIGHT_CASES } from "./weight.ts";

/** Every boundary of every rule, both sides. */
export const CASES: readonly Row[] = [...MOTHER_CASES, ...BREAST_CASES, ...BABY_CASES, ...FEEDS_AND_WAKING_CASES, ...WEIGHT_CASES, ...FEEDING_CASES, ...MASSAGE_CASES];
