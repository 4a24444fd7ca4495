import type { TriageResult } from "../triage/engine.ts";
import type { ClearanceStanding } from "../training/kader-view.ts";
import type { Consent } from "./mother-view.ts";

/** Why a guided session may not start; all that hold are shown, so that she can mend them at once. */
export type Barrier =
  | { readonly code: "clearance"; readonly standing: Exclude<ClearanceStanding, { state: "valid" }> }
  | { readonly code: "consent-to-record" }
  | { readonly code: "no-screening" }
  | { readonly code: "blocked"; readonly rules: readonly string[] }
  | { readonly code: "incomplete"; readonly missing: readonly string[] };

export type Gate = { readonly open: true; readonly clearance: string } | { readonly open: false; readonly barriers: readonly Barrier[] };

/**
 * T1: no guided session starts without a valid clearance, for a mother whom a rule blocks, or with a screen that is
 * incomplete. `results` are those of this visit, one for each baby; a policy, not a lock, and the same offline.
 */
export function sessionGate(consent: Consent, clearance: ClearanceStanding, results: readonly TriageResult[]): Gate {
  const barriers: Barrier[] = [];
  if (clearance.state !== "valid") barriers.push({ code: "clearance", standing: clearance });
  if (consent.state !== "given") barriers.push({ code: "consent-to-record" });
  if (results.length === 0) barriers.push({ code: "no-screening" });
  const rules = unique(results.flatMap((result) => (result.massage === "blocked" ? result.blockedBy : [])));
  if (rules.length > 0) barriers.push({ code: "blocked", rules });
  const missing = unique(results.flatMap((result) => (result.massage === "incomplete" ? result.missing : [])));
  if (missing.length > 0) barriers.push({ code: "incomplete", missing });
  if (barriers.length === 0 && clearance.state === "valid") return { open: true, clearance: clearance.clearance };
  return { open: false, barriers };
}

const unique = (values: readonly string[]): string[] => [...new Set(values)].sort();
