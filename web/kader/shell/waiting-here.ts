import { useEffect, useState } from "preact/hooks";
import type { Card } from "#core/care/today.ts";
import { device } from "./device.ts";

const NONE: ReadonlySet<string> = new Set();

/** Keys of the drafts on this phone. */
export function useDrafts(): ReadonlySet<string> {
  const [keys, setKeys] = useState(NONE);
  useEffect(() => {
    let here = true;
    device.drafts.list().then((drafts) => here && setKeys(new Set(drafts.map(({ key }) => key))), () => undefined);
    return () => void (here = false);
  }, []);
  return keys;
}

/** Ids of open referrals whose own entry is still on this phone alone: nobody can have seen them. */
export function useUnsentReferrals(cards: readonly Card[]): ReadonlySet<string> {
  const [unsent, setUnsent] = useState(NONE);
  const waits = device.counters.value.unsent + device.counters.value.sent + device.counters.value.refused;
  const streams = cards.filter(({ referrals }) => referrals.some(({ seen }) => !seen)).map(({ stream }) => stream).join(" ");
  useEffect(() => {
    if (waits === 0 || streams === "") return setUnsent(NONE);
    let here = true;
    const read = async () => {
      const entries = (await Promise.all(streams.split(" ").map((stream) => device.stream(stream)))).flat();
      const made = entries.filter(({ type, standing }) => type === "referral.made" && standing !== "accepted");
      if (here) setUnsent(new Set(made.map(({ body }) => String(body["referral"]))));
    };
    read().catch(() => undefined);
    return () => void (here = false);
  }, [streams, waits]);
  return unsent;
}
