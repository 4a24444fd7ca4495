import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from "@hpke/core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openKeyring } from "./keys.ts";
import { testConfig, testDatabase, type TestDatabase } from "./testing.ts";

let database: TestDatabase;
const config = testConfig();
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => {
  await database.close();
  rmSync(config.dataDir, { recursive: true, force: true });
});

test("made once, for this user alone, and the same at the next start", async () => {
  const first = await openKeyring(config, database);
  const again = await openKeyring(config, database);
  expect(again.current).toEqual(first.current);
  expect(again.sealing.publicKey).toBe(first.sealing.publicKey);
  expect(first.current.key).toHaveLength(32);
  expect(again.masterKey(first.current.id)?.key).toEqual(first.current.key);
  expect(again.masterKey("unknown")).toBeUndefined();
  expect(statSync(config.keysDir).mode & 0o777).toBe(0o700);
  for (const name of readdirSync(config.keysDir)) expect(statSync(join(config.keysDir, name)).mode & 0o777).toBe(0o600);
  expect(readdirSync(config.keysDir)).toHaveLength(2);
});

test("servers that start at once make one pair of keys between them", async () => {
  const [fresh, shared] = [await testDatabase(), testConfig()];
  const rings = await Promise.all([1, 2, 3, 4].map(() => openKeyring(shared, fresh)));
  expect(new Set(rings.map((ring) => ring.current.id)).size).toBe(1);
  expect(readdirSync(shared.keysDir)).toHaveLength(2);
  await fresh.close();
  rmSync(shared.dataDir, { recursive: true, force: true });
});

test("what a phone seals with HPKE, the server opens", async () => {
  const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes128Gcm() });
  const ring = await openKeyring(config, database);
  const raw = new Uint8Array(Buffer.from(ring.sealing.publicKey, "base64url"));
  expect(raw).toHaveLength(65);
  const recipientPublicKey = await suite.kem.deserializePublicKey(raw);
  const { ct, enc } = await suite.seal({ recipientPublicKey }, new TextEncoder().encode("pelan-pelan, Ibu"));
  const key = ring.sealingKey(ring.sealing.id);
  const plain = await suite.open({ recipientKey: key!.keyPair, enc }, ct);
  expect(new TextDecoder().decode(plain)).toBe("pelan-pelan, Ibu");
});

test("lost keys are said, and never replaced by new ones", async () => {
  await openKeyring(config, database);
  const away = `${config.keysDir}-away`;
  renameSync(config.keysDir, away);
  await expect(openKeyring(config, database)).rejects.toThrow(/sealed with keys that are not in .*No new keys were made/);
  expect(readdirSync(config.keysDir)).toEqual([]);
  rmSync(config.keysDir, { recursive: true });
  renameSync(away, config.keysDir);
  await openKeyring(config, database);
});

test("another database's keys do not pass for the lost ones", async () => {
  const other = await testDatabase();
  const theirs = testConfig();
  mkdirSync(theirs.keysDir, { recursive: true });
  await openKeyring(theirs, other);
  await expect(openKeyring({ ...config, keysDir: theirs.keysDir }, database)).rejects.toThrow(/sealed with keys/);
  await other.close();
  rmSync(theirs.dataDir, { recursive: true, force: true });
});
