import type { Role } from "#core/ledger/entry.ts";
import { t } from "./texts.ts";

const WORDS = { kader: "roleKader", midwife: "roleMidwife", lead: "roleLead", head: "roleHead", operator: "roleOperator" } as const;
export const roleWord = (role: Role): string => t(WORDS[role]);

export type Section = "hari-ini" | "ibu" | "kader" | "ringkasan" | "tempat" | "orang" | "aturan" | "akun";

/** What each role has, the first being where it begins. */
export const SECTIONS: Readonly<Record<Role, readonly Section[]>> = {
  midwife: ["hari-ini", "ibu", "kader", "tempat", "aturan", "akun"],
  lead: ["ringkasan", "kader", "tempat", "aturan", "akun"],
  head: ["ringkasan", "aturan", "akun"],
  operator: ["ringkasan", "tempat", "orang", "aturan", "akun"],
  kader: ["akun"],
};
export const SECTION_WORDS = { "hari-ini": "today", ibu: "mothers", kader: "kader", ringkasan: "overview", tempat: "sites", orang: "people", aturan: "rules", akun: "account" } as const;
