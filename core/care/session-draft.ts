import type { SessionState } from "./session.ts";
import type { StopReason } from "./session-entries.ts";

/** The steps of a session with a mother, in their order; each asks one thing. */
export const SESSION_STEPS = ["consent", "hands", "ease-before", "confidence-before", "prepare", "position", "massage", "feed", "let-down", "flow", "ease", "confidence", "bruise", "done"] as const;
export type SessionStep = (typeof SESSION_STEPS)[number];

/** What is known of a session that is not over: plain data, kept after every tap, so that it goes on where it stood. */
export type SessionDraft = {
  readonly session: string;
  readonly mother: string;
  readonly visit?: string;
  readonly step: SessionStep;
  /** When it was last written down, in ms of the phone's clock. */
  readonly keptAt: number;
  readonly hands?: "kader" | "husband" | "family";
  readonly easeBefore?: number;
  readonly confidenceBefore?: number;
  readonly clock: SessionState;
  readonly fed?: "breast" | "expressed" | "not-yet";
  readonly letDown?: readonly string[];
  readonly flow?: "none" | "drops" | "trickles" | "flows";
  readonly ease?: number;
  readonly confidence?: number;
  readonly bruiseOrPain?: boolean;
};

export function stepAfter(step: SessionStep): SessionStep {
  return SESSION_STEPS[SESSION_STEPS.indexOf(step) + 1] ?? "done";
}

/** Back to the question before, but never back across the massage: what the clock counted stands. */
export function stepBefore(step: SessionStep): SessionStep | null {
  const at = SESSION_STEPS.indexOf(step);
  const floor = at > SESSION_STEPS.indexOf("massage") ? SESSION_STEPS.indexOf("feed") : 0;
  return step === "massage" || step === "done" || at <= floor ? null : (SESSION_STEPS[at - 1] ?? null);
}

export type SessionEnded = {
  readonly session: string;
  readonly seconds: number;
  readonly pauses: number;
  readonly comfort: SessionState["comfort"];
  readonly extended: boolean;
  readonly stopped: StopReason | null;
};

export function endedBody(draft: SessionDraft): SessionEnded {
  const { countedMs, pauses, comfort, extended, stopped } = draft.clock;
  return { session: draft.session, seconds: Math.floor(countedMs / 1000), pauses, comfort, extended, stopped };
}

export function startedBody(draft: SessionDraft, gate: { readonly screening: string; readonly clearance: string }) {
  return {
    session: draft.session,
    ...(draft.visit !== undefined && { visit: draft.visit }),
    ...gate,
    hands: draft.hands ?? "kader",
    /** The way to the clock leads over her yes alone. */
    consent: true,
    fromPaper: false,
    ...(draft.confidenceBefore !== undefined && { confidenceBefore: draft.confidenceBefore }),
    ...(draft.easeBefore !== undefined && { easeBefore: draft.easeBefore }),
  };
}

/** What changed after the feed, or null while the feed and the flow are not told. */
export function followedBody(draft: SessionDraft) {
  if (draft.fed === undefined || draft.flow === undefined) return null;
  return {
    session: draft.session,
    fed: draft.fed,
    letDown: [...(draft.letDown ?? [])],
    flow: draft.flow,
    ...(draft.ease !== undefined && { ease: draft.ease }),
    ...(draft.confidence !== undefined && { confidence: draft.confidence }),
    ...(draft.bruiseOrPain !== undefined && { bruiseOrPain: draft.bruiseOrPain }),
  };
}
