import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from "@hpke/core";
import { SEAL_INFO, type SealedEntry } from "#core/ledger/protocol.ts";
import type { Keyring } from "#server/platform/keys.ts";

const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes128Gcm() });
const info = new TextEncoder().encode(SEAL_INFO);

/** The entry inside, unchecked, or `null` where it cannot be opened: another server's key, or damaged. */
export async function openSealed(keyring: Keyring, { id, sealed }: SealedEntry): Promise<{ candidate: unknown } | null> {
  const key = keyring.sealingKey(sealed.key);
  if (key === undefined) return null;
  try {
    const plain = await suite.open({ recipientKey: key.keyPair, info, enc: bytes(sealed.enc) }, bytes(sealed.text), new TextEncoder().encode(id));
    return { candidate: JSON.parse(Buffer.from(plain).toString("utf8")) };
  } catch {
    return null;
  }
}

function bytes(base64url: string): ArrayBuffer {
  const buffer = Buffer.from(base64url, "base64url");
  return buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + buffer.byteLength) as ArrayBuffer;
}
