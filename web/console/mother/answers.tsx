import type { JSX } from "preact";
import type { Screening } from "#core/care/mother-view.ts";
import { answerSpec, isAnswerKey } from "#core/triage/answers.ts";
import { answerLabel, answerValue, isPrivateKey, saysAll, signLabel } from "../rule-words.ts";
import { t } from "./texts.ts";

type Answered = readonly [key: string, value: unknown];
const answersOf = (screening: Screening): Answered[] => [...Object.entries(screening.mother), ...screening.babies.flatMap((baby) => Object.entries(baby.answers))].filter(([, value]) => value !== undefined);

/** A danger sign that is there, or a measured number: what a midwife looks for first. */
const isNotable = ([key, value]: Answered): boolean => {
  if (!isAnswerKey(key)) return false;
  const { present, dangerSign } = answerSpec(key);
  return (dangerSign && present.some((one) => one === value)) || typeof value === "number" || (Array.isArray(value) && key !== "baby.weights") || value === "not_alone";
};
const HIDDEN = new Set(["mother.ageYears", "birth.hoursAgo", "baby.birthWeight", "baby.gestationWeeks", "course.sessionsToday", "course.days"]);

export const Notable = ({ screening }: { screening: Screening }): JSX.Element | null => {
  const notable = answersOf(screening).filter((one) => isNotable(one) && !HIDDEN.has(one[0]) && !isPrivateKey(one[0]));
  if (notable.length === 0) return null;
  return <>{notable.map(([key, value]) => (value === true || (isAnswerKey(key) && typeof value === "string" && saysAll(key) && value !== "not_alone") ? signLabel(key) : `${answerLabel(key)}: ${answerValue(key, value)}`)).join(" · ")}</>;
};

/** Every answer, as it was given (C5). */
export const AllAnswers = ({ screening }: { screening: Screening }): JSX.Element => {
  const all = answersOf(screening);
  return (
    <details class="all-answers">
      <summary>{t("allAnswers", { count: all.length })}</summary>
      <dl class="facts">{all.map(([key, value], n) => <div key={`${key} ${n}`}><dt>{answerLabel(key)}</dt><dd>{answerValue(key, value)}</dd></div>)}</dl>
    </details>
  );
};
