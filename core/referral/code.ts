/** No letter or digit that is mistaken for another when written by hand: no 0 O, 1 I L, 2 Z, 5 S, 8 B, U V. */
const SIGNS = "34679ACDEFGHJKMNPQRTWXY";
const DATA_SIGNS = 5;

/**
 * The short code of a referral, to say on the telephone or write on paper: five signs from its id and one that checks them,
 * as `7KD-M4P`. It names no one. About 6.4 million codes: a search by code shows every referral that has it.
 */
export function referralCode(referral: string): string {
  // The end of a UUIDv7 is random, its beginning is time.
  let rest = Number.parseInt(referral.replaceAll("-", "").slice(-12), 16);
  let signs = "";
  for (let i = 0; i < DATA_SIGNS; i++) {
    signs += SIGNS[rest % SIGNS.length];
    rest = Math.floor(rest / SIGNS.length);
  }
  const code = signs + checkSign(signs);
  return `${code.slice(0, 3)}-${code.slice(3)}`;
}

/** A code as somebody typed it, in its one form; null where a sign is missing or wrong. */
export function readReferralCode(text: string): string | null {
  const signs = text.toUpperCase().replaceAll(/[\s-]/g, "");
  if (signs.length !== DATA_SIGNS + 1 || [...signs].some((sign) => !SIGNS.includes(sign))) return null;
  return checkSign(signs.slice(0, DATA_SIGNS)) === signs[DATA_SIGNS] ? `${signs.slice(0, 3)}-${signs.slice(3)}` : null;
}

/** Weighted by place in a field of prime size: one wrong sign, or two neighbours changed over, never fits. */
function checkSign(signs: string): string {
  const sum = [...signs].reduce((total, sign, place) => total + (place + 1) * SIGNS.indexOf(sign), 0);
  return SIGNS[sum % SIGNS.length] ?? "";
}
