import type { ComponentChildren } from "preact";
import type { MotherStory } from "#core/console/wire.ts";
import { tooFast } from "#core/console/pace.ts";
import type { MotherView, Screening, Session } from "#core/care/mother-view.ts";
import { sessionTime } from "#core/care/mother-view.ts";
import { highestClass } from "#core/triage/class.ts";
import type { ClassName } from "#web/shared/controls/class-signs.ts";
import { causeWords, planWords, ruleShort, taughtWords } from "../rule-words.ts";
import { AllAnswers, Notable } from "./answers.tsx";
import { provenance } from "./provenance.ts";
import { t, tOf } from "./texts.ts";

/** One thing that happened, as the story tells it. */
export type StoryEvent = { readonly key: string; readonly at: string; readonly title: string; readonly name?: ClassName; readonly lines: readonly ComponentChildren[]; readonly more?: ComponentChildren; readonly notes: readonly string[]; /** Of our own keeping of time: nothing for the paper that goes with her. */ readonly inside?: true };

/** Everything that happened, newest first, with who did it, who wrote it down and when. */
export function storyEvents(story: MotherStory, now: number): StoryEvent[] {
  const { view, names } = story;
  const notes = (entry: string) => provenance(story, entry, now);
  const events: StoryEvent[] = [
    ...registered(story, notes),
    ...view.births.map((one) => ({ key: one.entry, at: one.bornAt, title: t("event.birth"), lines: [[one.place === undefined ? "" : t("bornAt", { place: tOf("place", one.place) }), one.caesarean === true ? t("caesarean") : ""].filter(Boolean).join(", ")], notes: notes(one.entry) })),
    ...view.visits.map((one) => ({ key: one.entry, at: one.at, title: tOf("event.visit", one.kind), lines: visitLines(view, one.visit), notes: notes(one.entry) })),
    ...view.screenings.map((one) => screeningEvent(one, notes(one.entry))),
    ...view.sessions.map((one, n) => sessionEvent(one, n + 1, notes)),
    ...view.referrals.flatMap((one): StoryEvent[] => [
      { key: one.made.entry, at: one.made.at, title: t("event.referral"), name: one.made.class, lines: [one.made.rules.map((rule) => ruleShort(rule)).join("; "), ...(one.made.words === undefined ? [] : [`“${one.made.words}”`])], notes: notes(one.made.entry) },
      ...one.passed.map((passed) => ({ key: passed.entry, at: passed.at, title: tOf("passed", passed.way), lines: passed.reached === undefined ? [] : [t(passed.reached ? "reachedYes" : "reachedNo")], notes: notes(passed.entry) })),
      ...(one.seen === undefined ? [] : [{ key: one.seen.entry, at: one.seen.at, title: t("event.seen"), lines: [], notes: notes(one.seen.entry), inside: true as const }]),
      ...one.answers.map((answer) => ({ key: answer.entry, at: answer.at, title: t("event.answer", { answer: t(`answer.${answer.answer}`) }), lines: answer.words === undefined ? [] : [`“${answer.words}”`], notes: notes(answer.entry) })),
    ]),
    ...lateEvents(story),
    ...view.words.map((one) => ({ key: one.entry, at: one.at, title: t("event.word"), lines: [t(one.about === "caesarean" ? "field.word/caesarean" : "field.word/clot"), t(one.cleared ? "wordSaidYes" : "wordSaidNo"), ...(one.words === undefined ? [] : [`“${one.words}”`])], notes: notes(one.entry) })),
    ...view.cases.flatMap((one): StoryEvent[] => [
      { key: one.opened.entry, at: one.opened.at, title: t("event.case.opened", { problem: tOf("problem", one.opened.problem) }), lines: one.opened.words === undefined ? [] : [`“${one.opened.words}”`], notes: notes(one.opened.entry) },
      ...(one.closed === undefined ? [] : [{ key: one.closed.entry, at: one.closed.at, title: t("event.case.closed", { outcome: tOf("outcome", one.closed.outcome) }), lines: [...(one.closed.feeling === undefined ? [] : [t("feeling", { n: one.closed.feeling })]), ...(one.closed.words === undefined ? [] : [`“${one.closed.words}”`])], notes: notes(one.closed.entry) }]),
    ]),
    ...story.entries.filter((one) => one.type === "care.assigned").map((one) => ({ key: one.id, at: one.occurredAt, title: t("event.assigned", { name: names[String(one.body["kader"])] ?? "" }), lines: [], notes: notes(one.id) })),
  ];
  return events.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.key < b.key ? 1 : -1));
}

type Notes = (entry: string) => readonly string[];

