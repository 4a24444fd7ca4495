import type { Condition } from "#core/triage/condition.ts";
import type { Quantity } from "#core/triage/quantities.ts";
import { all, any, anyFires, atLeast, below, missing, named, not, says, state, yes } from "../condition-words.ts";
import { DAY, FEVER, SIX_MONTHS, THREE_MONTHS, TWO_HUNDRED_DAYS, TWO_MONTHS, TWO_WEEKS } from "./limits.ts";

/** The baby's age as well. */
export const AGE = "birth.hoursAgo";

/** Conditions that several rules share. */
export const NAMED = {
  /** A thermometer speaks before a hand, but for a mother who took something against fever. */
  fever: any(
    atLeast("mother.temperature", FEVER),
    yes("mother.chills"),
    all(yes("mother.feelsHot"), any(missing("mother.temperature"), yes("mother.antipyreticLast6h"))),
  ),
  yellow: says("baby.yellow", "face_or_chest", "arms_or_legs", "palms_or_soles"),
  "under-two-months": any(below(AGE, TWO_MONTHS), missing(AGE)),
  "under-six-months": any(below(AGE, SIX_MONTHS), missing(AGE)),
  "baby-alive": not(says("baby.where", "died")),
} as const satisfies Readonly<Record<string, Condition>>;

export const QUANTITIES = {
  "age-days": { kind: "age-days" },
  weight: { kind: "weight", within: DAY },
  loss: { kind: "loss", within: DAY },
  /** Grams in thirty days. */
  "gain-30-days": { kind: "gain", from: TWO_WEEKS, before: THREE_MONTHS, apart: TWO_WEEKS, per: 720 },
  "last-gain": { kind: "step", from: TWO_WEEKS },
  z: { kind: "z", from: THREE_MONTHS, to: TWO_HUNDRED_DAYS },
  "z-fall": { kind: "z-fall", from: THREE_MONTHS, to: TWO_HUNDRED_DAYS, apart: 672 },
} as const satisfies Readonly<Record<string, Quantity>>;

/** Rules of the baby hold only where the baby is with her. */
export const here = (...parts: Condition[]): Condition => all(state("baby-here"), ...parts);

export const fever = named("fever");
export const yellow = named("yellow");
export const underTwoMonths = named("under-two-months");
export const underSixMonths = named("under-six-months");

/** N05 to N11c: signs that the baby gets too little. */
export const TOO_LITTLE = ["N05", "N06a", "N06b", "N07", "N08", "N09a", "N09b", "N10", "N11a", "N11b", "N11c"] as const;
/** N05 to N12b. */
export const LITTLE_OR_DARK = [...TOO_LITTLE, "N12a", "N12b"] as const;
export const littleOrDark = anyFires(...LITTLE_OR_DARK);
