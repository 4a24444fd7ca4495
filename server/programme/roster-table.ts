import ExcelJS from "exceljs";
import Papa from "papaparse";
import { err, ok, type Result } from "#core/result.ts";
import { columnOf } from "./roster-columns.ts";

/** Rows of cells as a person sees them. `row` is the row's number in her spreadsheet, from 1. */
export type RosterTable = readonly { readonly row: number; readonly cells: readonly string[] }[];

export type TableError =
  | { readonly code: "too-large"; readonly bytes: number }
  | { readonly code: "too-many-rows"; readonly rows: number }
  | { readonly code: "not-a-table" }
  | { readonly code: "old-excel" }
  | { readonly code: "empty" };

/** A roster of a whole district has some hundred kB; anything larger is another file. */
export const MAX_ROSTER_BYTES = 2 * 1024 * 1024;
export const MAX_ROSTER_ROWS = 2000;
/** An .xlsx is a zip: what it says it unpacks to, so that a small file cannot fill the memory. */
const MAX_UNPACKED_BYTES = 40 * 1024 * 1024;
const MAX_CELLS = 60;

/** Reads .xlsx or CSV by what the bytes are, not by the name. Formulas give the value that the spreadsheet last computed. */
export async function readRosterTable(bytes: Uint8Array): Promise<Result<RosterTable, TableError>> {
  if (bytes.length > MAX_ROSTER_BYTES) return err({ code: "too-large", bytes: bytes.length });
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return err({ code: "old-excel" });
  const rows = startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) ? await sheetRows(bytes) : csvRows(bytes);
  if (!rows.ok) return rows;
  const filled = rows.value.filter(({ cells }) => cells.some((cell) => cell !== ""));
  if (filled.length === 0) return err({ code: "empty" });
  if (filled.length > MAX_ROSTER_ROWS) return err({ code: "too-many-rows", rows: filled.length });
  return ok(filled);
}

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((byte, at) => bytes[at] === byte);

async function sheetRows(bytes: Uint8Array): Promise<Result<RosterTable, TableError>> {
  const unpacked = unpackedBytes(bytes);
  if (unpacked === null) return err({ code: "not-a-table" });
  if (unpacked > MAX_UNPACKED_BYTES) return err({ code: "too-large", bytes: unpacked });
  const book = new ExcelJS.Workbook();
  try {
    await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  } catch {
    return err({ code: "not-a-table" });
  }
  const sheet = book.worksheets.find((one) => one.state === "visible" && one.actualRowCount > 0);
  if (sheet === undefined) return err({ code: "empty" });
  const rows: RosterTable[number][] = [];
  // `rowCount` may be a million where somebody coloured a column: only rows that hold something are walked.
  sheet.eachRow({ includeEmpty: false }, (row, number) => {
    const cells = Array.from({ length: Math.min(row.cellCount, MAX_CELLS) }, (_, at) => cellText(row.getCell(at + 1).value));
    rows.push({ row: number, cells });
  });
  return ok(rows);
}

function cellText(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString().slice(0, 10);
  if (typeof value !== "object") return String(value).trim();
  if ("richText" in value) return value.richText.map((part) => part.text).join("").trim();
  if ("result" in value) return cellText(value.result as ExcelJS.CellValue);
  if ("text" in value) return cellText(value.text as ExcelJS.CellValue);
  // A formula without a value, or `#N/A`: nothing that a person could read.
  return "";
}

/** The sum of unpacked sizes that the zip's directory gives, or null where it is no sound zip. */
function unpackedBytes(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isEnd = (at: number) => view.getUint32(at, true) === 0x06054b50;
  let end = bytes.length - 22;
  while (end >= 0 && end > bytes.length - 65_558 && !isEnd(end)) end--;
  if (end < 0 || !isEnd(end)) return null;
  let at = view.getUint32(end + 16, true);
  let sum = 0;
  for (let entry = view.getUint16(end + 10, true); entry > 0; entry--) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return null;
    sum += view.getUint32(at + 24, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return sum;
}

function csvRows(bytes: Uint8Array): Result<RosterTable, TableError> {
  const text = textOf(bytes);
  if (text === null) return err({ code: "not-a-table" });
  // Excel's own first line "sep=;" says the separator; the Indonesian Excel writes semicolons.
  const told = /^sep=(.)\r?\n/i.exec(text);
  const body = told === null ? text : text.slice(told[0].length);
  const parsed = Papa.parse<string[]>(body, { delimiter: told?.[1] ?? separatorOf(body), skipEmptyLines: false });
  const first = told === null ? 1 : 2;
  return ok(parsed.data.map((cells, at) => ({ row: at + first, cells: cells.slice(0, MAX_CELLS).map((cell) => cell.trim()) })));
}

/** The separator by which the most headers can be read: a count of signs would be led astray by "Ani, S.Pd.". */
function separatorOf(text: string): string {
  const known = (delimiter: string) => Math.max(...Papa.parse<string[]>(text, { delimiter, preview: 12 }).data.map((cells) => cells.filter((cell) => columnOf(cell) !== null).length), 0);
  return [";", "\t", ",", "|"].reduce((best, one) => (known(one) > known(best) ? one : best));
}

/** UTF-8 with or without its mark, UTF-16 ("Unicode text"), else Windows-1252 as older Excel writes it; null for what is no text. */
function textOf(bytes: Uint8Array): string | null {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
