import type { Card, Standing } from "../care/today.ts";
import type { MotherView, Referral } from "../care/mother-view.ts";
import type { Received, RefusalCode, Role } from "../ledger/entry.ts";
import type { JsonObject } from "../ledger/json.ts";
import type { ProgrammeView, Site, Staff } from "../programme/programme-view.ts";
import type { ReferralAnswer } from "../referral/entries.ts";
import type { ClearanceStanding, KaderView } from "../training/kader-view.ts";

/** What travels between the console and the server: the same types on both sides. Instants are ISO texts in UTC. */

/** The header (and, for a stream of events, the query key) that says in which programme and role one acts: `<programme>.<role>`. */
export const AS_HEADER = "x-dampingi-as";

export type MyMembership = { readonly as: string; readonly programme: string; readonly programmeName: string; readonly role: Role; readonly site: string | null; readonly siteName: string | null; readonly timezone: string; readonly demo: boolean };

export type Me = {
  readonly person: string;
  readonly name: string;
  readonly username: string | null;
  readonly hasPassword: boolean;
  /** She came by a link: a new password needs no old one. */
  readonly byLink: boolean;
  /** May create the first programme of this server. */
  readonly founder: boolean;
  readonly memberships: readonly MyMembership[];
  /** Base64url, 32 bytes: encrypts what this browser keeps for her until the server has it. */
  readonly draftKey: string;
  readonly serverTime: string;
};

/** An entry made in the console; the server adds author, programme and device. The same id twice is one entry. */
export type ConsoleEntry = { readonly id: string; readonly stream: string; readonly type: string; readonly occurredAt: string; readonly recordedAt: string; readonly replaces: readonly string[]; readonly performer?: string; readonly body: JsonObject };
export type ConsoleEntriesAnswer = { readonly accepted: readonly string[]; readonly refused: readonly { readonly id: string; readonly code: RefusalCode; readonly where?: string }[] };

export type ReferralClass = Referral["made"]["class"];
export type OpenReferral = {
  readonly referral: string;
  readonly stream: string;
  readonly name: string;
  readonly calledBy?: string;
  readonly under18: boolean;
  readonly class: ReferralClass;
  readonly madeAt: string;
  readonly receivedAt: string;
  /** The name of who made it. */
  readonly madeBy: string;
  readonly rules: readonly string[];
  readonly because: readonly string[];
  readonly words?: string;
  readonly seenAt: string | null;
  readonly seenDue: string;
  readonly answerDue: string;
  readonly late: { readonly seen: boolean; readonly answered: boolean };
  readonly age: number | null;
  readonly gaveBirthAt?: string;
  readonly babies: number;
};

/** An answer that no visit has followed yet. */
export type AnsweredReferral = { readonly referral: string; readonly stream: string; readonly name: string; readonly answer: ReferralAnswer; readonly at: string };
export type MissedVisit = { readonly stream: string; readonly name: string; readonly under18: boolean; readonly due: string; readonly why: string; readonly kader: string | null };
export type EndingClearance = { readonly person: string; readonly name: string; readonly until: string };

/** The midwife's day. `referrals`: the most urgent class first, the oldest first within it. */
export type Today = {
  readonly now: string;
  readonly referrals: readonly OpenReferral[];
  readonly answered: readonly AnsweredReferral[];
  readonly missed: readonly MissedVisit[];
  readonly ending: readonly EndingClearance[];
  readonly mothers: number;
  readonly kader: number;
};

export type MotherLine = { readonly card: Card; readonly standing: Standing; readonly under18: boolean; readonly age: number | null; readonly kader: string | null; readonly kaderName: string | null; readonly lastReceivedAt: string };

export type MotherStory = {
  readonly view: MotherView;
  readonly card: Card;
  readonly kader: string | null;
  readonly entries: readonly Received[];
  /** Names by person. */
  readonly names: Readonly<Record<string, string>>;
  readonly held: readonly { readonly person: string; readonly device: string; readonly how: "wrote" | "pulled" | "viewed"; readonly firstDay: string; readonly lastDay: string }[];
};

export type KaderLine = { readonly person: string; readonly view: KaderView; readonly siteName: string; readonly clearance: ClearanceStanding; readonly mothers: number; readonly devices: number; readonly lastSeenAt: string | null };
export type KaderDevice = { readonly device: string; readonly enrolledAt: string; readonly lastSeenAt: string | null; readonly readRevokedAt: string | null };

export type SiteLine = Site & { readonly kader: number; readonly mothers: number; readonly openReferrals: number; readonly lateReferrals: number };
export type StaffLine = Staff & { readonly hasAccount: boolean };

/** `saidBy`: the entries behind each field of the programme's stream, to be named by whoever says it anew. */
export type ProgrammePage = Omit<ProgrammeView, "sites" | "staff"> & { readonly sites: readonly SiteLine[]; readonly staff: readonly StaffLine[]; readonly saidBy: Readonly<Record<string, readonly string[]>> };

/** How a kader's phone is let in; `qr` is an SVG of the link. */
export type EnrolmentCard = { readonly person: string; readonly name: string; readonly link: string; readonly code: string; readonly qr: string; readonly linkUntil: string; readonly codeUntil: string };

export type RefusedLine = { readonly name: string | null; readonly device: string; readonly code: RefusalCode; readonly where: string | null; readonly times: number; readonly firstAt: string; readonly lastAt: string };

/** A hint on the console's live stream: something of this kind is new; ask for it. */
export const HINTS = ["referral", "entries", "scope"] as const;
