import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { CONSENT_CHOICES, CONSENT_POINTS, CONSENT_RECORD, CONSENT_TEXT, type ConsentLanguage } from "#content/consent/record.ts";
import { Banner } from "#web/shared/controls/Banner.tsx";
import { Button } from "#web/shared/controls/Button.tsx";
import { ChoiceList } from "#web/shared/controls/ChoiceList.tsx";
import { IconSpeak, IconStop } from "#web/shared/controls/icons.tsx";
import { TextField } from "#web/shared/controls/NumberField.tsx";
import { Question } from "#web/shared/controls/Screen.tsx";
import { language } from "#web/shared/texts.ts";
import { Choice } from "#web/kader/shell/Choice.tsx";
import { readAloud, speaking, stopReading, voiceFor } from "#web/kader/shell/speech.ts";
import { t as shell } from "#web/kader/shell/texts.ts";
import { CONSENT_WAYS, GUARDIAN_RELATIONS, type ConsentAnswers, type ConsentHow } from "./answers.ts";
import { t } from "./texts.ts";

type Part = { consent: ConsentAnswers; onConsent: (consent: ConsentAnswers) => void };
/** English is for whoever uses the app in English. */
const languages = (chosen: ConsentLanguage): readonly ConsentLanguage[] => (language.value === "en" || chosen === "en" ? ["id", "jv", "mad", "en"] : ["id", "jv", "mad"]);

/** The text itself, in the language that she understands, to read out or to let the phone read. */
export const Explain = ({ consent, onConsent, onPaper }: Part & { onPaper?: (() => void) | undefined }): JSX.Element => {
  const text = CONSENT_TEXT[consent.language];
  useEffect(() => stopReading, [consent.language]);
  const sentences = [text.opening, ...CONSENT_POINTS.map((point) => `${text.points[point].short}. ${text.points[point].text}`), text.question];
  return (
    <>
      <Question id="explain">{t("explainAsk")}</Question>
      <div class="chips" role="group" aria-label={t("explainLanguage")}>
        {languages(consent.language).map((one) => (
          <button key={one} type="button" aria-pressed={consent.language === one} onClick={() => onConsent({ ...consent, language: one })}>{t(`language.${one}`)}</button>
        ))}
      </div>
      {text.needsNativeReader && <Banner kind="conflict" title={t("notChecked")}>{t("notCheckedMore")}</Banner>}
      {voiceFor(consent.language) !== null && (speaking.value
        ? <Button kind="line" low icon={<IconStop size={20} />} onClick={stopReading}>{t("speakStop")}</Button>
        : <Button kind="quiet" low icon={<IconSpeak size={22} />} onClick={() => readAloud(consent.language, sentences)}>{t("speak")}</Button>)}
      <div class="stack" lang={consent.language}>
        <p>“{text.opening}”</p>
        <ul class="consent-points">
          {CONSENT_POINTS.map((point) => <li key={point}><b>{text.points[point].short}</b>{text.points[point].text}</li>)}
        </ul>
      </div>
      <small>{t("notApproved", { version: CONSENT_RECORD.version })}</small>
      {onPaper && <Button kind="text" low onClick={onPaper}>{t("explainPaper")}</Button>}
    </>
  );
};

/** Her own words decide; the screen asks as she is asked. */
export const Decision = ({ consent, paper }: { consent: ConsentAnswers; paper: boolean }): JSX.Element => (
  <>
    <Question id="decision" hint={paper ? undefined : t("decisionHint")}>{paper ? t("paperDecision") : `“${CONSENT_TEXT[consent.language].question}”`}</Question>
  </>
);

export const Way = ({ consent, onConsent }: Part): JSX.Element => (
  <>
    <Question id="way">{t("wayAsk")}</Question>
    <ChoiceList labelledBy="way" name="way" chosen={consent.way} options={CONSENT_WAYS.map((key) => ({ key, label: t(`way.${key}`) }))}
      onChoose={(key) => onConsent({ ...consent, way: CONSENT_WAYS.find((way) => way === key) ?? null })} />
    <small>{t("wayPaper")}</small>
  </>
);

export const Allows = ({ consent, onConsent }: Part): JSX.Element => (
  <>
    <Question id="allows" hint={t("allowsHint")}>{t("allowsAsk")}</Question>
    {CONSENT_CHOICES.map((choice) => (
      <Choice key={choice} legend={CONSENT_TEXT[consent.language].choices[choice]} options={YES_NO()} chosen={yesNo(consent.allows[choice])}
        onChoose={(answer) => onConsent({ ...consent, allows: { ...consent.allows, [choice]: answer === "yes" } })} />
    ))}
  </>
);

const YES_NO = () => [{ key: "yes", label: shell("yes") } as const, { key: "no", label: shell("no") } as const];
const yesNo = (answer: boolean | null) => (answer === null ? null : answer ? "yes" : "no");
const HOWS: readonly ConsentHow[] = ["spoken", "written", "thumbprint"];

/** Beside her own consent, never instead of it. */
export const Guardian = ({ consent, onConsent }: Part): JSX.Element => {
  const { guardian } = consent;
  const set = (change: Partial<ConsentAnswers["guardian"]>) => onConsent({ ...consent, guardian: { ...guardian, ...change } });
  return (
    <>
      <Question id="guardian" hint={t("guardianHint")}>{t("guardianAsk")}</Question>
      <TextField label={t("guardianName")} text={guardian.name} onText={(name) => set({ name })} />
      <Choice legend={t("guardianRelation")} options={GUARDIAN_RELATIONS.map((key) => ({ key, label: t(`guardian.${key}`) }))} chosen={guardian.relation} onChoose={(relation) => set({ relation })} />
      <Choice legend={t("guardianHow")} options={HOWS.map((key) => ({ key, label: t(`how.${key}`) }))} chosen={guardian.how} onChoose={(how) => set({ how })} />
    </>
  );
};
