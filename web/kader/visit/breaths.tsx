import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { countBreaths, NO_COUNT, secondsLeft, type BreathEvent } from "#core/care/breath-count.ts";
import { device } from "#web/kader/shell/device.ts";
import { Button } from "#web/shared/controls/Button.tsx";
import { NumberField } from "#web/shared/controls/NumberField.tsx";
import { Question, Screen } from "#web/shared/controls/Screen.tsx";
import { typedNumber } from "./number-fault.ts";
import { t } from "./texts.ts";

type Props = {
  readonly id: string;
  readonly bar: JSX.Element;
  readonly steps: JSX.Element;
  readonly ask: string;
  /** The first count, where a second one is asked for. */
  readonly first: number | null;
  readonly onCount: (breaths: number) => void;
  readonly onLater: () => void;
};

/** A minute of breaths, tapped along with; the phone must stay awake and in front, or the count is broken. */
export function Breaths(props: Props): JSX.Element {
  const count = useSignal(NO_COUNT);
  const typing = useSignal(false);
  const move = (event: BreathEvent) => (count.value = countBreaths(count.value, event));
  const { phase, breaths } = count.value;

  useEffect(() => {
    if (phase !== "counting") return;
    const awake = device.keepOpen();
    const screen = keepScreenOn();
    const timer = setInterval(() => move({ type: "tick", at: performance.now() }), 250);
    const hidden = () => document.visibilityState === "hidden" && move({ type: "hidden" });
    document.addEventListener("visibilitychange", hidden);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", hidden);
      screen();
      awake();
    };
  }, [phase]);
  useEffect(() => void (phase === "done" && navigator.vibrate?.(400)), [phase]);

  if (typing.value) return <Typed {...props} onBack={() => (typing.value = false)} />;
  const tap = (event: PointerEvent) => {
    if (!event.isPrimary) return;
    move({ type: "tap", at: performance.now() });
    navigator.vibrate?.(15);
  };
  const start = () => {
    move({ type: "again" });
    move({ type: "start", at: performance.now() });
  };
  return (
    <Screen
      bar={props.bar}
      steps={props.steps}
      actions={
        phase === "counting" ? (
          // A tap counts as the finger touches: waiting for it to lift would miss fast breaths. Keys and readers click without a pointer.
          <button type="button" class="tap-along" onPointerDown={tap} onClick={(event) => event.detail === 0 && move({ type: "tap", at: performance.now() })}>
            {t("breathsTap")}
          </button>
        ) : phase === "done" ? (
          <>
            <Button kind="line" onClick={start}>{t("breathsAgain")}</Button>
            <Button onClick={() => props.onCount(breaths)}>{t("breathsUse")}</Button>
          </>
        ) : (
          <>
            <div class="two">
              <Button kind="text" low onClick={() => (typing.value = true)}>{t("breathsType")}</Button>
              <Button kind="text" low onClick={props.onLater}>{t("breathsLater")}</Button>
            </div>
            <Button onClick={start}>{t(phase === "broken" ? "breathsAgain" : "breathsStart")}</Button>
          </>
        )
      }
    >
      <Question id={props.id} hint={props.first === null ? t("breathsHint") : t("breathsSecondHint", { count: props.first })}>{props.first === null ? props.ask : t("breathsSecond")}</Question>
      {phase === "broken" && <p class="field-error" role="alert">{t("breathsBroken")}</p>}
      {(phase === "counting" || phase === "done") && (
        <div class="breaths">
          <p class="clock" aria-hidden="true">{breaths}</p>
          <progress max={60} value={60 - secondsLeft(count.value)} aria-hidden="true" />
          <p aria-hidden={phase === "counting"} role={phase === "done" ? "status" : undefined}>{phase === "done" ? t("breathsDone", { count: breaths }) : t("breathsLeft", { seconds: secondsLeft(count.value) })}</p>
        </div>
      )}
    </Screen>
  );
}

/** Counted with a watch, or by somebody else. */
function Typed(props: Props & { readonly onBack: () => void }): JSX.Element {
  const text = useSignal("");
  const asked = useSignal(false);
  const { value, fault } = typedNumber("baby.breathsPerMinute", text.value);
  const use = () => {
    asked.value = true;
    if (value !== null) props.onCount(value);
  };
  return (
    <Screen
      bar={props.bar}
      steps={props.steps}
      actions={
        <>
          <Button kind="text" low onClick={props.onBack}>{t("breathsStart")}</Button>
          <Button disabled={text.value.trim() === ""} onClick={use}>{t("next")}</Button>
        </>
      }
    >
      <Question id={`${props.id}-typed`}>{t("breathsTyped")}</Question>
      <NumberField label={t("breathsTyped")} labelHidden decimals={0} unit={t("breathsUnit")} text={text.value} onText={(next) => (text.value = next)} error={asked.value && fault !== null ? fault : undefined} />
    </Screen>
  );
}

/** Holds the screen on where the browser can; gives what lets it go. */
function keepScreenOn(): () => void {
  let lock: WakeLockSentinel | undefined;
  let over = false;
  navigator.wakeLock?.request("screen").then(
    (held) => (over ? void held.release() : (lock = held)),
    () => undefined,
  );
  return () => {
    over = true;
    void lock?.release();
  };
}
