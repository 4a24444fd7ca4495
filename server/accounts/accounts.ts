import { hkdfSync, randomBytes, randomUUID } from "node:crypto";
import { APIError } from "better-auth/api";
import { sql, type Kysely } from "kysely";
import { err, ok, type Result } from "#core/result.ts";
import { openAuth, PASSWORD_MAX, PASSWORD_MIN, type AccountTables, type Auth } from "./auth.ts";
import { beginAttempt, endAttempts } from "./attempts.ts";
import { linkIdentifier } from "./link-plugin.ts";

/** Who is signed in. `cameBy` a link: she may set a password without knowing an old one. */
export type SignedIn = { readonly person: string; readonly name: string; readonly username: string | null; readonly hasPassword: boolean; readonly founder: boolean; readonly cameBy: "link" | "password"; readonly sessionToken: string };

export type Cookies = readonly string[];
export type SignInError = { readonly code: "wrong" } | { readonly code: "wait"; readonly seconds: number };
export type PasswordError = { readonly code: "too-short" | "too-long" | "too-easy" | "name-taken" | "name-broken" | "old-needed" };

export type Accounts = {
  /** Makes or keeps the account of a person; the name follows the roster. */
  readonly invite: (who: { person: string; name: string; founder?: boolean }) => Promise<void>;
  /** A link that signs this person in once; earlier unused ones of hers end. The account must exist. `hours` from now. */
  readonly createSignInLink: (person: string, baseUrl: string, hours?: number) => Promise<string>;
  readonly useLink: (token: string, shared: boolean, headers: Headers) => Promise<Result<{ cookies: Cookies }, { code: "unknown" }>>;
  readonly signIn: (name: string, password: string, shared: boolean, headers: Headers) => Promise<Result<{ cookies: Cookies }, SignInError>>;
  readonly signOut: (headers: Headers) => Promise<Cookies>;
  readonly whoIs: (headers: Headers) => Promise<{ who: SignedIn | null; cookies: Cookies }>;
  readonly setPassword: (who: SignedIn, name: string, password: string, old: string | null) => Promise<Result<true, PasswordError>>;
  /** Ends every session and unused link of a person, at once. */
  readonly endSessions: (person: string) => Promise<void>;
  /** For what a browser keeps of hers until the server has it: without signing in again it cannot be read. */
  readonly draftKey: (person: string) => string;
  /** Persons who may sign in. */
  readonly whoHasAccount: () => Promise<ReadonlySet<string>>;
  readonly hasAny: () => Promise<boolean>;
  readonly founder: () => Promise<string | null>;
};

const LINK_HOURS = 72;
/** After this long in a session that a link began, a new password asks for the old one. */
const LINK_FRESH_MS = 30 * 60_000;

export type AccountsDeps = {
  readonly db: Kysely<AccountTables>;
  /** 32 secret bytes, the same on every server and start; without them every session ends. */
  readonly key: Uint8Array;
  /** People's browsers come over https. */
  readonly secure: boolean;
  readonly clock: () => number;
};

export function openAccounts({ db, key, secure, clock }: AccountsDeps): Accounts {
  const auth = openAuth({ db, secret: derived(key, "console session").toString("base64url"), secure });
  return {
    invite: async ({ person, name, founder = false }) => {
      await sql`insert into account_person (id, name, email, email_verified, founder) values (${person}, ${name}, ${`${person}@dampingi.invalid`}, true, ${founder})
        on conflict (id) do update set name = excluded.name, founder = account_person.founder or excluded.founder`.execute(db);
    },
    createSignInLink: async (person, baseUrl, hours = LINK_HOURS) => {
      const token = randomBytes(24).toString("base64url");
      await db.deleteFrom("account_once").where("value", "=", person).execute();
      const context = await auth.$context;
      await context.internalAdapter.createVerificationValue({ identifier: linkIdentifier(token), value: person, expiresAt: new Date(clock() + hours * 3_600_000) });
      return `${baseUrl.replace(/\/$/, "")}/konsol#masuk=${token}`;
    },
    useLink: async (token, shared, headers) => {
      const answer = await refusable(auth.api.useSignInLink({ body: { token, shared }, headers, returnHeaders: true }));
      return answer === null ? err({ code: "unknown" }) : ok({ cookies: answer.headers.getSetCookie() });
    },
    signIn: async (name, password, shared, headers) => {
      const seconds = await beginAttempt(db, name, new Date(clock()));
      if (seconds > 0) return err({ code: "wait", seconds });
      const answer = await refusable(auth.api.signInUsername({ body: { username: name, password, rememberMe: !shared }, headers, returnHeaders: true }));
      if (answer === null) return err({ code: "wrong" });
      await endAttempts(db, name);
      return ok({ cookies: answer.headers.getSetCookie() });
    },
    signOut: async (headers) => (await auth.api.signOut({ headers, returnHeaders: true })).headers.getSetCookie(),
    whoIs: async (headers) => {
      const { headers: answered, response } = await auth.api.getSession({ headers, returnHeaders: true });
      return { who: response === null ? null : await signedIn(db, response), cookies: answered.getSetCookie() };
    },
    setPassword: (who, name, password, old) => setPassword({ auth, db, clock }, who, name, password, old),
    endSessions: async (person) => {
      await db.deleteFrom("account_session").where("person_id", "=", person).execute();
      await db.deleteFrom("account_once").where("value", "=", person).execute();
    },
    draftKey: (person) => derived(key, `console draft ${person}`).toString("base64url"),
    whoHasAccount: async () => new Set((await db.selectFrom("account_person").select("id").execute()).map(({ id }) => id)),
    hasAny: async () => (await db.selectFrom("account_person").select("id").limit(1).executeTakeFirst()) !== undefined,
    founder: async () => (await db.selectFrom("account_person").select("id").where("founder", "=", true).limit(1).executeTakeFirst())?.id ?? null,
  };
}

