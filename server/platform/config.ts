import { join, resolve } from "node:path";
import { StartError } from "./start-error.ts";

export type DatabaseConfig =
  /** `binDir` overrides the binaries that npm brought, with another PostgreSQL's folder of initdb and postgres. */
  | { readonly kind: "embedded"; readonly binDir: string | null }
  /** `url` migrates; `serveUrl` serves, or the server derives a login of its own for that. */
  | { readonly kind: "outside"; readonly url: string; readonly serveUrl: string | null };

export type Config = {
  readonly dataDir: string;
  /** Apart from the database and its backups: who holds both can read mothers' records. */
  readonly keysDir: string;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** How people reach this server, without a slash at the end; null: http://host:port. */
  readonly origin: string | null;
  readonly trustProxy: boolean;
  readonly demo: boolean;
  readonly logLevel: string;
  /** Connections to PostgreSQL of this server. */
  readonly poolSize: number;
  readonly database: DatabaseConfig;
};

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "silent"];

/** Reads the environment; `argv` are the arguments after the script. Throws a StartError that lists every problem at once. */
export function readConfig(env: Readonly<Record<string, string | undefined>>, argv: readonly string[]): Config {
  const problems: string[] = [];
  const text = (name: string): string | null => env[name]?.trim() || null;

  const whole = (name: string, fallback: number, least: number, most: number): number => {
    const given = text(name);
    if (given === null) return fallback;
    const number = Number(given);
    if (/^\d+$/.test(given) && number >= least && number <= most) return number;
    problems.push(`${name} is "${given}", but must be a whole number from ${least} to ${most}.`);
    return fallback;
  };

  const flag = (name: string): boolean => {
    const given = text(name) ?? "0";
    if (given !== "0" && given !== "1") problems.push(`${name} is "${given}", but must be 0 or 1.`);
    return given === "1";
  };

  const oneOf = (name: string, fallback: string, allowed: readonly string[]): string => {
    const given = text(name) ?? fallback;
    if (!allowed.includes(given)) problems.push(`${name} is "${given}", but must be one of: ${allowed.join(", ")}.`);
    return given;
  };

  const postgresUrl = (name: string): string | null => {
    const given = text(name);
    // The value itself holds a password: it is never repeated in a message.
    if (given !== null && !/^postgres(?:ql)?:\/\//.test(given)) problems.push(`${name} must begin with postgresql://.`);
    if (given !== null && !URL.canParse(given)) problems.push(`${name} is not a URL such as postgresql://user:password@host:5432/database.`);
    return given;
  };

  const origin = (): string | null => {
    const given = text("PUBLIC_URL");
    if (given === null) return null;
    if (URL.canParse(given) && /^https?:\/\/[^/]+\/?$/.test(given)) return new URL(given).origin;
    problems.push(`PUBLIC_URL is "${given}", but must be like https://dampingi.example.id, with no path.`);
    return null;
  };

  for (const argument of argv) if (argument !== "--demo") problems.push(`"${argument}" is not known. The server takes --demo or nothing.`);

  const dataDir = resolve(text("DATA_DIR") ?? "data");
  const url = postgresUrl("DATABASE_URL");
  const serveUrl = postgresUrl("DATABASE_URL_SERVE");
  if (serveUrl !== null && url === null) problems.push("DATABASE_URL_SERVE is set, but DATABASE_URL is not: set both, or neither.");
  const config: Config = {
    dataDir,
    keysDir: resolve(text("KEYS_DIR") ?? join(dataDir, "keys")),
    host: text("HOST") ?? "127.0.0.1",
    port: whole("PORT", 8080, 0, 65_535),
    origin: origin(),
    trustProxy: flag("TRUST_PROXY"),
    demo: argv.includes("--demo"),
    logLevel: oneOf("LOG_LEVEL", "info", LOG_LEVELS),
    poolSize: whole("POOL_SIZE", 10, 2, 200),
    database: url === null ? { kind: "embedded", binDir: text("POSTGRES_BIN") } : { kind: "outside", url, serveUrl },
  };
  if (problems.length > 0) throw new StartError(problems.join("\n"));
  return config;
}
