import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "#web/shared/controls/Button.tsx";
import { AppBar, Screen } from "#web/shared/controls/Screen.tsx";
import { goTo } from "#web/shared/route.ts";
import { device } from "#web/kader/shell/device.ts";
import { Keypad } from "#web/kader/shell/Keypad.tsx";
import { Sync } from "#web/kader/shell/sync.tsx";
import { t as shell } from "#web/kader/shell/texts.ts";
import { waitText } from "#web/kader/shell/wait-text.ts";
import { t } from "./locked-texts.ts";

/** What anybody who opens the phone sees (S2): her first name and how many entries wait, nothing of any mother. */
export const Locked = (): JSX.Element => {
  const [forgot, setForgot] = useState(false);
  return forgot ? <ForgotPin onBack={() => setForgot(false)} /> : <EnterPin onForgot={() => setForgot(true)} />;
};

const EnterPin = (props: { onForgot: () => void }): JSX.Element => {
  const [digits, setDigits] = useState("");
  const [free, setFree] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  const wait = device.waitSeconds.value;

  const enter = async (typed: string) => {
    setDigits(typed);
    if (typed.length < 6) return;
    setBusy(true);
    const opened = await device.unlock(typed);
    setBusy(false);
    if (opened.ok) return;
    setDigits("");
    setFree(opened.error.code === "wrong" ? opened.error.free : null);
  };
  return (
    <Screen
      bar={<AppBar title={device.person.value?.demo ? shell("demo") : ""} end={<Sync />} />}
      actions={<Button kind="text" low onClick={props.onForgot}>{t("forgot")}</Button>}
    >
      <div class="locked">
        <p>{t("lockedGreeting", { name: device.person.value?.name ?? "" })}</p>
        <h1>{t("lockedTitle")}</h1>
        <p class="locked-word" role="alert">{wait > 0 ? t("lockedWait", { time: waitText(wait) }) : busy ? openingText() : free === null ? "" : wrongText(free)}</p>
      </div>
      <Keypad digits={digits} onDigits={(typed) => void enter(typed)} filled={t("digits", { count: digits.length })} deleteLabel={t("deleteDigit")} disabled={busy || wait > 0} />
    </Screen>
  );
};

const wrongText = (free: number): string => (free > 0 ? t("lockedWrong", { count: free }) : t("lockedWrongLast"));

function openingText(): string {
  const reading = device.opening.value;
  return reading === null || reading.total === 0 ? t("lockedOpening") : t("lockedReading", { percent: Math.floor((100 * reading.done) / reading.total) });
}

const ForgotPin = (props: { onBack: () => void }): JSX.Element => (
  <Screen
    bar={<AppBar title="" back={{ label: shell("back"), onBack: props.onBack }} />}
    actions={<Button onClick={() => goTo("masuk")}>{t("forgotCode")}</Button>}
  >
    <h1 class="big">{t("forgotTitle")}</h1>
    <p>{t("forgotText")}</p>
    <ul class="stack">
      <li>{t("forgotSent")}</li>
      <li>{t("forgotDraft")}</li>
    </ul>
    <p class="panel sand">{t("callMidwife")}</p>
  </Screen>
);
