import { describe, expect, test } from "vitest";
import { columnOf } from "./roster-columns.ts";
import { bornOf, duplicatesOf, phoneOf, readRoster, type RosterRow } from "./roster.ts";
import type { RosterTable } from "./roster-table.ts";

const SITE = "00000000-0000-7000-8000-000000000001";
const OTHER = "00000000-0000-7000-8000-000000000002";
const one = { sites: [{ site: SITE, name: "Klinik Contoh" }], year: 2026 };
const two = { sites: [...one.sites, { site: OTHER, name: "Puskesmas Rekaan" }], year: 2026 };

const table = (...rows: string[][]): RosterTable => rows.map((cells, at) => ({ row: at + 1, cells }));
const reading = (context: typeof one, ...rows: string[][]) => {
  const read = readRoster(table(...rows), context);
  if (read === null) throw new Error("no header found");
  return read;
};

describe("headers", () => {
  test.each([
    ["Nama Kader", "name"],
    ["NAMA LENGKAP", "name"],
    ["No. HP", "phone"],
    ["No HP / WA", "phone"],
    ["Nomor HP (WhatsApp)", "phone"],
    ["Tgl. Lahir", "born"],
    ["Umur (th)", "age"],
    ["RT/RW", "area"],
    ["Keterangan", null],
  ])("%s is read as %s", (header, column) => expect(columnOf(header)).toBe(column));

  test("a title above the header and a column of numbers are passed over", () => {
    const read = reading(one, ["DAFTAR KADER"], [], ["No", "Nama", "Ket"], ["1", "Wati Rekaan", "aktif"], ["2", "", ""]);
    expect(read.rows).toEqual([{ row: 4, name: "Wati Rekaan", site: SITE }]);
    expect(read.problems).toEqual([]);
    expect(read.columns).toEqual([{ header: "No", column: null }, { header: "Nama", column: "name" }, { header: "Ket", column: null }]);
  });

  test("without a column of names nothing is read", () => expect(readRoster(table(["Alamat"], ["Jalan"]), one)).toBeNull());
});

describe("telephone numbers", () => {
  test.each(["081234567890", "81234567890", "6281234567890", "+62 812-3456-7890", "0812 3456 7890", "+62 0812 3456 7890", "'081234567890", "(0812) 3456.7890"])("%s is one number in E.164", (text) =>
    expect(phoneOf(text)).toEqual({ phone: "+6281234567890" }));
  test.each(["", " - ", "–"])("'%s' says that there is none", (text) => expect(phoneOf(text)).toEqual({}));
  test.each(["8,12346E+10", "8.12346E+10", "8E+10"])("%s has lost its digits", (text) => expect(phoneOf(text)).toEqual({ code: "phone-rounded" }));
  test.each(["0812", "tidak ada", "08123456789012345", "0812345678a0", "081234567890/081298765432"])("%s is no number", (text) => expect(phoneOf(text)).toEqual({ code: "phone-broken" }));
});

describe("year of birth", () => {
  test.each([
    ["1990", 1990],
    ["12/05/1990", 1990],
    ["12-05-90", 1990],
    ["1-1-05", 2005],
    ["1990-05-12", 1990],
    ["12 Mei 1990", 1990],
    ["Surabaya, 12 Agustus 1988", 1988],
    ["3 May 1991", 1991],
  ])("%s is %i", (text, year) => expect(bornOf(text, "", 2026)).toEqual({ year, column: "born" }));
  test.each(["31/02/1990", "13/13/1990", "Mei", "1990 lebih"])("%s is no date", (text) => expect(bornOf(text, "", 2026).code).toBe("born-broken"));
  test.each([
    ["2012", "born-unlikely"],
    ["2011", undefined],
    ["1936", undefined],
    ["1935", "born-unlikely"],
  ])("%s stands on its side of 15 and 90 years", (text, code) => expect(bornOf(text, "", 2026).code).toBe(code));
  test("an age is counted back, and said to be about right", () => {
    expect(bornOf("", "34 th", 2026)).toEqual({ year: 1992, column: "age" });
    expect(reading(one, ["Nama", "Umur"], ["Ani Rekaan", "34"]).approximate).toEqual([2]);
  });
});

