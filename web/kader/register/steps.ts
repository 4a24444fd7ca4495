import type { Answers, ConsentAnswers } from "./answers.ts";
import { isUnder18, mendAge, mendBirth, mendName, mendNik, mendPhone, mendWeeks, mendWeight } from "./checks.ts";

/** One thing a screen. Nothing is kept before `decision` is a yes. */
export type Step = "explain" | "paper" | "decision" | "way" | "allows" | "name" | "age" | "guardian" | "contact" | "more" | "birth" | "birth-how" | `baby-${number}` | "problem" | "check";

/** The screens that these answers need, in order. */
export function stepsOf(answers: Answers, today: string): Step[] {
  const born = answers.birth.born === "yes";
  return [
    answers.paper === null ? "explain" : "paper",
    "decision",
    "way",
    "allows",
    "name",
    "age",
    ...(isUnder18(answers.details, today) ? (["guardian"] as const) : []),
    "contact",
    "more",
    "birth",
    ...(born ? (["birth-how"] as const) : []),
    ...(born ? answers.birth.babies.map((_, at): Step => `baby-${at}`) : []),
    "problem",
    "check",
  ];
}

/** Whether a screen has all that the next one stands on. What may stay empty never holds her up. */
export function isComplete(step: Step, answers: Answers, now: number, today: string, timezone: string): boolean {
  const { consent, details, birth, paper } = answers;
  switch (step) {
    case "explain":
    case "decision":
    case "more":
    case "check":
      return mendNik(details) === null;
    case "paper":
      return paper !== null && paper.date !== "" && paper.date <= today;
    case "way":
      return consent.way !== null;
    case "allows":
      return Object.values(consent.allows).every((allowed) => allowed !== null);
    case "name":
      return mendName(details) === null;
    case "age":
      return mendAge(details, today) === null;
    case "guardian":
      return isGuardianComplete(consent);
    case "contact":
      return mendPhone(details) === null;
    case "birth":
      return mendBirth(birth, now, timezone) === null;
    case "birth-how":
      return birth.caesarean !== null && birth.babies.length > 0;
    case "problem":
      return answers.problem !== null;
    default: {
      const baby = birth.babies[Number(step.slice("baby-".length))];
      return baby === undefined || (mendWeight(baby) === null && mendWeeks(baby) === null);
    }
  }
}

export const isGuardianComplete = ({ guardian }: ConsentAnswers): boolean => guardian.name.trim() !== "" && guardian.relation !== null && guardian.how !== null;
