import { PAGE, type Entry, type Received, type Role } from "#core/ledger/entry.ts";
import type { Transport } from "#web/device/wire.ts";
import type { Enrolment } from "#web/device/meta.ts";
import { serverModel } from "./server-model.ts";
import type { ServerFaults } from "./planted.ts";

export type Person = { readonly person: string; readonly name: string; readonly role: "kader" | "midwife" };
export type Enrolled = { readonly enrolment: Enrolment; readonly readToken: string };
export type Truth = { readonly stream: string; readonly count: number; readonly digest: string; readonly entries: readonly Received[] };

/** The server side of a run: the model in memory, or the real application on PostgreSQL. */
export type Backend = {
  readonly transport: Transport;
  readonly enrol: (person: Person, device: string) => Promise<Enrolled>;
  /** What the server holds, each entry as often as it holds it. */
  readonly held: () => Promise<readonly Pick<Entry, "id" | "stream" | "device" | "deviceSeq">[]>;
  /** What the reader of this phone may see now, read from the very beginning. */
  readonly seenBy: (enrolled: Enrolled) => Promise<readonly Truth[]>;
  readonly backup: () => Promise<void>;
  /** Puts the last backup in place: another life of the server. */
  readonly restore: () => Promise<void>;
};

export type Setting = { readonly programme: string; readonly site: string; readonly people: readonly Person[]; readonly now: () => number; readonly newId: () => string };

const SYSTEM = "00000000-0000-7000-8000-000000000000";

export async function modelBackend({ programme, site, people, now, newId }: Setting, faults: ServerFaults = {}, page = PAGE): Promise<Backend> {
  const server = serverModel({ programme, now, faults, page });
  let backup = server.backup();
  const system = { programme, person: SYSTEM, role: "operator" as Role, site: null, device: SYSTEM, reads: false };
  let deviceSeq = 0;
  const tell = (stream: string, type: string, body: object) => {
    const at = new Date(now()).toISOString();
    return { id: newId(), programme, stream, type, version: 1, author: SYSTEM, performer: SYSTEM, device: SYSTEM, deviceSeq: ++deviceSeq, occurredAt: at, recordedAt: at, replaces: [], body };
  };
  server.foundedBy(SYSTEM);
  server.push(system, [
    tell(`programme:${programme}`, "programme.created", { name: "Program Rekaan", demo: true }),
    ...people.map(({ person, name, role }) =>
      role === "kader" ? tell(`kader:${person}`, "kader.joined", { name, site, invented: true }) : tell(`programme:${programme}`, "staff.joined", { person, name, role, site, invented: true }),
    ),
  ]);
  const bearerOf = ({ enrolment }: Enrolled) => ({ person: enrolment.person.id, role: enrolment.person.role, site, device: enrolment.device, reads: true });
  return {
    transport: {
      sync: async (token, request) => {
        const answer = server.sync(token, structuredClone(request));
        return answer === null ? { ok: false, error: { code: "http", status: 401, reason: "unknown-token" } } : { ok: true, value: structuredClone(answer) };
      },
      enrol: async () => ({ ok: false, error: { code: "offline" } }),
    },
    enrol: async ({ person, name, role }, device) => {
      const [uploadToken, readToken] = [`upload ${device}`, `read ${device}`];
      const demo = true;
      server.enrol(uploadToken, { person, role, site, device, reads: false });
      server.enrol(readToken, { person, role, site, device, reads: true });
      const enrolment: Enrolment = { device, programme, person: { id: person, name, role }, site: { id: site, name: "Desa Rekaan", timezone: "Asia/Jakarta" }, demo, uploadToken, serverKey: { id: "plain", publicKey: "" } };
      return { enrolment, readToken };
    },
    held: async () => server.log(),
    seenBy: async (enrolled) => server.seenBy(bearerOf(enrolled)).map(({ id, count, digest, entries }) => ({ stream: id, count, digest, entries })),
    backup: async () => void (backup = server.backup()),
    restore: async () => server.restore(backup),
  };
}
