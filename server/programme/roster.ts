import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { columnOf, type RosterColumn } from "./roster-columns.ts";
import type { RosterTable } from "./roster-table.ts";

/** A kader as a row of a roster tells her; `site` is an id. */
export type RosterRow = {
  readonly row: number;
  readonly name: string;
  readonly site: string;
  readonly phone?: string;
  readonly bornInYear?: number;
  readonly posyandu?: string;
  readonly area?: string;
  readonly hasPhone?: boolean;
};

/** What is wrong, where, and the cell as it stands. Facts only: the console says them in words. */
export type RosterProblem = { readonly row: number; readonly column: RosterColumn; readonly value: string } & (
  | { readonly code: "name-missing" | "name-too-long" | "name-not-a-name" | "text-too-long" | "site-missing" | "site-unknown" | "born-broken" | "born-unlikely" | "phone-broken" | "phone-rounded" | "yes-or-no" }
  | { readonly code: "same-phone" | "same-person"; readonly otherRow: number }
);

export type RosterReading = {
  readonly rows: readonly RosterRow[];
  readonly problems: readonly RosterProblem[];
  /** Which header was read as which column, and which were left alone. */
  readonly columns: readonly { readonly header: string; readonly column: RosterColumn | null }[];
  /** Rows whose year of birth was counted from an age: about right, never exact. */
  readonly approximate: readonly number[];
};

export type RosterContext = { readonly sites: readonly { readonly site: string; readonly name: string }[]; readonly year: number };

/** A header stands within these first rows; above it people write a title. */
const HEADER_WITHIN = 12;
const MAX_TEXT = 160;

/** Null where no row names the column of names. Never half: a row with a problem is not among `rows`. */
export function readRoster(table: RosterTable, context: RosterContext): RosterReading | null {
  const headerAt = table.slice(0, HEADER_WITHIN).findIndex(({ cells }) => cells.some((cell) => columnOf(cell) === "name"));
  const header = table[headerAt];
  if (header === undefined) return null;
  const columns = header.cells.flatMap((text, at) => (text === "" ? [] : [{ header: text, column: columnOf(text), at }]));
  const rows: RosterRow[] = [];
  const problems: RosterProblem[] = [];
  const approximate: number[] = [];
  for (const { row, cells } of table.slice(headerAt + 1)) {
    const cell = (column: RosterColumn) => columns.filter((one) => one.column === column).map((one) => cells[one.at] ?? "").find((text) => text !== "") ?? "";
    if (columns.every((one) => (cells[one.at] ?? "") === "" || isNumbering(one.header))) continue;
    const read = readRow(row, cell, context);
    problems.push(...read.problems);
    if (read.row !== null) rows.push(read.row);
    if (read.approximate) approximate.push(row);
  }
  problems.push(...twice(rows));
  return { rows, problems: problems.sort((a, b) => a.row - b.row), columns: columns.map(({ header: text, column }) => ({ header: text, column })), approximate };
}

