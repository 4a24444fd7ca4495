import { computed, signal, type ReadonlySignal } from "@preact/signals";
import { cardOf } from "#core/care/today.ts";
import { sessionGate, type Gate } from "#core/care/gate.ts";
import { knownAnswers } from "#core/care/known.ts";
import { visitAnswersForSession } from "#core/care/massage-screen.ts";
import type { MotherView } from "#core/care/mother-view.ts";
import { endedBody, followedBody, startedBody, type SessionDraft } from "#core/care/session-draft.ts";
import { newSession, session, wakeUp, type SessionState } from "#core/care/session.ts";
import { referralFor, type ReferralBody } from "#core/referral/refer.ts";
import type { Answers } from "#core/triage/answers.ts";
import { triage, type TriageResult } from "#core/triage/engine.ts";
import { HOLDING } from "#content/care/holding.ts";
import { CURRENT_BOOK } from "#content/rules/rule-book.ts";
import { CLASS_AFTER_STOP, SESSION_RULES } from "#content/rules/session.ts";
import { device } from "#web/kader/shell/device.ts";
import { calledName } from "#web/kader/shell/mother-name.ts";

/** The counted clock is written down at least this often, in ms of counted time: a dead battery loses no more than that. */
const KEEP_EVERY_MS = 2_000;

/** Hands that have rested this long do not go on where they stopped: the session is told as interrupted. */
const ABANDONED_MS = 30 * 60_000;

export type OpenSession = {
  readonly name: string;
  readonly draft: ReadonlySignal<SessionDraft | null>;
  readonly gate: ReadonlySignal<Gate>;
  /** The last writing found no room on the phone: nothing of it was half written, and the next tap tries again. */
  readonly failed: ReadonlySignal<boolean>;
  /** A referral that is not answered yet. */
  readonly openReferral: string | null;
  /** Writes the draft down, then shows it. */
  readonly keep: (draft: SessionDraft) => Promise<void>;
  /** An answer was tapped: entries are made where the step before ended something. */
  readonly answer: (draft: SessionDraft) => Promise<void>;
  /** The clock moved; gives the referral that a stop made, where she must be shown it at once. */
  readonly clock: (clock: SessionState) => Promise<string | null>;
  /** Tries again to write down a session that is over. */
  readonly finish: () => Promise<string | null>;
  readonly drop: () => Promise<void>;
};

const draftKey = (stream: string): string => `session:${stream.slice("mother:".length)}`;

