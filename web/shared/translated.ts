import { signal } from "@preact/signals";
import { language } from "./texts.ts";

/** A table of words that comes in Indonesian with the script and in English when somebody chooses it; read it inside a component. */
export function translated<T>(indonesian: T, english: () => Promise<T>): () => T {
  const loaded = signal<T | null>(null);
  let asked = false;
  return () => {
    if (language.value !== "en") return indonesian;
    if (!asked) {
      asked = true;
      void english().then((table) => (loaded.value = table), () => (asked = false));
    }
    return loaded.value ?? indonesian;
  };
}