/** A column "No" is filled down to the last line of a form, also where no name stands. */
const isNumbering = (header: string): boolean => /^(no|nomor|#)\.?$/i.test(header.trim());

function readRow(row: number, cell: (column: RosterColumn) => string, context: RosterContext): { row: RosterRow | null; problems: RosterProblem[]; approximate: boolean } {
  const problems: RosterProblem[] = [];
  const wrong = (column: RosterColumn, code: Exclude<RosterProblem["code"], "same-phone" | "same-person">) => void problems.push({ row, column, code, value: cell(column).slice(0, 80) });
  const text = (column: RosterColumn) => {
    const value = cell(column).replaceAll(/\s+/g, " ");
    if (value.length > MAX_TEXT) wrong(column, column === "name" ? "name-too-long" : "text-too-long");
    return value;
  };
  const name = text("name");
  if (name === "") wrong("name", "name-missing");
  else if (!/\p{L}{2}/u.test(name)) wrong("name", "name-not-a-name");
  const phone = phoneOf(cell("phone"));
  if (phone.code !== undefined) wrong("phone", phone.code);
  const born = bornOf(cell("born"), cell("age"), context.year);
  if (born.code !== undefined) wrong(born.column, born.code);
  const site = siteOf(cell("site"), context.sites);
  if (site.code !== undefined) wrong("site", site.code);
  const hasPhone = yesOrNo(cell("hasPhone"));
  if (hasPhone === null) wrong("hasPhone", "yes-or-no");
  const posyandu = text("posyandu");
  const area = text("area");
  if (problems.length > 0 || site.site === undefined) return { row: null, problems, approximate: false };
  return {
    row: {
      row,
      name,
      site: site.site,
      ...(phone.phone !== undefined && { phone: phone.phone }),
      ...(born.year !== undefined && { bornInYear: born.year }),
      ...(posyandu !== "" && { posyandu }),
      ...(area !== "" && { area }),
      ...(typeof hasPhone === "boolean" && { hasPhone }),
    },
    problems,
    approximate: born.year !== undefined && born.column === "age",
  };
}

/**
 * E.164 of an Indonesian number as people write it, with or without the leading 0 that Excel drops. A number that Excel has
 * rounded (8,12E+10) has lost digits: nobody can tell it any more.
 */
export function phoneOf(cell: string): { phone?: string; code?: "phone-broken" | "phone-rounded" } {
  const text = cell.trim();
  if (text === "" || /^[-–]+$/.test(text)) return {};
  if (/^\d([.,]\d+)?e\+?\d+$/i.test(text)) return { code: "phone-rounded" };
  const digits = text.replace(/^'/, "").replaceAll(/[\s().\-/]/g, "").replace(/^(\+?62)0/, "$1");
  if (!/^\+?\d{6,16}$/.test(digits)) return { code: "phone-broken" };
  const parsed = parsePhoneNumberFromString(digits, "ID");
  return parsed?.isValid() === true ? { phone: parsed.number } : { code: "phone-broken" };
}

const MONTHS = ["jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des"];
const MONTHS_EN: Readonly<Record<string, string>> = { may: "mei", aug: "agu", ags: "agu", oct: "okt", dec: "des", nop: "nov", peb: "feb" };
/** A kader is a grown-up, and alive. */
const YOUNGEST = 15;
const OLDEST = 90;

type Born = { year?: number; column: "born" | "age"; code?: "born-broken" | "born-unlikely" };

/** The year of birth from a year, a date (day first, as Indonesia writes it) or "Surabaya, 12 Mei 1990"; else from an age. */
export function bornOf(born: string, age: string, thisYear: number): Born {
  if (born === "" && age !== "") {
    const years = /^(\d{1,3})\s*(th|thn|tahun|years?)?\.?$/i.exec(age.trim());
    if (years === null) return { column: "age", code: "born-broken" };
    return likely(thisYear - Number(years[1]), thisYear, "age");
  }
  if (born === "") return { column: "born" };
  const text = born.includes(",") ? (born.split(",").at(-1) ?? "").trim() : born.trim();
  const year = yearIn(text, thisYear);
  return year === null ? { column: "born", code: "born-broken" } : likely(year, thisYear, "born");
}

function likely(year: number, thisYear: number, column: "born" | "age"): Born {
  const age = thisYear - year;
  return age < YOUNGEST || age > OLDEST ? { column, code: "born-unlikely" } : { year, column };
}

function yearIn(text: string, thisYear: number): number | null {
  if (/^\d{4}$/.test(text)) return Number(text);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(text);
  if (iso !== null) return exists(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const parts = /^(\d{1,2})[\s/.-]+([a-z]+|\d{1,2})[\s/.-]+(\d{2}|\d{4})$/i.exec(text);
  if (parts === null) return null;
  const [, day = "", month = "", written = ""] = parts;
  const year = written.length === 4 ? Number(written) : century(Number(written), thisYear);
  const short = month.slice(0, 3).toLowerCase();
  const number = /^\d+$/.test(month) ? Number(month) : MONTHS.indexOf(MONTHS_EN[short] ?? short) + 1;
  return exists(year, number, Number(day));
}

/** Of 19xx and 20xx, at most one gives the age of a grown-up. */
const century = (short: number, thisYear: number): number => (thisYear - (2000 + short) >= YOUNGEST ? 2000 + short : 1900 + short);

function exists(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? year : null;
}

function siteOf(cell: string, sites: RosterContext["sites"]): { site?: string; code?: "site-missing" | "site-unknown" } {
  if (cell === "") return sites.length === 1 && sites[0] !== undefined ? { site: sites[0].site } : { code: "site-missing" };
  const found = sites.filter((one) => sameWords(one.name, cell));
  return found.length === 1 && found[0] !== undefined ? { site: found[0].site } : { code: "site-unknown" };
}

/** True, false, undefined where nothing is said, null where it cannot be understood. */
function yesOrNo(cell: string): boolean | undefined | null {
  const text = cell.trim().toLowerCase();
  if (text === "" || text === "-") return undefined;
  if (["ya", "y", "ada", "punya", "yes", "true", "1", "v", "√", "✓"].includes(text)) return true;
  return ["tidak", "tdk", "t", "n", "tidak ada", "tidak punya", "no", "false", "0", "belum", "x"].includes(text) ? false : null;
}

const words = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, " ").trim();
export const sameWords = (a: string, b: string): boolean => words(a) === words(b);

/** The same telephone, or the same name at the same posyandu, in two rows of one file. */
function twice(rows: readonly RosterRow[]): RosterProblem[] {
  const problems: RosterProblem[] = [];
  rows.forEach((row, at) => {
    const before = rows.slice(0, at);
    const phone = row.phone === undefined ? undefined : before.find((other) => other.phone === row.phone);
    const person = before.find((other) => isSamePerson(row, other));
    if (phone !== undefined) problems.push({ row: row.row, column: "phone", code: "same-phone", value: row.phone ?? "", otherRow: phone.row });
    else if (person !== undefined) problems.push({ row: row.row, column: "name", code: "same-person", value: row.name, otherRow: person.row });
  });
  return problems;
}

type Named = { readonly name: string; readonly site?: string; readonly phone?: string; readonly posyandu?: string };

function isSamePerson(a: Named, b: Named): boolean {
  if (!sameWords(a.name, b.name) || a.site !== b.site) return false;
  // Two women of one name with two numbers, or at two posyandu, are two women.
  if (a.phone !== undefined && b.phone !== undefined) return a.phone === b.phone;
  return a.posyandu === undefined || b.posyandu === undefined || sameWords(a.posyandu, b.posyandu);
}

export type Known = { readonly person: string; readonly view: Named };
export type Duplicate = { readonly row: number; readonly person: string; readonly name: string; readonly by: "phone" | "name" };

/** Rows that seem to be there already. Only a person can tell whether they are; the import asks for each. */
export function duplicatesOf(rows: readonly RosterRow[], known: readonly Known[]): Duplicate[] {
  return rows.flatMap((row): Duplicate[] => {
    const byPhone = row.phone === undefined ? undefined : known.find(({ view }) => view.phone === row.phone);
    const found = byPhone ?? known.find(({ view }) => isSamePerson(row, view));
    return found === undefined ? [] : [{ row: row.row, person: found.person, name: found.view.name, by: byPhone === undefined ? "name" : "phone" }];
  });
}
