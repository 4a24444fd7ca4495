import { readNik } from "#core/care/nik.ts";
import { phoneNumber } from "#core/care/phone-number.ts";
import { instantAt } from "#core/care/time.ts";
import type { JsonObject } from "#core/ledger/json.ts";
import { CONSENT_RECORD } from "#content/consent/record.ts";
import { parseDecimal } from "#web/shared/controls/decimal.ts";
import { howOf, wasReadAloud, type Answers, type BirthAnswers, type ConsentAnswers, type Details } from "./answers.ts";
import { bornAt, bornOf, isUnder18, weightOf } from "./checks.ts";

/** What is needed of the phone to write it down. */
export type Writing = { readonly now: number; readonly today: string; readonly timezone: string; readonly newId: () => string };
export type Draft = { readonly type: string; readonly stream: string; readonly body: JsonObject; readonly occurredAt?: string; readonly performer?: string };

/** The entries of one registration, consent first (S3). Complete answers only: see `steps.ts`. */
export function entriesOf(answers: Answers, writing: Writing): Draft[] {
  const { consent, details, birth, problem, paper, stream } = answers;
  const told = {
    stream,
    // A day on paper has no hour: its middle stands for it.
    ...(paper !== null && { occurredAt: instantAt(paper.date, "12:00", writing.timezone) }),
    ...(paper?.performer && { performer: paper.performer }),
  };
  const way = consent.way ?? "heard-spoken";
  const spoken = consent.language === "en" ? {} : { language: consent.language };
  const registered = { ...detailsBody(details, writing.today), ...spoken, ...(!wasReadAloud(way) && { reads: true }), ...(details.foundBy !== null && { foundBy: details.foundBy }) };
  return [
    { type: "consent.given", body: consentBody(consent, isUnder18(details, writing.today)), ...told },
    { type: "mother.registered", body: registered, ...told },
    ...(birth.born === "yes" ? [{ type: "birth.recorded", body: birthBody(birth, writing), ...told }] : []),
    ...(problem !== null && problem !== "none" ? [{ type: "case.opened", body: { case: writing.newId(), problem }, ...told }] : []),
  ];
}

/** What she agreed to and how; a guardian's consent only where she is under 18. */
export function consentBody({ language, way, allows, guardian }: ConsentAnswers, young: boolean): JsonObject {
  const chosen = way ?? "heard-spoken";
  return {
    text: { id: CONSENT_RECORD.id, version: CONSENT_RECORD.version, language },
    how: howOf(chosen),
    readAloud: wasReadAloud(chosen),
    allows: { midwife: allows.midwife === true, phone: allows.phone === true, counted: allows.counted === true },
    ...(young && guardian.relation !== null && guardian.how !== null && { guardian: { name: guardian.name.trim(), relation: guardian.relation, how: guardian.how } }),
  };
}

/** Only what was filled in; an empty field says nothing. */
export function detailsBody(details: Details, today: string): JsonObject {
  const nik = readNik(details.nik);
  const phone = phoneNumber(details.phone);
  return {
    name: details.name.trim(),
    ...filled("calledBy", details.calledBy),
    ...bornOf(details, today),
    ...(phone !== null && { phone }),
    ...(nik.ok && { nik: nik.value }),
    ...filled("address", details.address),
    ...filled("landmark", details.landmark),
  };
}

export function birthBody(birth: BirthAnswers, { now, timezone }: Pick<Writing, "now" | "timezone">): JsonObject {
  return {
    birth: birth.birth,
    bornAt: bornAt(birth, now, timezone),
    hourKnown: !birth.hourUnknown,
    ...((birth.caesarean === "yes" || birth.caesarean === "no") && { caesarean: birth.caesarean === "yes" }),
    ...(birth.place !== null && { place: birth.place }),
    babies: birth.babies.map((baby) => {
      const [weight, weeks] = [weightOf(baby), parseDecimal(baby.weeks, 0)];
      return {
        baby: baby.baby,
        ...filled("name", baby.name),
        ...(baby.sex !== null && { sex: baby.sex }),
        ...(weight !== null && { birthWeight: weight }),
        ...(weeks !== null && { gestationWeeks: weeks }),
      };
    }),
  };
}

const filled = (key: string, text: string): JsonObject => (text.trim() === "" ? {} : { [key]: text.trim() });
