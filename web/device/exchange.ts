import type { Entry } from "#core/ledger/entry.ts";
import type { SyncRequest, SyncResponse } from "#core/ledger/protocol.ts";
import { applyAnswer } from "./apply.ts";
import { isFault } from "./fault.ts";
import { commit, type Ledger } from "./ledger.ts";
import { BATCH, type OutboxRow } from "./outbox.ts";
import { noteAnswer, takeBatch, type Phone } from "./phone.ts";
import { missesSomething } from "./snapshot.ts";
import type { Transport } from "./wire.ts";

/**
 * How an exchange ended. `reading-ended`: the right to read was taken from this phone, what waits may still be delivered.
 * `unknown-token`: the server does not know this phone (it was restored from before the enrolment): all is kept. `unanswered`: the
 * server left entries without a word. `full`: what came in found no room here. All but `done` are tried again later.
 */
export type Outcome = "done" | "offline" | "server" | "reading-ended" | "unknown-token" | "unanswered" | "full";

export type Exchange = { readonly transport: Transport; readonly signal?: AbortSignal; readonly hear?: (serverTime: string) => void };

/** Delivers what waits, sealed, with the tokens that only upload: for a locked phone, and for its earlier users. */
export async function deliverSealed(phone: Phone, exchange: Exchange, devices: ReadonlyMap<string, string>): Promise<Outcome> {
  for (const [device, token] of devices) {
    const outcome = await rounds(phone, device, false, async (batch) => {
      const answer = await exchange.transport.sync(token, { device, cursor: null, entries: batch.map(({ id, sealed }) => ({ id, sealed })) }, exchange.signal);
      if (!answer.ok) return answer.error;
      exchange.hear?.(answer.value.serverTime);
      await noteAnswer(phone, batch, answer.value);
      return { more: false, anew: false };
    });
    if (outcome !== "done") return outcome;
  }
  return "done";
}

/** Upload tokens by device: of earlier enrolments, and of the present one where `own`. */
export function uploadTokens(phone: Phone, own: boolean): Map<string, string> {
  const tokens = new Map(Object.entries(phone.uploads));
  if (own && phone.enrolment !== null) tokens.set(phone.enrolment.device, phone.enrolment.uploadToken);
  return tokens;
}

const DAY = 86_400_000;

/** Pushes what waits and pulls what is new until there is no more, then compares the sums with the server's. */
export async function exchangeOpen(ledger: Ledger, readToken: string, exchange: Exchange): Promise<Outcome> {
  const earlier = await deliverSealed(ledger.phone, exchange, uploadTokens(ledger.phone, false));
  if (earlier === "offline") return earlier;
  let outcome = await round(ledger, readToken, exchange, false);
  if (outcome === "done" && missesSomething(ledger.snapshot)) outcome = await round(ledger, readToken, exchange, true);
  if (outcome === "done" && (await readAnew(ledger))) outcome = await round(ledger, readToken, exchange, true);
  return outcome;
}

async function round(ledger: Ledger, readToken: string, exchange: Exchange, checkAll: boolean): Promise<Outcome> {
  const { phone, reader } = ledger;
  return rounds(phone, reader.device, true, async (batch) => {
    const { cursor, checkedAt, lastSyncAt } = ledger.snapshot;
    const checking = checkAll || checkedAt === 0 || Date.parse(lastSyncAt ?? "") - checkedAt > DAY;
    const request: SyncRequest = { device: reader.device, cursor, entries: await inPlain(ledger, batch), ...(checking && { checkAll: true }) };
    const answer = await exchange.transport.sync(readToken, request, exchange.signal);
    if (!answer.ok) return answer.error;
    exchange.hear?.(answer.value.serverTime);
    if (answer.value.more && answer.value.cursor === cursor) return { code: "http", status: 500, reason: "page without end" };
    try {
      await applyAnswer(ledger, batch, answer.value, checking);
    } catch (error) {
      if (!isFault(error, "storage-full")) throw error;
      await noteAnswer(phone, batch, answer.value);
      return { code: "full" };
    }
    return { more: answer.value.more || ledger.snapshot.checkedAt === 0, anew: answer.value.offerAll };
  });
}

/** The entry itself where this user made it (TLS protects it, and it packs far better); sealed where the data key does not open it. */
const inPlain = (ledger: Ledger, batch: readonly OutboxRow[]): Promise<unknown[]> =>
  Promise.all(batch.map(({ id, own, sealed }) => ledger.cipher.open<Entry>(`own|${id}`, own).catch(() => ({ id, sealed }))));

type Round = { readonly more: boolean; readonly anew: boolean } | { readonly code: "offline" } | { readonly code: "full" } | { readonly code: "http"; readonly status: number; readonly reason: string };

/** Rounds until everything that waits was offered once and, where it `pulls` too, no page is left. A batch that is too large for the server is halved. */
async function rounds(phone: Phone, device: string, pulls: boolean, once: (batch: readonly OutboxRow[]) => Promise<Round>): Promise<Outcome> {
  const offered = new Set<string>();
  let limit = BATCH;
  let more = pulls;
  for (;;) {
    const batch = await takeBatch(phone, device, limit, offered);
    if (batch.length === 0 && !more) break;
    const told = await once(batch);
    if ("code" in told) {
      if (told.code !== "http") return told.code;
      if (told.status === 413 && batch.length > 1) limit = Math.ceil(batch.length / 2);
      else if (told.status === 413) await noteAnswer(phone, batch, tooLarge(batch));
      else return told.reason === "reading-ended" || told.reason === "unknown-token" ? told.reason : "server";
      continue;
    }
    for (const row of batch) offered.add(row.id);
    // A restored server judges anew, once it has what went before.
    if (told.anew) offered.clear();
    more = told.more;
  }
  return [...offered].some((id) => phone.outbox.get(id)?.state === "sent") ? "unanswered" : "done";
}

const tooLarge = (batch: readonly OutboxRow[]): Pick<SyncResponse, "accepted" | "refused" | "serverTime"> => ({ accepted: [], refused: batch.map(({ id }) => ({ id, code: "too-large" })), serverTime: "" });

/** Sums that still differ after a fresh look: everything is read anew, once a day at most, and what differs stays on the screen. */
async function readAnew(ledger: Ledger): Promise<boolean> {
  return ledger.phone.serial(async () => {
    const { lastSyncAt, repairedAt } = ledger.snapshot;
    const now = Date.parse(lastSyncAt ?? "");
    if (!missesSomething(ledger.snapshot) || !(now - repairedAt > DAY)) return false;
    await commit(ledger, { snapshot: { ...ledger.snapshot, cursor: null, checkedAt: 0, repairedAt: now } });
    return true;
  });
}
