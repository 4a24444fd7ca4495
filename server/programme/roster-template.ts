import ExcelJS from "exceljs";
import { ROSTER_COLUMNS, type RosterColumn } from "./roster-columns.ts";

const IN_TEMPLATE: readonly RosterColumn[] = ["name", "phone", "born", "posyandu", "area", "hasPhone"];
/** With several sites each row says which; with one, it is that one. */
const columnsFor = (sites: readonly string[]): readonly RosterColumn[] => (sites.length > 1 ? [...IN_TEMPLATE, "site"] : IN_TEMPLATE);

/** Semicolons and a mark for UTF-8: what the Indonesian Excel opens rightly by a double click. */
export function rosterTemplateCsv(sites: readonly string[]): string {
  return `\uFEFF${columnsFor(sites).map((column) => ROSTER_COLUMNS[column][0]).join(";")}\r\n`;
}

/** The column of telephone numbers is text from the start, so that no leading 0 is lost. `help` is the second sheet, line by line. */
export async function rosterTemplateXlsx(sites: readonly string[], help: readonly string[], helpTitle: string): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("Kader", { views: [{ state: "frozen", ySplit: 1 }] });
  const columns = columnsFor(sites);
  sheet.columns = columns.map((column) => ({ header: ROSTER_COLUMNS[column][0], key: column, width: column === "name" ? 32 : 20, ...(column === "phone" && { style: { numFmt: "@" } }) }));
  sheet.getRow(1).font = { bold: true };
  const choices = (column: RosterColumn, values: readonly string[]) => {
    const at = columns.indexOf(column) + 1;
    if (at === 0 || values.some((value) => value.includes(",") || value.includes('"')) || values.join(",").length > 250) return;
    for (let row = 2; row <= 200; row++) sheet.getCell(row, at).dataValidation = { type: "list", allowBlank: true, formulae: [`"${values.join(",")}"`] };
  };
  choices("hasPhone", ["Ya", "Tidak"]);
  choices("site", sites);
  const page = book.addWorksheet(helpTitle);
  page.getColumn(1).width = 96;
  help.forEach((line, at) => {
    page.getCell(at + 1, 1).value = line;
    page.getCell(at + 1, 1).alignment = { wrapText: true };
  });
  return new Uint8Array(await book.xlsx.writeBuffer());
}
