import type { TriageClass, TriageResult } from "../triage/engine.ts";

export type ReferralBody = {
  readonly referral: string;
  readonly class: "PEKAN" | "R24" | "SEGERA";
  readonly rules: string[];
  readonly because: string[];
  readonly blocksMassage: boolean;
};

const REFERRING: readonly TriageClass[] = ["PEKAN", "R24", "SEGERA"];

/**
 * The referral that results ask for (one result a baby; the worst class holds), or null where none does. `rules` are all that
 * refer, the worst class first; `because` are the answers behind them; a rule that blocks massage keeps it blocked until the answer.
 */
export function referralFor(referral: string, results: readonly TriageResult[]): ReferralBody | null {
  const fired = results.flatMap((result) => result.fired).filter((rule) => rule.class !== null && REFERRING.includes(rule.class));
  const worst = fired.reduce((rank, rule) => Math.max(rank, REFERRING.indexOf(rule.class ?? "LANJUT")), -1);
  if (worst < 0) return null;
  const ordered = [...fired].sort((a, b) => REFERRING.indexOf(b.class ?? "LANJUT") - REFERRING.indexOf(a.class ?? "LANJUT"));
  return {
    referral,
    class: REFERRING[worst] as ReferralBody["class"],
    rules: [...new Set(ordered.map((rule) => rule.id))],
    because: [...new Set(ordered.flatMap((rule) => rule.because))].slice(0, 80),
    blocksMassage: fired.some((rule) => rule.blocks),
  };
}
