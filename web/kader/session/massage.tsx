import { signal, useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { session, type SessionEvent, type SessionRules, type SessionState } from "#core/care/session.ts";
import type { StopReason } from "#core/care/session-entries.ts";
import { Button } from "#web/shared/controls/Button.tsx";
import { ChoiceList } from "#web/shared/controls/ChoiceList.tsx";
import { IconPause, IconStop } from "#web/shared/controls/icons.tsx";
import { Scale0to10 } from "#web/shared/controls/Scale.tsx";
import { Question, Screen } from "#web/shared/controls/Screen.tsx";
import { MassagePicture } from "#web/shared/pictures/session.tsx";
import { clockText } from "./clock-text.ts";
import { createPace, stayAwake } from "./pace.ts";
import { t } from "./texts.ts";

/** How often the clock is read, in ms. */
const TICK_MS = 200;

type Props = {
  readonly name: string;
  readonly bar: JSX.Element;
  readonly rules: SessionRules;
  readonly clock: SessionState;
  /** Called with each new state; the keeper writes it down before anything else happens. */
  readonly onClock: (clock: SessionState) => void;
  /** The reasons that she may choose from when the hands stop; none in practice. */
  readonly stopReasons: readonly StopReason[];
};

const muted = signal(false);

/** The hands on the back: clock, picture, comfort, pause and stop. The same with a mother and in practice. */
export function Massage(props: Props): JSX.Element {
  const { rules, clock, name } = props;
  const latest = useRef(props);
  latest.current = props;
  const stopping = useSignal(false);
  const pace = useRef<ReturnType<typeof createPace> | null>(null);

  const tell = (event: SessionEvent) => {
    const { clock: before, onClock } = latest.current;
    const after = session(rules, before, event);
    if (after !== before) onClock(after);
  };

  useEffect(() => {
    const sound = createPace();
    pace.current = sound;
    const timer = setInterval(() => tell({ type: "tick", at: performance.now() }), TICK_MS);
    const hidden = () => document.visibilityState === "hidden" && tell({ type: "slept" });
    document.addEventListener("visibilitychange", hidden);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", hidden);
      sound.close();
    };
  }, []);

  useEffect(() => {
    pace.current?.muted(muted.value);
    if (clock.phase === "running") pace.current?.start();
    else pace.current?.stop();
    if (clock.phase === "asking" || clock.phase === "offered") pace.current?.call();
  }, [clock.phase, muted.value]);

  useEffect(() => {
    if (clock.phase !== "running") return;
    const released = stayAwake();
    return () => void released.then((release) => release());
  }, [clock.phase]);

  if (stopping.value) return <WhyStop {...props} onStop={(reason) => tell({ type: "stop", reason })} onBack={() => (stopping.value = false)} />;
  const stop = () => {
    tell({ type: "pause", at: performance.now() });
    if (props.stopReasons.length === 0) tell({ type: "stop", reason: "interrupted" });
    else stopping.value = true;
  };
  if (clock.phase === "asking") return <Comfort {...props} onPain={(pain) => tell({ type: "comfort", pain, at: performance.now() })} onStop={stop} />;
  if (clock.phase === "lighter") {
    const answer = (wishes: boolean) => tell({ type: "lighter", wishes, at: performance.now() });
    return (
      <Screen bar={props.bar} actions={<><Button kind="line" onClick={() => answer(false)}>{t("lighterNo")}</Button><Button onClick={() => answer(true)}>{t("lighterYes")}</Button></>}>
        <Question id="lighter">{t("lighterAsk", { name })}</Question>
      </Screen>
    );
  }
  if (clock.phase === "offered") {
    const answer = (wishes: boolean) => tell({ type: "extend", wishes, at: performance.now() });
    return (
      <Screen bar={props.bar} actions={<><Button kind="line" onClick={() => answer(true)}>{t("offeredMore", { name })}</Button><Button onClick={() => answer(false)}>{t("offeredEnough")}</Button></>}>
        <Question id="offered" hint={t("offeredText", { name })}>{t("offeredTitle")}</Question>
      </Screen>
    );
  }
  if (clock.phase === "paused") {
    return (
      <Screen bar={props.bar} actions={<><Button kind="stop" onClick={stop}>{t("stop")}</Button><Button onClick={() => tell({ type: "resume" })}>{t("resume")}</Button></>}>
        <Question id="paused" hint={t(clock.pausedBy === "phone" ? "pausedByPhone" : "pausedByHer", { name })}>{t("pausedTitle")}</Question>
        <p class="clock">{clockText(clock.countedMs)}</p>
      </Screen>
    );
  }
  const wasLighter = (clock.comfort.at(-1)?.pain ?? 0) > 0;
  return (
    <Screen
      bar={props.bar}
      actions={
        <div class="two">
          <Button kind="quiet" icon={<IconPause />} onClick={() => tell({ type: "pause", at: performance.now() })}>{t("pause")}</Button>
          <Button kind="stop" icon={<IconStop />} onClick={stop}>{t("stop")}</Button>
        </div>
      }
    >
      <div class="massage">
        <MassagePicture title={t("picture")} paused={clock.phase !== "running"} />
        <div class="spread">
          <span role="timer" aria-label={`${clockText(clock.countedMs)} ${t("clockOf", { limit: clockText(clock.limitMs) })}`}>
            <span class="clock">{clockText(clock.countedMs)}</span> <small>{t("clockOf", { limit: clockText(clock.limitMs) })}</small>
          </span>
          <Button kind="text" fit low onClick={() => (muted.value = !muted.value)}>{t(muted.value ? "soundOff" : "soundOn")}</Button>
        </div>
        <p>{t("guide")} <b>{t(wasLighter ? "guideLighter" : "guidePress")}</b></p>
      </div>
    </Screen>
  );
}

