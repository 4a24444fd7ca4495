import type { FastifyRequest } from "fastify";
import type { Pool } from "pg";
import type { Principal } from "#core/ledger/belonging.ts";
import type { Role } from "#core/ledger/entry.ts";
import type { LedgerDeps } from "#server/ledger/deps.ts";
import { createGathering } from "#server/ledger/gathering.ts";
import { inLedger } from "#server/ledger/transaction.ts";
import { HttpError } from "#server/platform/http-error.ts";
import { tokenHash } from "./tokens.ts";

/** Whose token it is. `member`: she belongs to the programme in the device's role now. */
export type TokenRow = { programme: string; device: string; person: string; role: Role; site: string | null; member: boolean; is_read: boolean; revoked: boolean; last_seen_at: Date | null };

/** `reading-ended`: the token did read, but the device or the person may no longer. */
export type Bearer = { readonly principal: Principal; readonly ended: boolean };

const SEEN_EVERY_MS = 10 * 60_000;

/** Looks up, in one query, the tokens of all who ask while another look-up is under way. Nothing is remembered: a revoked token ends at once. */
export function createTokens(pool: Pool): LedgerDeps["tokens"] {
  return createGathering(
    async (hashes: readonly Buffer[]) => {
      const { rows } = await pool.query<TokenRow & { token_hash: Buffer }>({ name: "bearer", text: "select * from devices_of_tokens($1)", values: [hashes] });
      const found = new Map(rows.map((row) => [row.token_hash.toString("hex"), row]));
      return hashes.map((hash): TokenRow | null => found.get(hash.toString("hex")) ?? null);
    },
    (gathered) => gathered.length < 500,
  );
}

/** Whose token this is. Throws 401 `unknown-token` where it is nobody's. */
export async function bearer(deps: LedgerDeps, request: FastifyRequest): Promise<Bearer> {
  const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? "")?.[1];
  if (token === undefined) throw new HttpError(401, "unknown-token");
  const row = await deps.tokens("", tokenHash(token));
  if (row === null) throw new HttpError(401, "unknown-token");
  const { programme, device, person, role, site, revoked } = row;
  if (row.last_seen_at === null || deps.now() - row.last_seen_at.getTime() > SEEN_EVERY_MS) {
    await inLedger(deps.pool, programme, (client) => client.query("update device set last_seen_at = $2 where id = $1", [device, new Date(deps.now())]));
  }
  const reads = row.is_read && row.member && !revoked;
  return { principal: { programme, person, role, site, device, reads, revoked }, ended: row.is_read && !reads };
}
