/** A decimal number without rounding: units / 10^scale. */
export type Decimal = { readonly units: bigint; readonly scale: number };

/** A quotient that is never divided out, so that a limit is compared exactly. The denominator is above zero. */
export type Ratio = { readonly over: Decimal; readonly under: Decimal };

/** The decimal that a finite number prints as: 0.1 is a tenth. */
export function decimal(value: number): Decimal {
  const [digits = "0", exponent = "0"] = String(value).split("e");
  const [before = "0", after = ""] = digits.split(".");
  const scale = after.length - Number(exponent);
  const units = BigInt(before + after);
  return scale < 0 ? { units: units * 10n ** BigInt(-scale), scale: 0 } : { units, scale };
}

export const times = (a: Decimal, b: Decimal): Decimal => ({ units: a.units * b.units, scale: a.scale + b.scale });

export function minus(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: raised(a, scale) - raised(b, scale), scale };
}

const raised = ({ units, scale }: Decimal, to: number): bigint => units * 10n ** BigInt(to - scale);

/** Negative where `value` is below `limit`, 0 where they are the same. */
export function compareTo(value: number | Ratio, limit: number): number {
  if (typeof value === "number") return value - limit;
  return signOf(minus(value.over, times(decimal(limit), value.under)));
}

const signOf = ({ units }: Decimal): number => (units > 0n ? 1 : units < 0n ? -1 : 0);

/** a - b compared with a limit, without rounding. */
export const compareDifference = (a: number, b: number, limit: number): number => signOf(minus(minus(decimal(a), decimal(b)), decimal(limit)));