function Comfort({ bar, onPain, onStop }: Props & { readonly onPain: (pain: number) => void; readonly onStop: () => void }): JSX.Element {
  const pained = useSignal(false);
  const actions = pained.value ? (
    <Button kind="stop" onClick={onStop}>{t("stop")}</Button>
  ) : (
    <>
      <Button kind="stop" onClick={onStop}>{t("stop")}</Button>
      <Button kind="line" onClick={() => (pained.value = true)}>{t("comfortPain")}</Button>
      <Button onClick={() => onPain(0)}>{t("comfortNone")}</Button>
    </>
  );
  return (
    <Screen bar={bar} actions={actions}>
      <Question id="comfort" hint={t("comfortHint")}>{t(pained.value ? "comfortHowMuch" : "comfortAsk")}</Question>
      {pained.value && <Scale0to10 legend={t("comfortHowMuch")} legendHidden name="pain" value={null} onValue={onPain} low={t("comfortNone")} high={t("painHigh")} />}
    </Screen>
  );
}

const STOP_TEXT = {
  "her-wish": "stopHerWish",
  pain: "stopPain",
  dizzy: "stopDizzy",
  breathless: "stopBreathless",
  "chest-pain": "stopChestPain",
  fainting: "stopFainting",
  bleeding: "stopBleeding",
  "baby-needs-her": "stopBaby",
  interrupted: "stopInterrupted",
} as const satisfies Record<StopReason, Parameters<typeof t>[0]>;

function WhyStop({ bar, name, stopReasons, onStop, onBack }: Props & { readonly onStop: (reason: StopReason) => void; readonly onBack: () => void }): JSX.Element {
  return (
    <Screen bar={bar} actions={<Button kind="line" onClick={onBack}>{t("stopKeepGoing")}</Button>}>
      <Question id="why-stop">{t("stopAsk")}</Question>
      <ChoiceList
        tiles
        labelledBy="why-stop"
        name="why-stop"
        options={stopReasons.map((reason) => ({ key: reason, label: t(STOP_TEXT[reason], { name }) }))}
        chosen={null}
        onChoose={(reason) => onStop(reason as StopReason)}
      />
    </Screen>
  );
}
