import type { PoolClient } from "pg";
import type { Principal } from "#core/ledger/belonging.ts";
import type { EnrolResponse } from "#core/ledger/protocol.ts";
import type { ProgrammeView } from "#core/programme/programme-view.ts";
import { err, ok, type Result } from "#core/result.ts";
import type { LedgerDeps } from "#server/ledger/deps.ts";
import { inLedger } from "#server/ledger/transaction.ts";
import { newCode, newToken, shownCode, tokenHash, typedToken } from "./tokens.ts";

const LINK_DAYS = 7;
const CODE_MINUTES = 30;

export type Enrolment = { readonly enrolment: string; readonly link: string; readonly token: string; readonly code: string; readonly expires: { readonly link: string; readonly code: string } };

/** One way onto one phone, once: a link (or its code to scan), or eight characters to type. Only their digests are kept. */
export async function createEnrolment(
  deps: LedgerDeps,
  { programme, person, by, origin }: { programme: string; person: string; by: Principal | null; origin: string },
): Promise<Result<Enrolment, { code: "not-a-member" }>> {
  const token = newToken("enrol");
  const code = newCode();
  const linkExpires = new Date(deps.now() + LINK_DAYS * 86_400_000);
  const codeExpires = new Date(deps.now() + CODE_MINUTES * 60_000);
  const { rows } = await inLedger(deps.pool, programme, (client) =>
    client.query<{ id: string }>(
      `insert into enrolment (programme, person, role, link_hash, code_hash, link_expires, code_expires, created_by)
       select $1, person, role, $3, $4, $5, $6, $7 from membership where programme = $1 and person = $2 and role in ('kader', 'midwife') and to_seq is null order by role limit 1
       returning id`,
      [programme, person, tokenHash(token), tokenHash(code), linkExpires, codeExpires, by?.person ?? null],
    ),
  );
  const enrolment = rows[0]?.id;
  if (enrolment === undefined) return err({ code: "not-a-member" });
  // In the fragment: no server and no preview of a message ever sees it; only the phone's own POST uses it up.
  return ok({ enrolment, link: `${origin}/#daftar=${token}`, token, code: shownCode(code), expires: { link: linkExpires.toISOString(), code: codeExpires.toISOString() } });
}

export type NotEnrolled = { readonly code: "unknown" | "used" | "expired" | "not-a-member" | "device-known" };
type EnrolmentRow = { id: string; person: string; role: "kader" | "midwife"; expires: Date; used_by: string | null };

/**
 * Uses up a link or code for this device. Where the answer got lost on its way, the same device may ask once more, until it has
 * first used its tokens: it gets new ones, and the lost ones are void.
 */
export async function enrolDevice(deps: LedgerDeps, { token, device }: { token: string; device: string }): Promise<Result<EnrolResponse, NotEnrolled>> {
  const hash = tokenHash(typedToken(token));
  const found = (await deps.pool.query<{ programme: string; id: string }>("select programme, id from enrolment_of_token($1)", [hash])).rows[0];
  if (found === undefined) return err({ code: "unknown" });
  return inLedger(deps.pool, found.programme, async (client) => {
    const { rows } = await client.query<EnrolmentRow>("select id, person, role, case when link_hash = $2 then link_expires else code_expires end as expires, used_by from enrolment where id = $1 for update", [found.id, hash]);
    const enrolment = rows[0];
    if (enrolment === undefined) return err({ code: "unknown" });
    if (enrolment.expires.getTime() <= deps.now()) return err({ code: "expired" });
    if (enrolment.used_by !== null && enrolment.used_by !== device) return err({ code: "used" });
    const known = (await client.query<{ last_seen_at: Date | null }>("select last_seen_at from device where id = $1 and kind = 'phone'", [device])).rows[0];
    if (enrolment.used_by !== null && known?.last_seen_at !== null) return err({ code: "used" });
    return enrol(deps, client, found.programme, enrolment, device);
  });
}

async function enrol(deps: LedgerDeps, client: PoolClient, programme: string, { id, person, role, used_by }: EnrolmentRow, device: string): Promise<Result<EnrolResponse, NotEnrolled>> {
  const { rows } = await client.query<{ name: string; site: string; view: ProgrammeView }>(
    `select p.name, m.site, c.view from membership m join person p on p.programme = m.programme and p.id = m.person join programme_card c on c.programme = m.programme
     where m.programme = $1 and m.person = $2 and m.role = $3 and m.to_seq is null`,
    [programme, person, role],
  );
  const member = rows[0];
  const site = member?.view.sites.find((one) => one.site === member.site);
  if (member === undefined || site === undefined) return err({ code: "not-a-member" });
  const uploadToken = newToken("upload");
  const readToken = newToken("read");
  const hashes = [tokenHash(uploadToken), tokenHash(readToken)];
  const written =
    used_by === null
      ? await client.query("insert into device (id, programme, person, role, kind, upload_hash, read_hash) values ($1, $2, $3, $4, 'phone', $5, $6) on conflict do nothing", [device, programme, person, role, ...hashes])
      : await client.query("update device set upload_hash = $2, read_hash = $3 where id = $1", [device, ...hashes]);
  if (written.rowCount === 0) return err({ code: "device-known" });
  await client.query("update enrolment set used_at = coalesce(used_at, $2), used_by = $3 where id = $1", [id, new Date(deps.now()), device]);
  const { sealing } = deps.keyring;
  return ok({
    programme,
    person: { id: person, name: member.name, role },
    site: { id: site.site, name: site.name, timezone: site.timezone },
    uploadToken,
    readToken,
    serverKey: { id: sealing.id, publicKey: sealing.publicKey },
    serverTime: new Date(deps.now()).toISOString(),
    demo: member.view.demo,
  });
}
