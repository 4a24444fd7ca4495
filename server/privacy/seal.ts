import { createCipheriv, createDecipheriv, randomFillSync, type KeyObject } from "node:crypto";

const IV = 12;
const TAG = 16;

/** Random bytes are drawn for many at once, and each is given out once. */
const drawn = Buffer.alloc(IV * 256);
let used = drawn.length;

function freshIv(): Buffer {
  if (used === drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  used += IV;
  return Buffer.from(drawn.subarray(used - IV, used));
}

/** A key that the cipher need not prepare anew for each entry, which took longer than the sealing. */
export type SecretKey = KeyObject;

/** AES-256-GCM: initialisation vector, ciphertext, tag. `about` is bound to it: what is sealed about one thing opens for no other. */
export function seal(key: SecretKey, about: string, plain: Uint8Array): Buffer {
  const iv = freshIv();
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(about));
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Throws where key, `about` or content are not those it was sealed with. */
export function open(key: SecretKey, about: string, sealed: Uint8Array): Buffer {
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, IV))
    .setAAD(Buffer.from(about))
    .setAuthTag(sealed.subarray(sealed.length - TAG));
  return Buffer.concat([decipher.update(sealed.subarray(IV, sealed.length - TAG)), decipher.final()]);
}
