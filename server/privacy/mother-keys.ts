import { createSecretKey, randomBytes } from "node:crypto";
import type { Keyring, MasterKey } from "#server/platform/keys.ts";
import { open, seal, type SecretKey } from "./seal.ts";

/** A mother's key as the database keeps it: wrapped by a master key that it never sees. */
export type WrappedKey = { readonly master: string; readonly wrapped: Uint8Array };

const about = (programme: string, stream: string): string => `mother key|${programme}|${stream}`;

const prepared = new WeakMap<MasterKey, SecretKey>();
function prepare(master: MasterKey): SecretKey {
  const key = prepared.get(master) ?? createSecretKey(master.key);
  prepared.set(master, key);
  return key;
}

export function createMotherKey(keyring: Keyring, programme: string, stream: string): { key: SecretKey; wrapped: WrappedKey } {
  const bytes = randomBytes(32);
  return { key: createSecretKey(bytes), wrapped: { master: keyring.current.id, wrapped: seal(prepare(keyring.current), about(programme, stream), bytes) } };
}

/** Throws where the master key is gone: that is a fault of this server's keyring, never of the one who asks. */
export function openMotherKey(keyring: Keyring, programme: string, stream: string, { master, wrapped }: WrappedKey): SecretKey {
  const masterKey = keyring.masterKey(master);
  if (masterKey === undefined) throw new Error(`master key ${master} is not in the keyring`);
  return createSecretKey(open(prepare(masterKey), about(programme, stream), wrapped));
}
