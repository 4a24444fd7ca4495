import type { Keyring } from "#server/platform/keys.ts";
import { openMotherKey } from "#server/privacy/mother-keys.ts";
import type { SecretKey } from "#server/privacy/seal.ts";

/** A row that brings the mother's wrapped key along. */
export type WrappedRow = { readonly stream: string; readonly master: string; readonly wrapped: Buffer };

export const openWrapped = (keyring: Keyring, programme: string, { stream, master, wrapped }: WrappedRow): SecretKey => openMotherKey(keyring, programme, stream, { master, wrapped });
