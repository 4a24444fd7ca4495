import { expect, test } from "vitest";
import { CAUSES } from "#content/care/causes.ts";
import { PLAN_ITEMS } from "#content/care/plans.ts";
import { HOURS_AFTER_CLASS, HOURS_AFTER_RULE, MEASURE_AGAIN, REFERRAL_DUE } from "./follow-up.ts";
import { RULE_BOOK_V1 } from "./rule-book.ts";
import { SESSION_GROUNDS } from "./session.ts";
import { SOURCES } from "./sources.ts";

/** Called cited in the contract, without a source in its fact base: to be found before the signature. */
const SOURCE_WANTED = ["N04c"];

test("every source that is named is known", () => {
  const grounds = [...RULE_BOOK_V1.rules, ...CAUSES, ...PLAN_ITEMS, ...Object.values(SESSION_GROUNDS), ...Object.values(HOURS_AFTER_CLASS), ...Object.values(HOURS_AFTER_RULE), MEASURE_AGAIN, ...Object.values(REFERRAL_DUE)];
  const named = new Set(grounds.flatMap((one) => one.sources));
  expect([...named].filter((code) => !(code in SOURCES))).toEqual([]);
});

test("what says that it was read or cited names a source", () => {
  const bare = RULE_BOOK_V1.rules.filter((rule) => rule.sources.length === 0 && rule.evidence.some((note) => note.mark === "read" || note.mark === "cited"));
  expect(bare.map((rule) => rule.id)).toEqual(SOURCE_WANTED);
});

test("what was only seen in an abstract or second hand passes as read nowhere on its own", () => {
  const weak = (code: string): boolean => ["abstract", "second hand"].includes(SOURCES[code]?.seen ?? "");
  const read = RULE_BOOK_V1.rules.filter((rule) => rule.evidence[0]?.mark === "read" && rule.sources.every(weak));
  // The contract marks N09a so: the 7 % stand in the abstract of S9.
  expect(read.map((rule) => rule.id)).toEqual(["N09a"]);
});

test("version 1 waits for its signatures", () => expect(RULE_BOOK_V1).toMatchObject({ version: 1, signed: false }));
