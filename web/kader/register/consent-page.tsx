import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { MotherView } from "#core/care/mother-view.ts";
import { replacedBy } from "#core/ledger/fold.ts";
import { CONSENT_CHOICES } from "#content/consent/record.ts";
import { Banner } from "#web/shared/controls/Banner.tsx";
import { Button } from "#web/shared/controls/Button.tsx";
import { Dialog } from "#web/shared/controls/Dialog.tsx";
import { AppBar, Screen } from "#web/shared/controls/Screen.tsx";
import { ageOf } from "#web/kader/shell/about-mother.ts";
import { backTo } from "#web/kader/shell/back.ts";
import { device } from "#web/kader/shell/device.ts";
import { Opening } from "#web/kader/shell/lazy.tsx";
import { calledName } from "#web/kader/shell/mother-name.ts";
import { t as shell } from "#web/kader/shell/texts.ts";
import { noAnswers, type ConsentAnswers } from "./answers.ts";
import { Allows, Decision, Explain, Guardian, Way } from "./consent-steps.tsx";
import { consentBody } from "./entries.ts";
import { isGuardianComplete } from "./steps.ts";
import { t } from "./texts.ts";

type Step = "now" | "explain" | "decision" | "way" | "allows" | "guardian";

/** Consent of a mother who is known already: from a list of the clinic's, given anew, changed, or taken back. */
export const ConsentPage = ({ mother }: { mother: string }): JSX.Element => {
  const [view, setView] = useState<MotherView | null>(null);
  useEffect(() => void device.mother(`mother:${mother}`).then(setView), [mother]);
  return view === null ? <Opening /> : <Flow mother={mother} view={view} />;
};

const Flow = ({ mother, view }: { mother: string; view: MotherView }): JSX.Element => {
  const [step, setStep] = useState<Step>(view.consent.state === "given" ? "now" : "explain");
  const [consent, setConsent] = useState<ConsentAnswers>(() => noAnswers("", "").consent);
  const [stopping, setStopping] = useState(false);
  const [failed, setFailed] = useState(false);
  const { name, calledBy, bornOn, bornInYear } = view.details;
  const age = ageOf({ ...(typeof bornOn === "string" && { bornOn }), ...(typeof bornInYear === "number" && { bornInYear }) }, device.today());
  const young = age !== null && age < 18;
  const toHer = () => backTo("ibu", mother);

  /** Consent is one field: what is said now stands in place of what was said before. */
  const write = async (type: string, body: object) => {
    const replaces = replacedBy(await device.stateOf(view.stream), "consent");
    await device.record(type, { stream: view.stream, body, replaces });
  };
  const tell = (type: string, body: object) => void write(type, body).then(toHer, (cause: unknown) => { console.error(cause); setFailed(true); });
  const give = () => tell("consent.given", consentBody(consent, young));
  const back: Partial<Record<Step, Step>> = { decision: "explain", way: "decision", allows: "way", guardian: "allows" };
  const onBack = () => {
    const before = back[step];
    return before === undefined ? toHer() : setStep(before);
  };
  const part = { consent, onConsent: setConsent };
  const answered = Object.values(consent.allows).every((allowed) => allowed !== null);
  const title = t("consentPage", { name: calledName({ name: String(name ?? ""), ...(typeof calledBy === "string" && { calledBy }) }) });
  const actions: Record<Step, JSX.Element> = {
    now: <><Button kind="line" onClick={() => setStopping(true)}>{t("consentStopButton")}</Button><Button onClick={() => setStep("explain")}>{t("consentAgain")}</Button></>,
    explain: <Button onClick={() => setStep("decision")}>{t("explainDone")}</Button>,
    decision: (
      <>
        <div class="two">
          <Button kind="line" onClick={() => tell("consent.withdrawn", {})}>{t("decisionNo")}</Button>
          <Button kind="line" onClick={toHer}>{t("decisionLater")}</Button>
        </div>
        <Button onClick={() => setStep("way")}>{t("decisionYes")}</Button>
      </>
    ),
    way: <Button disabled={consent.way === null} onClick={() => setStep("allows")}>{t("next")}</Button>,
    allows: <Button disabled={!answered} onClick={() => (young ? setStep("guardian") : give())}>{young ? t("next") : t("save")}</Button>,
    guardian: <><Button kind="text" low onClick={toHer}>{t("guardianNo")}</Button><Button disabled={!isGuardianComplete(consent)} onClick={give}>{t("save")}</Button></>,
  };
  return (
    <Screen bar={<AppBar title={title} back={{ label: t("back"), onBack }} />} actions={actions[step]}>
      {step === "now" && view.consent.state === "given" && <Now view={view} title={title} />}
      {step === "explain" && <Explain {...part} />}
      {step === "decision" && <Decision consent={consent} paper={false} />}
      {step === "way" && <Way {...part} />}
      {step === "allows" && <Allows {...part} />}
      {step === "guardian" && <Guardian {...part} />}
      {failed && <Banner kind="refused" title={t("notSaved")} />}
      <Dialog open={stopping} title={t("consentStopTitle")} onClose={() => setStopping(false)}
        actions={<><Button kind="line" onClick={() => { setStopping(false); tell("consent.withdrawn", {}); }}>{t("consentStopYes")}</Button><Button onClick={() => setStopping(false)}>{t("consentStopNo")}</Button></>}>
        <p>{t("consentStopText")}</p>
      </Dialog>
    </Screen>
  );
};

const Now = ({ view, title }: { view: MotherView; title: string }): JSX.Element => {
  const { consent } = view;
  return (
    <>
      <h1>{title}</h1>
      <h2>{t("consentNow")}</h2>
      <dl class="summary">
        {CONSENT_CHOICES.map((choice) => <div key={choice}><dt>{t(`permits.${choice}`)}</dt><dd>{consent.state === "given" && consent.allows[choice] ? shell("yes") : shell("no")}</dd></div>)}
      </dl>
      <p class="panel sand">{t("consentRights")}</p>
    </>
  );
};
