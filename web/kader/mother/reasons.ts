/** Why a screening came out as it did; empty until the rules' own words are there. */
export const reasonsText = (rules: readonly string[]): string => rules.join(", ");
