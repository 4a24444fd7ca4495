import { dateAt, daysBetween } from "#core/care/time.ts";
import type { Entry } from "#core/ledger/entry.ts";
import { canonical } from "#core/ledger/json.ts";
import type { StoryItem } from "./story.ts";

const WITHDRAWN = "entry.withdrawn";
/** What may be taken back as a mistake. Consent has its own way, details and births are corrected, a referral runs until it is answered. */
const TAKEABLE: readonly StoryItem["kind"][] = ["visit", "session", "case-opened"];

/** "Until tomorrow": on the day it was written down and the one after it, at the site. */
const isFresh = (entry: Entry, today: string, timezone: string): boolean => daysBetween(dateAt(entry.recordedAt, timezone), today) <= 1;

/** Her own record, whole and fresh. */
export function mayTakeBack(item: StoryItem, entries: ReadonlyMap<string, Entry>, me: string, today: string, timezone: string): boolean {
  const told = item.entries.map((id) => entries.get(id));
  return TAKEABLE.includes(item.kind) && told.length > 0 && told.length <= 100 && told.every((entry) => entry !== undefined && entry.author === me && isFresh(entry, today, timezone));
}

export type TakenBack = { readonly withdrawal: Entry; readonly of: readonly Entry[] };

/** Her withdrawals that can still be undone: fresh, and not brought back already. */
export function takenBack(entries: readonly Entry[], me: string, today: string, timezone: string): TakenBack[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const gone = new Set(entries.filter(({ type }) => type === WITHDRAWN).flatMap(({ replaces }) => replaces));
  const standing = new Set(entries.filter(({ id }) => !gone.has(id)).map(contentOf));
  return entries
    .filter((entry) => entry.type === WITHDRAWN && entry.author === me && isFresh(entry, today, timezone))
    .map((withdrawal) => ({ withdrawal, of: withdrawal.replaces.flatMap((id) => byId.get(id) ?? []) }))
    .filter(({ of }) => of.length > 0 && !of.every((entry) => standing.has(contentOf(entry))));
}

const contentOf = (entry: Entry): string => canonical({ type: entry.type, body: entry.body, at: entry.occurredAt });

/** Bringing back is telling it again, with its true dates: entries never change, and a withdrawal stays in the story. */
export const toldAgain = ({ of }: TakenBack) =>
  of.map(({ type, version, stream, body, occurredAt, performer, replaces }) => ({ type, version, stream, body, occurredAt, performer, replaces }));
