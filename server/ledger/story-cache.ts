import type { StreamFacts } from "#core/ledger/belonging.ts";
import type { Received } from "#core/ledger/entry.ts";

/** What a fold needs of a stream, kept in memory between two batches, so that a visit's entries do not read her whole story anew. */
export type StoryCache = {
  /** Only where it is the story that the database has: count and digest are those of its stream. */
  readonly get: (programme: string, facts: Pick<StreamFacts, "id" | "count" | "digest">) => readonly Received[] | undefined;
  /** After commit: what a transaction rolled back must never stand here. */
  readonly put: (programme: string, facts: Pick<StreamFacts, "id" | "count" | "digest">, told: readonly Received[]) => void;
  readonly forget: (programme: string, stream: string) => void;
  /** Lets go of what nobody wrote to for a while. */
  readonly prune: () => void;
};

/** About 60 MB. */
const MAX_ENTRIES = 30_000;
/** Mothers' words stay in memory no longer than a visit's entries need. */
const MAX_AGE_MS = 15 * 60_000;

type Kept = { readonly count: number; readonly digest: string; readonly told: readonly Received[]; readonly at: number };

export function createStoryCache(now: () => number, maxEntries = MAX_ENTRIES): StoryCache {
  // The oldest first, as a Map keeps what was put last at its end.
  const stories = new Map<string, Kept>();
  let entries = 0;
  const drop = (key: string): void => {
    entries -= stories.get(key)?.told.length ?? 0;
    stories.delete(key);
  };
  const prune = (): void => {
    for (const [key, { at }] of stories) {
      if (entries <= maxEntries && now() - at < MAX_AGE_MS) return;
      drop(key);
    }
  };
  const keyOf = (programme: string, stream: string): string => `${programme}|${stream}`;
  return {
    get: (programme, { id, count, digest }) => {
      const kept = stories.get(keyOf(programme, id));
      return kept !== undefined && kept.count === count && kept.digest === digest ? kept.told : undefined;
    },
    put: (programme, { id, count, digest }, told) => {
      const key = keyOf(programme, id);
      drop(key);
      stories.set(key, { count, digest, told, at: now() });
      entries += told.length;
      prune();
    },
    forget: (programme, stream) => drop(keyOf(programme, stream)),
    prune,
  };
}
