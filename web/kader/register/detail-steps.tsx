import type { ComponentChildren, JSX } from "preact";
import { Banner } from "#web/shared/controls/Banner.tsx";
import { NumberField, TextField } from "#web/shared/controls/NumberField.tsx";
import { Question } from "#web/shared/controls/Screen.tsx";
import { Choice } from "#web/kader/shell/Choice.tsx";
import { DateFields } from "#web/kader/shell/DateFields.tsx";
import { FOUND_BY, type Details } from "./answers.ts";
import { isUnder18, mendAge, mendName, mendNik, mendPhone, nikDoubts } from "./checks.ts";
import { t } from "./texts.ts";

export type DetailPart = {
  readonly details: Details;
  readonly onDetails: (details: Details) => void;
  /** Show what is wanting only once she has tried to go on. */
  readonly tried: boolean;
  readonly today: string;
};

/** A label that says that the field may stay empty. */
export const optional = (label: string): string => `${label} (${t("optional")})`;

export const NameFields = ({ details, onDetails, tried }: DetailPart): JSX.Element => {
  const mend = mendName(details);
  return (
    <>
      <TextField label={t("name")} text={details.name} onText={(name) => onDetails({ ...details, name })} error={tried && mend !== null ? t(mend) : undefined} required />
      <TextField label={optional(t("calledBy"))} text={details.calledBy} onText={(calledBy) => onDetails({ ...details, calledBy })} />
    </>
  );
};

export const AgeFields = ({ details, onDetails, tried, today }: DetailPart): JSX.Element => {
  const mend = tried ? mendAge(details, today) : null;
  return (
    <>
      <Choice legend={<span class="sr">{t("years")}</span>} chosen={details.ageBy} onChoose={(ageBy) => onDetails({ ...details, ageBy })}
        options={[{ key: "date", label: t("ageByDate") }, { key: "years", label: t("ageByYears") }]} />
      {details.ageBy === "date" && <DateFields legend={t("bornOn")} parts={details.bornOn} onParts={(bornOn) => onDetails({ ...details, bornOn })} error={mend === null ? undefined : t(mend)} />}
      {details.ageBy === "years" && (
        <NumberField label={t("years")} unit={t("yearsUnit")} decimals={0} text={details.years} onText={(years) => onDetails({ ...details, years })} error={mend === null ? undefined : t(mend)} />
      )}
      {details.ageBy === null && mend !== null && <p class="field-error">{t(mend)}</p>}
    </>
  );
};

export const YoungNotice = ({ details, today, name }: { details: Details; today: string; name: string }): JSX.Element | null =>
  isUnder18(details, today) && mendAge(details, today) === null ? <Banner kind="info" title={t("young", { name })} /> : null;

export const ContactFields = ({ details, onDetails, tried }: DetailPart): JSX.Element => {
  const mend = mendPhone(details);
  return (
    <>
      <TextField type="tel" label={optional(t("phone"))} text={details.phone} onText={(phone) => onDetails({ ...details, phone })} error={tried && mend !== null ? t(mend) : undefined} />
      <TextField label={optional(t("address"))} text={details.address} onText={(address) => onDetails({ ...details, address })} />
      <TextField label={optional(t("landmark"))} hint={t("landmarkHint")} text={details.landmark} onText={(landmark) => onDetails({ ...details, landmark })} />
    </>
  );
};

const DOUBTS = { "not-a-womans": "nikNotWomans", "no-such-number": "nikNoSuch", "other-birth-date": "nikOtherDate" } as const;

export const NikField = ({ details, onDetails, tried, today }: DetailPart): JSX.Element => {
  const mend = mendNik(details);
  const doubt = nikDoubts(details, today)[0];
  return (
    <>
      <NumberField label={optional(t("nik"))} hint={t("nikHint")} decimals={0} text={details.nik} onText={(nik) => onDetails({ ...details, nik })} error={tried && mend !== null ? t(mend) : undefined} />
      {doubt !== undefined && <Banner kind="info" title={t(DOUBTS[doubt])} />}
    </>
  );
};

export const FoundBy = ({ details, onDetails }: DetailPart): JSX.Element => (
  <Choice legend={optional(t("foundAsk"))} chosen={details.foundBy} options={FOUND_BY.map((key) => ({ key, label: t(`found.${key}`) }))} onChoose={(foundBy) => onDetails({ ...details, foundBy })} />
);

/** One question and its fields. */
export const Ask = (props: { id: string; ask: string; hint?: string | undefined; children?: ComponentChildren }): JSX.Element => (
  <>
    <Question id={props.id} hint={props.hint}>{props.ask}</Question>
    {props.children}
  </>
);
