import { computed, type ReadonlySignal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import type { MotherView, Referral } from "#core/care/mother-view.ts";
import { referralStanding, type ReferralStanding, type Travel } from "#core/referral/standing.ts";
import { device } from "#web/kader/shell/device.ts";

export type ContactWay = Referral["passed"][number]["way"];

/** How long after a call or message it still makes sense to ask whether it got through, ms. */
const ASK_REACHED_MS = 30 * 60_000;

/** When this phone learned that an entry of its own had arrived: the server does not hand own entries back with their time. Lasts as long as the app is open. */
const learnedAt = new Map<string, string>();
const waiting = new Set<string>();

function noteArrival(entry: string, state: Travel["state"]): string | undefined {
  if (state !== "accepted") waiting.add(entry);
  else if (waiting.delete(entry)) learnedAt.set(entry, device.lastSyncAt.value ?? device.now().toISOString());
  return learnedAt.get(entry);
}

/** How the referral's own entry travels, read anew after every change here and every sync. */
export function useTravel(stream: string, referral: Referral | undefined): Travel {
  const [travel, setTravel] = useState<Travel>({ state: "unsent" });
  const entry = referral?.made.entry;
  // Reading these subscribes: each moves when something was sent or came in.
  const moved = `${device.counters.value.unsent} ${device.counters.value.sent} ${device.counters.value.refused} ${device.lastSyncAt.value}`;
  useEffect(() => {
    let here = true;
    void device.stream(stream).then((entries) => {
      const made = entries.find((one) => one.id === entry);
      if (!here || made === undefined) return;
      const receivedAt = made.receivedAt ?? noteArrival(made.id, made.standing);
      setTravel({ state: made.standing, ...(receivedAt !== undefined && { receivedAt }) });
    });
    return () => void (here = false);
  }, [stream, entry, moved]);
  return travel;
}

export const standingOf = (referral: Referral, travel: Travel): ReferralStanding => referralStanding(referral, travel);

/** A contact that was begun a moment ago and of which nobody said yet whether it got through. */
export function openContact(referral: Referral, now: number): Referral["passed"][number] | undefined {
  const last = referral.passed.findLast((one) => one.way === "call" || one.way === "message");
  return last !== undefined && last.reached === undefined && now - Date.parse(last.at) < ASK_REACHED_MS ? last : undefined;
}

/** Calls that reached nobody: the next number is offered then. */
export const callsMissed = (referral: Referral): number => referral.passed.filter((one) => one.way === "call" && one.reached === false).length;

/** Notes an attempt. It never holds the call itself up: what cannot be written is only said on the console. */
export function passOn(stream: string, referral: string, by: ContactWay): void {
  const body = { referral, contact: device.newId(), by };
  device.record("referral.passed", { stream, body }).catch((cause: unknown) => console.error(cause));
}

export function sayReached(stream: string, referral: string, contact: Referral["passed"][number], reached: boolean): void {
  const body = { referral, contact: contact.contact, by: contact.way, reached };
  device.record("referral.passed", { stream, body, occurredAt: contact.at, replaces: [contact.entry] }).catch((cause: unknown) => console.error(cause));
}

/** The mother and this referral in her record, following every change. */
export function useReferral(stream: string, id: string): { readonly view: MotherView | null | undefined; readonly referral: Referral | undefined } {
  const [watched] = useState<ReadonlySignal<MotherView | null | undefined>>(() => device.watchMother(stream));
  const [found] = useState(() => computed(() => watched.value?.referrals.find((one) => one.referral === id)));
  return { view: watched.value, referral: found.value };
}
