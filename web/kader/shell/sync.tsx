import type { JSX } from "preact";
import { SyncChip, type SyncState } from "#web/shared/controls/SyncChip.tsx";
import { device } from "./device.ts";
import { t } from "./texts.ts";

type Counters = { readonly unsent: number; readonly sent: number; readonly accepted: number; readonly refused: number };

/** The four numbers (L5), each with its word. */
export const countsOf = (counters: Counters) => [
  { key: "unsent", label: t("countUnsent"), count: counters.unsent } as const,
  { key: "sent", label: t("countSent"), count: counters.sent } as const,
  { key: "accepted", label: t("countAccepted"), count: counters.accepted } as const,
  { key: "refused", label: t("countRefused"), count: counters.refused } as const,
];

function standOf(counters: Counters, line: "offline" | "outdated" | "busy" | "fine"): { state: SyncState; text: string; note: string } {
  if (counters.refused > 0) return { state: "refused", text: t("syncRefused", { count: counters.refused }), note: t("noteRefused") };
  if (line === "outdated") return { state: "refused", text: t("syncOutdated"), note: t("noteOutdated") };
  // Offered without an answer is not delivered: for her it is one number.
  const waiting = counters.unsent + counters.sent;
  if (waiting > 0) return { state: line === "offline" ? "offline" : "waiting", text: t(line === "busy" ? "syncSending" : "syncUnsent", { count: waiting }), note: t("noteSafe") };
  return { state: "done", text: t("syncDone"), note: t("noteDone") };
}

/** Where her entries are, on every page with a bar; a tap shows the four numbers. */
export const Sync = (): JSX.Element => {
  const counters = device.counters.value;
  const sync = device.syncState.value;
  const stand = standOf(counters, sync === "offline" ? "offline" : sync === "outdated-token" ? "outdated" : sync === "syncing" ? "busy" : "fine");
  return <SyncChip {...stand} counts={countsOf(counters)} link={{ href: "#/hp", label: t("seePhone") }} />;
};
