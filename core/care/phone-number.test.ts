import { expect, test } from "vitest";
import { phoneNumber, spokenNumber } from "./phone-number.ts";

test.each([
  ["081234567890", "+6281234567890"],
  ["0812-3456-7890", "+6281234567890"],
  ["81234567890", "+6281234567890"],
  ["6281234567890", "+6281234567890"],
  ["+62 812 3456 7890", "+6281234567890"],
  ["+62 0812 3456 7890", "+6281234567890"],
  ["0062 812 3456 7890", "+6281234567890"],
  ["(031) 5012345", "+62315012345"],
  ["+60 12-345 6789", "+60123456789"],
  ["08123456", null],
  ["0812345678901234", null],
  ["12345678", null],
  ["0812 3456 789O", null],
  ["", null],
  ["nanti", null],
])("%s is %s", (text, number) => expect(phoneNumber(text)).toBe(number));

test("read aloud in groups", () => expect(spokenNumber("+6281234567890")).toBe("0812 3456 7890"));
test("a number of another country stays as it is", () => expect(spokenNumber("+60123456789")).toBe("+60123456789"));
