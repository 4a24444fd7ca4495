import { constants } from "node:zlib";
import compress from "@fastify/compress";
import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import { fastify, LogController, type FastifyBaseLogger, type FastifyInstance, type FastifyRequest } from "fastify";
import { createHash } from "node:crypto";
import type { Config } from "./config.ts";
import { answerTo, HttpError } from "./http-error.ts";
import { createLogger, describeRequest } from "./http-log.ts";
import { keepRoom } from "./http-room.ts";
import { serveWeb } from "./http-static.ts";

export { HttpError } from "./http-error.ts";

export type Routes = (app: FastifyInstance) => void | Promise<void>;

export type HttpOptions = {
  readonly config: Config;
  readonly healthy: () => Promise<boolean>;
  readonly version: string;
  /** The folder of the built web; null: none is served. */
  readonly dist: string | null;
  readonly routes: readonly Routes[];
};

export type RouteAccess = { readonly method: string; readonly url: string; readonly access: readonly string[] };

declare module "fastify" {
  interface FastifyContextConfig {
    /** Roles that may call this route, or "anyone". Every route says so: what is open is open on purpose. */
    access?: readonly string[];
  }
  interface FastifyInstance {
    declaredRoutes: { method: string; url: string; config?: { access?: readonly string[] } }[];
  }
}

/** After inflating. A page of 200 entries has 130 kB on the wire; photographs of papers do not pass here. */
const LARGEST_BODY = 8 * 1024 * 1024;
/** A village's uploads over 2G may be slow; a connection that says nothing at all for this long is dead. */
const REQUEST_MS = 180_000;
/** Per token, or per address where there is none. Whole villages share one address of their mobile network. */
const REQUESTS_PER_MINUTE = 1_200;

export async function createHttp({ config, healthy, version, dist, routes }: HttpOptions): Promise<FastifyInstance> {
  const app: FastifyInstance = fastify({
    loggerInstance: createLogger(config.logLevel) as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: LARGEST_BODY,
    requestTimeout: REQUEST_MS,
    forceCloseConnections: "idle",
    trustProxy: config.trustProxy,
  });
  recordRoutes(app);
  answerErrors(app);
  logAnswers(app);

  if (config.database.kind === "embedded") keepRoom(app, config.dataDir);

  await app.register(helmet, securityHeaders(config.origin?.startsWith("https:") ?? false));
  await app.register(cookie);
  await app.register(rateLimit, { max: REQUESTS_PER_MINUTE, timeWindow: "1 minute", keyGenerator: caller, errorResponseBuilder: () => new HttpError(429, "too-many") });
  // Brotli's default of 11 is for files made once; 5 costs a tenth of the time for a few per cent more bytes.
  await app.register(compress, { threshold: 600, encodings: ["br", "gzip"], requestEncodings: ["gzip"], brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } } });

  app.get("/api/health", { config: { access: ["anyone"], rateLimit: false } }, async () => {
    if (!(await healthy())) throw new HttpError(503, "unavailable");
    return { ok: true, version };
  });
  for (const register of routes) await app.register(async (scope) => register(scope));
  if (dist !== null) await serveWeb(app, dist);
  await app.ready();
  const silent = listRoutes(app).find(({ access }) => access.length === 0);
  if (silent !== undefined) throw new Error(`The route ${silent.method} ${silent.url} does not say who may call it: give it config.access.`);
  return app;
}

/** Every route with who may call it; the access test walks this list. */
export const listRoutes = (app: FastifyInstance): readonly RouteAccess[] =>
  app.declaredRoutes.map(({ method, url, config }) => ({ method, url, access: config?.access ?? [] }));

function recordRoutes(app: FastifyInstance): void {
  app.decorate("declaredRoutes", []);
  app.addHook("onRoute", (route) => {
    // Read later: a plugin's own hook, which runs after this one, may still say who may call its routes.
    for (const method of [route.method].flat()) {
      app.declaredRoutes.push({
        method,
        url: route.url,
        get config() {
          return route.config ?? {};
        },
      });
    }
  });
}

function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const { status, code } = answerTo(error);
    if (status >= 500) request.log.error({ err: error, req: request, code }, "request failed");
    if (status === 503) void reply.header("retry-after", "5");
    void reply.status(status).send({ error: code });
  });
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === "GET" && !request.url.startsWith("/api/") && (request.headers.accept ?? "").includes("text/html");
    if (!wantsPage) return reply.status(404).send({ error: "not-found" });
    return reply.status(404).type("text/html; charset=utf-8").send('<!doctype html><html lang="id"><title>Dampingi</title><p>Halaman ini tidak ada. <a href="/">Buka Dampingi</a></p>');
  });
}

function logAnswers(app: FastifyInstance): void {
  app.addHook("onResponse", async (request, reply) => {
    request.log.info({ ...describeRequest(request), status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, "answered");
  });
}

function caller(request: FastifyRequest): string {
  const { authorization } = request.headers;
  return authorization === undefined ? request.ip : createHash("sha256").update(authorization).digest("base64url");
}

/** Nothing but our own files: no inline script or style, no other host, no frame around us. */
const securityHeaders = (isHttps: boolean) => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", "data:", "blob:"],
      fontSrc: ["'self'"],
      mediaSrc: ["'self'", "blob:"],
      connectSrc: ["'self'"],
      workerSrc: ["'self'"],
      manifestSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
      objectSrc: ["'none'"],
    },
  },
  strictTransportSecurity: isHttps,
  referrerPolicy: { policy: "no-referrer" as const },
  crossOriginEmbedderPolicy: false,
});
