import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { SessionDraft } from "#core/care/session-draft.ts";
import { Button } from "#web/shared/controls/Button.tsx";
import { Question, Screen } from "#web/shared/controls/Screen.tsx";
import { stepPicture } from "#web/shared/pictures/session.tsx";
import { OneTap, ScaleStep } from "./after.tsx";
import { t } from "./texts.ts";

type Props = {
  readonly name: string;
  readonly bar: JSX.Element;
  readonly steps: JSX.Element;
  readonly draft: SessionDraft;
  readonly onAnswer: (more: Partial<SessionDraft>) => void;
  readonly onNoConsent: () => void;
};

const PREPARE = [
  ["wash-hands", "prepareHands"],
  ["privacy", "preparePrivacy"],
  ["tools", "prepareTools"],
  ["baby-near", "prepareBaby"],
] as const;
const POSITION = [
  ["lean-forward", "positionLean"],
  ["breasts-free", "positionFree"],
  ["thumbs", "positionThumbs"],
] as const;

/** Consent, hands, how it feels before, preparation and position: one thing a screen. */
export function Before(props: Props): JSX.Element {
  const { name, draft, onAnswer } = props;
  switch (draft.step) {
    case "consent":
      return <Consent {...props} />;
    case "hands":
      return (
        <OneTap {...props} id="hands" ask={t("handsAsk")} options={[["kader", t("handsKader")], ["husband", t("handsHusband")], ["family", t("handsFamily")]]} onChoose={(hands) => onAnswer({ hands: hands as NonNullable<SessionDraft["hands"]> })} />
      );
    case "ease-before":
      return <ScaleStep {...props} id="ease-before" ask={t("beforeEase", { name })} low={t("scaleEaseLow")} high={t("scaleEaseHigh")} onValue={(easeBefore) => onAnswer({ easeBefore })} />;
    case "confidence-before":
      return <ScaleStep {...props} id="confidence-before" ask={t("beforeConfidence", { name })} low={t("scaleConfidenceLow")} high={t("scaleConfidenceHigh")} onValue={(confidenceBefore) => onAnswer({ confidenceBefore })} />;
    case "prepare":
      return <Pictured {...props} id="prepare" ask={t("prepareAsk")} done={t("prepareDone")} lines={PREPARE.map(([picture, text]) => [picture, t(text, { name })])} />;
    default:
      return <Pictured {...props} id="position" ask={t("positionAsk", { name })} done={t("positionDone")} lines={POSITION.map(([picture, text]) => [picture, t(text)])} />;
  }
}

function Consent({ name, bar, steps, onAnswer, onNoConsent }: Props): JSX.Element {
  const refused = useSignal(false);
  if (refused.value) {
    return (
      <Screen bar={bar} actions={<Button onClick={onNoConsent}>{t("backToMother", { name })}</Button>}>
        <Question id="no-consent" hint={t("consentNoText", { name })}>{t("consentNoTitle")}</Question>
      </Screen>
    );
  }
  return (
    <Screen
      bar={bar}
      steps={steps}
      actions={
        <>
          <Button kind="line" onClick={() => (refused.value = true)}>{t("consentNo")}</Button>
          <Button onClick={() => onAnswer({})}>{t("consentYes")}</Button>
        </>
      }
    >
      <Question id="consent" hint={t("consentHint")}>{t("consentAsk", { name })}</Question>
      <p class="panel sand">{t("consentSay")}</p>
    </Screen>
  );
}

function Pictured({ id, ask, done, lines, bar, steps, onAnswer }: Props & { readonly id: string; readonly ask: string; readonly done: string; readonly lines: readonly (readonly [picture: string, text: string])[] }): JSX.Element {
  return (
    <Screen bar={bar} steps={steps} actions={<Button onClick={() => onAnswer({})}>{done}</Button>}>
      <Question id={id}>{ask}</Question>
      <ol class="plain stack">
        {lines.map(([picture, text]) => (
          <li key={picture} class="pictured">
            {stepPicture(picture)}
            <span>{text}</span>
          </li>
        ))}
      </ol>
    </Screen>
  );
}
