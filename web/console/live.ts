import { effect, signal } from "@preact/signals";
import { pathAs } from "./api.ts";
import { acknowledged } from "./pending.ts";
import { membership } from "./session.ts";

/** Grows with every hint that something is new, and every half minute where no stream of events comes through. */
export const news = signal(0);
export const connected = signal(false);

/** How often it is asked where the stream is down, and (as a belt beside the braces) where it is up. */
const POLL_MS = 15_000;
const BELT_MS = 120_000;

/** Listens as long as somebody acts; what is missed while the line is down is asked for as soon as it is back. */
export function startLive(): void {
  effect(() => {
    if (membership.value === null) return;
    const events = new EventSource(pathAs("/api/console/live"));
    let gather: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      clearTimeout(gather);
      gather = setTimeout(() => (news.value += 1), 150);
    };
    events.addEventListener("open", () => {
      if (!connected.peek()) look();
      connected.value = true;
    });
    events.addEventListener("hint", look);
    events.addEventListener("error", () => (connected.value = false));
    const poll = setInterval(() => {
      if (!connected.peek() && document.visibilityState === "visible") look();
    }, POLL_MS);
    const belt = setInterval(look, BELT_MS);
    const awake = (): void => {
      if (document.visibilityState === "visible") look();
    };
    document.addEventListener("visibilitychange", awake);
    addEventListener("online", look);
    return () => {
      events.close();
      connected.value = false;
      clearInterval(poll);
      clearInterval(belt);
      clearTimeout(gather);
      document.removeEventListener("visibilitychange", awake);
      removeEventListener("online", look);
    };
  });
  effect(() => {
    if (acknowledged.value > 0) news.value = news.peek() + 1;
  });
}
