import type { Answers } from "#core/triage/answers.ts";

/** Which of the rules for what is said alone an answer calls for. */
export function privateRules(answers: Answers): ("M07" | "M12")[] {
  const harm = answers["mother.selfHarmThoughts"] === true || answers["mother.babyHarmThoughts"] === true || answers["mother.hallucinations"] === true;
  return [...(harm ? (["M07"] as const) : []), ...(answers["mother.unsafeAtHome"] === true ? (["M12"] as const) : [])];
}
