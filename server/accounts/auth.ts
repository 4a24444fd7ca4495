import { hash, verify } from "@node-rs/argon2";
import { betterAuth } from "better-auth";
import { username } from "better-auth/plugins";
import { createHash, randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import { signInLink } from "./link-plugin.ts";

/** argon2id (the library's default) at 19 MiB and 2 passes: OWASP's first choice for a server with little memory. */
const ARGON2 = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 } as const;

export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 128;
/** A midwife who has to sign in again may miss a referral: a session lives on as long as it is used once a week. */
const SESSION_SECONDS = 7 * 24 * 3600;

export type AccountTables = {
  account_person: { id: string; name: string; email: string; username: string | null; founder: boolean };
  account_session: { id: string; person_id: string; token: string; came_by: string; expires_at: Date };
  account_credential: { id: string; person_id: string; password: string | null };
  account_once: { id: string; identifier: string; value: string; expires_at: Date; created_at: Date };
  account_attempt: { name: string; failures: number; until: Date };
};

/**
 * better-auth on our tables. Its own HTTP routes are not mounted: server/accounts calls what it needs. `secure` is whether the
 * people's browsers come over https; `secret` signs the session cookies.
 */
export function openAuth({ db, secret, secure }: { db: Kysely<AccountTables>; secret: string; secure: boolean }) {
  const times = { createdAt: "created_at", updatedAt: "updated_at" } as const;
  return betterAuth({
    appName: "Dampingi",
    baseURL: secure ? "https://dampingi.invalid" : "http://dampingi.invalid",
    basePath: "/api/account",
    secret,
    database: { db: db as Kysely<never>, type: "postgres", transaction: true },
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
      password: { hash: (password) => hash(password, ARGON2), verify: ({ hash: stored, password }) => verify(stored, password) },
    },
    session: {
      modelName: "account_session",
      expiresIn: SESSION_SECONDS,
      fields: { userId: "person_id", expiresAt: "expires_at", ipAddress: "ip_address", userAgent: "user_agent", ...times },
      additionalFields: { cameBy: { type: "string", fieldName: "came_by", input: false, required: true, defaultValue: "password" } },
    },
    user: {
      modelName: "account_person",
      fields: { emailVerified: "email_verified", ...times },
      additionalFields: { founder: { type: "boolean", input: false, required: false, defaultValue: false } },
    },
    account: {
      modelName: "account_credential",
      fields: {
        userId: "person_id",
        accountId: "account_id",
        providerId: "provider_id",
        accessToken: "access_token",
        refreshToken: "refresh_token",
        idToken: "id_token",
        accessTokenExpiresAt: "access_token_expires_at",
        refreshTokenExpiresAt: "refresh_token_expires_at",
        ...times,
      },
    },
    verification: { modelName: "account_once", fields: { expiresAt: "expires_at", ...times } },
    advanced: {
      useSecureCookies: secure,
      cookiePrefix: "dampingi",
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", path: "/" },
      database: { generateId: () => randomUUID() },
    },
    plugins: [username({ displayUsername: false, minUsernameLength: 3, maxUsernameLength: 30, usernameValidator: (name) => /^[a-z0-9._-]+$/i.test(name) }), signInLink()],
  });
}
export type Auth = ReturnType<typeof openAuth>;

export const digestOf = (text: string): string => createHash("sha256").update(text).digest("base64url");
