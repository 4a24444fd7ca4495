import { signal } from "@preact/signals";

type Parts = typeof import("./later-parts.tsx");

/** The parts of a visit that are fetched after the first answer; null until they are here. They lie on the phone, so offline too. */
export const later = signal<Parts | null>(null);
/** They could not be read: the page says so and tries again. */
export const laterFailed = signal(false);
let asked = false;

export function loadLater(): void {
  if (asked) return;
  asked = true;
  laterFailed.value = false;
  import("./later-parts.tsx").then(
    (parts) => (later.value = parts),
    (cause: unknown) => {
      console.error(cause);
      asked = false;
      laterFailed.value = true;
    },
  );
}
