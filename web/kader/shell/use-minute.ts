import { useEffect, useState } from "preact/hooks";
import { device } from "./device.ts";

/** The time, ms, anew every minute and whenever the phone is looked at again: so that "25 menit" stays true. */
export function useMinute(): number {
  const [now, setNow] = useState(() => device.now().getTime());
  useEffect(() => {
    const tick = () => setNow(device.now().getTime());
    const timer = setInterval(tick, 60_000);
    document.addEventListener("visibilitychange", tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", tick);
    };
  }, []);
  return now;
}
