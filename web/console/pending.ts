import { computed, effect, signal } from "@preact/signals";
import type { ConsoleEntriesAnswer, ConsoleEntry } from "#core/console/wire.ts";
import type { RefusalCode } from "#core/ledger/entry.ts";
import type { JsonObject } from "#core/ledger/json.ts";
import { uuidV7 } from "#core/ledger/uuid.ts";
import { ApiError, post } from "./api.ts";
import { me, membership } from "./session.ts";
import { openText, sealText } from "./sealed-text.ts";

/** An entry that the server has not acknowledged: kept in this browser, under her key, and sent again as it is. */
type Kept = { readonly as: string; readonly entry: ConsoleEntry; readonly refused?: RefusalCode };

const kept = signal<readonly Kept[]>([]);
/** A write to this browser's store that is under way; the next one waits for it. */
let writing: Promise<unknown> = Promise.resolve();
let wait = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let sending = false;

export const unsent = computed(() => kept.value.filter((one) => one.refused === undefined).length);
export const refused = computed(() => kept.value.filter((one) => one.refused !== undefined && one.as === membership.value?.as));
/** Grows with each acknowledged entry: pages ask anew. */
export const acknowledged = signal(0);

/** Each window keeps its own, so that two do not write over each other; the lock of that name tells that it is still open. */
const WINDOW: string = crypto.randomUUID();
const place = (person: string, window = WINDOW): string => `dampingi console unsent ${person} ${window}`;

/** Gives the ids once they are kept here; they are sent at once, and again until the server has them. Resolves when kept. */
export async function tell(...entries: readonly { stream: string; type: string; body: JsonObject; replaces?: readonly string[]; occurredAt?: string; performer?: string }[]): Promise<string[]> {
  const as = membership.value?.as;
  if (as === undefined) throw new Error("nobody acts");
  const now = new Date();
  const made = entries.map(({ stream, type, body, replaces = [], occurredAt = now.toISOString(), performer }) => ({
    as,
    entry: { id: newId(), stream, type, body, replaces, occurredAt, recordedAt: now.toISOString(), ...(performer !== undefined && { performer }) },
  }));
  kept.value = [...kept.value, ...made];
  await store();
  void send();
  return made.map(({ entry }) => entry.id);
}

export const newId = (): string => uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));

export function drop(id: string): void {
  kept.value = kept.value.filter((one) => one.entry.id !== id);
  void store();
}

/** Whether this entry has not been acknowledged yet. */
export const isUnsent = (id: string): boolean => kept.value.some((one) => one.entry.id === id);

async function store(): Promise<void> {
  const who = me.value;
  if (who === null) return;
  const list = kept.value;
  writing = writing.then(async () => {
    if (list.length === 0) localStorage.removeItem(place(who.person));
    else localStorage.setItem(place(who.person), await sealText(who.draftKey, JSON.stringify(list)));
  });
  await writing;
}

/** Takes over what windows that are closed by now have left here. */
async function restore(person: string, key: string): Promise<void> {
  const prefix = place(person, "");
  const left = Object.keys(localStorage).filter((name) => name.startsWith(prefix) && name !== place(person));
  for (const name of left) {
    await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
      const text = localStorage.getItem(name);
      if (lock === null || text === null) return;
      const opened = await openText(key, text);
      // Sealed under a key that is gone (the server's keys were replaced): nobody can read it any more.
      if (opened === null) return;
      const here = new Set(kept.value.map((one) => one.entry.id));
      kept.value = [...(JSON.parse(opened) as Kept[]).filter((one) => !here.has(one.entry.id)), ...kept.value];
      await store();
      localStorage.removeItem(name);
    });
  }
}

async function send(): Promise<void> {
  const now = membership.value;
  if (sending || now === null) return;
  const batch = kept.value.filter((one) => one.as === now.as && one.refused === undefined).slice(0, 50);
  if (batch.length === 0) return;
  sending = true;
  clearTimeout(timer);
  try {
    const answer = await post<ConsoleEntriesAnswer>("/api/console/entries", { entries: batch.map((one) => one.entry) });
    const codes = new Map(answer.refused.map(({ id, code }) => [id, code]));
    const done = new Set(answer.accepted);
    kept.value = kept.value.flatMap((one) => {
      const code = codes.get(one.entry.id);
      if (done.has(one.entry.id)) return [];
      return code === undefined ? [one] : [{ ...one, refused: code }];
    });
    await store();
    wait = 0;
    acknowledged.value += done.size;
  } catch (failure) {
    if (!(failure instanceof ApiError)) throw failure;
    wait = Math.min(30_000, wait === 0 ? 1_000 : wait * 2);
  } finally {
    sending = false;
    if (unsent.value > 0) timer = setTimeout(() => void send(), wait === 0 ? 50 : wait);
  }
}

export function startSending(): void {
  let person: string | null = null;
  effect(() => {
    const who = me.value;
    if (who?.person !== person) {
      person = who?.person ?? null;
      kept.value = [];
      // Held for as long as this window is open.
      if (who !== null) void navigator.locks.request(place(who.person), () => new Promise(() => {}));
    }
    if (who !== null && membership.value !== null) void restore(who.person, who.draftKey).then(send);
  });
  addEventListener("online", () => void send());
  addEventListener("beforeunload", (event) => {
    if (unsent.value > 0) event.preventDefault();
  });
}
