import type { ReadonlySignal } from "@preact/signals";
import type { MotherView } from "#core/care/mother-view.ts";
import type { Card } from "#core/care/today.ts";
import type { Entry, EntryFlag } from "#core/ledger/entry.ts";
import type { StreamState } from "#core/ledger/fold.ts";
import type { StreamKind } from "#core/ledger/entry.ts";
import type { Place, ProgrammeView } from "#core/programme/programme-view.ts";
import type { Result } from "#core/result.ts";
import type { ClearanceStanding, KaderView } from "#core/training/kader-view.ts";
import type { Drafts } from "./drafts.ts";
import type { EnrolProblem } from "./enrol.ts";
import type { SyncState } from "./loop.ts";
import type { Counters, OutboxState } from "./outbox.ts";
import type { PinProblem, UnlockProblem } from "./pin.ts";
import type { ToRecord } from "./record.ts";
import type { Refused } from "./refused.ts";
import type { Difference } from "./snapshot.ts";

/** `elsewhere`: another tab holds the phone's store; this one opens by itself when that one closes. */
export type DeviceState = "new" | "enrolling" | "set-pin" | "locked" | "open" | "elsewhere";

export type Person = { readonly id: string; readonly name: string; readonly role: "kader" | "midwife"; readonly programme: string; readonly demo: boolean };
export type HomeSite = { readonly id: string; readonly name: string; readonly timezone: string };

/** Where an entry stands on its way to the server. */
export type StreamEntry = Entry & { readonly receivedAt?: string; readonly flags: readonly EntryFlag[]; readonly standing: Exclude<OutboxState, "set-aside"> | "accepted" };

/**
 * The phone, as screens see it. Failures that a person must see are values; calls that cannot go on reject with a `DeviceFault`.
 * Signals about records are empty while locked.
 */
export type Device = {
  readonly state: ReadonlySignal<DeviceState>;
  /** Known while locked too. */
  readonly person: ReadonlySignal<Person | null>;
  readonly site: ReadonlySignal<HomeSite | null>;
  /** While all records are read anew after an update of the app. */
  readonly opening: ReadonlySignal<{ readonly done: number; readonly total: number } | null>;
  readonly takeOver: () => void;

  readonly enrol: (token: string) => Promise<Result<{ readonly name: string; readonly site: string }, EnrolProblem | { readonly code: "storage-full" }>>;
  readonly setPin: (pin: string) => Promise<Result<void, PinProblem | { readonly code: "expired" }>>;
  readonly unlock: (pin: string) => Promise<Result<void, UnlockProblem>>;
  /** Seconds until the next PIN may be tried; 0: now. */
  readonly waitSeconds: ReadonlySignal<number>;
  readonly changePin: (pin: string, next: string) => Promise<Result<void, PinProblem | UnlockProblem>>;
  readonly lock: () => Promise<void>;
  /** Holds the automatic lock off, an hour at most; call what it returns to end that. */
  readonly keepOpen: () => () => void;
  /** Takes away what is readable here, drafts too. What is unsent stays and is delivered. */
  readonly signOut: () => Promise<void>;
  /** The server took the right to read from this phone; what waits is still delivered. */
  readonly revoked: ReadonlySignal<boolean>;

  readonly newId: () => string;
  readonly newStream: (kind: StreamKind) => string;
  readonly check: (type: string, body: object, version?: number) => Result<void, { readonly where: string }>;
  /** Resolves once the entry is on disk. */
  readonly record: (type: string, entry: Omit<ToRecord, "type">) => Promise<Entry>;
  /** All or none, and the draft goes with them. */
  readonly recordAll: (entries: readonly ToRecord[], options?: { readonly draft?: string }) => Promise<Entry[]>;

  readonly cards: ReadonlySignal<readonly Card[]>;
  readonly mother: (stream: string) => Promise<MotherView | null>;
  /** `undefined` while it is read, `null` where she is not held here; follows every change. */
  readonly watchMother: (stream: string) => ReadonlySignal<MotherView | null | undefined>;
  readonly stateOf: (stream: string) => Promise<StreamState>;
  /** In the order in which a person tells the story. */
  readonly stream: (stream: string) => Promise<readonly StreamEntry[]>;
  readonly me: ReadonlySignal<KaderView | null>;
  readonly clearance: () => ClearanceStanding;
  readonly programme: ReadonlySignal<ProgrammeView | null>;
  /** Where to go from her site. */
  readonly places: ReadonlySignal<readonly Place[]>;
  /** Entries of a newer app that this one keeps and cannot show. */
  readonly parked: ReadonlySignal<number>;

  readonly counters: ReadonlySignal<Counters>;
  readonly syncState: ReadonlySignal<SyncState>;
  readonly lastSyncAt: ReadonlySignal<string | null>;
  readonly syncNow: () => Promise<void>;
  readonly refused: () => Promise<readonly Refused[]>;
  readonly retryRefused: (id: string) => Promise<void>;
  readonly setAsideRefused: (id: string) => Promise<void>;
  readonly setAside: () => Promise<readonly Refused[]>;
  /** Streams where phone and server do not hold the same, and why; empty: all agree (L5). */
  readonly agreement: ReadonlySignal<readonly Difference[]>;
  /** The fold's version here and on the server: where they differ, an update is on its way to one of them. */
  readonly folds: ReadonlySignal<{ readonly here: number; readonly server: number | null }>;
  readonly exportUnsent: () => Promise<{ readonly name: string; readonly blob: Blob } | null>;

  /** The phone's clock: for showing, and for `occurredAt`. */
  readonly now: () => Date;
  /** Milliseconds; what clearances are judged by. */
  readonly serverNow: () => number;
  /** The site's date, YYYY-MM-DD. */
  readonly today: () => string;
  /** Milliseconds that the phone's clock was ahead (+) or behind (-) when the server was last heard. */
  readonly clockOff: ReadonlySignal<number | null>;
  readonly storagePersisted: ReadonlySignal<boolean | null>;
  readonly storageFull: ReadonlySignal<boolean>;
  readonly drafts: Drafts;
};
