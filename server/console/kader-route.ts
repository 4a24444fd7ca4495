import type { FastifyInstance } from "fastify";
import QRCode from "qrcode";
import * as v from "valibot";
import type { EnrolmentCard, KaderDevice, KaderLine, RefusedLine } from "#core/console/wire.ts";
import type { Principal } from "#core/ledger/belonging.ts";
import { uuid } from "#core/ledger/entry.ts";
import { createEnrolment } from "../devices/enrol.ts";
import { listDevices, revokeReading } from "../devices/devices.ts";
import { kaderStory, listKader, listRefused, personNames, programmeDirectory } from "../ledger/read.ts";
import { HttpError } from "../platform/http.ts";
import { acting, baseUrl, readBody, readParams } from "./acting.ts";
import { csvOf } from "./csv.ts";
import type { ConsoleDeps } from "./deps.ts";

const kaderParams = v.object({ person: uuid });
const deviceParams = v.object({ device: uuid });
const enrolBody = v.strictObject({ persons: v.pipe(v.array(uuid), v.minLength(1), v.maxLength(60)) });
const WHO_SEES_KADER = ["midwife", "lead", "operator"] as const;

export function kaderRoutes(app: FastifyInstance, deps: ConsoleDeps): void {
  app.get("/api/console/kader", { config: { access: ["midwife", "lead"] } }, async (request): Promise<KaderLine[]> => {
    const { principal } = acting(request);
    return kaderLines(deps, principal);
  });

  app.get("/api/console/kader/:person", { config: { access: ["midwife", "lead"] } }, async (request) => {
    const { principal } = acting(request);
    const { person } = readParams(kaderParams, request);
    const story = await kaderStory(deps.ledger, principal, `kader:${person}`);
    if (!story.ok) throw new HttpError(404, "not-found");
    const [names, devices, lines] = await Promise.all([personNames(deps.ledger, principal), devicesOf(deps, principal, person), listKader(deps.ledger, principal)]);
    const mothers = lines.find((one) => one.person === person)?.mothers ?? 0;
    return { view: story.value.view, entries: story.value.entries, devices, mothers, names: Object.fromEntries(names) };
  });

  app.get("/api/console/kader.csv", { config: { access: ["midwife", "lead"] } }, async (request, reply) => {
    const { principal } = acting(request);
    const rows = (await kaderLines(deps, principal)).filter(({ view }) => !view.left);
    const header = ["Nama lengkap", "Nomor HP", "Tahun lahir", "Posyandu", "Wilayah", "Tempat", "Izin pijat sampai", "Ibu didampingi"];
    const until = (line: KaderLine) => (line.clearance.state === "valid" || line.clearance.state === "expired" ? line.clearance.until.slice(0, 10) : null);
    const lines = rows.map((line) => {
      const { name, phone = null, bornInYear = null, posyandu = null, area = null } = line.view;
      return [name, phone, bornInYear === null ? null : String(bornInYear), posyandu, area, line.siteName, until(line), line.mothers];
    });
    return reply.type("text/csv; charset=utf-8").header("content-disposition", 'attachment; filename="kader.csv"').send(csvOf([header, ...lines]));
  });

  app.post("/api/console/enrolments", { config: { access: ["midwife", "lead"] } }, async (request): Promise<EnrolmentCard[]> => {
    const { principal } = acting(request);
    const { persons } = readBody(enrolBody, request);
    const known = new Map((await kaderLines(deps, principal)).map((line) => [line.person, line]));
    const origin = baseUrl(deps, request);
    const cards: EnrolmentCard[] = [];
    for (const person of persons) {
      const line = known.get(person);
      if (line === undefined) throw new HttpError(404, "not-found");
      // A new phone reads what the kader reads. Who may see no mother lets nobody in to a kader who has mothers already.
      if (principal.role === "lead" && line.mothers > 0) throw new HttpError(403, "has-mothers");
      const made = await createEnrolment(deps.ledger, { programme: principal.programme, person, by: principal, origin });
      if (!made.ok) throw new HttpError(409, "not-a-member");
      const { link, code, expires } = made.value;
      cards.push({ person, name: line.view.name, link, code, qr: await qrOf(link), linkUntil: expires.link, codeUntil: expires.code });
    }
    return cards;
  });

  app.post("/api/console/devices/:device/end-reading", { config: { access: ["midwife"] } }, async (request) => {
    const { principal } = acting(request);
    if (!(await revokeReading(deps.ledger, principal, readParams(deviceParams, request).device))) throw new HttpError(404, "not-found");
    return { ok: true };
  });

  app.get("/api/console/refused", { config: { access: WHO_SEES_KADER } }, async (request): Promise<RefusedLine[]> => {
    const { principal } = acting(request);
    const [rows, names] = await Promise.all([listRefused(deps.ledger, principal), personNames(deps.ledger, principal)]);
    return rows.map(({ person, device, code, where, times, firstAt, lastAt }) => ({ name: person === null ? null : (names.get(person) ?? null), device, code, where, times, firstAt, lastAt }));
  });
}

export async function kaderLines(deps: ConsoleDeps, principal: Principal): Promise<KaderLine[]> {
  const [rows, { sites }] = await Promise.all([listKader(deps.ledger, principal), programmeDirectory(deps.ledger, principal)]);
  const siteNames = new Map(sites.map(({ site, name }) => [site, name]));
  return rows
    .map(({ person, view, clearance, mothers, devices, lastSeenAt }) => ({ person, view, siteName: siteNames.get(view.site ?? "") ?? "", clearance, mothers, devices, lastSeenAt }))
    .sort((a, b) => a.siteName.localeCompare(b.siteName) || a.view.name.localeCompare(b.view.name));
}

async function devicesOf(deps: ConsoleDeps, principal: Principal, person: string): Promise<KaderDevice[]> {
  const devices = await listDevices(deps.ledger, principal);
  return devices.filter((one) => one.person === person && one.kind === "phone").map(({ device, enrolledAt, lastSeenAt, readRevokedAt }) => ({ device, enrolledAt, lastSeenAt, readRevokedAt }));
}

/** Dark on light with its quiet zone, so that a cheap camera reads it from a screen and from paper. */
const qrOf = (link: string): Promise<string> => QRCode.toString(link, { type: "svg", errorCorrectionLevel: "M", margin: 4 });
