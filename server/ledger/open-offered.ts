import { hash } from "node:crypto";
import * as v from "valibot";
import { CATALOGUE } from "#core/catalogue.ts";
import { madeText } from "#core/ledger/digest.ts";
import { MAX_BODY_BYTES, type Entry } from "#core/ledger/entry.ts";
import { checkEntry } from "#core/ledger/entry-type.ts";
import type { Offered, Refused } from "#core/ledger/judge.ts";
import { sealedSchema } from "#core/ledger/protocol.ts";
import type { Keyring } from "#server/platform/keys.ts";
import { openSealed } from "#server/privacy/open-sealed.ts";

/** Opens and checks each by itself, so that one broken entry does not hold up the others. Order is kept. */
export async function openOffered(keyring: Keyring, outgoing: readonly unknown[]): Promise<{ offered: Offered[]; refused: Refused[] }> {
  const opened = await Promise.all(outgoing.map((one) => openOne(keyring, one)));
  return { offered: opened.filter((one): one is Offered => "entry" in one), refused: opened.filter((one): one is Refused => "code" in one) };
}

async function openOne(keyring: Keyring, one: unknown): Promise<Offered | Refused> {
  const id = idOf(one);
  if (typeof one !== "object" || one === null || !("sealed" in one)) return check(id, one);
  const sealed = v.safeParse(sealedSchema, one);
  if (!sealed.success) return { id, code: "broken", where: "sealed" };
  const inside = await openSealed(keyring, sealed.output);
  if (inside === null) return { id, code: "cannot-open" };
  return idOf(inside.candidate) === id ? check(id, inside.candidate) : { id, code: "broken", where: "id" };
}

function check(id: string | null, candidate: unknown): Offered | Refused {
  const checked = checkEntry(CATALOGUE, candidate);
  if (!checked.ok) return { id, code: "broken", where: checked.error.where.replaceAll(/\P{ASCII}|\p{Cc}/gu, "?").slice(0, 120) };
  const entry: Entry = checked.value;
  if (Buffer.byteLength(JSON.stringify(entry.body)) > MAX_BODY_BYTES) return { id, code: "too-large" };
  return { entry, hash: fastEntryHash(entry) };
}

/** `entryHash` of core/ledger/digest.ts with the platform's own SHA-256, several times as fast. */
export const fastEntryHash = (entry: Entry): string => hash("sha256", madeText(entry), "hex").slice(0, 16);

/** Only a sound id is told back or written down. */
function idOf(one: unknown): string | null {
  const id = typeof one === "object" && one !== null && "id" in one ? one.id : null;
  return typeof id === "string" && /^[0-9a-f-]{36}$/.test(id) ? id : null;
}
