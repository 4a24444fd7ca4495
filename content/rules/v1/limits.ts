/** Figures that several rules of this version share: each stands here and nowhere else. Ages in hours. */
export const DAY = 24;
export const THREE_DAYS = 72;
export const FOUR_DAYS = 96;
export const FIVE_DAYS = 120;
export const TWO_WEEKS = 336;
export const SIX_WEEKS = 1008;
export const TWO_MONTHS = 1440;
export const THREE_MONTHS = 2160;
export const SIX_MONTHS = 4320;
/** As far as the growth table reaches. */
export const TWO_HUNDRED_DAYS = 4800;

/** Hours after which something local that is no better counts for more. */
export const LOCAL_LONG = 48;
/** Days that low mood, or a lump, may last. */
export const FORTNIGHT = 14;

/** mmHg: from here today, and from here within a day. */
export const PRESSURE_URGENT = { systolic: 160, diastolic: 110 } as const;
export const PRESSURE_HIGH = { systolic: 140, diastolic: 90 } as const;

/** °C, of the baby. */
export const COLD = 35.5;
export const COOL = 36.5;
export const HOT = 37.5;
/** °C, of the mother, and of a baby past two months. */
export const FEVER = 38;

/** In 24 hours. */
export const FEEDS_EXPECTED = 8;
export const URINE_EXPECTED = 6;
/** Hours without urine. */
export const URINE_GAP = 12;

/** Per cent of the birth weight. */
export const LOSS_WATCHED = 7;
export const LOSS_URGENT = 10;
