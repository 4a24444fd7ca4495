import type { JSX } from "preact";
import { CONSENT_CHOICES } from "#content/consent/record.ts";
import { maskedNik, readNik } from "#core/care/nik.ts";
import { phoneNumber, spokenNumber } from "#core/care/phone-number.ts";
import { Card } from "#web/shared/controls/Card.tsx";
import { Question } from "#web/shared/controls/Screen.tsx";
import { device } from "#web/kader/shell/device.ts";
import { calledName, initials } from "#web/kader/shell/mother-name.ts";
import { t as shell } from "#web/kader/shell/texts.ts";
import { calendarText } from "#web/kader/shell/when.ts";
import type { Answers, BabyAnswers } from "./answers.ts";
import { ageIn, weightOf } from "./checks.ts";
import type { LikelyDouble } from "./likely-doubles.ts";
import { t } from "./texts.ts";

/** All of it once more before it is written; a likely double comes first. */
export const Check = (props: { answers: Answers; doubles: readonly LikelyDouble[]; onSame: (stream: string) => void }): JSX.Element =>
  props.doubles.length > 0 ? (
    <>
      <Question id="double" hint={t("doubleText")}>{t("doubleAsk")}</Question>
      <ul class="plain stack">
        {props.doubles.map(({ card, signs }) => (
          <li key={card.stream}>
            <Card title={calledName(card)} face={initials(card)} sub={<>{signs.slice(0, 2).map((sign) => t(`double.${sign}`)).join("; ")}<br /><b>{t("doubleSame")}</b></>} onOpen={() => props.onSame(card.stream)} />
          </li>
        ))}
      </ul>
    </>
  ) : (
    <>
      <Question id="check">{t("checkAsk")}</Question>
      <Summary answers={props.answers} />
    </>
  );

const Summary = ({ answers }: { answers: Answers }): JSX.Element => {
  const { consent, details, birth } = answers;
  const age = ageIn(details, device.today());
  const allowed = CONSENT_CHOICES.filter((choice) => consent.allows[choice]).map((choice) => t(`allowed.${choice}`));
  const nik = readNik(details.nik);
  const phone = phoneNumber(details.phone);
  const contact = [details.address, details.landmark, phone === null ? "" : spokenNumber(phone)].filter((part) => part.trim() !== "");
  const rows: [string, string][] = [
    [t("name"), details.calledBy.trim() === "" ? details.name : `${details.name} (${details.calledBy})`],
    [t("summaryAge"), age === null ? t("summaryEmpty") : `${age} ${t("yearsUnit")}`],
    [t("summaryConsent"), consent.way === null ? "" : t(`way.${consent.way}`)],
    ...(consent.guardian.name === "" ? [] : [[t("guardianName"), consent.guardian.name] as [string, string]]),
    [t("summaryAllows"), allowed.length === 0 ? t("summaryNothing") : allowed.join(", ")],
    [t("summaryContact"), contact.length === 0 ? t("summaryEmpty") : contact.join(" · ")],
    ...(nik.ok ? [[t("nik"), maskedNik(nik.value)] as [string, string]] : []),
    [t("summaryBirth"), birthText(answers)],
    ...(birth.born === "yes" ? birth.babies.map((baby, at): [string, string] => [birth.babies.length > 1 ? t("babyOf", { number: at + 1 }) : t("summaryBaby"), babyText(baby)]) : []),
  ];
  return <dl class="summary">{rows.map(([term, text]) => <div key={term}><dt>{term}</dt><dd>{text}</dd></div>)}</dl>;
};

function birthText({ birth }: Answers): string {
  if (birth.born !== "yes") return t("birthNotYet");
  const hour = birth.hourUnknown ? t("summaryHourUnknown") : shell("hour", { time: birth.time.replace(":", ".") });
  return [`${calendarText(birth.date)}, ${hour}`, birth.caesarean === "yes" ? t("caesareanAsk").replace("?", "") : "", birth.place === null ? "" : t(`place.${birth.place}`)].filter(Boolean).join(" · ");
}

function babyText(baby: BabyAnswers): string {
  const weight = weightOf(baby);
  const parts = [baby.name, baby.sex === null ? "" : t(`sex.${baby.sex}`), weight === null ? "" : `${weight} ${t("weightUnit")}`, baby.weeks === "" ? "" : `${baby.weeks} ${t("weeksUnit")}`];
  return parts.filter((part) => part.trim() !== "").join(" · ") || t("summaryEmpty");
}
