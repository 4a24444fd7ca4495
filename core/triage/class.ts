/** What a rule asks for, lowest to highest: carry on, the kader helps, midwife within a week, within 24 h, today and now. */
export const CLASSES = ["LANJUT", "BANTU", "PEKAN", "R24", "SEGERA"] as const;
export type TriageClass = (typeof CLASSES)[number];

/** Negative where `a` is the lower class, 0 where both are the same. */
export const compareClass = (a: TriageClass, b: TriageClass): number => CLASSES.indexOf(a) - CLASSES.indexOf(b);

export const highestClass = (classes: readonly TriageClass[]): TriageClass =>
  classes.reduce((worst, one) => (compareClass(one, worst) > 0 ? one : worst), "LANJUT");
