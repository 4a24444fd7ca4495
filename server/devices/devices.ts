import type { Principal } from "#core/ledger/belonging.ts";
import type { LedgerDeps } from "#server/ledger/deps.ts";
import { asReader, inLedger } from "#server/ledger/transaction.ts";

export type DeviceRow = {
  readonly device: string;
  readonly person: string;
  readonly kind: "phone" | "console";
  readonly enrolledAt: string;
  readonly lastSeenAt: string | null;
  readonly readRevokedAt: string | null;
};

/** A midwife sees those of her site's people, lead and operator all; newest first. */
export async function listDevices(deps: LedgerDeps, by: Principal): Promise<DeviceRow[]> {
  const { rows } = await asReader(deps.pool, by, (client) =>
    client.query<{ device: string; person: string; kind: DeviceRow["kind"]; enrolled: Date; seen: Date | null; revoked: Date | null }>(
      "select id as device, person, kind, enrolled_at as enrolled, last_seen_at as seen, read_revoked_at as revoked from device where programme = $1 order by enrolled_at desc, id",
      [by.programme],
    ),
  );
  return rows.map(({ device, person, kind, enrolled, seen, revoked }) => ({
    device,
    person,
    kind,
    enrolledAt: enrolled.toISOString(),
    lastSeenAt: seen?.toISOString() ?? null,
    readRevokedAt: revoked?.toISOString() ?? null,
  }));
}

/** A lost phone: from now on it reads nothing; what waits on it still arrives, flagged. False where there is no such phone for this person to end. */
export async function revokeReading(deps: LedgerDeps, by: Principal, device: string): Promise<boolean> {
  if (by.role !== "midwife" && by.role !== "lead" && by.role !== "operator") return false;
  if (!(await listDevices(deps, by)).some((one) => one.device === device && one.kind === "phone")) return false;
  await inLedger(deps.pool, by.programme, (client) => client.query("update device set read_revoked_at = coalesce(read_revoked_at, $2) where id = $1", [device, new Date(deps.now())]));
  return true;
}
