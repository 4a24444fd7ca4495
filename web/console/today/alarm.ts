import { signal } from "@preact/signals";
import type { OpenReferral } from "#core/console/wire.ts";

const SOUND = "dampingi console sound";
export const soundOn = signal(localStorage.getItem(SOUND) !== "off");
/** The newest referral that says now, until somebody has taken notice. */
export const alarmed = signal<OpenReferral | null>(null);

let known: ReadonlySet<string> | null = null;
let audio: AudioContext | null = null;

/** Called with every answer of the server; what waits already when the page opens rings no bell. */
export function notice(referrals: readonly OpenReferral[]): void {
  const urgent = referrals.filter((one) => one.class === "SEGERA");
  const before = known;
  known = new Set(urgent.map((one) => one.referral));
  const fresh = before === null ? undefined : urgent.find((one) => !before.has(one.referral));
  if (fresh !== undefined) {
    alarmed.value = fresh;
    if (soundOn.value) ring();
  }
  if (alarmed.value !== null && !known.has(alarmed.value.referral)) alarmed.value = null;
}

/** Another programme or role begins anew. */
export function forget(): void {
  known = null;
  alarmed.value = null;
}

export function turnSound(): void {
  soundOn.value = !soundOn.value;
  localStorage.setItem(SOUND, soundOn.value ? "on" : "off");
  if (soundOn.value) ring();
}

/** Two soft tones. A browser that has not been touched yet keeps silent: the title and the banner say the same. */
function ring(): void {
  audio ??= new AudioContext();
  const { currentTime } = audio;
  [660, 880].forEach((pitch, n) => {
    if (audio === null) return;
    const tone = audio.createOscillator();
    const loudness = audio.createGain();
    tone.frequency.value = pitch;
    const from = currentTime + n * 0.25;
    loudness.gain.setValueAtTime(0, from);
    loudness.gain.linearRampToValueAtTime(0.25, from + 0.03);
    loudness.gain.exponentialRampToValueAtTime(0.001, from + 0.4);
    tone.connect(loudness).connect(audio.destination);
    tone.start(from);
    tone.stop(from + 0.45);
  });
}
