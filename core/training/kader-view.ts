import { said, underPrefix, type StreamState } from "../ledger/fold.ts";

export type Clearance = { readonly clearance: string; readonly from: string; readonly until: string; readonly by: string; readonly words?: string };

/** A kader as her stream tells her. */
export type KaderView = {
  readonly stream: string;
  readonly name: string;
  readonly bornInYear?: number;
  readonly phone?: string;
  readonly area?: string;
  readonly posyandu?: string;
  readonly site?: string;
  readonly hasPhone?: boolean;
  readonly left: boolean;
  readonly invented: boolean;
  /** Those that nothing replaces or withdraws, from old to new. */
  readonly clearances: readonly Clearance[];
  readonly withdrawn: readonly { readonly clearance: string; readonly words: string; readonly by: string; readonly at: string }[];
  readonly practices: number;
  readonly parked: number;
  readonly count: number;
};

export function kaderView(stream: string, state: StreamState): KaderView {
  const clearances: Clearance[] = [];
  const withdrawn: KaderView["withdrawn"][number][] = [];
  for (const { said: values } of underPrefix(state, "clearance/")) {
    const facts = values.flatMap(({ value, by }) => by.slice(0, 1).map((entry) => ({ value: value as { clearance: string; from: string; until: string; withdrawn?: true; words?: string }, entry })));
    // A withdrawal holds wherever it stands, also beside a renewal made at the same time by somebody who had not seen it.
    for (const { value, entry } of facts.filter((fact) => fact.value.withdrawn)) withdrawn.push({ clearance: value.clearance, words: value.words ?? "", by: entry.author, at: entry.occurredAt });
    if (facts.some((fact) => fact.value.withdrawn)) continue;
    for (const { value, entry } of facts) clearances.push({ clearance: value.clearance, from: value.from, until: value.until, by: entry.author, ...(value.words !== undefined && { words: value.words }) });
  }
  const text = (field: string) => {
    const value = said(state, `kader/${field}`)?.value;
    return typeof value === "string" ? { [field]: value } : {};
  };
  const born = said(state, "kader/bornInYear")?.value;
  const hasPhone = said(state, "kader/hasPhone")?.value;
  return {
    stream,
    name: String(said(state, "kader/name")?.value ?? ""),
    ...(typeof born === "number" && { bornInYear: born }),
    ...text("phone"),
    ...text("area"),
    ...text("posyandu"),
    ...text("site"),
    ...(typeof hasPhone === "boolean" && { hasPhone }),
    left: said(state, "left") !== undefined,
    invented: said(state, "kader/invented")?.value === true,
    clearances: clearances.sort((a, b) => (a.until < b.until ? -1 : 1)),
    withdrawn,
    practices: underPrefix(state, "practice/").length,
    parked: state.parked.length,
    count: state.count,
  };
}

export type ClearanceStanding =
  | { readonly state: "valid"; readonly clearance: string; readonly until: string }
  | { readonly state: "expired"; readonly until: string }
  | { readonly state: "withdrawn"; readonly words: string }
  | { readonly state: "none" };

/** `now` is the later of the server's last time, carried on by a monotonic clock, and the phone's own: never a time in an entry. */
export function clearanceAt(view: Pick<KaderView, "clearances" | "withdrawn">, now: number): ClearanceStanding {
  const begun = view.clearances.filter((one) => Date.parse(one.from) <= now);
  const valid = begun.filter((one) => Date.parse(one.until) > now).at(-1);
  if (valid !== undefined) return { state: "valid", clearance: valid.clearance, until: valid.until };
  const ended = begun.at(-1);
  if (ended !== undefined) return { state: "expired", until: ended.until };
  const taken = [...view.withdrawn].sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
  return taken === undefined ? { state: "none" } : { state: "withdrawn", words: taken.words };
}
