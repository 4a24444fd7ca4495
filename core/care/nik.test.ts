import { describe, expect, test } from "vitest";
import { doubtsOf, maskedNik, readNik } from "./nik.ts";

// Numbers are invented: place 350199 and serial 0001 to 0003.
describe("a NIK", () => {
  test.each([
    ["3501996511980001", "3501996511980001"],
    [" 3501 9965 1198 0001 ", "3501996511980001"],
    ["350199.651198.0001", "3501996511980001"],
  ])("%s is read as its 16 digits", (typed, digits) => expect(readNik(typed)).toEqual({ ok: true, value: digits }));

  test.each([
    ["350199651198000", 15],
    ["35019965119800011", 17],
    ["3501996511980O01", 15],
    ["", 0],
  ])("%s is none, and says how many digits there are", (typed, digits) => expect(readNik(typed)).toEqual({ ok: false, error: { code: "not-16-digits", digits } }));

  test("a woman's number that agrees with her birthday raises no doubt", () => expect(doubtsOf("3501996511980001", "1998-11-25")).toEqual([]));
  test("without a birthday there is nothing to compare", () => expect(doubtsOf("3501996511980001", null)).toEqual([]));
  test("no 40 on the day: not a woman's", () => expect(doubtsOf("3501992511980001", "1998-11-25")).toEqual(["not-a-womans"]));

  test.each(["1998-11-24", "1998-10-25", "1997-11-25"])("born %s: another date than the number says", (bornOn) => expect(doubtsOf("3501996511980001", bornOn)).toEqual(["other-birth-date"]));

  test.each([
    ["3501997211980001", "day 32"],
    ["3501993911980001", "day 39, neither a man's nor a woman's"],
    ["3501994011980001", "day 40 is day 0 of a woman"],
    ["3501996513980001", "month 13"],
    ["3501997102980001", "31 February"],
    ["3501997104980001", "31 April"],
    ["1001996511980001", "no province 10"],
    ["3500996511980001", "no regency 00"],
    ["3501006511980001", "no district 00"],
    ["3501996511980000", "serial 0000"],
  ])("%s: no such number (%s)", (nik) => expect(doubtsOf(nik, null)).toContain("no-such-number"));

  test.each(["3501996902980001", "3501997101980001", "1101996511980001"])("%s lies on the edge and is one", (nik) => expect(doubtsOf(nik, null)).toEqual([]));

  test("only the last four digits are shown", () => expect(maskedNik("3501996511980001")).toBe("•••• •••• •••• 0001"));
});
