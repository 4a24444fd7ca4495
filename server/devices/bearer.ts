import type { FastifyRequest } from "fastify";
import type { Principal } from "#core/ledger/belonging.ts";
import type { Role } from "#core/ledger/entry.ts";
import type { LedgerDeps } from "#server/ledger/deps.ts";
import { inLedger } from "#server/ledger/transaction.ts";
import { HttpError } from "#server/platform/http-error.ts";
import { tokenHash } from "./tokens.ts";

type DeviceRow = { programme: string; device: string; person: string; role: Role; site: string | null; member: boolean; is_read: boolean; revoked: boolean; last_seen_at: Date | null };

/** `reading-ended`: the token did read, but the device or the person may no longer. */
export type Bearer = { readonly principal: Principal; readonly ended: boolean };

const SEEN_EVERY_MS = 10 * 60_000;

/** Whose token this is. Throws 401 `unknown-token` where it is nobody's. */
export async function bearer(deps: LedgerDeps, request: FastifyRequest): Promise<Bearer> {
  const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? "")?.[1];
  if (token === undefined) throw new HttpError(401, "unknown-token");
  const { rows } = await deps.pool.query<DeviceRow>({ name: "bearer", text: "select * from device_of_token($1)", values: [tokenHash(token)] });
  const row = rows[0];
  if (row === undefined) throw new HttpError(401, "unknown-token");
  const { programme, device, person, role, site, revoked } = row;
  if (row.last_seen_at === null || deps.now() - row.last_seen_at.getTime() > SEEN_EVERY_MS) {
    await inLedger(deps.pool, programme, (client) => client.query("update device set last_seen_at = $2 where id = $1", [device, new Date(deps.now())]));
  }
  const reads = row.is_read && row.member && !revoked;
  return { principal: { programme, person, role, site, device, reads, revoked }, ended: row.is_read && !reads };
}
