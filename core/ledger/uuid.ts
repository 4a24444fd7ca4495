/** UUIDv7 (RFC 9562): 48 bits of time in ms, then 74 random bits. `random` are 10 fresh random bytes. */
export function uuidV7(nowMs: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16);
  for (let i = 0, rest = nowMs; i < 6; i++, rest = Math.floor(rest / 256)) bytes[5 - i] = rest % 256;
  bytes.set(random.subarray(0, 10), 6);
  return format(bytes, 7);
}

/** The same id for the same facts (UUIDv8 over a digest of 16 bytes or more): what a sweep writes twice is one entry. */
export function uuidFromDigest(digest: Uint8Array): string {
  return format(digest.slice(0, 16), 8);
}

function format(bytes: Uint8Array, version: number): string {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | (version << 4);
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
