/** Grams on the day they were weighed; `ageHours` is the baby's age then. */
export type Weighing = { readonly ageHours: number; readonly grams: number };

/** What may be said in answer to a key. Ranges include both ends. */
export type AnswerType =
  | { readonly kind: "yes-no" }
  | { readonly kind: "choice"; readonly values: readonly string[] }
  | ({ readonly kind: "number" } & Range)
  | ({ readonly kind: "numbers"; readonly most: number } & Range)
  | { readonly kind: "weighings"; readonly ageHours: Range; readonly grams: Range };

type Range = { readonly min: number; readonly max: number; readonly whole: boolean };

export type ValueOf<T extends AnswerType> = T extends { readonly kind: "choice"; readonly values: readonly (infer V)[] }
  ? V
  : T extends { readonly kind: "number" }
    ? number
    : T extends { readonly kind: "numbers" }
      ? readonly number[]
      : T extends { readonly kind: "weighings" }
        ? readonly Weighing[]
        : boolean;

export const yesNo = { kind: "yes-no" } as const;
export const oneOf = <const V extends readonly string[]>(...values: V) => ({ kind: "choice", values }) as const;
export const number = (min: number, max: number) => ({ kind: "number", min, max, whole: false }) as const;
export const whole = (min: number, max: number) => ({ kind: "number", min, max, whole: true }) as const;

/** Whether a value, as JSON gives it, is one that the type allows. Total: whatever comes in. */
export function isOfType(type: AnswerType, value: unknown): boolean {
  switch (type.kind) {
    case "yes-no":
      return typeof value === "boolean";
    case "choice":
      return typeof value === "string" && type.values.includes(value);
    case "number":
      return inRange(type, value);
    case "numbers":
      return Array.isArray(value) && value.length >= 1 && value.length <= type.most && value.every((one) => inRange(type, one));
    case "weighings":
      return Array.isArray(value) && value.every((one) => isWeighing(type, one)) && neverFalls(value as Weighing[]);
    default:
      return type satisfies never;
  }
}

const inRange = ({ min, max, whole }: Range, value: unknown): boolean =>
  typeof value === "number" && Number.isFinite(value) && value >= min && value <= max && (!whole || Number.isInteger(value));

function isWeighing(type: Extract<AnswerType, { kind: "weighings" }>, value: unknown): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const { ageHours, grams } = value as Partial<Weighing>;
  return Object.keys(value).length === 2 && inRange(type.ageHours, ageHours) && inRange(type.grams, grams);
}

const neverFalls = (weighings: readonly Weighing[]): boolean => weighings.every(({ ageHours }, at) => at === 0 || ageHours >= (weighings[at - 1]?.ageHours ?? 0));
