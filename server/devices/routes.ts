import { createHash } from "node:crypto";
import type { FastifyInstance } from "fastify";
import * as v from "valibot";
import { enrolRequestSchema, type EnrolResponse } from "#core/ledger/protocol.ts";
import type { LedgerDeps } from "#server/ledger/deps.ts";
import { HttpError } from "#server/platform/http-error.ts";
import { enrolDevice, type NotEnrolled } from "./enrol.ts";
import { CODE_LENGTH, typedToken } from "./tokens.ts";

/**
 * Wrong tokens from one address, counted in the database so that more servers are no more tries. A village, or a room full of
 * kader, may share one address; with 300 codes open at once, half an hour of 100 tries finds one in 16 million.
 */
const MAX_WRONG = 100;
/** From everywhere together; beyond it codes wait, and links, which nobody guesses, still work. */
const MAX_WRONG_EVERYWHERE = 20_000;
const WITHIN = "30 minutes";

const STATUS: Readonly<Record<NotEnrolled["code"], number>> = { unknown: 404, used: 410, expired: 410, "not-a-member": 410, "device-known": 409 };

const sourceOf = (address: string): Buffer => createHash("sha256").update(`enrol|${address}`).digest();
const EVERYWHERE = sourceOf("");

/** `POST /api/enrol`, `GET /api/programme-key`. */
export function deviceRoutes(deps: LedgerDeps): (app: FastifyInstance) => void {
  return (app) => {
    app.post("/api/enrol", { bodyLimit: 4096, config: { access: ["anyone"], rateLimit: { max: 60, timeWindow: "1 minute" } } }, async (request): Promise<EnrolResponse> => {
      const body = v.safeParse(enrolRequestSchema, request.body);
      if (!body.success) throw new HttpError(400, "broken");
      const here = sourceOf(request.ip);
      if ((await wrongTokens(here, 0)) >= MAX_WRONG) throw new HttpError(429, "too-many");
      const isCode = typedToken(body.output.token).length === CODE_LENGTH;
      if (isCode && (await wrongTokens(EVERYWHERE, 0)) >= MAX_WRONG_EVERYWHERE) throw new HttpError(429, "too-many");
      const enrolled = await enrolDevice(deps, body.output);
      if (enrolled.ok) return enrolled.value;
      if (enrolled.error.code === "unknown") for (const source of [here, EVERYWHERE]) await wrongTokens(source, 1);
      throw new HttpError(STATUS[enrolled.error.code], enrolled.error.code);
    });

    /** For a phone that seals again after the server's key has changed. */
    app.get("/api/programme-key", { config: { access: ["anyone"] } }, async () => ({ id: deps.keyring.sealing.id, publicKey: deps.keyring.sealing.publicKey }));
  };

  async function wrongTokens(source: Buffer, more: number): Promise<number> {
    const { rows } = await deps.pool.query<{ wrong: number }>("select wrong_tokens($1, $2, $3) as wrong", [source, WITHIN, more]);
    return rows[0]?.wrong ?? 0;
  }
}
