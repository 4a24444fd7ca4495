import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { SESSION_STEPS, stepAfter, stepBefore, type SessionDraft } from "#core/care/session-draft.ts";
import { STOP_REASONS } from "#core/care/session-entries.ts";
import { SESSION_RULES } from "#content/rules/session.ts";
import { device } from "#web/kader/shell/device.ts";
import { Banner } from "#web/shared/controls/Banner.tsx";
import { Button } from "#web/shared/controls/Button.tsx";
import { Skeleton } from "#web/shared/controls/Empty.tsx";
import { AppBar, Question, Screen, Steps } from "#web/shared/controls/Screen.tsx";
import { goTo, replaceWith } from "#web/shared/route.ts";
import { After } from "./after.tsx";
import { Before } from "./before.tsx";
import { GatePage } from "./gate-page.tsx";
import { openSession, type OpenSession } from "./keeper.ts";
import { Massage } from "./massage.tsx";
import { t } from "./texts.ts";

/** A guided session with one mother: the gate, then one thing a screen; what is answered is on disk before the next screen shows. */
export function SessionPage({ mother }: { readonly mother: string }): JSX.Element {
  const opened = useSignal<OpenSession | null>(null);
  useEffect(() => {
    const awake = device.keepOpen();
    void openSession(`mother:${mother}`).then((session) => (opened.value = session));
    return awake;
  }, [mother]);
  const session = opened.value;
  const home = () => goTo("ibu", mother);
  if (session === null) return <Screen bar={<AppBar title="" back={{ label: t("back"), onBack: home }} />}><Skeleton rows={4} label={t("loading")} /></Screen>;
  return <Opened session={session} mother={mother} />;
}

function Opened({ session, mother }: { readonly session: OpenSession; readonly mother: string }): JSX.Element {
  const { name } = session;
  const draft = session.draft.value;
  const gate = session.gate.value;
  const back = draft === null ? null : stepBefore(draft.step);
  const home = () => goTo("ibu", mother);
  const goBack = () => (draft !== null && back !== null ? void session.keep({ ...draft, step: back }) : home());
  const bar = (
    <>
      <AppBar title={t("title", { name })} back={draft?.step === "massage" ? undefined : { label: t("back"), onBack: goBack }} />
      {session.failed.value && <Banner kind="refused" title={t("notSaved")}>{t("notSavedText")}</Banner>}
    </>
  );

  const handsBegan = draft !== null && SESSION_STEPS.indexOf(draft.step) >= SESSION_STEPS.indexOf("massage");
  if (!gate.open && !handsBegan) return <GatePage gate={gate} name={name} bar={bar} mother={mother} referral={session.openReferral} />;
  if (draft === null) return <Screen bar={bar}><Skeleton rows={4} label={t("loading")} /></Screen>;

  const steps = SESSION_STEPS.length - 1;
  const now = SESSION_STEPS.indexOf(draft.step) + 1;
  const bars = { bar, steps: <Steps now={now} of={steps} label={t("stepOf", { now, of: steps })} /> };
  const answer = (more: Partial<SessionDraft>) => void session.answer({ ...draft, ...more, step: stepAfter(draft.step) });

  if (draft.step === "done") return <Done draft={draft} name={name} mother={mother} bar={bar} />;
  const toReferral = (referral: string | null) => referral !== null && replaceWith("ibu", mother, "rujukan", referral);
  if (draft.step === "massage" && draft.clock.phase === "over") {
    return (
      <Screen bar={bar} actions={session.failed.value && <Button onClick={() => void session.finish().then(toReferral)}>{t("saveAgain")}</Button>}>
        <Skeleton rows={3} label={t("loading")} />
      </Screen>
    );
  }
  if (draft.step === "massage") {
    return (
      <Massage
        name={name}
        bar={bar}
        rules={SESSION_RULES}
        clock={draft.clock}
        stopReasons={STOP_REASONS}
        onClock={(clock) => void session.clock(clock).then(toReferral)}
      />
    );
  }
  if (now > SESSION_STEPS.indexOf("massage")) return <After key={draft.step} {...bars} name={name} draft={draft} onAnswer={answer} />;
  return <Before key={draft.step} {...bars} name={name} draft={draft} onAnswer={answer} onNoConsent={() => void session.drop().then(home)} />;
}

function Done({ draft, name, mother, bar }: { readonly draft: SessionDraft; readonly name: string; readonly mother: string; readonly bar: JSX.Element }): JSX.Element {
  const { confidenceBefore, confidence } = draft;
  return (
    <Screen bar={bar} actions={<Button onClick={() => goTo("ibu", mother)}>{t("backToMother", { name })}</Button>}>
      <Question id="done" hint={t("doneText", { name })}>{t("doneTitle")}</Question>
      {confidenceBefore !== undefined && confidence !== undefined && <p class="panel sand">{t("doneChange", { before: confidenceBefore, after: confidence })}</p>}
      {draft.clock.stopped === "pain" && <p class="panel">{t("stoppedPainText")}</p>}
      {draft.bruiseOrPain === true && <p class="panel">{t("doneBruise")}</p>}
    </Screen>
  );
}