describe("rows", () => {
  test("a row with a problem is not among the rows, and each problem has its place", () => {
    const read = reading(one, ["Nama", "No HP", "Tahun lahir"], ["", "0812", "abc"], ["Ani Rekaan", "081234567890", "1990"]);
    expect(read.rows.map(({ row }) => row)).toEqual([3]);
    expect(read.problems.map(({ row, column, code, value }) => ({ row, column, code, value }))).toEqual([
      { row: 2, column: "name", code: "name-missing", value: "" },
      { row: 2, column: "phone", code: "phone-broken", value: "0812" },
      { row: 2, column: "born", code: "born-broken", value: "abc" },
    ]);
  });

  test("with several sites each row names its own", () => {
    const read = reading(two, ["Nama", "Puskesmas"], ["Ani Rekaan", "puskesmas  rekaan"], ["Tuti Rekaan", ""], ["Sri Rekaan", "Lain"]);
    expect(read.rows).toEqual([{ row: 2, name: "Ani Rekaan", site: OTHER }]);
    expect(read.problems.map(({ row, code }) => [row, code])).toEqual([[3, "site-missing"], [4, "site-unknown"]]);
  });

  test("the same telephone or the same woman twice in one file is told with the other row", () => {
    const read = reading(one, ["Nama", "HP", "Posyandu"], ["Ani Rekaan", "081234567890", "Melati"], ["Bu Ani", "81234567890", "Melati"], ["ani rekaan", "", ""], ["Ani Rekaan", "", "Mawar"]);
    expect(read.problems.map(({ row, code }) => [row, code])).toEqual([[3, "same-phone"], [4, "same-person"], [5, "same-person"]]);
  });

  test("one name at two posyandu, or with two numbers, is two women", () => {
    const read = reading(one, ["Nama", "HP", "Posyandu"], ["Siti Rekaan", "081234567890", "Melati"], ["Siti Rekaan", "081234567891", "Melati"], ["Sri Rekaan", "", "Melati"], ["Sri Rekaan", "", "Mawar"]);
    expect(read.problems).toEqual([]);
    expect(read.rows).toHaveLength(4);
  });

  test("a formula's text, an overlong name and a word in the place of yes or no", () => {
    const read = reading(one, ["Nama", "Punya HP"], ["=HYPERLINK(\"x\")", "Ya"], ["A".repeat(161), "Tidak"], ["Rini Rekaan", "mungkin"], ["Ira Rekaan", "belum"]);
    expect(read.problems.map(({ row, code }) => [row, code])).toEqual([[3, "name-too-long"], [4, "yes-or-no"]]);
    expect(read.rows.at(-1)).toEqual({ row: 5, name: "Ira Rekaan", site: SITE, hasPhone: false });
  });
});

describe("who is there already", () => {
  const row: RosterRow = { row: 2, name: "Ani Rekaan", site: SITE, phone: "+6281234567890" };
  test.each([
    ["by telephone, whatever the name", { name: "Ani R.", site: SITE, phone: "+6281234567890" }, "phone"],
    ["by name at the same site", { name: "ANI  REKAAN", site: SITE }, "name"],
  ])("%s", (_, view, by) => expect(duplicatesOf([row], [{ person: "p", view }])).toEqual([{ row: 2, person: "p", name: view.name, by }]));
  test.each([
    ["another site", { name: "Ani Rekaan", site: OTHER }],
    ["another number", { name: "Ani Rekaan", site: SITE, phone: "+6281234567899" }],
  ])("not with %s", (_, view) => expect(duplicatesOf([row], [{ person: "p", view }])).toEqual([]));
});
