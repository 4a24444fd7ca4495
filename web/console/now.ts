import { effect, signal } from "@preact/signals";
import { me } from "./session.ts";

/** The server's time (ms), carried on by this computer's own: a clinic's computer may be hours off. */
export const now = signal(Date.now());

let ahead = 0;
export function startClock(): void {
  effect(() => {
    if (me.value === null) return;
    ahead = Date.parse(me.value.serverTime) - Date.now();
    now.value = Date.now() + ahead;
  });
  setInterval(() => (now.value = Date.now() + ahead), 10_000);
}
