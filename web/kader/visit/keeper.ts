import { computed, signal, type ReadonlySignal } from "@preact/signals";
import { CATALOGUE } from "#core/catalogue.ts";
import { cardOf } from "#core/care/today.ts";
import { classOf, judgeVisit, rulesOf, turnsAhead, type Turn } from "#core/care/judge-visit.ts";
import { carriedAnswers, putOff } from "#core/care/massage-screen.ts";
import type { MotherView } from "#core/care/mother-view.ts";
import { closed, isStale, newVisit, readDraft, visit, type Ahead, type VisitDraft, type VisitEvent, type VisitPurpose } from "#core/care/visit.ts";
import { referring, visitEntries, type Judged } from "#core/care/visit-entries.ts";
import { unsaid } from "#core/ledger/unsaid.ts";
import { HOLDING, PUT_OFF_HOURS } from "#content/care/holding.ts";
import { asksForCauses, asksForPlan } from "#content/care/steps.ts";
import { followUpHours } from "#content/rules/follow-up.ts";
import { CURRENT_BOOK } from "#content/rules/rule-book.ts";
import { SCREENING_PLAN } from "#content/rules/screening.ts";
import { device } from "#web/kader/shell/device.ts";
import { calledName } from "#web/kader/shell/mother-name.ts";

/** A visit that is open on this phone: its draft, what is asked next, and what the rules say so far. */
export type OpenVisit = {
  readonly name: string;
  readonly view: ReadonlySignal<MotherView>;
  readonly draft: ReadonlySignal<VisitDraft>;
  readonly turns: ReadonlySignal<readonly Turn[]>;
  readonly judged: ReadonlySignal<Judged>;
  /** An old draft that was found: to go on with, or to be closed. */
  readonly stale: ReadonlySignal<boolean>;
  /** The phone could not write: what was tapped is still on the screen. */
  readonly failed: ReadonlySignal<boolean>;
  /** One tap: on disk before it shows. Gives the referral that must be shown now, if this tap made one urgent. */
  readonly send: (event: VisitEvent) => Promise<string | null>;
  readonly goOn: () => void;
  /** Closes the old draft as incomplete and begins anew. */
  readonly beginAnew: () => Promise<void>;
  /** A referral of this visit that its answers no longer ask for. */
  readonly mistaken: ReadonlySignal<string | null>;
  readonly withdraw: () => Promise<void>;
};

const draftKey = (mother: string): string => `visit:${mother}`;

