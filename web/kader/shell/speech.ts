import { signal } from "@preact/signals";

/** The language codes that the phone has a voice for ("id", "en", "jv"), offline ones only: a network voice would send the text away. */
const voices = signal<readonly SpeechSynthesisVoice[]>([]);
/** Whether something is being read out now. */
export const speaking = signal(false);

const synthesis = (): SpeechSynthesis | undefined => globalThis.speechSynthesis;
const codeOf = (voice: SpeechSynthesisVoice): string => voice.lang.toLowerCase().split(/[-_]/)[0] ?? "";

let watching = false;
function watchVoices(): void {
  if (watching) return;
  watching = true;
  const read = () => (voices.value = (synthesis()?.getVoices() ?? []).filter((voice) => voice.localService));
  read();
  synthesis()?.addEventListener("voiceschanged", read);
}

/** Android calls Indonesian "id" or, in its old code, "in"; Javanese "jv" or "jw". */
const ALSO: Readonly<Record<string, readonly string[]>> = { id: ["id", "in"], jv: ["jv", "jw"] };

export function voiceFor(language: string): SpeechSynthesisVoice | null {
  watchVoices();
  return voices.value.find((voice) => (ALSO[language] ?? [language]).includes(codeOf(voice))) ?? null;
}

/** Reads the sentences slowly, one after the other: a long text in one piece is cut off by some phones. */
export function readAloud(language: string, sentences: readonly string[]): void {
  const voice = voiceFor(language);
  const speech = synthesis();
  if (voice === null || speech === undefined) return;
  speech.cancel();
  speaking.value = true;
  for (const [at, sentence] of sentences.entries()) {
    const said = new SpeechSynthesisUtterance(sentence);
    said.voice = voice;
    said.lang = voice.lang;
    said.rate = 0.9;
    if (at === sentences.length - 1) said.addEventListener("end", () => (speaking.value = false));
    said.addEventListener("error", () => (speaking.value = false));
    speech.speak(said);
  }
}

export function stopReading(): void {
  synthesis()?.cancel();
  speaking.value = false;
}
