import { describe, expect, test } from "vitest";
import { RULE_BOOK_V1 as BOOK } from "#content/rules/rule-book.ts";
import { parseAnswers } from "../answers.ts";
import { CASES } from "../cases/index.ts";
import { triage } from "../engine.ts";
import { factsOf } from "../facts.ts";
import type { RuleBook } from "../rule-book.ts";
import { mutantsOf } from "./mutants.ts";
import { COLUMNS, oracle } from "./oracle.ts";
import { excluded, witness } from "./together.ts";

const IDS = BOOK.rules.map((rule) => rule.id);

describe("C3 every rule, every boundary", () => {
  const rows = CASES.map(([rule, fires, why, answers, complete = false]) => ({ name: `${rule} ${fires ? "fires" : "does not fire"}: ${why}`, rule, fires, answers, complete }));

  test.each(rows)("$name", ({ rule, fires, answers, complete }) => {
    expect(parseAnswers(answers).ok).toBe(true);
    const fired = triage(BOOK, { answers, complete }).fired.map((one) => one.id as string);
    expect(fired.includes(rule)).toBe(fires);
    expect(fired).toEqual([...oracle(answers, complete, BOOK.growth)].filter(([, holds]) => holds).map(([id]) => id).sort());
  });

  test("each rule has rows in which it fires and rows in which it does not", () => {
    for (const id of IDS) expect([...new Set(CASES.filter(([rule]) => rule === id).map(([, fires]) => fires))].sort(), id).toEqual([false, true]);
  });

  test("classes and massage are those of the contract's table", () => {
    expect(columnsOf(BOOK)).toEqual(COLUMNS);
    expect(whenComplete(BOOK)).toEqual({ N02b: "R24" });
  });

  test("whatever is SEGERA blocks the massage", () => {
    for (const rule of BOOK.rules) if (rule.class === "SEGERA") expect(rule.blocks, rule.id).toBe(true);
  });
});

/** Pairs whose exclusion rests on more than one key's values; each with its reason. */
const NEVER_TOGETHER: Readonly<Record<string, string>> = {
  "N11a N11b": "N11a wants the newest weighing before 2160 hours, N11b from then on",
};

test("C3 each pair of rules that can fire together does so, and of every other pair it is shown why not", { timeout: 60_000 }, () => {
  const neither: string[] = [];
  const pairs = IDS.flatMap((a, at) => IDS.slice(at + 1).map((b) => [a, b] as const));
  for (const [a, b] of pairs) {
    const answers = witness(BOOK, CASES, a, b);
    if (answers === null && !excluded(BOOK, a, b)) neither.push(`${a} ${b}`);
    if (answers !== null) expect(parseAnswers(answers).ok, `${a} ${b}`).toBe(true);
  }
  expect(pairs).toHaveLength((86 * 85) / 2);
  expect(neither).toEqual(Object.keys(NEVER_TOGETHER));
});

/** Faults that change no result, each with its reason. */
const SAME: Readonly<Record<string, string>> = {
  "M03b mother.systolic without below": "M03a fires from 160 on, and M03b gives way to it",
  "M03b mother.systolic atMost for below": "the same",
  "M03b mother.systolic below 160 moved by 0.1": "the same",
  "M03b mother.diastolic without below": "M03a fires from 110 on, and M03b gives way to it",
  "M03b mother.diastolic atMost for below": "the same",
  "M03b mother.diastolic below 110 moved by 0.1": "the same",
  "N07 birth.hoursAgo without atLeast": "before 24 hours there are 0 whole days, and nobody urinates less than 0 times",
  "N07 birth.hoursAgo atLeast 24 moved by -0.1": "the same",
};

test("C3 no rule can be removed and no condition changed without a row of the table failing", { timeout: 60_000 }, () => {
  const byRule = Map.groupBy(CASES, ([rule]) => rule);
  const mutants = mutantsOf(BOOK);
  const killed = ({ of, book }: (typeof mutants)[number]): boolean => {
    const rows = [...(byRule.get(of) ?? []), ...CASES];
    return !sameColumns(book) || rows.some(([rule, fires, , answers, complete = false]) => factsOf(book, answers, complete).fires(rule) !== fires);
  };
  const surviving = mutants.filter((mutant) => !killed(mutant)).map((mutant) => mutant.name);
  expect(mutants.length).toBeGreaterThan(1_500);
  expect(surviving.sort()).toEqual(Object.keys(SAME).sort());
});

const columnsOf = (book: RuleBook) => Object.fromEntries(book.rules.map((rule) => [rule.id, `${rule.class ?? "-"}${rule.blocks ? "+" : ""}`]));
const whenComplete = (book: RuleBook) => Object.fromEntries(book.rules.flatMap((rule) => (rule.whenComplete === undefined ? [] : [[rule.id, rule.whenComplete]])));
const sameColumns = (book: RuleBook): boolean =>
  Object.entries(columnsOf(book)).every(([id, column]) => COLUMNS[id] === column) && JSON.stringify(whenComplete(book)) === JSON.stringify({ N02b: "R24" });
