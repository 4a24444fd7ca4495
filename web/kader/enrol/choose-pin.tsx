import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "#web/shared/controls/Button.tsx";
import { AppBar, Screen } from "#web/shared/controls/Screen.tsx";
import { device } from "#web/kader/shell/device.ts";
import { Keypad } from "#web/kader/shell/Keypad.tsx";
import { t as locked } from "./locked-texts.ts";
import { t } from "./texts.ts";

type Problem = "pinDiffers" | "pinTooSimple" | "pinSixDigits" | "pinExpired";
const PROBLEMS = { "six-digits": "pinSixDigits", "too-simple": "pinTooSimple", expired: "pinExpired" } as const;

/** Twice the same six digits; first she reads what happens when she forgets them. */
export const ChoosePin = (): JSX.Element => {
  const [read, setRead] = useState(false);
  const [first, setFirst] = useState<string | null>(null);
  const [digits, setDigits] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  const startOver = (why: Problem) => {
    setProblem(why);
    setFirst(null);
    setDigits("");
  };
  const enter = async (typed: string) => {
    setDigits(typed);
    if (typed.length > 0) setProblem(null);
    if (typed.length < 6) return;
    if (first === null) {
      setFirst(typed);
      return setDigits("");
    }
    if (typed !== first) return startOver("pinDiffers");
    setBusy(true);
    const chosen = await device.setPin(typed);
    setBusy(false);
    if (!chosen.ok) startOver(PROBLEMS[chosen.error.code]);
  };

  if (!read) {
    return (
      <Screen actions={<Button onClick={() => setRead(true)}>{t("pinGoOn")}</Button>}>
        <div class="plain-page">
          <p>{locked("lockedGreeting", { name: device.person.value?.name ?? "" })}</p>
          <h1 class="big">{t("pinTitle")}</h1>
          <p>{t("pinWhy")}</p>
          <div class="panel sand">
            <b>{t("pinForgetTitle")}</b>
            <p>{t("pinForgetText")}</p>
          </div>
        </div>
      </Screen>
    );
  }
  return (
    <Screen bar={<AppBar title="" />}>
      <div class="locked">
        <h1>{first === null ? t("pinTitle") : t("pinAgain")}</h1>
        <p class="locked-word" role="alert">{busy ? t("pinSaving") : problem === null ? "" : t(problem)}</p>
      </div>
      <Keypad digits={digits} onDigits={(typed) => void enter(typed)} filled={locked("digits", { count: digits.length })} deleteLabel={locked("deleteDigit")} disabled={busy} />
    </Screen>
  );
};
