/** What this browser lacks so that Dampingi cannot run, or null. Asked before anything else, in plain words on the screen. */
export type Missing = "insecure" | "old-browser" | "no-storage";

export function missingHere(): Missing | null {
  if (!globalThis.isSecureContext || globalThis.crypto?.subtle === undefined) return "insecure";
  if (typeof navigator.locks === "undefined" || typeof CompressionStream === "undefined" || typeof HTMLElement.prototype.showPopover === "undefined") return "old-browser";
  if (typeof indexedDB === "undefined") return "no-storage";
  return null;
}
