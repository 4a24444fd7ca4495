import { sessionTime, type Birth, type Case, type MotherView, type Referral, type Screening, type Session, type Visit, type Word } from "#core/care/mother-view.ts";
import { dateAt } from "#core/care/time.ts";
import type { Entry } from "#core/ledger/entry.ts";
import { highestClass, type TriageClass } from "#core/triage/class.ts";

/** Who wrote it down, who did it, and the entries that tell it. */
type Told = { readonly key: string; readonly at: string; readonly by: string; readonly writtenBy: string; readonly entries: readonly string[] };

export type VisitStory = Told & { readonly kind: "visit"; readonly visit: Visit | null; readonly screenings: readonly Screening[]; readonly causes: readonly string[]; readonly companions: readonly string[]; readonly plans: readonly string[] };
export type StoryItem =
  | VisitStory
  | (Told & { readonly kind: "session"; readonly session: Session })
  | (Told & { readonly kind: "referral"; readonly referral: Referral })
  | (Told & { readonly kind: "birth"; readonly birth: Birth })
  | (Told & { readonly kind: "consent"; readonly state: "given" | "withdrawn" })
  | (Told & { readonly kind: "case-opened"; readonly case: Case })
  | (Told & { readonly kind: "case-closed"; readonly case: Case })
  | (Told & { readonly kind: "word"; readonly word: Word });

/** Her story as one list, newest first: what happened together stands together. */
export function storyOf(view: MotherView): StoryItem[] {
  const items: StoryItem[] = [...visitsOf(view), ...view.births.map(birthItem), ...view.referrals.map(referralItem), ...view.words.map(wordItem)];
  for (const session of view.sessions) items.push(sessionItem(session));
  for (const one of view.cases) {
    // An accompaniment without a complaint was opened only to be ended.
    if (one.opened.problem !== "none") items.push({ kind: "case-opened", key: `opened ${one.case}`, case: one, ...toldBy(one.opened) });
    if (one.closed !== undefined) items.push({ kind: "case-closed", key: `closed ${one.case}`, case: one, ...toldBy(one.closed) });
  }
  if (view.consent.state !== "none") items.push({ kind: "consent", key: "consent", state: view.consent.state, ...toldBy(view.consent) });
  return items.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

type Source = { readonly at: string; readonly by: string; readonly writtenBy: string; readonly entry: string };
const toldBy = (told: Source) => ({ at: told.at, by: told.by, writtenBy: told.writtenBy, entries: [told.entry] });

/** A visit with all that was asked, found, agreed and shown at it; answers whose visit is not here yet stand alone. */
function visitsOf(view: MotherView): VisitStory[] {
  const ids = [...new Set([...view.visits, ...view.screenings].map(({ visit }) => visit))];
  return ids.map((id): VisitStory => {
    const of = <T extends { readonly visit: string }>(all: readonly T[]): T[] => all.filter((one) => one.visit === id);
    const visit = of(view.visits)[0] ?? null;
    const [screenings, causes, companions, plans] = [of(view.screenings), of(view.causes), of(view.companions), of(view.plans)];
    const first: Source = visit ?? (screenings[0] as Screening);
    return {
      kind: "visit",
      key: `visit ${id}`,
      ...toldBy(first),
      entries: [...of(view.visits), ...screenings, ...causes, ...companions, ...plans].map(({ entry }) => entry),
      visit,
      screenings,
      causes: causes.flatMap((one) => one.causes),
      companions: companions.filter(({ presence }) => presence === "present").map(({ who }) => who),
      plans: plans.flatMap(({ items }) => items),
    };
  });
}

/** The class that the visit's newest answers led to; none where nothing was asked. */
export function classOf(item: VisitStory): TriageClass | null {
  const results = item.screenings.at(-1)?.results ?? [];
  return results.length === 0 ? null : highestClass(results.map((result) => result.class));
}

/** When it was written down, where that was on a later day than it happened: from paper, or remembered; else null. */
export function writtenOn(item: StoryItem, entries: ReadonlyMap<string, Entry>, timezone: string): string | null {
  const first = entries.get(item.entries[0] ?? "");
  if (first === undefined || dateAt(first.recordedAt, timezone) <= dateAt(first.occurredAt, timezone)) return null;
  return first.recordedAt;
}

/** The rules behind it, each once. */
export const rulesOf = (item: VisitStory): string[] => [...new Set((item.screenings.at(-1)?.results ?? []).flatMap(({ rules }) => rules))];

const birthItem = (birth: Birth): StoryItem => ({ kind: "birth", key: `birth ${birth.birth}`, birth, ...toldBy(birth), at: birth.bornAt });
const referralItem = (referral: Referral): StoryItem => ({ kind: "referral", key: `referral ${referral.referral}`, referral, ...toldBy(referral.made) });
const wordItem = (word: Word): StoryItem => ({ kind: "word", key: `word ${word.entry}`, word, ...toldBy(word) });

function sessionItem(session: Session): StoryItem {
  const parts = [session.started, session.ended, session.after].flatMap((part) => part ?? []);
  const first = parts[0];
  return { kind: "session", key: `session ${session.session}`, session, at: sessionTime(session), by: first?.by ?? "", writtenBy: first?.writtenBy ?? "", entries: parts.map(({ entry }) => entry) };
}
