import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { readConfig } from "./config.ts";

describe("the configuration", () => {
  test("needs nothing: an embedded database in ./data, seen from this machine alone", () => {
    const config = readConfig({}, []);
    expect(config).toMatchObject({ dataDir: resolve("data"), host: "127.0.0.1", port: 8080, demo: false, database: { kind: "embedded", binDir: null } });
    expect(config.keysDir).toBe(join(resolve("data"), "keys"));
  });

  test("an outside database has a login that migrates and one that serves", () => {
    const env = { DATABASE_URL: "postgresql://owner:a@db/dampingi", DATABASE_URL_SERVE: "postgres://dampingi_serve:b@db/dampingi" };
    expect(readConfig(env, ["--demo"])).toMatchObject({ demo: true, database: { kind: "outside", url: env.DATABASE_URL, serveUrl: env.DATABASE_URL_SERVE } });
  });

  test.each([
    [{ PORT: "65536" }, [], /PORT is "65536"/],
    [{ PORT: "-1" }, [], /PORT/],
    [{ PORT: "80 80" }, [], /PORT/],
    [{ POOL_SIZE: "1" }, [], /POOL_SIZE/],
    [{ LOG_LEVEL: "loud" }, [], /LOG_LEVEL/],
    [{ TRUST_PROXY: "yes" }, [], /TRUST_PROXY/],
    [{ PUBLIC_URL: "https://example.id/app" }, [], /PUBLIC_URL/],
    [{ DATABASE_URL: "mysql://x" }, [], /DATABASE_URL must begin/],
    [{ DATABASE_URL_SERVE: "postgresql://a@b/c" }, [], /set both, or neither/],
    [{}, ["--dmeo"], /"--dmeo" is not known/],
  ])("%j with %j is said in plain words", (env, argv, message) => {
    expect(() => readConfig(env, argv)).toThrow(message);
  });

  test("every problem is said at once, and no password is repeated", () => {
    const read = () => readConfig({ PORT: "x", LOG_LEVEL: "y", DATABASE_URL: "mysql://root:hunter2@db/x" }, []);
    expect(read).toThrow(/PORT[\s\S]*LOG_LEVEL/);
    try {
      read();
    } catch (error) {
      expect(String(error)).not.toContain("hunter2");
    }
  });

  test("the ends of a range are inside it", () => {
    expect(readConfig({ PORT: "0" }, []).port).toBe(0);
    expect(readConfig({ PORT: "65535" }, []).port).toBe(65_535);
  });
});