const derived = (key: Uint8Array, purpose: string): Buffer => Buffer.from(hkdfSync("sha256", key, new Uint8Array(0), `dampingi ${purpose}`, 32));

/** Null where better-auth says no; anything else goes on as it is. */
async function refusable<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (refusal) {
    if (refusal instanceof APIError && refusal.statusCode < 500) return null;
    throw refusal;
  }
}

async function signedIn(db: Kysely<AccountTables>, { session, user }: NonNullable<Awaited<ReturnType<Auth["api"]["getSession"]>>>): Promise<SignedIn> {
  const credential = await db.selectFrom("account_credential").select("id").where("person_id", "=", user.id).where("password", "is not", null).executeTakeFirst();
  return {
    person: user.id,
    name: user.name,
    username: (user as { username?: string | null }).username ?? null,
    hasPassword: credential !== undefined,
    founder: user.founder === true,
    cameBy: session.cameBy === "link" ? "link" : "password",
    sessionToken: session.token,
  };
}

async function setPassword({ auth, db, clock }: { auth: Auth; db: Kysely<AccountTables>; clock: () => number }, who: SignedIn, name: string, password: string, old: string | null): Promise<Result<true, PasswordError>> {
  const wanted = name.trim().toLowerCase();
  if (!/^[a-z0-9._-]{3,30}$/.test(wanted)) return err({ code: "name-broken" });
  if (password.length < PASSWORD_MIN) return err({ code: "too-short" });
  if (password.length > PASSWORD_MAX) return err({ code: "too-long" });
  if (isEasy(password, wanted)) return err({ code: "too-easy" });
  const { internalAdapter, password: hasher } = await auth.$context;
  const credential = await internalAdapter.findCredentialAccount(who.person);
  const session = await db.selectFrom("account_session").selectAll().where("token", "=", who.sessionToken).executeTakeFirst();
  const fresh = who.cameBy === "link" && session !== undefined && clock() - (session as unknown as { created_at: Date }).created_at.getTime() < LINK_FRESH_MS;
  if (credential?.password && !fresh && !(old !== null && (await hasher.verify({ hash: credential.password, password: old })))) return err({ code: "old-needed" });
  const hashed = await hasher.hash(password);
  try {
    await db.transaction().execute(async (tx) => {
      await tx.updateTable("account_person").set({ username: wanted }).where("id", "=", who.person).execute();
      await sql`insert into account_credential (id, person_id, account_id, provider_id, password) values (${randomUUID()}, ${who.person}, ${who.person}, 'credential', ${hashed})
        on conflict (provider_id, account_id) do update set password = excluded.password, updated_at = now()`.execute(tx);
      // Whoever else holds a session of hers (a lost laptop) is out; she herself stays.
      await tx.deleteFrom("account_session").where("person_id", "=", who.person).where("token", "!=", who.sessionToken).execute();
    });
  } catch (failure) {
    if ((failure as { code?: string }).code === "23505") return err({ code: "name-taken" });
    throw failure;
  }
  return ok(true);
}

const COMMON = ["password", "qwerty", "12345", "bismillah", "sayang", "indonesia", "puskesmas", "dampingi", "rahasia", "katasandi"];

/** What is guessed first: her own user name, one sign repeated, the keys in a row, a common word with a few signs. */
function isEasy(password: string, name: string): boolean {
  const plain = password.toLowerCase();
  if (plain.includes(name) || new Set(plain).size < 5) return true;
  return COMMON.some((word) => plain.includes(word) && plain.replaceAll(word, "").length < 6);
}
