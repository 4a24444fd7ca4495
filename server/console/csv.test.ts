import { expect, test } from "vitest";
import { csvOf } from "./csv.ts";

test.each([
  ["a formula", "=HYPERLINK(\"http://x\";\"y\")", "\"'=HYPERLINK(\"\"http://x\"\";\"\"y\"\")\""],
  ["a command", "@SUM(1)", "'@SUM(1)"],
  ["a number with its plus", "+6281234567890", "'+6281234567890"],
  ["minus", "-1+1", "'-1+1"],
  ["a tab before a formula", "\t=1", "'\t=1"],
  ["a separator", "Ani; Sri", "\"Ani; Sri\""],
  ["a line break", "a\nb", "\"a\nb\""],
  ["plain words", "Ani Rekaan", "Ani Rekaan"],
  ["nothing", null, ""],
  ["a decimal number", 1.5, "1,5"],
])("%s", (_, cell, written) => expect(csvOf([[cell]])).toBe(`\uFEFF${written}\r\n`));
