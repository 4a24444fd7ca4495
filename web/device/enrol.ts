import type { EnrolResponse } from "#core/ledger/protocol.ts";
import { err, ok, type Result } from "#core/result.ts";
import { dropMeta, getMeta, putMeta, type Enrolment } from "./meta.ts";
import type { Phone } from "./phone.ts";
import type { Change, TableName } from "./store.ts";
import type { Transport, WireError } from "./wire.ts";

/** The token of a link or scanned code, `#daftar=<token>`; it is used up by a tap only, never by opening the link. */
export function offeredToken(hash: string): string | null {
  const match = /^#\/?daftar=([^&]+)/.exec(hash);
  return match?.[1] === undefined ? null : decodeURIComponent(match[1]);
}

export const ENROL_CODES = ["unknown", "used", "expired", "not-a-member", "device-known", "offline", "server", "too-many"] as const;
export type EnrolProblem = { readonly code: (typeof ENROL_CODES)[number] };

/** Minutes for choosing a PIN: until then the token that reads lies in clear, and nothing has been read with it. */
const PENDING_MS = 30 * 60_000;

/** What somebody could read here; what is unsent is sealed and stays. */
const READABLE: readonly TableName[] = ["loose", "segments", "snapshot", "drafts"];
export const forgetReadable = (): Change[] => [...READABLE.map((table): Change => ({ table, clear: true })), dropMeta("vault"), dropMeta("pending"), dropMeta("throttle"), putMeta("dirty", [])];

/**
 * Enrols this phone for whoever the token was made for. Until the server has said yes nothing here changes; then what an earlier
 * user could read goes, her unsent entries stay with the token that delivers them (L2), and a PIN is to be chosen.
 */
export async function enrol(phone: Phone, transport: Transport, typed: string): Promise<Result<Enrolment, EnrolProblem>> {
  const token = typed.trim();
  const intent = await getMeta(phone.store, "intent");
  const device = intent?.token === token ? intent.device : phone.env.newId();
  await phone.store.write([putMeta("intent", { token, device })]);
  const answer = await transport.enrol({ token, device });
  if (!answer.ok) return err(problemOf(answer.error));
  return phone.serial(async () => {
    const enrolment = enrolmentOf(device, answer.value);
    const uploads = keptUploads(phone);
    await phone.store.write([
      ...forgetReadable(),
      dropMeta("intent"),
      putMeta("uploads", uploads),
      putMeta("enrolment", enrolment),
      putMeta("seq", 0),
      putMeta("serverTime", Date.parse(answer.value.serverTime)),
      putMeta("pending", { readToken: answer.value.readToken, at: phone.env.now() }),
    ]);
    Object.assign(phone, { enrolment, uploads, dirty: [] });
    return ok(enrolment);
  });
}

/** The token of an enrolment that waits for its PIN; null where there is none, or where it waited too long. */
export async function pendingToken(phone: Phone): Promise<string | null> {
  const pending = await getMeta(phone.store, "pending");
  const age = phone.env.now() - (pending?.at ?? 0);
  return pending !== undefined && age >= -PENDING_MS && age <= PENDING_MS ? pending.readToken : null;
}

/** Takes away what was readable and who was enrolled. What is unsent stays and is delivered. */
export async function leave(phone: Phone): Promise<void> {
  await phone.serial(async () => {
    const uploads = keptUploads(phone);
    await phone.store.write([...forgetReadable(), putMeta("uploads", uploads), dropMeta("enrolment"), putMeta("seq", 0)]);
    Object.assign(phone, { enrolment: null, uploads, dirty: [] });
  });
}

const keptUploads = ({ uploads, enrolment }: Phone): Phone["uploads"] => (enrolment === null ? uploads : { ...uploads, [enrolment.device]: enrolment.uploadToken });

function enrolmentOf(device: string, { programme, person, site, demo, uploadToken, serverKey }: EnrolResponse): Enrolment {
  return { device, programme, person, site, demo, uploadToken, serverKey };
}

function problemOf(error: WireError): EnrolProblem {
  if (error.code === "offline") return { code: "offline" };
  if (error.status === 429) return { code: "too-many" };
  return { code: ENROL_CODES.find((code) => code === error.reason) ?? "server" };
}
