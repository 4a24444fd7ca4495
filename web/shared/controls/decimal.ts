/**
 * Reads a number as Indonesian users type it: "37,5", "37.5", " 37,5 ".
 * `decimals` is how many digits may follow the mark. With 0 a dot or blank may group thousands ("3.200" g is 3200), and "3,2" is no whole number.
 * @returns null for what cannot be read, or read in two ways ("3.200" with 1 decimal).
 */
export const parseDecimal = (text: string, decimals: number): number | null => {
  const trimmed = text.trim();
  if (decimals === 0) return /^(\d+|\d{1,3}([. ]\d{3})+)$/.test(trimmed) ? Number(trimmed.replace(/[. ]/g, "")) : null;
  const match = /^(\d+)(?:[.,](\d+))?$/.exec(trimmed);
  if (match === null || (match[2]?.length ?? 0) > decimals) return null;
  return Number(`${match[1]}.${match[2] ?? "0"}`);
};

/** Writes a number back into a field, with the comma. */
export const decimalText = (value: number, decimals: number): string => value.toFixed(decimals).replace(".", ",");
