import * as v from "valibot";

/** How far a reader has read. While a window is paged `to` stays as it is; `at` is the last entry that was handed out. */
export type Cursor = {
  /** The server's life: a restored server starts another. */
  readonly epoch: string;
  /** Everything up to this place in the programme's order has been read. */
  readonly from: number;
  readonly to?: number;
  readonly at?: { readonly stream: string; readonly seq: number };
};

const place = v.pipe(v.number(), v.integer(), v.minValue(0));
const cursorSchema = v.strictObject({
  epoch: v.pipe(v.string(), v.maxLength(64)),
  from: place,
  to: v.optional(place),
  at: v.optional(v.strictObject({ stream: v.pipe(v.string(), v.maxLength(64)), seq: place })),
});

/** Opaque to phones: base64url of JSON. */
export function encodeCursor(cursor: Cursor): string {
  return btoa(JSON.stringify(cursor)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** `null` where the text is no cursor of ours. */
export function decodeCursor(text: string): Cursor | null {
  try {
    const parsed = v.safeParse(cursorSchema, JSON.parse(atob(text.replaceAll("-", "+").replaceAll("_", "/"))));
    return parsed.success ? (parsed.output as Cursor) : null;
  } catch {
    return null;
  }
}

/** The entries of one round of reading: `from < seq <= to`, and whole streams that were gained since `from`. */
export type Window = {
  readonly epoch: string;
  readonly from: number;
  readonly to: number;
  readonly at: { readonly stream: string; readonly seq: number } | null;
  /** The cursor is not from this life of the server: the reader starts anew and offers everything of its own again. */
  readonly offerAll: boolean;
};

/**
 * `to` is fixed by the first page, so that a stream gained while paging (its grant lies beyond `to`) comes whole in the next
 * window, and nothing is missed (L6). A place beyond `lastSeq` cannot come from this life of the server, whatever its epoch says.
 */
export function windowOf(text: string | null, epoch: string, lastSeq: number): Window {
  const start = { epoch, from: 0, to: lastSeq, at: null };
  if (text === null || text === "") return { ...start, offerAll: false };
  const cursor = decodeCursor(text);
  if (cursor === null || cursor.epoch !== epoch || cursor.from > lastSeq || (cursor.to ?? 0) > lastSeq) return { ...start, offerAll: true };
  const to = cursor.to ?? lastSeq;
  return { epoch, from: cursor.from, to, at: cursor.at ?? null, offerAll: false };
}

/** Which entries of a stream belong to the page: those after `after`, but for the reader's own device's where `skipOwn`. */
export type Share = { readonly after: number; readonly skipOwn: boolean };

/**
 * A stream that existed before this reader was granted it, beyond what she has read, is new to her and comes whole. Elsewhere
 * what her own device made is not sent back to it; a device that begins anew (`from` 0) gets everything.
 */
export function shareOf(window: Pick<Window, "from" | "at">, stream: { readonly id: string; readonly firstSeq: number }, granted: number): Share {
  const whole = window.from === 0 || (granted > window.from && granted > stream.firstSeq);
  const lower = whole ? 0 : window.from;
  return { after: window.at !== null && window.at.stream === stream.id ? Math.max(lower, window.at.seq) : lower, skipOwn: !whole };
}

/** The cursor behind a page: `last` is its last entry where more waits in the window. */
export function nextCursor(window: Window, last: { readonly stream: string; readonly seq: number } | null): string {
  if (last === null) return encodeCursor({ epoch: window.epoch, from: window.to });
  return encodeCursor({ epoch: window.epoch, from: window.from, to: window.to, at: last });
}
