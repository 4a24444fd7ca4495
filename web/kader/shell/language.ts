import { effect } from "@preact/signals";
import { language, type Language } from "#web/shared/texts.ts";

const KEPT = "dampingi.language";

/** Takes the language that was chosen on this phone; Indonesian until somebody chose. */
export function startLanguage(): void {
  try {
    if (localStorage.getItem(KEPT) === "en") language.value = "en";
  } catch {
    // Where the browser keeps nothing, the choice lasts as long as the page.
  }
  effect(() => void (document.documentElement.lang = language.value));
}

export function chooseLanguage(chosen: Language): void {
  language.value = chosen;
  try {
    localStorage.setItem(KEPT, chosen);
  } catch {
    // As above.
  }
}