/** Opens the visit of a mother where it stood, or a new one. */
export async function openVisit(mother: string, purpose: VisitPurpose): Promise<OpenVisit> {
  const stream = `mother:${mother}`;
  const key = draftKey(mother);
  const timezone = device.site.value?.timezone ?? "Asia/Jakarta";
  const seen = await device.mother(stream);
  if (seen === null) throw new Error("the route checked that she is here");
  const view = signal(seen);
  const found = readDraft(await device.drafts.get<unknown>(key));
  // A draft in which nothing was answered gives way to what is asked for now.
  const kept = found !== null && (found.purpose === purpose || found.given.length > 0) ? found : null;
  const draft = signal(kept ?? begun(seen, purpose));
  const stale = signal(kept !== null && isStale(kept, device.now().getTime()));
  const failed = signal(false);

  const judge = (one: VisitDraft): Judged => judgeVisit(CURRENT_BOOK, view.value, one, timezone, followUpHours);
  const ahead = (one: VisitDraft): readonly Turn[] => turnsAhead(CURRENT_BOOK, SCREENING_PLAN, view.value, one, timezone);
  const look = (one: VisitDraft): Ahead => {
    const left = one.ended === null ? ahead(one) : [];
    const judged = judge(left.length > 0 ? one : { ...one, ended: one.ended ?? "complete" });
    const [worst, rules] = [classOf(judged), rulesOf(judged)];
    const full = one.purpose === "full" && !rules.has("X01");
    return {
      screensLeft: left.length > 0,
      segera: worst === "SEGERA",
      causes: full && worst !== "SEGERA" && asksForCauses(rules),
      plan: full && worst !== "SEGERA" && asksForPlan(rules),
      companion: full && worst !== "SEGERA",
      next: one.purpose !== "massage",
    };
  };

  /** Tells what the draft wants said and the record does not say yet. */
  const tell = async (one: VisitDraft, options?: { readonly draft: string }): Promise<void> => {
    const state = await device.stateOf(stream);
    const news = unsaid(CATALOGUE, state, visitEntries(view.value, one, judge(one), device.now().getTime()));
    if (news.length > 0) await device.recordAll(news.map((entry) => ({ ...entry, stream })), options);
    else if (options !== undefined) await device.drafts.remove(options.draft);
    view.value = (await device.mother(stream)) ?? view.value;
  };

  /** Everything that a massage asks for may hold from an hour ago. */
  const startingPoint = (one: VisitDraft): VisitDraft => (one.step === "screening" && one.ended === null && ahead(one).length === 0 ? { ...one, ended: "complete", step: "result" } : one);
  draft.value = startingPoint(draft.value);

  let writing = Promise.resolve();
  /** One after the other: a second tap while the first is written waits for it. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T | undefined> => {
    const done = writing.then(work).then(
      (value) => {
        failed.value = false;
        return value;
      },
      (cause: unknown) => {
        console.error(cause);
        failed.value = true;
        return undefined;
      },
    );
    writing = done.then(() => undefined);
    return done;
  };

  const send = (event: VisitEvent) =>
    inTurn(async () => {
      const before = draft.value;
      const next = visit(look, before, event, device.now().toISOString());
      if (next === before) return null;
      await device.drafts.put(key, next);
      const urgentNow = next.urgent && !before.urgent;
      // A danger is told at once; what the phone has no room for must not hold her back.
      if (urgentNow) await tell(next).catch(() => (failed.value = true));
      else if (next.step === "done") await tell(next, { draft: key });
      else if (event.type === "again" || (next.step !== before.step && (next.ended !== null || before.step === "begin"))) await tell(next);
      draft.value = next;
      if (!urgentNow) return null;
      const { own, earlier } = referring(view.value, next, judge(next), device.now().getTime());
      return earlier?.referral ?? own?.referral ?? next.referral;
    }).then((referral) => referral ?? null);

  const beginAnew = async (): Promise<void> => {
    await inTurn(async () => {
      await tell(closed(draft.value), { draft: key });
      draft.value = startingPoint(begun(view.value, purpose));
      stale.value = false;
    });
  };
  // The phone may have died between the tap and the telling: what is told already is not told twice.
  if (kept !== null && (kept.urgent || kept.ended !== null)) await inTurn(() => tell(draft.value));
  // A visit whose questions are over gives way to other questions; what it did not get to is told as it stands.
  if (kept !== null && kept.purpose !== purpose && kept.ended !== null) await beginAnew();

  return {
    name: calledName(cardOf(seen)),
    view,
    draft,
    turns: computed(() => (draft.value.ended === null ? ahead(draft.value) : [])),
    judged: computed(() => judge(draft.value)),
    stale,
    failed,
    send,
    goOn: () => (stale.value = false),
    beginAnew,
    mistaken: computed(() => {
      const own = view.value.referrals.find((one) => one.referral === draft.value.referral);
      if (own === undefined || own.seen !== undefined || own.answers.length > 0 || draft.value.ended === null) return null;
      return referring(view.value, draft.value, judge(draft.value), device.now().getTime()).own === null ? own.made.entry : null;
    }),
    withdraw: async () => {
      await inTurn(async () => {
        const own = view.value.referrals.find((one) => one.referral === draft.value.referral);
        if (own !== undefined) await device.record("entry.withdrawn", { stream, body: {}, replaces: [own.made.entry] });
        view.value = (await device.mother(stream)) ?? view.value;
      });
    },
  };
}

/** A new visit; within the hours of one visit, questions for a massage belong to the visit that is going on. */
function begun(view: MotherView, purpose: VisitPurpose): VisitDraft {
  const now = device.now();
  const ids = { visit: device.newId(), screening: device.newId(), referral: device.newId(), case: device.newId() };
  const carried = purpose === "massage" ? carriedAnswers(view, now.getTime(), HOLDING) : purpose === "again" ? putOff(view, now.getTime(), PUT_OFF_HOURS) : null;
  if (purpose === "again" && carried === null) return newVisit(ids, "full", now.toISOString());
  const draft = newVisit(carried?.visit == null ? ids : { ...ids, visit: carried.visit }, purpose, now.toISOString(), carried);
  const goingOn = view.visits.find((one) => one.visit === carried?.visit);
  // The visit is told already, with its own kind and time: this only adds questions to it.
  return goingOn === undefined ? draft : { ...draft, kind: goingOn.kind, paperAt: goingOn.fromPaper ? goingOn.at : null, step: "screening" };
}
