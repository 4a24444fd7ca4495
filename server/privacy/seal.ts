import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from "node:crypto";

const IV = 12;
const TAG = 16;

/** A key that the cipher need not prepare anew for each entry, which took longer than the sealing. */
export type SecretKey = KeyObject;

/** AES-256-GCM: initialisation vector, ciphertext, tag. `about` is bound to it: what is sealed about one thing opens for no other. */
export function seal(key: SecretKey, about: string, plain: Uint8Array): Buffer {
  const iv = randomBytes(IV);
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
