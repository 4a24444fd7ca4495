import { babyDanger } from "./danger-baby.ts";
import { motherDanger } from "./danger-mother.ts";
import { pictures } from "./draw.tsx";

/** Pictures of the danger signs, by the answer keys of the triage contract; a value of a key by a further dot. */
export const picture = pictures({
  ...motherDanger,
  ...babyDanger,
  "mother.headache": motherDanger["mother.headache.severe"] ?? "",
});
