import type { JsonObject } from "#core/ledger/json.ts";
import { err, ok, type Result } from "#core/result.ts";
import { duplicatesOf, readRoster, type Duplicate, type Known, type RosterContext, type RosterReading, type RosterRow } from "./roster.ts";
import { readRosterTable, type TableError } from "./roster-table.ts";

export type Preview = RosterReading & { readonly duplicates: readonly Duplicate[] };
export type PreviewError = TableError | { readonly code: "no-names" };

/** What an import of these bytes would do; nothing is written. */
export async function previewRoster(bytes: Uint8Array, context: RosterContext, known: readonly Known[]): Promise<Result<Preview, PreviewError>> {
  const table = await readRosterTable(bytes);
  if (!table.ok) return table;
  const reading = readRoster(table.value, context);
  if (reading === null) return err({ code: "no-names" });
  return ok({ ...reading, duplicates: duplicatesOf(reading.rows, known) });
}

/** For each row that seems to be there already: leave it out, or take it as another woman. */
export type Decisions = { readonly skip: readonly number[]; readonly asNew: readonly number[] };

/** The rows to write: all or none. A problem, or a likeness that nobody has decided, stops the whole import. */
export function rowsToImport(preview: Preview, decisions: Decisions): Result<readonly RosterRow[], { code: "problems" | "undecided" | "nothing" }> {
  if (preview.problems.length > 0) return err({ code: "problems" });
  const decided = new Set([...decisions.skip, ...decisions.asNew]);
  if (preview.duplicates.some(({ row }) => !decided.has(row))) return err({ code: "undecided" });
  const rows = preview.rows.filter(({ row }) => !decisions.skip.includes(row));
  return rows.length === 0 ? err({ code: "nothing" }) : ok(rows);
}

/** The body of `kader.joined`; the row's number stays behind. */
export function joinedBody(row: RosterRow): JsonObject {
  return { ...Object.fromEntries(Object.entries(row).filter(([key]) => key !== "row")), invented: false };
}
