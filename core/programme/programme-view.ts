import { said, underPrefix, type StreamState } from "../ledger/fold.ts";

export type Place = { readonly kind: "midwife" | "clinic" | "hospital" | "emergency"; readonly name: string; readonly phone?: string; readonly hours?: string; readonly way?: string; readonly address?: string };
export type Site = { readonly site: string; readonly name: string; readonly timezone: string; readonly address?: string; readonly places: readonly Place[] };
export type Staff = { readonly person: string; readonly name: string; readonly role: "midwife" | "lead" | "head" | "operator"; readonly site: string | null; readonly phone?: string };

export type ProgrammeView = {
  readonly stream: string;
  readonly name: string;
  readonly permits?: string;
  readonly hosts?: string;
  readonly runs?: string;
  readonly starts?: string;
  readonly ends?: string;
  readonly aim?: string;
  readonly demo: boolean;
  readonly sites: readonly Site[];
  readonly staff: readonly Staff[];
};

export function programmeView(stream: string, state: StreamState): ProgrammeView {
  const facts = (said(state, "programme")?.value ?? {}) as Partial<ProgrammeView>;
  const values = <T>(prefix: string) => underPrefix(state, prefix).flatMap(({ said: all }) => all.slice(-1).map(({ value }) => value as unknown as T));
  return { ...facts, stream, name: facts.name ?? "", demo: facts.demo === true, sites: values<Site>("site/"), staff: values<Staff>("staff/") };
}
