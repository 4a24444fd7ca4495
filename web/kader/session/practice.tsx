import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { newSession, session, type SessionState } from "#core/care/session.ts";
import { SESSION_RULES } from "#content/rules/session.ts";
import { device } from "#web/kader/shell/device.ts";
import { MainTabs } from "#web/kader/shell/tabs.tsx";
import { fullDate } from "#web/kader/shell/when.ts";
import { Button } from "#web/shared/controls/Button.tsx";
import { AppBar, Question, Screen } from "#web/shared/controls/Screen.tsx";
import { goTo } from "#web/shared/route.ts";
import { OneTap } from "./after.tsx";
import { Massage } from "./massage.tsx";
import { t } from "./texts.ts";

type On = "partner" | "pillow" | "screen";

/** The same clock, picture and questions without a mother; the practice stands in her own record. */
export function PracticePage(): JSX.Element {
  const on = useSignal<On | null>(null);
  const clock = useSignal<SessionState>(newSession(SESSION_RULES));
  const kept = useSignal(false);
  useEffect(() => device.keepOpen(), []);

  const clearance = device.clearance();
  const leave = () => goTo();
  const bar = <AppBar title={t("practiceTitle")} back={{ label: t("back"), onBack: leave }} />;
  const minutes = (clock.value.countedMs / 60_000).toLocaleString("id-ID", { maximumFractionDigits: 1 });

  const take = async (next: SessionState) => {
    clock.value = next;
    const person = device.person.value;
    if (next.phase !== "over" || kept.value || on.value === null || person === null) return;
    kept.value = true;
    const seconds = Math.floor(next.countedMs / 1000);
    if (seconds > 0) await device.record("practice.held", { stream: `kader:${person.id}`, body: { practice: device.newId(), seconds, on: on.value } });
  };

  if (on.value === null) {
    return (
      <OneTap
        tabs={<MainTabs current="learn" />}
        bar={bar}
        steps={<></>}
        id="practice-on"
        ask={t("practiceOn")}
        hint={t("practiceIntro")}
        options={[["partner", t("practicePartner")], ["pillow", t("practicePillow")], ["screen", t("practiceScreen")]]}
        onChoose={(chosen) => (on.value = chosen as On)}
      />
    );
  }
  if (clock.value.phase === "ready") {
    return (
      <Screen bar={bar} actions={<Button onClick={() => (clock.value = session(SESSION_RULES, clock.value, { type: "begin", at: performance.now() }))}>{t("practiceStart")}</Button>}>
        <Question id="practice" hint={t("practiceRule")}>{t("practiceTitle")}</Question>
        {clearance.state === "valid" && <p class="panel sand">{t("clearanceValid", { date: fullDate(clearance.until) })}</p>}
        <p>{t("guide")} <b>{t("guidePress")}</b></p>
      </Screen>
    );
  }
  if (clock.value.phase === "over") {
    return (
      <Screen bar={bar} actions={<Button onClick={leave}>{t("back")}</Button>}>
        <Question id="practice-done" hint={t("practiceDoneText", { minutes })}>{t("practiceDoneTitle")}</Question>
      </Screen>
    );
  }
  return <Massage name={t("practicePartner")} bar={bar} rules={SESSION_RULES} clock={clock.value} stopReasons={[]} onClock={(next) => void take(next)} />;
}
