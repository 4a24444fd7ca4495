import type { Env } from "./env.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** Encrypts rows; `place` binds a row to where it stands, so that nobody can put one row in place of another. */
export type Cipher = {
  readonly seal: (place: string, value: unknown) => Promise<Bytes>;
  /** Rejects where the bytes were not sealed with this key at this place. */
  readonly open: <T>(place: string, sealed: Bytes) => Promise<T>;
};

/** OWASP's figure for PBKDF2-HMAC-SHA-256; 115 ms on a laptop. */
export const PIN_ROUNDS = 600_000;

/** The data key and the token that reads, under a key that only the PIN gives. */
export type Vault = { readonly salt: Bytes; readonly rounds: number; readonly sealed: Bytes };
export type Secrets = { readonly dataKey: Bytes; readonly readToken: string };

const IV_BYTES = 12;
const text = new TextEncoder();
const read = new TextDecoder();

export function aesCipher(key: CryptoKey, env: Env): Cipher {
  const bound = (iv: Bytes, place: string) => ({ name: "AES-GCM", iv, additionalData: text.encode(place) });
  return {
    seal: async (place, value) => {
      const iv = env.random(IV_BYTES);
      const sealed = new Uint8Array(await crypto.subtle.encrypt(bound(iv, place), key, text.encode(JSON.stringify(value))));
      return concat(iv, sealed);
    },
    open: async (place, sealed) => {
      const opened = await crypto.subtle.decrypt(bound(sealed.slice(0, IV_BYTES), place), key, sealed.subarray(IV_BYTES));
      return JSON.parse(read.decode(opened));
    },
  };
}

export const importDataKey = (raw: Bytes): Promise<CryptoKey> => crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);

async function pinCipher(pin: string, salt: Bytes, rounds: number, env: Env): Promise<Cipher> {
  const material = await crypto.subtle.importKey("raw", text.encode(pin), "PBKDF2", false, ["deriveKey"]);
  const key = await crypto.subtle.deriveKey({ name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds }, material, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  return aesCipher(key, env);
}

export async function makeVault(pin: string, secrets: Secrets, env: Env): Promise<Vault> {
  const salt = env.random(16);
  const cipher = await pinCipher(pin, salt, PIN_ROUNDS, env);
  return { salt, rounds: PIN_ROUNDS, sealed: await cipher.seal("vault", { dataKey: toBase64Url(secrets.dataKey), readToken: secrets.readToken }) };
}

/** `null`: it is not this PIN. */
export async function openVault(pin: string, vault: Vault, env: Env): Promise<Secrets | null> {
  const cipher = await pinCipher(pin, vault.salt, vault.rounds, env);
  try {
    const { dataKey, readToken } = await cipher.open<{ dataKey: string; readToken: string }>("vault", vault.sealed);
    return { dataKey: fromBase64Url(dataKey), readToken };
  } catch {
    return null;
  }
}

export function toBase64Url(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

export function fromBase64Url(encoded: string): Bytes {
  return Uint8Array.from(atob(encoded.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
}

function concat(a: Uint8Array, b: Uint8Array): Bytes {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
