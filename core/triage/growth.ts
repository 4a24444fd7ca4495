/** One day of a growth standard: the WHO's l, m (kg) and s. */
export type GrowthDay = readonly [l: number, m: number, s: number];

/** Weight for age, by whole days from birth. */
export type GrowthTable = { readonly male: readonly GrowthDay[]; readonly female: readonly GrowthDay[] };

/** Beyond this many standard deviations the WHO's restricted formula goes on in straight steps. */
const CURVE_ENDS_AT = 3;

/** Standard deviations from the median of that day, or undefined where the table does not reach. */
export function zScore(table: GrowthTable, sex: "male" | "female", ageHours: number, grams: number): number | undefined {
  const day = table[sex][Math.floor(ageHours / 24)];
  if (day === undefined) return undefined;
  const [l, m, s] = day;
  const weight = grams / 1000;
  const z = ((weight / m) ** l - 1) / (l * s);
  if (Math.abs(z) <= CURVE_ENDS_AT) return z;
  const at = (sd: number): number => m * (1 + l * s * sd) ** (1 / l);
  const end = Math.sign(z) * CURVE_ENDS_AT;
  const step = Math.abs(at(end) - at(end - Math.sign(z)));
  return end + (weight - at(end)) / step;
}
