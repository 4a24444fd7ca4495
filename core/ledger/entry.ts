import * as v from "valibot";
import type { JsonObject } from "./json.ts";

/** What a stream is about. A mother's stream holds her births, babies, visits and cases, each with an id of its own. */
export const STREAM_KINDS = ["mother", "kader", "meeting", "programme"] as const;
export type StreamKind = (typeof STREAM_KINDS)[number];

export const ROLES = ["kader", "midwife", "lead", "head", "operator"] as const;
export type Role = (typeof ROLES)[number];

/** The largest body, in bytes of JSON, that the server takes; a screening of twins has about 4 kB. */
export const MAX_BODY_BYTES = 64 * 1024;
/** The most entries in one request, each way. */
export const PAGE = 200;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const STREAM = /^(?:mother|kader|meeting|programme):[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

export const uuid = v.pipe(v.string(), v.regex(UUID));
export const streamId = v.pipe(v.string(), v.regex(STREAM));
/** UTC with milliseconds, as `Date.toISOString` writes it, and a moment that exists (no 30 February, no year 0). */
export const instant = v.pipe(
  v.string(),
  v.regex(INSTANT),
  v.check((text) => text >= "0001" && isMoment(text)),
);

function isMoment(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
}

const typeName = v.pipe(v.string(), v.regex(/^[a-z][a-z-]*\.[a-z][a-z-]*$/), v.maxLength(60));
const ordinal = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2_000_000_000));

/**
 * The envelope of everything that happens. Entries never change: a correction is another entry that names, in `replaces`,
 * the entries whose fields it says anew. `performer` is who did it, where another (`author`) writes it down.
 * `occurredAt` is when it was, `recordedAt` when it was written down: both come from a phone's clock and only display.
 */
export const entrySchema = v.strictObject({
  id: uuid,
  programme: uuid,
  stream: streamId,
  type: typeName,
  version: ordinal,
  author: uuid,
  performer: uuid,
  device: uuid,
  deviceSeq: ordinal,
  occurredAt: instant,
  recordedAt: instant,
  replaces: v.pipe(v.array(uuid), v.maxLength(100)),
  body: v.custom<JsonObject>((value) => typeof value === "object" && value !== null && !Array.isArray(value)),
});
export type Entry = v.InferOutput<typeof entrySchema>;

/** What the server adds when it hands an entry out: its place in the programme's order, when it came, and what was odd. */
export type Received = Entry & { readonly seq: number; readonly receivedAt: string; readonly flags: readonly EntryFlag[] };

/**
 * `author-left`: the author did belong to the stream once, but not when the entry came in.
 * `clock-ahead`: written down more than a day after the server's own time.
 * `device-revoked`: the device had already lost its right to read (a lost phone, a phone given back).
 */
export const ENTRY_FLAGS = ["author-left", "clock-ahead", "device-revoked"] as const;
export type EntryFlag = (typeof ENTRY_FLAGS)[number];

/** Why an entry was refused; it then stays on the phone until somebody deals with it. */
export const REFUSALS = ["broken", "foreign", "id-reused", "too-large", "cannot-open"] as const;
export type RefusalCode = (typeof REFUSALS)[number];

export const streamKind = (stream: string): StreamKind => stream.slice(0, stream.indexOf(":")) as StreamKind;
export const streamSubject = (stream: string): string => stream.slice(stream.indexOf(":") + 1);
