import type { Membership, Principal, StreamFacts } from "#core/ledger/belonging.ts";
import { grantedSeq } from "#core/ledger/scope.ts";

/**
 * Who may do what (S1), by hand, table by table and route by route. The access test asks the database's catalogue and the
 * server's list of routes what there is, tries each as everybody over two programmes, and fails for what is not written here.
 */

/** A row as JSON. */
export type Row = Readonly<Record<string, unknown>>;

/** Somebody whose transaction it is; `ledger` is the server's own work on one programme, `nobody` has said nothing of herself. */
export type Actor = Omit<Principal, "role"> & { readonly name: string; readonly role: Principal["role"] | "ledger" | "nobody"; readonly membership: Membership | undefined };

/** What the superuser knows, to work out what an actor should see. */
export type Truth = { readonly streams: ReadonlyMap<string, StreamFacts>; readonly memberships: readonly (Membership & { readonly programme: string })[] };

type Reads = (row: Row, actor: Actor, truth: Truth) => boolean;

const nobody: Reads = () => false;
const here = (row: Row, actor: Actor): boolean => row["programme"] === actor.programme;
const isReader = (actor: Actor): boolean => actor.role !== "ledger" && actor.role !== "nobody" && actor.membership !== undefined;
const member: Reads = (row, actor) => here(row, actor) && isReader(actor);
const mayKnow = (row: Row, actor: Actor, truth: Truth, id: unknown): boolean => {
  const facts = truth.streams.get(`${row["programme"]} ${String(id)}`);
  return member(row, actor, truth) && facts !== undefined && grantedSeq(actor as Principal, actor.membership, facts) !== null;
};
const ofStream: Reads = (row, actor, truth) => mayKnow(row, actor, truth, row["stream"]);
/** Leads and operators all, a midwife those who are or were at her site, everybody herself. */
const ofPerson: Reads = (row, actor, truth) =>
  member(row, actor, truth) &&
  (row["person"] === actor.person ||
    actor.role === "lead" ||
    actor.role === "operator" ||
    (actor.role === "midwife" && truth.memberships.some((one) => one.programme === row["programme"] && one.person === row["person"] && one.site === actor.site)));
/** Kader by name only to those who work with them; staff to everybody in the programme. */
const isKnown = (actor: Actor, one: { person: unknown; role: unknown; site: unknown }): boolean =>
  one.person === actor.person || one.role !== "kader" || actor.role === "lead" || actor.role === "operator" || (actor.role === "midwife" && one.site === actor.site);

export type TableRule = {
  /** What readers see. The ledger sees its own programme's rows wherever readers see some. `closed`: no grant at all. `server`: the server's own, no row is anybody's. */
  readonly reads: Reads | "closed" | "server";
  /** What the ledger may do to its own programme's rows; readers never do any of it. */
  readonly ledger?: readonly ("insert" | "update" | "delete")[];
  /** Of `server` tables. */
  readonly server?: readonly ("insert" | "update" | "delete")[];
};

export const TABLES: Readonly<Record<string, TableRule>> = {
  programme: { reads: (row, actor) => row["id"] === actor.programme && isReader(actor), ledger: ["insert", "update"] },
  person: {
    reads: (row, actor, truth) => member(row, actor, truth) && truth.memberships.some((one) => one.programme === row["programme"] && one.person === row["id"] && isKnown(actor, one)),
    ledger: ["insert", "update"],
  },
  membership: { reads: (row, actor, truth) => member(row, actor, truth) && isKnown(actor, row as { person: unknown; role: unknown; site: unknown }), ledger: ["insert", "update"] },
  stream: { reads: (row, actor, truth) => mayKnow(row, actor, truth, row["id"]), ledger: ["insert", "update"] },
  stream_was: { reads: nobody, ledger: ["insert"] },
  assignment: {
    reads: (row, actor, truth) => member(row, actor, truth) && ((actor.role === "kader" && row["person"] === actor.person) || (actor.role === "midwife" && row["site"] === actor.site)),
    ledger: ["insert", "update"],
  },
  // Nobody changes or removes an entry.
  entry: { reads: ofStream, ledger: ["insert"] },
  ...Object.fromEntries(Array.from({ length: 8 }, (_, part) => [`entry_${part}`, { reads: "closed" } as const])),
  mother_key: { reads: ofStream, ledger: ["insert", "delete"] },
  refused: { reads: ofPerson, ledger: ["insert", "update"] },
  programme_card: { reads: member, ledger: ["insert", "update", "delete"] },
  kader_card: { reads: ofStream, ledger: ["insert", "update", "delete"] },
  mother_card: { reads: ofStream, ledger: ["insert", "update", "delete"] },
  referral: { reads: ofStream, ledger: ["insert", "update", "delete"] },
  read_log: { reads: "closed" },
  erasure: { reads: (row, actor, truth) => member(row, actor, truth) && actor.role === "midwife" && row["site"] === actor.site, ledger: ["insert"] },
  erased_count: { reads: member, ledger: ["insert", "update"] },
  device: { reads: ofPerson, ledger: ["insert", "update"] },
  enrolment: { reads: nobody, ledger: ["insert", "update"] },
  enrol_attempt: { reads: "closed" },
  // Who signs in to the console: names and secrets' digests of staff, asked by the server before it knows who asks.
  account_person: { reads: "server", server: ["insert", "update", "delete"] },
  account_session: { reads: "server", server: ["insert", "update", "delete"] },
  account_credential: { reads: "server", server: ["insert", "update", "delete"] },
  account_once: { reads: "server", server: ["insert", "update", "delete"] },
  account_attempt: { reads: "server", server: ["insert", "update", "delete"] },
  key_in_use: { reads: "server", server: ["insert"] },
  migration: { reads: "closed" },
};

