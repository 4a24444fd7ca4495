import type { Entry } from "#core/ledger/entry.ts";
import { SEAL_INFO, type SealedEntry } from "#core/ledger/protocol.ts";
import { fromBase64Url, toBase64Url } from "./crypto.ts";
import { DeviceFault } from "./fault.ts";

export type ServerKey = { readonly id: string; readonly publicKey: string };

/** Seals an entry to the server, so that a locked phone delivers it and reads nothing. */
export type Sealer = (entry: Entry) => Promise<SealedEntry["sealed"]>;

const text = new TextEncoder();

/** The sealing code is fetched once, early (9 kB), and stays in memory: a later update of the app cannot take it away half way. */
let loading: Promise<typeof import("@hpke/core")> | null = null;
export function loadSealing(): Promise<typeof import("@hpke/core")> {
  loading ??= import("@hpke/core").catch((cause: unknown) => {
    loading = null;
    throw new DeviceFault("cannot-seal", undefined, cause);
  });
  return loading;
}

/** Rejects with `cannot-seal` where the sealing code cannot be loaded. */
export function sealerFor(key: ServerKey): Sealer {
  let suite: Promise<(entry: Entry) => Promise<SealedEntry["sealed"]>> | null = null;
  const prepare = async () => {
    const { CipherSuite, DhkemP256HkdfSha256, HkdfSha256, Aes128Gcm } = await loadSealing();
    const hpke = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes128Gcm() });
    const recipientPublicKey = await hpke.kem.deserializePublicKey(fromBase64Url(key.publicKey).buffer);
    return async (entry: Entry) => {
      const sender = await hpke.createSenderContext({ recipientPublicKey, info: text.encode(SEAL_INFO).buffer });
      const sealed = await sender.seal(text.encode(JSON.stringify(entry)).buffer, text.encode(entry.id).buffer);
      return { key: key.id, enc: toBase64Url(new Uint8Array(sender.enc)), text: toBase64Url(new Uint8Array(sealed)) };
    };
  };
  return async (entry) => {
    suite ??= prepare().catch((error: unknown) => {
      suite = null;
      throw error;
    });
    return (await suite)(entry);
  };
}
