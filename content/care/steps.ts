/** Rules after which the kader looks for a cause with her: the milk, the feeding, the breast, or a baby that may get too little. */
const OF_FEEDING: readonly string[] = [
  "F01", "F02", "F03a", "F03b", "F04a", "F05", "F06", "F07",
  "B01", "B02", "B07", "B08",
  "N05", "N07", "N09a", "N09b", "N10", "N11a", "N11b", "N11c", "N14b", "N14c",
];
/** Beside these, what is agreed on is to follow the plan she has, or to ask the midwife. */
const OF_A_PLAN: readonly string[] = [...OF_FEEDING, "F08", "F09", "F10", "M08b", "N02b"];

export const asksForCauses = (rules: ReadonlySet<string>): boolean => OF_FEEDING.some((rule) => rules.has(rule));
export const asksForPlan = (rules: ReadonlySet<string>): boolean => OF_A_PLAN.some((rule) => rules.has(rule));
