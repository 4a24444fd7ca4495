import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import { rosterTemplateCsv, rosterTemplateXlsx } from "./roster-template.ts";
import { MAX_ROSTER_BYTES, MAX_ROSTER_ROWS, readRosterTable } from "./roster-table.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const cells = async (file: Uint8Array) => {
  const read = await readRosterTable(file);
  if (!read.ok) throw new Error(read.error.code);
  return read.value.map((row) => row.cells);
};
const failure = async (file: Uint8Array) => {
  const read = await readRosterTable(file);
  return read.ok ? "read" : read.error.code;
};

describe("CSV as people save it", () => {
  const expected = [["Nama", "HP"], ["Ani, S.Pd.", "0812"]];
  test.each([
    ["semicolons, mark, CRLF", "\uFEFFNama;HP\r\nAni, S.Pd.;0812\r\n"],
    ["commas and quotes", 'Nama,HP\n"Ani, S.Pd.",0812\n'],
    ["tabs", "Nama\tHP\nAni, S.Pd.\t0812"],
    ["Excel's own first line", "sep=;\r\nNama;HP\r\nAni, S.Pd.;0812"],
  ])("%s", async (_, text) => expect(await cells(bytes(text))).toEqual(expected));

  test("UTF-16 and Windows-1252", async () => {
    const wide = new Uint8Array([0xff, 0xfe, ...new Uint8Array(new Uint16Array([..."Nama\tHP\nÉva\t1"].map((c) => c.charCodeAt(0))).buffer)]);
    expect(await cells(wide)).toEqual([["Nama", "HP"], ["Éva", "1"]]);
    expect(await cells(new Uint8Array([...bytes("Nama;HP\n"), 0xc9, ...bytes("va;1")]))).toEqual([["Nama", "HP"], ["Éva", "1"]]);
  });

  test("the row's number is the one on the sheet, over empty lines", async () => {
    const read = await readRosterTable(bytes("Nama\n\n\nAni"));
    expect(read.ok && read.value.map(({ row }) => row)).toEqual([1, 4]);
  });
});

describe("XLSX", () => {
  const book = async (fill: (sheet: ExcelJS.Worksheet) => void) => {
    const made = new ExcelJS.Workbook();
    fill(made.addWorksheet("Kader"));
    return new Uint8Array(await made.xlsx.writeBuffer());
  };
  test("numbers, dates, formulas, rich text and links give what a person reads", async () => {
    const file = await book((sheet) => {
      sheet.addRow(["Nama", "HP", "Lahir", "Wilayah"]);
      sheet.addRow([{ richText: [{ text: "Ani " }, { text: "Rekaan" }] }, 81234567890, new Date(Date.UTC(1990, 4, 12)), { formula: '"RW "&5', result: "RW 5" }]);
      sheet.addRow([{ text: "Tuti", hyperlink: "http://contoh.invalid" }, "0812", { formula: "1/0", result: { error: "#DIV/0!" } }, null]);
    });
    expect(await cells(file)).toEqual([["Nama", "HP", "Lahir", "Wilayah"], ["Ani Rekaan", "81234567890", "1990-05-12", "RW 5"], ["Tuti", "0812", ""]]);
  });

  test("the template's own columns come back as they are", async () => {
    const file = await rosterTemplateXlsx(["Klinik Contoh", "Puskesmas Rekaan"], ["Isi satu kader satu baris."], "Petunjuk");
    expect(await cells(file)).toEqual([["Nama lengkap", "Nomor HP", "Tahun lahir", "Posyandu", "Wilayah", "Punya HP", "Tempat"]]);
    expect(await cells(bytes(rosterTemplateCsv(["Klinik Contoh"])))).toEqual([["Nama lengkap", "Nomor HP", "Tahun lahir", "Posyandu", "Wilayah", "Punya HP"]]);
  });
});

describe("what is no roster is refused with its reason", () => {
  test("too large, too many rows, empty, old Excel, a picture, a broken zip", async () => {
    expect(await failure(new Uint8Array(MAX_ROSTER_BYTES + 1).fill(65))).toBe("too-large");
    expect(await failure(bytes(Array.from({ length: MAX_ROSTER_ROWS + 1 }, (_, at) => `Ani ${at}`).join("\n")))).toBe("too-many-rows");
    expect(await failure(bytes(Array.from({ length: MAX_ROSTER_ROWS }, (_, at) => `Ani ${at}`).join("\n")))).toBe("read");
    expect(await failure(bytes("\n ; ;\n"))).toBe("empty");
    expect(await failure(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]))).toBe("old-excel");
    expect(await failure(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1]))).toBe("not-a-table");
    expect(await failure(new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2, 3, 4]))).toBe("not-a-table");
  });

  test("a small zip that says it unpacks to much more is not unpacked", async () => {
    const made = new ExcelJS.Workbook();
    made.addWorksheet("Kader").addRow(["Nama"]);
    const file = new Uint8Array(await made.xlsx.writeBuffer());
    const view = new DataView(file.buffer);
    for (let at = 0; at < file.length - 4; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0x7fffffff, true);
    expect(await failure(file)).toBe("too-large");
  });
});
