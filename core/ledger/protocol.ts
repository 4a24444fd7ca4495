import * as v from "valibot";
import { PAGE, uuid, type Received, type RefusalCode } from "./entry.ts";

/**
 * An entry sealed to the server's public key (HPKE: DHKEM(P-256, HKDF-SHA256), AES-128-GCM), so that a locked phone delivers too.
 * Sealed is the entry's JSON in UTF-8, with `SEAL_INFO` as HPKE's info and the entry's id (UTF-8) as additional data; `enc` and
 * `text` are base64url. The public key travels as base64url of the raw point (65 bytes).
 */
export const sealedSchema = v.strictObject({
  id: uuid,
  sealed: v.strictObject({ key: v.pipe(v.string(), v.maxLength(64)), enc: v.pipe(v.string(), v.maxLength(200)), text: v.pipe(v.string(), v.maxLength(140_000)) }),
});
export const SEAL_INFO = "dampingi entry 1";
export type SealedEntry = v.InferOutput<typeof sealedSchema>;

/** `entries` holds entries or sealed entries; each is checked by itself, so that one broken entry does not hold up the others. */
export const syncRequestSchema = v.strictObject({
  device: uuid,
  cursor: v.nullable(v.pipe(v.string(), v.maxLength(400))),
  entries: v.pipe(v.array(v.unknown()), v.maxLength(PAGE)),
  /** Ask for the sums of all streams that the reader may see, not only of those that this request touched: what is not named is lost. */
  checkAll: v.optional(v.boolean()),
});
export type SyncRequest = v.InferOutput<typeof syncRequestSchema>;

/**
 * What one side holds of a stream: both sides agree when these are equal (L5). `grown`: it has grown beyond the window that was
 * read, so that its sums cannot be compared yet; among the sums of all streams it stands for "you may still see it".
 */
export type StreamSum = { readonly stream: string; readonly count: number; readonly digest: string; readonly grown?: true };

export type SyncResponse = {
  readonly accepted: readonly string[];
  readonly refused: readonly { readonly id: string | null; readonly code: RefusalCode; readonly where?: string }[];
  readonly entries: readonly Received[];
  readonly cursor: string;
  /** More pages wait behind this cursor. */
  readonly more: boolean;
  /** The server is not the one that the cursor came from (restored): offer every entry of this device again. */
  readonly offerAll: boolean;
  /** Streams that the reader may no longer see since the cursor: the phone lets go of them once nothing of theirs is unsent. */
  readonly lost: readonly string[];
  /** Sums as of this cursor, on the last page: of touched streams, or of all where asked. */
  readonly sums: readonly StreamSum[];
  readonly foldVersion: number;
  readonly serverTime: string;
};

export const enrolRequestSchema = v.strictObject({
  /** The token of a link or scanned code, or the short code as typed. */
  token: v.pipe(v.string(), v.trim(), v.minLength(6), v.maxLength(120)),
  device: uuid,
});
export type EnrolRequest = v.InferOutput<typeof enrolRequestSchema>;

export type EnrolResponse = {
  readonly programme: string;
  readonly person: { readonly id: string; readonly name: string; readonly role: "kader" | "midwife" };
  readonly site: { readonly id: string; readonly name: string; readonly timezone: string };
  /** Only uploads, reads nothing: kept in clear. */
  readonly uploadToken: string;
  /** Reads: kept under the PIN's key. */
  readonly readToken: string;
  readonly serverKey: { readonly id: string; readonly publicKey: string };
  readonly serverTime: string;
  readonly demo: boolean;
};
