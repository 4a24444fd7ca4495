import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { AppBar, Screen } from "#web/shared/controls/Screen.tsx";
import { backTo } from "#web/kader/shell/back.ts";
import { device } from "#web/kader/shell/device.ts";
import { Keypad } from "#web/kader/shell/Keypad.tsx";
import { t as shell } from "#web/kader/shell/texts.ts";
import { waitText } from "#web/kader/shell/wait-text.ts";
import { t } from "./texts.ts";

type Typed = { readonly old: string | null; readonly next: string | null };
const NOTHING: Typed = { old: null, next: null };

/** The PIN that holds now, then the new one twice. */
export const ChangePin = ({ onChanged }: { onChanged: () => void }): JSX.Element => {
  const [typed, setTyped] = useState<Typed>(NOTHING);
  const [digits, setDigits] = useState("");
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const wait = device.waitSeconds.value;
  const startOver = (why: string, from: Typed) => {
    setTyped(from);
    setProblem(why);
  };
  const change = async (old: string, next: string) => {
    setBusy(true);
    const changed = await device.changePin(old, next);
    setBusy(false);
    if (changed.ok) {
      onChanged();
      return backTo("hp");
    }
    const { error } = changed;
    if (error.code === "wrong") return startOver(t("pinWrong", { count: error.free }), NOTHING);
    if (error.code === "wait") return startOver("", NOTHING);
    startOver(t(error.code === "too-simple" ? "pinTooSimple" : "pinSixDigits"), { old, next: null });
  };
  const enter = (now: string) => {
    setDigits(now.length < 6 ? now : "");
    if (now.length > 0) setProblem("");
    if (now.length < 6) return;
    if (typed.old === null) return setTyped({ old: now, next: null });
    if (typed.next === null) return setTyped({ ...typed, next: now });
    if (now !== typed.next) return startOver(t("pinDiffers"), { ...typed, next: null });
    void change(typed.old, now);
  };
  return (
    <Screen bar={<AppBar title={t("changePin")} back={{ label: shell("back"), onBack: () => backTo("hp") }} />}>
      <div class="locked">
        <h1>{typed.old === null ? t("pinOld") : typed.next === null ? t("pinNew") : t("pinAgain")}</h1>
        <p class="locked-word" role="alert">{wait > 0 ? t("pinWait", { time: waitText(wait) }) : problem}</p>
      </div>
      <Keypad digits={digits} onDigits={enter} filled={t("digits", { count: digits.length })} deleteLabel={t("deleteDigit")} disabled={busy || wait > 0} />
    </Screen>
  );
};
