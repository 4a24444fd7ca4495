import { signal } from "@preact/signals";
import { isUnsent, tell } from "./pending.ts";
import { t } from "./texts.ts";

type Said = { readonly text: string; readonly undo?: { readonly label: string; readonly onUndo: () => void } };

export const said = signal<Said | null>(null);

/** A word that goes by itself. */
export const sayOnly = (text: string): void => void (said.value = { text });

/** How long it is given before it is said that it has not arrived yet. */
const ARRIVES_MS = 1500;

/** Says that something was done, whether it has reached the server, and lets it be taken back as an entry of its own. */
export function say({ entries, stream, text, kept, undone, undo }: { entries: readonly string[]; stream: string; text: string; kept: string; undone: string; undo?: () => unknown }): void {
  const withdraw = stream.startsWith("kader:") ? "kader.entry-withdrawn" : "entry.withdrawn";
  const onUndo = (): void => {
    if (undo === undefined) void tell({ stream, type: withdraw, body: {}, replaces: entries });
    else undo();
    sayOnly(undone);
  };
  const told: Said = { text, undo: { label: t("undo"), onUndo } };
  said.value = told;
  setTimeout(() => {
    if (said.value === told && entries.some(isUnsent)) said.value = { ...told, text: kept };
  }, ARRIVES_MS);
}