function registered({ view, entries }: MotherStory, notes: Notes): StoryEvent[] {
  const first = entries.find((one) => one.type === "mother.registered");
  const { consent } = view;
  return [
    ...(first === undefined ? [] : [{ key: first.id, at: first.occurredAt, title: t("event.registered"), lines: [], notes: notes(first.id) }]),
    ...(consent.state === "none" ? [] : [{ key: consent.entry, at: consent.at, title: t(consent.state === "given" ? "event.consent" : "event.consent-withdrawn"), lines: consent.state === "given" && consent.guardian !== undefined ? [t("guardian", { name: consent.guardian.name })] : [], notes: notes(consent.entry) }]),
  ];
}

/** What came of a visit: causes, the plan, who was there and what they learned. */
function visitLines(view: MotherView, visit: string): string[] {
  const of = <T extends { visit: string }>(all: readonly T[]) => all.filter((one) => one.visit === visit);
  const companion = { present: "companionPresent", invited: "companionInvited", away: "companionAway" } as const;
  return [
    ...of(view.causes).flatMap((one) => [...(one.causes.length > 0 ? [t("causes", { list: one.causes.map(causeWords).join(", ") })] : []), ...(one.words === undefined ? [] : [`“${one.words}”`])]),
    ...of(view.plans).flatMap((one) => [...(one.items.length > 0 ? [t("plan", { list: one.items.map(planWords).join("; ") })] : []), ...(one.words === undefined ? [] : [`“${one.words}”`])]),
    ...of(view.companions).map((one) => [t(companion[one.presence], { who: tOf("who", one.who) }), ...(one.taught.length > 0 ? [t("companionTaught", { list: one.taught.map(taughtWords).join(", ") })] : [])].join(", ")),
  ];
}

function screeningEvent(one: Screening, notes: readonly string[]): StoryEvent {
  const name = highestClass(one.results.map((result) => result.class));
  const fast = tooFast(one.pace, one.purpose);
  const blocked = [...new Set(one.results.flatMap((result) => result.blockedBy))];
  const massage = one.results.some((result) => result.massage === "blocked") ? t("massageBlocked", { rules: blocked.map((rule) => ruleShort(rule)).join("; ") }) : t(one.results.some((result) => result.massage === "incomplete") ? "massageIncomplete" : "massageAllowed");
  return {
    key: one.entry,
    at: one.at,
    title: t(`event.screening.${one.purpose}`),
    name,
    lines: [
      <Notable screening={one} />,
      massage,
      ...(one.complete ? [] : [t("notComplete")]),
      ...(one.results.some((result) => result.deferred.length > 0) ? [t("deferred")] : []),
      ...(fast === null ? [] : [<b class="late">{t("fast", { count: fast.fast, of: fast.of })}</b>]),
    ],
    more: <AllAnswers screening={one} />,
    notes,
  };
}

function sessionEvent(one: Session, n: number, notes: Notes): StoryEvent {
  const { started, ended, after } = one;
  const pains = ended?.comfort.map((asked) => asked.pain) ?? [];
  const change = (key: "confidence" | "ease", before: number | undefined, later: number | undefined) => (before === undefined || later === undefined ? [] : [t(key, { before, after: later })]);
  return {
    key: one.session,
    at: sessionTime(one),
    title: t("event.session-n", { n }),
    lines: [
      [
        ended === undefined ? t("noEnd") : t("seconds", { min: Math.floor(ended.seconds / 60), sec: String(ended.seconds % 60).padStart(2, "0") }),
        ...(pains.length === 0 ? [] : [pains.every((pain) => pain === 0) ? t("comfortable") : t("pain", { list: pains.join(", ") })]),
        ...(ended?.stopped == null ? [] : [t("stopped", { why: tOf("stop", ended.stopped) })]),
        ...(started === undefined || started.hands === "kader" ? [] : [t("hands", { who: tOf("hands", started.hands) })]),
      ].join(", "),
      ...(after === undefined ? [] : [[tOf("flow", after.flow), tOf("fed", after.fed), ...change("confidence", started?.confidenceBefore, after.confidence), ...change("ease", started?.easeBefore, after.ease)].join("; ")]),
      ...(after?.bruiseOrPain === true ? [<b class="late">{t("bruise")}</b>] : []),
      ...(started !== undefined && started.clearance === undefined ? [<b class="late">{t("noClearance")}</b>] : []),
    ],
    notes: notes((started ?? ended ?? after)?.entry ?? ""),
  };
}

/** The server's own word that nobody saw, or answered, in time. */
function lateEvents({ entries }: MotherStory): StoryEvent[] {
  return entries.filter((one) => one.type === "referral.escalated").map((one) => ({ key: one.id, at: one.occurredAt, title: t(one.body["late"] === "seen" ? "event.late.seen" : "event.late.answered"), name: "SEGERA" as const, lines: [], notes: [], inside: true as const }));
}
