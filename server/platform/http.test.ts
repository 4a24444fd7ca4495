import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import type { FastifyInstance } from "fastify";
import { afterEach, describe, expect, test } from "vitest";
import { readConfig } from "./config.ts";
import { createHttp, HttpError, listRoutes, type Routes } from "./http.ts";
import { answerTo } from "./http-error.ts";
import { describeError, describeRequest } from "./http-log.ts";

let app: FastifyInstance | undefined;
const dists: string[] = [];
const newDist = (): string => {
  const dist = mkdtempSync(join(tmpdir(), "dist-"));
  dists.push(dist);
  return dist;
};
afterEach(async () => {
  await app?.close();
  for (const dist of dists.splice(0)) rmSync(dist, { recursive: true });
});

const open = async (routes: Routes = () => {}, { dist = null as string | null, healthy = true, env = {} } = {}): Promise<FastifyInstance> => {
  app = await createHttp({ config: readConfig({ LOG_LEVEL: "silent", ...env }, []), healthy: async () => healthy, version: "1.2.3", dist, routes: [routes] });
  return app;
};
const anyone = { config: { access: ["anyone"] } };

describe("access", () => {
  test("a route that does not say who may call it stops the start", async () => {
    await expect(open((scope) => void scope.get("/api/open", async () => "x"))).rejects.toThrow(/GET \/api\/open does not say who may call it/);
    await expect(open((scope) => void scope.get("/api/open", { config: { access: [] } }, async () => "x"))).rejects.toThrow(/does not say/);
  });

  test("lists every route with its roles, the web's own among them", async () => {
    const dist = newDist();
    const server = await open((scope) => void scope.post("/api/sync", { config: { access: ["kader", "midwife"] } }, async () => "x"), { dist });
    expect(listRoutes(server)).toContainEqual({ method: "POST", url: "/api/sync", access: ["kader", "midwife"] });
    expect(listRoutes(server)).toContainEqual({ method: "GET", url: "/*", access: ["anyone"] });
    expect(listRoutes(server).every(({ access }) => access.length > 0)).toBe(true);
  });
});

describe("errors", () => {
  test("a code and nothing else: no words, no stack", async () => {
    const server = await open((scope) => {
      scope.get("/api/broken", anyone, async () => {
        throw new Error("Siti Aminah, 081234567890");
      });
      scope.get("/api/conflict", anyone, async () => {
        throw new HttpError(409, "device-known");
      });
      scope.post("/api/small", { ...anyone, bodyLimit: 10 }, async () => "x");
    });
    const broken = await server.inject("/api/broken");
    expect([broken.statusCode, broken.body]).toEqual([500, '{"error":"internal"}']);
    const conflict = await server.inject("/api/conflict");
    expect([conflict.statusCode, conflict.json()]).toEqual([409, { error: "device-known" }]);
    expect((await server.inject("/api/none")).json()).toEqual({ error: "not-found" });
    expect((await server.inject({ method: "POST", url: "/api/small", payload: { words: "much too long" } })).json()).toEqual({ error: "too-large" });
    expect((await server.inject({ method: "POST", url: "/api/small", headers: { "content-type": "application/json" }, payload: "{" })).json()).toEqual({ error: "broken" });
  });

  test.each([
    [{ code: "53100" }, 507, "disk-full"],
    [{ code: "57P01" }, 503, "unavailable"],
    [{ code: "57P03" }, 503, "unavailable"],
    [{ code: "08006" }, 503, "unavailable"],
    [{ code: "ECONNREFUSED", syscall: "connect" }, 503, "unavailable"],
    [{ code: "ENOENT", syscall: "connect" }, 503, "unavailable"],
    [{ code: "ENOENT", syscall: "open" }, 500, "internal"],
    [{ code: "23505" }, 500, "internal"],
    [{ message: "Connection terminated unexpectedly" }, 503, "unavailable"],
    [{ statusCode: 429 }, 429, "too-many"],
    [{ statusCode: 422 }, 422, "broken"],
    [{ statusCode: 503 }, 500, "internal"],
  ])("%j is answered with %i %s", (error, status, code) => {
    expect(answerTo(error)).toEqual({ status, code });
  });
});

