/** One small circle of the thumbs, in ms; the picture moves at the same pace. */
export const CIRCLE_MS = 1_400;

/** A calm pace that is heard and felt: a soft tone a circle, a short buzz with it. Silent where the phone can do neither. */
export function createPace(): { start: () => void; stop: () => void; call: () => void; close: () => void; muted: (muted: boolean) => void } {
  let audio: AudioContext | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;
  let isMuted = false;

  const tone = (hertz: number, seconds: number, loud: number) => {
    if (isMuted || audio === undefined) return;
    const sound = audio.createOscillator();
    const volume = audio.createGain();
    sound.frequency.value = hertz;
    volume.gain.setValueAtTime(0, audio.currentTime);
    volume.gain.linearRampToValueAtTime(loud, audio.currentTime + 0.05);
    volume.gain.exponentialRampToValueAtTime(0.0001, audio.currentTime + seconds);
    sound.connect(volume).connect(audio.destination);
    sound.start();
    sound.stop(audio.currentTime + seconds);
  };
  const feel = (pattern: number | number[]) => void navigator.vibrate?.(pattern);
  const beat = () => {
    tone(220, 0.35, 0.12);
    feel(25);
  };
  const stop = () => {
    clearInterval(timer);
    timer = undefined;
  };
  return {
    start: () => {
      audio ??= typeof AudioContext === "undefined" ? undefined : new AudioContext();
      void audio?.resume();
      if (timer !== undefined) return;
      beat();
      timer = setInterval(beat, CIRCLE_MS);
    },
    stop,
    /** Calls the kader to look: comfort is asked, or the time is over. */
    call: () => {
      tone(440, 0.5, 0.25);
      feel([180, 90, 180]);
    },
    close: () => {
      stop();
      void audio?.close();
    },
    muted: (muted) => (isMuted = muted),
  };
}

/** Keeps the screen awake while the hands work; where the phone does not allow it, a locked phone wakes up paused. */
export async function stayAwake(): Promise<() => void> {
  try {
    const lock = await navigator.wakeLock?.request("screen");
    return () => void lock?.release();
  } catch {
    return () => undefined;
  }
}
