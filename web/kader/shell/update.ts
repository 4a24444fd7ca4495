import { signal } from "@preact/signals";

/** Applies the version that waits, or null while none does. It never happens by itself while a record is open. */
export const applyUpdate = signal<(() => void) | null>(null);

const AN_HOUR = 3_600_000;

/**
 * Registers the service worker and watches for new versions. `isFree` says whether nothing can be interrupted: a version that
 * waited since the last time is applied at once when the app opens locked.
 */
export async function watchForUpdates(isFree: () => boolean): Promise<void> {
  if (!("serviceWorker" in navigator) || import.meta.env.DEV) return;
  const registration = await navigator.serviceWorker.register("/sw.js");
  const offer = (worker: ServiceWorker) => (applyUpdate.value = () => apply(worker));
  if (registration.waiting !== null && navigator.serviceWorker.controller !== null) {
    offer(registration.waiting);
    if (isFree()) apply(registration.waiting);
  }
  registration.addEventListener("updatefound", () => {
    const worker = registration.installing;
    worker?.addEventListener("statechange", () => {
      // Without a controller it is the first version, and there is nothing to replace.
      if (worker.state === "installed" && navigator.serviceWorker.controller !== null) offer(worker);
    });
  });
  let checkedAt = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - checkedAt < AN_HOUR) return;
    checkedAt = Date.now();
    registration.update().catch(() => undefined);
  });
}

function apply(worker: ServiceWorker): void {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  worker.postMessage({ type: "SKIP_WAITING" });
}