describe("logs", () => {
  test("hold the route's pattern in place of the path, and no word of an error", () => {
    expect(describeRequest({ method: "GET", routeOptions: { url: "/api/mothers/:id" } })).toEqual({ method: "GET", route: "/api/mothers/:id" });
    const error = Object.assign(new Error("Key (name)=(Siti Aminah) already exists\n    at Siti"), { code: "23505", constraint: "mother_name", table: "mother", detail: "Siti Aminah" });
    error.stack = `Error: Key (name)=(Siti Aminah) already exists\n    at insert (server/ledger/store.ts:1:1)`;
    const said = JSON.stringify(describeError(error));
    expect(said).not.toContain("Siti");
    expect(said).toContain("mother_name");
    expect(said).toContain("store.ts");
  });
});

describe("what passes", () => {
  test("health asks the database", async () => {
    expect((await (await open()).inject("/api/health")).json()).toEqual({ ok: true, version: "1.2.3" });
    const down = await (await open(() => {}, { healthy: false })).inject("/api/health");
    expect([down.statusCode, down.json(), down.headers["retry-after"]]).toEqual([503, { error: "unavailable" }, "5"]);
  });

  test("a compressed body is read, and measured after inflating", async () => {
    const server = await open((scope) => void scope.post("/api/echo", { ...anyone, bodyLimit: 1000 }, async (request) => request.body));
    const post = (value: object) =>
      server.inject({ method: "POST", url: "/api/echo", headers: { "content-type": "application/json", "content-encoding": "gzip" }, payload: gzipSync(JSON.stringify(value)) });
    expect((await post({ name: "x" })).json()).toEqual({ name: "x" });
    const bomb = await post({ zeros: "0".repeat(100_000) });
    expect([bomb.statusCode, bomb.json()]).toEqual([413, { error: "too-large" }]);
  });

  test("a long answer is compressed", async () => {
    const server = await open((scope) => void scope.get("/api/long", anyone, async () => ({ words: "menyusui ".repeat(500) })));
    const answer = await server.inject({ url: "/api/long", headers: { "accept-encoding": "gzip" } });
    expect(answer.headers["content-encoding"]).toBe("gzip");
    expect(JSON.parse(gunzipSync(answer.rawPayload).toString()).words).toContain("menyusui");
  });

  test("too many requests of one caller are held back, of another are not", async () => {
    const server = await open((scope) => void scope.get("/api/few", { config: { access: ["anyone"], rateLimit: { max: 2, timeWindow: "1 minute" } } }, async () => "x"));
    const as = (token: string) => server.inject({ url: "/api/few", headers: { authorization: `Bearer ${token}` } });
    await as("a");
    await as("a");
    const third = await as("a");
    expect([third.statusCode, third.json()]).toEqual([429, { error: "too-many" }]);
    expect((await as("b")).statusCode).toBe(200);
  });
});

describe("the web", () => {
  test("hashed files are kept for ever, pages and the service worker are not; scripts come from here alone", async () => {
    const dist = newDist();
    mkdirSync(join(dist, "assets"));
    for (const [name, text] of [["index.html", "<p>kader"], ["konsol.html", "<p>konsol"], ["sw.js", "1"], ["assets/index-abc123.js", "2"]] as const) writeFileSync(join(dist, name), text);
    const server = await open(() => {}, { dist });
    expect((await server.inject("/")).body).toBe("<p>kader");
    expect((await server.inject("/konsol")).body).toBe("<p>konsol");
    expect((await server.inject("/sw.js")).headers["cache-control"]).toBe("no-cache");
    expect((await server.inject("/")).headers["cache-control"]).toBe("no-cache");
    expect((await server.inject("/assets/index-abc123.js")).headers["cache-control"]).toContain("immutable");
    expect((await server.inject("/../package.json")).statusCode).toBe(404);
    const policy = String((await server.inject("/")).headers["content-security-policy"]);
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain("unsafe");
    const missing = await server.inject({ url: "/tidak-ada", headers: { accept: "text/html" } });
    expect([missing.statusCode, missing.body.includes("Halaman ini tidak ada")]).toEqual([404, true]);
  });

  test("transport security is asked for behind https alone", async () => {
    expect((await (await open()).inject("/api/health")).headers["strict-transport-security"]).toBeUndefined();
    const https = await open(() => {}, { env: { PUBLIC_URL: "https://dampingi.example.id" } });
    expect((await https.inject("/api/health")).headers["strict-transport-security"]).toMatch(/max-age/);
  });
});
