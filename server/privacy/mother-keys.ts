import { randomBytes } from "node:crypto";
import type { Keyring } from "#server/platform/keys.ts";
import { open, seal } from "./seal.ts";

/** A mother's key as the database keeps it: wrapped by a master key that it never sees. */
export type WrappedKey = { readonly master: string; readonly wrapped: Uint8Array };

const about = (programme: string, stream: string): string => `mother key|${programme}|${stream}`;

export function createMotherKey(keyring: Keyring, programme: string, stream: string): { key: Uint8Array; wrapped: WrappedKey } {
  const key = randomBytes(32);
  return { key, wrapped: { master: keyring.current.id, wrapped: seal(keyring.current.key, about(programme, stream), key) } };
}

/** Throws where the master key is gone: that is a fault of this server's keyring, never of the one who asks. */
export function openMotherKey(keyring: Keyring, programme: string, stream: string, { master, wrapped }: WrappedKey): Uint8Array {
  const masterKey = keyring.masterKey(master);
  if (masterKey === undefined) throw new Error(`master key ${master} is not in the keyring`);
  return open(masterKey.key, about(programme, stream), wrapped);
}