/** Functions that the serving login may call. `asks`: what they answer depends on who asks, so nobody and strangers get nothing. */
export const FUNCTIONS: Readonly<Record<string, "asks" | "door" | "plain">> = {
  scope_text: "plain",
  scope_uuid: "plain",
  is_ledger: "plain",
  member_since: "asks",
  site_counts: "asks",
  kader_counts: "asks",
  holders_of: "asks",
  ended_streams: "asks",
  // Writes in the name of who asks.
  log_reads: "door",
  // Answer by a secret that only its owner has, or for the server's own work; nobody's name or health in any.
  devices_of_tokens: "door",
  enrolment_of_token: "door",
  wrong_tokens: "door",
  memberships_of: "door",
  late_referrals: "door",
  stale_cards: "door",
  enter_ledger: "door",
};

/** Callers of routes. `upload`: a phone's token that only uploads. `stranger`: a midwife of the other programme who says that she is of this one. */
export const CALLERS = ["nobody", "kader", "upload", "midwife", "lead", "head", "operator", "stranger"] as const;
export type Caller = (typeof CALLERS)[number];

export type RouteRule = {
  /** Who gets past the door. Everybody else is told 401 or 403. */
  readonly may: readonly Caller[];
  /** Where the route names something: of this programme and site, and what is another's and must not be found. */
  readonly path?: (ids: Ids) => string;
  readonly foreign?: (ids: Ids) => readonly string[];
  /** The answer to who may, with an empty body where one is sent. */
  readonly answers: readonly number[];
};
export type Ids = { readonly mother: string; readonly foreignMothers: readonly string[]; readonly kader: string; readonly foreignKader: readonly string[]; readonly device: string; readonly foreignDevices: readonly string[] };

const everybody = CALLERS;
const signedIn: readonly Caller[] = ["midwife", "lead", "head", "operator", "stranger"];
const console_: readonly Caller[] = ["midwife", "lead", "head", "operator"];

export const ROUTES: Readonly<Record<string, RouteRule>> = {
  "GET /api/health": { may: everybody, answers: [200] },
  "POST /api/sync": { may: ["kader", "upload"], answers: [400] },
  "GET /api/live": { may: ["kader"], answers: [200] },
  "POST /api/enrol": { may: everybody, answers: [400] },
  "GET /api/programme-key": { may: everybody, answers: [200] },
  "POST /api/account/link": { may: everybody, answers: [400] },
  "POST /api/account/sign-in": { may: everybody, answers: [400] },
  "POST /api/account/sign-out": { may: everybody, answers: [200] },
  "GET /api/account/me": { may: signedIn, answers: [200] },
  // A broken request is refused before it is asked who sends it.
  "POST /api/account/password": { may: everybody, answers: [400] },
  "POST /api/console/programmes": { may: ["operator"], answers: [400] },
  "POST /api/console/entries": { may: ["midwife", "lead", "operator"], answers: [400] },
  "GET /api/console/today": { may: ["midwife"], answers: [200] },
  "GET /api/console/mothers": { may: ["midwife"], answers: [200] },
  "GET /api/console/mothers/:mother": { may: ["midwife"], path: (ids) => `/api/console/mothers/${ids.mother}`, foreign: (ids) => ids.foreignMothers.map((id) => `/api/console/mothers/${id}`), answers: [200] },
  "POST /api/console/mothers/:mother/erase": {
    may: ["midwife"],
    path: (ids) => `/api/console/mothers/${ids.mother}/erase`,
    foreign: (ids) => ids.foreignMothers.map((id) => `/api/console/mothers/${id}/erase`),
    answers: [400],
  },
  "GET /api/console/kader": { may: ["midwife", "lead"], answers: [200] },
  "GET /api/console/kader/:person": { may: ["midwife", "lead"], path: (ids) => `/api/console/kader/${ids.kader}`, foreign: (ids) => ids.foreignKader.map((id) => `/api/console/kader/${id}`), answers: [200] },
  "GET /api/console/kader.csv": { may: ["midwife", "lead"], answers: [200] },
  "POST /api/console/enrolments": { may: ["midwife", "lead"], answers: [400] },
  "POST /api/console/devices/:device/end-reading": {
    may: ["midwife"],
    path: (ids) => `/api/console/devices/${ids.device}/end-reading`,
    foreign: (ids) => ids.foreignDevices.map((id) => `/api/console/devices/${id}/end-reading`),
    answers: [200],
  },
  "GET /api/console/refused": { may: ["midwife", "lead", "operator"], answers: [200] },
  "GET /api/console/programme": { may: console_, answers: [200] },
  "POST /api/console/people": { may: ["operator"], answers: [400] },
  "POST /api/console/people/:person/link": { may: ["operator"], path: (ids) => `/api/console/people/${ids.kader}/link`, answers: [404] },
  "POST /api/console/people/:person/leave": { may: ["operator"], path: (ids) => `/api/console/people/${ids.kader}/leave`, answers: [400] },
  "GET /api/console/roster/template.csv": { may: ["lead"], answers: [200] },
  "GET /api/console/roster/template.xlsx": { may: ["lead"], answers: [200] },
  "POST /api/console/roster/preview": { may: ["lead"], answers: [400, 406, 415, 422] },
  "POST /api/console/roster/import": { may: ["lead"], answers: [400, 406, 415, 422] },
  "GET /api/console/live": { may: console_, answers: [200] },
};
