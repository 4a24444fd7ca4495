import multipart from "@fastify/multipart";
import type { FastifyInstance, FastifyRequest } from "fastify";
import * as v from "valibot";
import type { Principal } from "#core/ledger/belonging.ts";
import { TEXTS } from "#content/texts/console-roster.id.ts";
import { listKader, programmeDirectory } from "../ledger/read.ts";
import { newId, record } from "../ledger/record.ts";
import { HttpError } from "../platform/http.ts";
import { joinedBody, previewRoster, rowsToImport, type Preview } from "../programme/roster-import.ts";
import { MAX_ROSTER_BYTES } from "../programme/roster-table.ts";
import { rosterTemplateCsv, rosterTemplateXlsx } from "../programme/roster-template.ts";
import { acting } from "./acting.ts";
import type { ConsoleDeps } from "./deps.ts";

const row = v.pipe(v.number(), v.integer(), v.minValue(1));
const decisions = v.strictObject({ skip: v.array(row), asNew: v.array(row) });
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export async function rosterRoutes(app: FastifyInstance, deps: ConsoleDeps): Promise<void> {
  if (!app.hasContentTypeParser("multipart/form-data")) await app.register(multipart);

  app.get("/api/console/roster/template.csv", { config: { access: ["lead"] } }, async (request, reply) => {
    const names = await siteNames(deps, acting(request).principal);
    return reply.type("text/csv; charset=utf-8").header("content-disposition", 'attachment; filename="daftar-kader.csv"').send(rosterTemplateCsv(names));
  });
  app.get("/api/console/roster/template.xlsx", { config: { access: ["lead"] } }, async (request, reply) => {
    const names = await siteNames(deps, acting(request).principal);
    const help = [TEXTS.sheetOneRow, TEXTS.sheetName, TEXTS.sheetPhone, TEXTS.sheetBorn, TEXTS.sheetHasPhone, ...(names.length > 1 ? [TEXTS.sheetSite] : [])];
    return reply.type(XLSX).header("content-disposition", 'attachment; filename="daftar-kader.xlsx"').send(Buffer.from(await rosterTemplateXlsx(names, help, TEXTS.sheetTitle)));
  });

  const config = { access: ["lead"], rateLimit: { max: 30, timeWindow: 60_000 } } as const;
  app.post("/api/console/roster/preview", { config }, async (request) => {
    const { principal } = acting(request);
    return readPreview(deps, principal, (await uploaded(request)).file);
  });

  app.post("/api/console/roster/import", { config }, async (request) => {
    const { principal } = acting(request);
    const { file, decided } = await uploaded(request);
    const rows = rowsToImport(await readPreview(deps, principal, file), decided);
    if (!rows.ok) throw new HttpError(422, rows.error.code);
    const drafts = rows.value.map((one) => ({ stream: `kader:${newId(deps.ledger)}`, type: "kader.joined", body: joinedBody(one) }));
    const kept = await record(deps.ledger, principal, drafts);
    if (!kept.ok) throw new HttpError(409, kept.error.code);
    return { imported: drafts.length };
  });
}

async function siteNames(deps: ConsoleDeps, principal: Principal): Promise<string[]> {
  return (await programmeDirectory(deps.ledger, principal)).sites.map(({ name }) => name);
}

async function readPreview(deps: ConsoleDeps, principal: Principal, file: Uint8Array): Promise<Preview> {
  const [{ sites }, kader] = await Promise.all([programmeDirectory(deps.ledger, principal), listKader(deps.ledger, principal)]);
  if (sites.length === 0) throw new HttpError(422, "no-site");
  const known = kader.filter(({ view }) => !view.left).map(({ person, view }) => ({ person, view }));
  const read = await previewRoster(file, { sites, year: new Date(deps.ledger.now()).getUTCFullYear() }, known);
  if (!read.ok) throw new HttpError(422, read.error.code);
  return read.value;
}

/** One file, and in the import the decisions beside it. The size is bounded while it streams in. */
async function uploaded(request: FastifyRequest): Promise<{ file: Uint8Array; decided: v.InferOutput<typeof decisions> }> {
  if (!request.isMultipart()) throw new HttpError(400, "broken");
  let file: Uint8Array | null = null;
  let decided: v.InferOutput<typeof decisions> = { skip: [], asNew: [] };
  for await (const part of request.parts({ limits: { files: 1, fields: 1, fileSize: MAX_ROSTER_BYTES, fieldSize: 64 * 1024 } })) {
    if (part.type === "file") file = await part.toBuffer();
    else decided = readDecisions(part.value);
  }
  if (file === null) throw new HttpError(400, "broken");
  return { file, decided };
}

function readDecisions(text: unknown): v.InferOutput<typeof decisions> {
  let value: unknown;
  try {
    value = JSON.parse(String(text));
  } catch {
    throw new HttpError(400, "broken");
  }
  const read = v.safeParse(decisions, value);
  if (!read.success) throw new HttpError(400, "broken");
  return read.output;
}
