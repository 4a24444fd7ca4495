import type { Keyring } from "#server/platform/keys.ts";
import { openMotherKey } from "#server/privacy/mother-keys.ts";

/** A row that brings the mother's wrapped key along. */
export type WrappedRow = { readonly stream: string; readonly master: string; readonly wrapped: Buffer };

export const openWrapped = (keyring: Keyring, programme: string, { stream, master, wrapped }: WrappedRow): Uint8Array => openMotherKey(keyring, programme, stream, { master, wrapped });
