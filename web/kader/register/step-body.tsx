import type { JSX } from "preact";
import { ChoiceList } from "#web/shared/controls/ChoiceList.tsx";
import { Question } from "#web/shared/controls/Screen.tsx";
import { device } from "#web/kader/shell/device.ts";
import { calledName } from "#web/kader/shell/mother-name.ts";
import { PROBLEMS, type Answers } from "./answers.ts";
import { BabyFields, BirthHow, BirthWhen, withBaby } from "./birth-steps.tsx";
import { Allows, Decision, Explain, Guardian, Way } from "./consent-steps.tsx";
import { AgeFields, Ask, ContactFields, FoundBy, NameFields, NikField, YoungNotice } from "./detail-steps.tsx";
import { PaperStep } from "./paper-step.tsx";
import type { Step } from "./steps.ts";
import { t } from "./texts.ts";

type Part = { step: Exclude<Step, "check">; answers: Answers; onAnswers: (answers: Answers) => void; onPaper: () => void; tried: boolean };

/** What stands on one screen of the registration. */
export const StepBody = ({ step, answers, onAnswers, onPaper, tried }: Part): JSX.Element => {
  const today = device.today();
  const name = calledName(answers.details.calledBy.trim() === "" ? { name: answers.details.name } : answers.details);
  const consent = { consent: answers.consent, onConsent: (changed: Answers["consent"]) => onAnswers({ ...answers, consent: changed }) };
  const details = { details: answers.details, onDetails: (changed: Answers["details"]) => onAnswers({ ...answers, details: changed }), tried, today };
  const birth = { birth: answers.birth, onBirth: (changed: Answers["birth"]) => onAnswers({ ...answers, birth: changed }), tried };
  switch (step) {
    case "explain":
      return <Explain {...consent} onPaper={onPaper} />;
    case "paper":
      return <PaperStep paper={answers.paper ?? { date: "", performer: null }} onPaper={(paper) => onAnswers({ ...answers, paper })} />;
    case "decision":
      return <Decision consent={answers.consent} paper={answers.paper !== null} />;
    case "way":
      return <Way {...consent} />;
    case "allows":
      return <Allows {...consent} />;
    case "name":
      return <Ask id="name" ask={t("nameAsk")}><NameFields {...details} /></Ask>;
    case "age":
      return <Ask id="age" ask={t("ageAsk", { name })}><AgeFields {...details} /><YoungNotice {...details} name={name} /></Ask>;
    case "guardian":
      return <Guardian {...consent} />;
    case "contact":
      return <Ask id="contact" ask={t("contactAsk", { name })} hint={answers.consent.allows.phone === false ? t("phoneNo") : undefined}><ContactFields {...details} /></Ask>;
    case "more":
      return <Ask id="more" ask={t("moreAsk")}><NikField {...details} /><FoundBy {...details} /></Ask>;
    case "birth":
      return <Ask id="birth" ask={t("birthAsk")}><BirthWhen {...birth} today={today} mayWait /></Ask>;
    case "birth-how":
      return <Ask id="birth-how" ask={t("birthHowAsk")}><BirthHow {...birth} /></Ask>;
    case "problem":
      return (
        <>
          <Question id="problem">{t("problemAsk")}</Question>
          <ChoiceList labelledBy="problem" name="problem" chosen={answers.problem} options={PROBLEMS.map((key) => ({ key, label: t(`problem.${key}`) }))}
            onChoose={(key) => onAnswers({ ...answers, problem: PROBLEMS.find((one) => one === key) ?? null })} />
        </>
      );
    default: {
      const at = Number(step.slice("baby-".length));
      const baby = answers.birth.babies[at];
      const ask = answers.birth.babies.length > 1 ? t("babyOf", { number: at + 1 }) : t("babyAsk");
      return <Ask id={step} ask={ask} hint={t("babyHint")}>{baby && <BabyFields baby={baby} onBaby={(changed) => birth.onBirth(withBaby(answers.birth, changed))} tried={tried} />}</Ask>;
    }
  }
};
