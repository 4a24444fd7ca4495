import { signal } from "@preact/signals";

/** Chrome's offer to put the app on the home screen; TypeScript does not know it. */
type InstallOffer = Event & { prompt: () => Promise<unknown> };

const DISMISSED = "dampingi.install-later";
const standsAlone = (): boolean => matchMedia("(display-mode: standalone)").matches;
const dismissed = (): boolean => {
  try {
    return localStorage.getItem(DISMISSED) !== null;
  } catch {
    return false;
  }
};

/** Installs with Chrome's own dialog; null where Chrome does not offer it. */
export const installOffer = signal<(() => void) | null>(null);
/** Whether to suggest it on Ibu saya: not once it runs from the home screen, nor after "later". */
export const suggestInstall = signal(false);

export function watchForInstall(): void {
  suggestInstall.value = !standsAlone() && !dismissed();
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    installOffer.value = () => void (event as InstallOffer).prompt().then(() => (installOffer.value = null));
  });
  addEventListener("appinstalled", () => (suggestInstall.value = false));
}

export function installLater(): void {
  suggestInstall.value = false;
  try {
    localStorage.setItem(DISMISSED, "1");
  } catch {
    // Then it is suggested again the next time.
  }
}
