import { useEffect, useRef } from "preact/hooks";

/** How long a screen was looked at, ms: the time while the phone showed something else does not count. */
export function usePace(screen: string): () => number {
  const clock = useRef({ since: performance.now(), seen: 0 });
  useEffect(() => {
    clock.current = { since: performance.now(), seen: 0 };
    const change = () => {
      const { since, seen } = clock.current;
      clock.current = document.visibilityState === "hidden" ? { since: Infinity, seen: seen + Math.max(0, performance.now() - since) } : { since: performance.now(), seen };
    };
    document.addEventListener("visibilitychange", change);
    return () => document.removeEventListener("visibilitychange", change);
  }, [screen]);
  return () => clock.current.seen + Math.max(0, performance.now() - clock.current.since);
}
