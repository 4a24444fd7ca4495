import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from "@hpke/core";
import { describe, expect, test } from "vitest";
import { SEAL_INFO } from "#core/ledger/protocol.ts";
import { storyOf } from "#core/testing.ts";
import { aesCipher, fromBase64Url, importDataKey, makeVault, openVault, PIN_ROUNDS, toBase64Url } from "./crypto.ts";
import { browserEnv as env } from "./env.ts";
import { sealerFor } from "./seal.ts";

const cipher = async () => aesCipher(await importDataKey(env.random(32)), env);

describe("S2: rows under the data key", () => {
  test("open at their place, with their key, and nowhere else", async () => {
    const [ours, other] = [await cipher(), await cipher()];
    const sealed = await ours.seal("loose|a", { name: "Ibu Rekaan" });
    expect(await ours.open("loose|a", sealed)).toEqual({ name: "Ibu Rekaan" });
    await expect(ours.open("loose|b", sealed)).rejects.toThrow();
    await expect(other.open("loose|a", sealed)).rejects.toThrow();
    await expect(ours.open("loose|a", sealed.map((byte, at) => (at === 20 ? byte ^ 1 : byte)))).rejects.toThrow();
  });

  test("never look the same twice", async () => {
    const ours = await cipher();
    expect(await ours.seal("a", 1)).not.toEqual(await ours.seal("a", 1));
  });
});

test("S2: the vault opens with its PIN alone, after 600,000 rounds", async () => {
  const secrets = { dataKey: env.random(32), readToken: "dr_secret" };
  const vault = await makeVault("135790", secrets, env);
  expect(vault.rounds).toBe(PIN_ROUNDS);
  expect(PIN_ROUNDS).toBe(600_000);
  expect(await openVault("135791", vault, env)).toBeNull();
  expect(await openVault("135790", vault, env)).toEqual(secrets);
});

test.each([0, 1, 2, 3, 40_000])("base64url of %i bytes reads back", (length) => {
  const bytes = new Uint8Array(length).map((_, at) => (at * 37) % 256);
  expect(toBase64Url(bytes)).toBe(Buffer.from(bytes).toString("base64url"));
  expect(fromBase64Url(toBase64Url(bytes))).toEqual(bytes);
});

test("L2: a sealed entry opens with the server's private key, under its own id, and with nothing that is on the phone", async () => {
  const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes128Gcm() });
  const pair = await suite.kem.generateKeyPair();
  const publicKey = toBase64Url(new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey)));
  const entry = storyOf("mother").tell("mother.registered", { name: "Ibu Rekaan" });
  const { key, enc, text } = await sealerFor({ id: "k1", publicKey })(entry);
  expect(key).toBe("k1");
  const open = (id: string) => suite.open({ recipientKey: pair.privateKey, enc: fromBase64Url(enc).buffer, info: new TextEncoder().encode(SEAL_INFO).buffer }, fromBase64Url(text).buffer, new TextEncoder().encode(id).buffer);
  expect(JSON.parse(new TextDecoder().decode(await open(entry.id)))).toEqual(entry);
  await expect(open("another id")).rejects.toThrow();
});
