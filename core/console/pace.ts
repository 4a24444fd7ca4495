/**
 * The shortest time (ms) in which a screen of up to five answers can be read and answered. Judgement: the pictures and eight to
 * twenty words of such a screen take a practised reader about 2 s aloud; below it nobody has asked the mother.
 */
export const LEAST_MS_A_SCREEN = 2_000;
/** One quick tap may be a screen that was looked at before (she went back and on). */
const QUICK_ALLOWED = 1;

/** How many screens were answered faster than they can be read, of how many; null where it is nothing to speak of. */
export function tooFast(pace: Readonly<Record<string, number>>, purpose: "full" | "massage" | "again"): { readonly fast: number; readonly of: number } | null {
  const times = Object.values(pace);
  const fast = times.filter((ms) => ms < LEAST_MS_A_SCREEN).length;
  // Where a few questions are asked again, each counts.
  const allowed = purpose === "again" ? 0 : QUICK_ALLOWED;
  return fast > allowed ? { fast, of: times.length } : null;
}