/** Opens a mother's session where it stood, or a new one; the gate is asked anew each time. */
export async function openSession(stream: string): Promise<OpenSession> {
  const view = await device.mother(stream);
  if (view === null) throw new Error("the route checked that she is here");
  const key = draftKey(stream);
  const found = await device.drafts.get<SessionDraft>(key);
  const judged = judge(view, { "mother.consent": true });
  const gate = signal(sessionGate(view.consent, device.clearance(), judged?.results ?? []));
  const fresh: SessionDraft = { session: device.newId(), mother: stream, ...(judged !== null && { visit: judged.visit }), step: "consent", keptAt: device.now().getTime(), clock: newSession(SESSION_RULES) };
  const draft = signal<SessionDraft | null>(found === undefined ? (gate.value.open ? fresh : null) : { ...found, clock: wakeUp(found.clock) });
  let writtenMs = draft.value?.clock.countedMs ?? 0;
  let writing = false;

  const write = async (next: SessionDraft) => {
    writtenMs = next.clock.countedMs;
    await device.drafts.put(key, { ...next, keptAt: device.now().getTime() });
  };
  const keep = async (next: SessionDraft) => {
    await write(next);
    draft.value = next;
  };

  const failed = signal(false);
  const noting = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      const done = await work();
      failed.value = false;
      return done;
    } catch (cause) {
      console.error(cause);
      failed.value = true;
      return undefined;
    }
  };

  const begin = async (next: SessionDraft) => {
    const open = gate.value;
    if (!open.open || judged === null) return;
    await device.recordAll([{ type: "session.started", stream, body: startedBody(next, { screening: judged.screening, clearance: open.clearance }) }]);
    await keep({ ...next, clock: session(SESSION_RULES, next.clock, { type: "begin", at: performance.now() }) });
  };

  const end = async (next: SessionDraft): Promise<string | null> => {
    const { stopped } = next.clock;
    const asked = stopped === null ? undefined : CLASS_AFTER_STOP[stopped];
    const referral: ReferralBody | null = asked === undefined || asked === "LANJUT" || asked === "BANTU" ? null : { referral: device.newId(), class: asked, rules: [], because: [`session.${stopped}`], blocksMassage: true };
    await device.recordAll([
      { type: "session.ended", stream, body: endedBody(next) },
      ...(referral === null ? [] : [{ type: "referral.made", stream, body: { ...referral, session: next.session } }]),
    ]);
    if (referral?.class !== "SEGERA") {
      await keep({ ...next, step: "feed" });
      return referral?.referral ?? null;
    }
    await device.drafts.remove(key);
    return referral.referral;
  };

  const follow = async (next: SessionDraft) => {
    const body = followedBody(next);
    if (body === null) return;
    const after = next.bruiseOrPain === true ? (judge(view, { "course.bruiseOrPainAfter": true })?.results ?? []) : [];
    const bruise = referralFor(device.newId(), after.map(onlyRule("S10")));
    await device.recordAll(
      [{ type: "session.followed", stream, body }, ...(bruise === null ? [] : [{ type: "referral.made", stream, body: { ...bruise, session: next.session } }])],
      { draft: key },
    );
    draft.value = next;
  };

  if (found?.step === "massage" && found.clock.phase !== "ready" && device.now().getTime() - found.keptAt > ABANDONED_MS) {
    await end({ ...found, clock: session(SESSION_RULES, found.clock, { type: "stop", reason: "interrupted" }) });
  }

  return {
    name: calledName(cardOf(view)),
    draft: computed(() => draft.value),
    gate: computed(() => gate.value),
    failed: computed(() => failed.value),
    openReferral: view.referrals.find((one) => one.answers.length === 0)?.referral ?? null,
    keep,
    answer: async (next) => {
      // A second tap while the first is being written down is the same answer.
      if (writing) return;
      writing = true;
      await noting(() => (next.step === "massage" ? begin(next) : next.step === "done" ? follow(next) : keep(next)));
      writing = false;
    },
    clock: async (clock) => {
      const before = draft.value;
      if (before === null || before.clock.phase === "over") return null;
      const next = { ...before, clock };
      // Shown first: the clock does not wait for the disk, and what is over ends once.
      draft.value = next;
      if (clock.phase === "over") return (await noting(() => end(next))) ?? null;
      if (clock.phase !== before.clock.phase || clock.countedMs - writtenMs >= KEEP_EVERY_MS) await noting(() => write(next));
      return null;
    },
    finish: async () => {
      const over = draft.value;
      return over === null || writing ? null : ((await noting(() => end(over))) ?? null);
    },
    drop: async () => {
      await device.drafts.remove(key);
      draft.value = null;
    },
  };
}

/** Today's answers through the rules, one result a baby; null where nothing was asked today. */
function judge(view: MotherView, more: Answers): { readonly visit: string; readonly screening: string; readonly results: readonly TriageResult[] } | null {
  const now = device.now().getTime();
  const today = visitAnswersForSession(view, now, HOLDING);
  const timezone = device.site.value?.timezone;
  if (today === null || timezone === undefined) return null;
  const results = today.cases.map(({ baby, answers }) => triage(CURRENT_BOOK, { answers: { ...knownAnswers(view, baby, now, timezone), ...answers, ...more }, complete: false }));
  return { visit: today.visit, screening: today.screening, results };
}

/** The other rules have spoken at the screening; only this one is new. */
const onlyRule = (id: string) => (result: TriageResult): TriageResult => ({ ...result, fired: result.fired.filter((rule) => rule.id === id) });
