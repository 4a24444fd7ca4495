import type { JSX } from "preact";
import { referralCode } from "#core/referral/code.ts";
import { timeText, dayText } from "#web/kader/shell/when.ts";
import { Button } from "#web/shared/controls/Button.tsx";
import { AppBar, Question, Screen } from "#web/shared/controls/Screen.tsx";
import { passOn } from "./keeper.ts";
import { t } from "./texts.ts";

/** Without a signal: a code that names no one goes on paper, and with her. */
export function Paper(props: { readonly stream: string; readonly referral: string; readonly title: string; readonly madeAt: string | undefined; readonly onBack: () => void }): JSX.Element {
  const written = () => {
    passOn(props.stream, props.referral, "paper");
    props.onBack();
  };
  return (
    <Screen bar={<AppBar title={props.title} back={{ label: t("back"), onBack: props.onBack }} />} actions={<Button onClick={written}>{t("paperWritten")}</Button>}>
      <Question id="paper" hint={t("paperText")}>{t("paperTitle")}</Question>
      <div class="slip">
        <small>Dampingi · {t("paperCode")}</small>
        <output>{referralCode(props.referral)}</output>
        {props.madeAt !== undefined && <small>{t("paperMade", { when: `${dayText(props.madeAt)}, ${timeText(props.madeAt)}` })}</small>}
      </div>
      <p>{t("paperNoSignal")}</p>
    </Screen>
  );
}
