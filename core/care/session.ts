import type { StopReason } from "./session-entries.ts";

/** What the rule data says of a session; numbers have their one home there. */
export type SessionRules = {
  /** Seconds of counted time at which comfort is asked, rising. */
  readonly comfortAtSeconds: readonly number[];
  readonly plannedSeconds: number;
  readonly extraSeconds: number;
  readonly capSeconds: number;
  /** Pain (0 to 10) from which the session is over; below it, and above 0, it goes on lighter only if she wishes. */
  readonly painEndsAt: number;
};

/** A gap between two ticks longer than this (ms) means that the phone slept: that time never counts. */
export const LONGEST_TICK = 2_000;

export type SessionPhase =
  /** The hands have not begun. */
  | "ready"
  | "running"
  /** Hands off: how does it feel? */
  | "asking"
  /** She said that it hurts a little: only she decides whether it goes on, lighter. */
  | "lighter"
  | "paused"
  /** The planned time is over: once more, only on her wish. */
  | "offered"
  | "over";

/** All of it is plain data: it is the draft that a dead battery leaves behind. Times in ms of counted time unless named otherwise. */
export type SessionState = {
  readonly phase: SessionPhase;
  readonly countedMs: number;
  readonly limitMs: number;
  /** Monotonic reading at the last tick while running; null whenever the hands rest. */
  readonly tickAt: number | null;
  /** How many of the askings of `comfortAtSeconds` are behind us. */
  readonly asked: number;
  readonly comfort: readonly { readonly second: number; readonly pain: number }[];
  readonly pauses: number;
  readonly pausedBy: "her" | "phone" | null;
  readonly extended: boolean;
  readonly stopped: StopReason | null;
};

export type SessionEvent =
  | { readonly type: "begin"; readonly at: number }
  | { readonly type: "tick"; readonly at: number }
  | { readonly type: "pause"; readonly at: number }
  /** The screen was locked or hidden, or the app died: what passed since the last tick is unknown. */
  | { readonly type: "slept" }
  | { readonly type: "resume" }
  | { readonly type: "comfort"; readonly pain: number; readonly at: number }
  | { readonly type: "lighter"; readonly wishes: boolean; readonly at: number }
  | { readonly type: "extend"; readonly wishes: boolean; readonly at: number }
  | { readonly type: "stop"; readonly reason: StopReason };

export function newSession(rules: SessionRules): SessionState {
  return { phase: "ready", countedMs: 0, limitMs: rules.plannedSeconds * 1000, tickAt: null, asked: 0, comfort: [], pauses: 0, pausedBy: null, extended: false, stopped: null };
}

/** Total: an event that does not fit the phase changes nothing, so that a double tap is harmless. */
export function session(rules: SessionRules, state: SessionState, event: SessionEvent): SessionState {
  if (state.phase === "over") return state;
  switch (event.type) {
    case "begin":
      return state.phase === "ready" ? { ...state, phase: "running", tickAt: event.at } : state;
    case "tick":
      return state.phase === "running" ? tick(rules, state, event.at) : state;
    case "pause":
      return state.phase === "running" ? rest({ ...tick(rules, state, event.at) }, "her") : state;
    case "slept":
      return state.phase === "running" ? rest(state, "phone") : state;
    case "resume":
      return state.phase === "paused" ? { ...state, phase: "asking", tickAt: null } : state;
    case "comfort":
      return state.phase === "asking" ? comfort(rules, state, event.pain, event.at) : state;
    case "lighter":
      if (state.phase !== "lighter") return state;
      return event.wishes ? goOn(state, event.at) : { ...state, phase: "over", stopped: "her-wish", tickAt: null };
    case "extend":
      return state.phase === "offered" ? extend(rules, state, event) : state;
    case "stop":
      return { ...state, phase: "over", stopped: event.reason, tickAt: null };
    default:
      return event satisfies never;
  }
}

function tick(rules: SessionRules, state: SessionState, at: number): SessionState {
  const passed = at - (state.tickAt ?? at);
  if (passed < 0 || passed > LONGEST_TICK) return rest(state, "phone");
  const nextAsking = rules.comfortAtSeconds[state.asked];
  const askAt = nextAsking === undefined ? Infinity : nextAsking * 1000;
  const until = Math.min(state.limitMs, askAt);
  const countedMs = Math.min(state.countedMs + passed, until);
  const moved = { ...state, countedMs, tickAt: at };
  if (countedMs < until) return moved;
  if (countedMs >= askAt) return { ...moved, phase: "asking", asked: state.asked + 1, tickAt: null };
  return timeIsOver(moved);
}

function timeIsOver(state: SessionState): SessionState {
  return { ...state, phase: state.extended ? "over" : "offered", tickAt: null };
}

function rest(state: SessionState, pausedBy: "her" | "phone"): SessionState {
  return state.phase === "running" ? { ...state, phase: "paused", pausedBy, pauses: state.pauses + 1, tickAt: null } : state;
}

function comfort(rules: SessionRules, state: SessionState, pain: number, at: number): SessionState {
  if (!Number.isInteger(pain) || pain < 0 || pain > 10) return state;
  const told = { ...state, comfort: [...state.comfort, { second: Math.floor(state.countedMs / 1000), pain }] };
  if (pain >= rules.painEndsAt) return { ...told, phase: "over", stopped: "pain", tickAt: null };
  if (pain > 0) return { ...told, phase: "lighter" };
  return goOn(told, at);
}

function goOn(state: SessionState, at: number): SessionState {
  return state.countedMs >= state.limitMs ? timeIsOver(state) : { ...state, phase: "running", pausedBy: null, tickAt: at };
}

function extend(rules: SessionRules, state: SessionState, event: { readonly wishes: boolean; readonly at: number }): SessionState {
  if (!event.wishes) return { ...state, phase: "over" };
  const limitMs = Math.min(state.limitMs + rules.extraSeconds * 1000, rules.capSeconds * 1000);
  return { ...state, phase: "running", extended: true, limitMs, tickAt: event.at };
}

/** What is found of a session after the app or the battery died: the hands rest, and comfort is asked before they go on. */
export function wakeUp(state: SessionState): SessionState {
  return state.phase === "running" ? rest(state, "phone") : { ...state, tickAt: null };
}
