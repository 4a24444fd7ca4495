import { ANSWER_KEYS, answerSpec, type AnswerKey, type Answers } from "#core/triage/answers.ts";

/** The value that says "nothing wrong" for a key: false, or the first of its choices. */
const calmValue = (key: AnswerKey): boolean | string => {
  const { type } = answerSpec(key);
  return type.kind === "choice" ? (type.values[0] ?? "none") : false;
};

const keys = (wanted: (key: AnswerKey) => boolean): AnswerKey[] => ANSWER_KEYS.filter(wanted);
const asAnswers = (wanted: AnswerKey[]): Answers => Object.fromEntries(wanted.map((key) => [key, calmValue(key)])) as Answers;

/** A full screening of an invented mother in whom nothing is wrong; the stories change what they need. */
export const CALM_MOTHER: Answers = {
  ...asAnswers(
    keys((key) => !key.startsWith("baby.") && (answerSpec(key).dangerSign || answerSpec(key).deferrable || answerSpec(key).massageScreen) && key !== "mother.consent" && key !== "birth.caesarean" && key !== "mother.feelsHot"),
  ),
  "mother.temperature": 36.7,
  "mother.antipyreticLast6h": false,
  "mother.medicine": "common",
  "feeding.latches": true,
  "feeding.feeds24h": 9,
  "feeding.attachmentSigns": 4,
  "feeding.worriedAboutMilk": false,
};

export const CALM_BABY: Answers = {
  ...asAnswers(keys((key) => key.startsWith("baby.") && answerSpec(key).dangerSign && key !== "baby.feelsHot" && key !== "baby.feelsCold")),
  "baby.temperatures": [36.8],
  "baby.breathsPerMinute": [44],
  "baby.urine24h": 8,
  "baby.sleepy": false,
};
