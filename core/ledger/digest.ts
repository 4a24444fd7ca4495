import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Entry } from "./entry.ts";
import { canonical, type Json } from "./json.ts";

/** The first 8 bytes, in hex, of SHA-256 over `madeText`: the same id with another content has another. */
export const entryHash = (entry: Entry): string => bytesToHex(sha256(utf8ToBytes(madeText(entry))).subarray(0, 8));

/** The entry as it was made, without what a server adds: one text for one entry. */
export function madeText(entry: Entry): string {
  const { id, programme, stream, type, version, author, performer, device, deviceSeq, occurredAt, recordedAt, replaces, body } = entry;
  const made = { id, programme, stream, type, version, author, performer, device, deviceSeq, occurredAt, recordedAt, replaces, body };
  return canonical(made as unknown as Json);
}

export const EMPTY_DIGEST = "0000000000000000";

/** A stream's digest is the exclusive or of its entries' hashes: order does not matter, and adding one costs one step. */
export function combineDigest(digest: string, hash: string): string {
  return (BigInt(`0x${digest}`) ^ BigInt(`0x${hash}`)).toString(16).padStart(16, "0");
}

/** The digest of all of them at once. */
export function combineDigests(hashes: readonly string[]): string {
  let high = 0;
  let low = 0;
  for (const hash of hashes) {
    high ^= Number.parseInt(hash.slice(0, 8), 16);
    low ^= Number.parseInt(hash.slice(8), 16);
  }
  const hex = (half: number): string => (half >>> 0).toString(16).padStart(8, "0");
  return hex(high) + hex(low);
}
