import { batch, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import type { Card } from "#core/care/today.ts";
import { motherView, type MotherView } from "#core/care/mother-view.ts";
import type { Place, ProgrammeView } from "#core/programme/programme-view.ts";
import { FOLD_VERSION } from "#core/ledger/fold.ts";
import type { KaderView } from "#core/training/kader-view.ts";
import { keptOf, stateOfStream, type Ledger } from "./ledger.ts";
import type { StreamEntry } from "./api.ts";
import { differencesOf, isSettled, type Difference } from "./snapshot.ts";

/** What screens read of the open ledger, as signals; all empty while it is locked. */
export function ledgerViews() {
  const cards = signal<readonly Card[]>([]);
  const me = signal<KaderView | null>(null);
  const programme = signal<ProgrammeView | null>(null);
  const places = signal<readonly Place[]>([]);
  const parked = signal(0);
  const agreement = signal<readonly Difference[]>([]);
  const lastSyncAt = signal<string | null>(null);
  const folds = signal<{ here: number; server: number | null }>({ here: FOLD_VERSION, server: null });
  const watched = new Map<string, Signal<MotherView | null | undefined>>();
  let open: Ledger | null = null;

  const look = async (stream: string, shown: Signal<MotherView | null | undefined>) => {
    const ledger = open;
    const view = ledger === null ? undefined : await motherOf(ledger, stream);
    if (ledger === open) shown.value = view;
  };
  const show = (ledger: Ledger | null, changed: readonly string[] | "all") => {
    open = ledger;
    batch(() => {
      const summaries = Object.values(ledger?.snapshot.streams ?? {});
      cards.value = summaries.flatMap(({ card }) => card ?? []);
      me.value = summaries.find(({ kader }) => kader !== undefined)?.kader ?? null;
      programme.value = summaries.find((summary) => summary.programme !== undefined)?.programme ?? null;
      places.value = programme.value?.sites.find(({ site }) => site === ledger?.reader.site.id)?.places ?? [];
      parked.value = summaries.reduce((sum, summary) => sum + summary.parked, 0);
      agreement.value = ledger === null ? [] : differencesOf(ledger.snapshot, ledger.phone.outbox);
      lastSyncAt.value = ledger?.snapshot.lastSyncAt ?? null;
      folds.value = { here: FOLD_VERSION, server: ledger?.snapshot.serverFold ?? null };
      if (ledger === null) for (const shown of watched.values()) shown.value = undefined;
    });
    if (ledger !== null) for (const [stream, shown] of watched) if (changed === "all" || changed.includes(stream)) void look(stream, shown);
  };
  const watchMother = (stream: string): ReadonlySignal<MotherView | null | undefined> => {
    const known = watched.get(stream);
    if (known !== undefined) return known;
    const shown = signal<MotherView | null | undefined>(undefined);
    watched.set(stream, shown);
    void look(stream, shown);
    return shown;
  };
  return { cards, me, programme, places, parked, agreement, lastSyncAt, folds, watchMother, show };
}

export async function motherOf(ledger: Ledger, stream: string): Promise<MotherView | null> {
  const state = await stateOfStream(ledger, stream);
  return state.count === 0 ? null : motherView(stream, state);
}

export async function storyOf(ledger: Ledger, stream: string): Promise<StreamEntry[]> {
  const kept = await keptOf(ledger, stream);
  const { entries } = await stateOfStream(ledger, stream);
  return entries.map((entry): StreamEntry => {
    const one = kept.get(entry.id);
    const state = one === undefined || isSettled(one, ledger.phone.outbox) ? "set-aside" : (ledger.phone.outbox.get(entry.id)?.state ?? "set-aside");
    return { ...entry, flags: one?.flags ?? [], standing: state === "set-aside" ? "accepted" : state, ...(one?.receivedAt != null && { receivedAt: one.receivedAt }) };
  });
}
