import type { EntryFlag, Role, StreamKind } from "./entry.ts";

/** Who asks or delivers. `reads` is false for a token that only uploads and for who has left. */
export type Principal = {
  readonly programme: string;
  readonly person: string;
  readonly role: Role;
  readonly site: string | null;
  readonly device: string;
  readonly reads: boolean;
  /** The device lost its right to read before the person did. */
  readonly revoked?: boolean;
};

/** A time span in the programme's order: from the entry that opened it to the one that ended it. */
type Span = { readonly fromSeq: number; readonly toSeq: number | null };

/** `site` null: the whole programme. */
export type Membership = Span & { readonly person: string; readonly role: Role; readonly site: string | null };
/** A kader's care for a mother. */
export type Assignment = Span & { readonly person: string };

/** What stands outside the sealed bodies: enough to decide who may write and who may read. */
export type StreamFacts = {
  readonly id: string;
  readonly kind: StreamKind;
  readonly site: string | null;
  /** Since when it belongs to that site. */
  readonly siteSeq: number;
  /** Sites it belonged to before, each until when. */
  readonly was: readonly { readonly site: string; readonly toSeq: number }[];
  readonly assignments: readonly Assignment[];
  readonly count: number;
  readonly digest: string;
  readonly firstSeq: number;
  readonly lastSeq: number;
  /** When the mother's record was erased: envelopes stay, nobody reads on. */
  readonly erasedSeq: number | null;
};

/** What the server knows when it judges a batch; in memory or loaded from the database for the streams of that batch. */
export type Book = {
  readonly programme: string;
  lastSeq: number;
  readonly memberships: Map<string, readonly Membership[]>;
  readonly streams: Map<string, StreamFacts>;
  /** Hashes of the entries that are already there, by id. */
  readonly hashes: Map<string, string>;
};

export const isCurrent = (span: Span): boolean => span.toSeq === null;

/** The flags that tell something odd of a kept entry, in a fixed order. */
export const flagsOf = (odd: Readonly<Record<EntryFlag, boolean>>): EntryFlag[] => (Object.keys(odd) as EntryFlag[]).filter((flag) => odd[flag]).sort();
