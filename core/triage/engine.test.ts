import { describe, expect, test } from "vitest";
import { RULE_BOOK_V1 as BOOK } from "#content/rules/rule-book.ts";
import { NOT_ALONE, type Answers } from "./answers.ts";
import { ALL_SAID, MASSAGE_FREE, without } from "./cases/case.ts";
import { CLASSES, compareClass, triage, worst } from "./engine.ts";
import type { RuleBook } from "./rule-book.ts";

const read = (answers: Answers, complete = false) => triage(BOOK, { answers, complete });
const reasonOf = (answers: Answers, rule: string) => read(answers).fired.find((one) => one.id === rule)?.because;

describe("the result", () => {
  test("classes rise in this order", () => {
    expect(CLASSES).toEqual(["LANJUT", "BANTU", "PEKAN", "R24", "SEGERA"]);
    expect(CLASSES.toSorted(compareClass)).toEqual([...CLASSES]);
  });

  test("nothing fires: carry on", () => {
    expect(read(ALL_SAID, true)).toMatchObject({ version: 1, class: "LANJUT", rules: [], unanswered: [], deferred: [], fired: [] });
  });

  test("the worst class holds, every rule is told, lists are sorted", () => {
    const result = read({ "mother.ageYears": 16, "baby.jittery": true, "breast.pus": true, "mother.consent": false });
    expect(result).toMatchObject({ class: "SEGERA", rules: ["B05", "M14", "N15b"], massage: "blocked", blockedBy: ["B05", "S01"] });
  });

  test("what only stops the massage is no rule with a class", () => {
    expect(read({ ...MASSAGE_FREE, "mother.temperature": 37.5 })).toMatchObject({ class: "LANJUT", rules: [], massage: "blocked", blockedBy: ["S01"], missing: [] });
  });

  test("N02b counts for more where the screening is complete", () => {
    const cool: Answers = { ...ALL_SAID, "baby.temperatures": [36.2] };
    expect([read(cool).class, read(cool, true).class]).toEqual(["BANTU", "R24"]);
  });

  test("what was put off is told at once; what is open only at the end", () => {
    const asked: Answers = { ...without(ALL_SAID, "mother.fits", "baby.temperatures"), "mother.unsafeAtHome": NOT_ALONE, "mother.hallucinations": NOT_ALONE };
    expect(read(asked)).toMatchObject({ deferred: ["mother.hallucinations", "mother.unsafeAtHome"], unanswered: [] });
    expect(read(asked, true)).toMatchObject({ deferred: ["mother.hallucinations", "mother.unsafeAtHome"], unanswered: ["baby.feelsCold", "baby.feelsHot", "mother.fits"], rules: ["U01", "U03"] });
  });
});

describe("the massage gate", () => {
  test("free", () => expect(read(MASSAGE_FREE)).toMatchObject({ massage: "allowed", missing: [], blockedBy: [] }));
  test("a thought put off does not close it", () => expect(read({ ...MASSAGE_FREE, "mother.selfHarmThoughts": NOT_ALONE })).toMatchObject({ massage: "allowed" }));
  test("an unsafe home neither", () => expect(read({ ...MASSAGE_FREE, "mother.unsafeAtHome": true })).toMatchObject({ massage: "allowed", rules: ["M12"] }));

  test.each<[string, Answers, string[]]>([
    ["consent not asked", without(MASSAGE_FREE, "mother.consent"), ["mother.consent"]],
    ["consent could not be said", { ...MASSAGE_FREE, "mother.consent": "unknown" }, ["mother.consent"]],
    ["how the baby was born", without(MASSAGE_FREE, "birth.caesarean"), ["birth.caesarean"]],
    ["neither thermometer nor hand", without(MASSAGE_FREE, "mother.temperature"), ["mother.feelsHot"]],
    ["a medicine against fever", { ...MASSAGE_FREE, "mother.antipyreticLast6h": true }, ["mother.feelsHot"]],
    ["the baby not felt", without(MASSAGE_FREE, "baby.temperatures"), ["baby.feelsCold", "baby.feelsHot"]],
  ])("waits: %s", (_, answers, missing) => expect(read(answers)).toMatchObject({ massage: "incomplete", missing, blockedBy: [] }));

  test("a hand opens it where there is no thermometer", () => {
    expect(read({ ...without(MASSAGE_FREE, "mother.temperature"), "mother.feelsHot": false })).toMatchObject({ massage: "allowed" });
  });

  test("a baby in hospital is not asked about", () => {
    expect(read({ ...without(MASSAGE_FREE, "baby.pale", "baby.yellow", "baby.temperatures"), "baby.where": "hospital" })).toMatchObject({ massage: "allowed" });
  });

  test("a book that forgot about consent lets nobody through without it", () => {
    const book: RuleBook = { ...BOOK, rules: BOOK.rules.filter((rule) => rule.id !== "S01") };
    expect(triage(book, { answers: { ...MASSAGE_FREE, "mother.consent": false }, complete: false }).massage).toBe("incomplete");
  });
});

describe("the answers behind a rule", () => {
  test.each<[string, Answers, string[]]>([
    ["M03a", { "mother.blurredVision": true, "mother.systolic": 170, "mother.fits": false }, ["mother.blurredVision", "mother.systolic"]],
    ["M05", { "mother.feelsHot": true }, ["mother.feelsHot", "mother.temperature"]],
    ["M05", { "mother.temperature": 38.4, "mother.chills": false }, ["mother.temperature"]],
    ["B01", { "breast.bothFull": true, "feeding.latches": true }, ["breast.bothFull"]],
    ["N07", { "birth.hoursAgo": 50, "baby.urine24h": 1 }, ["baby.urine24h", "birth.hoursAgo"]],
    ["N08", { "birth.hoursAgo": 50, "baby.birthWeight": 3000, "baby.weight": 2600 }, ["baby.birthWeight", "baby.weight", "birth.hoursAgo"]],
    ["N13", { "baby.gestationWeeks": 35, "baby.jittery": true }, ["baby.gestationWeeks", "baby.jittery", "birth.hoursAgo"]],
    ["N15a", { "baby.sleepy": true, "baby.yellow": "face_or_chest", "feeding.feeds24h": 9 }, ["baby.sleepy", "baby.yellow"]],
    ["S03", { "mother.clotHistory": true }, ["mother.clotHistory"]],
  ])("%s", (rule, answers, keys) => expect(reasonOf(answers, rule)).toEqual(keys));

  test("of a screening left open: what is open, what was put off", () => {
    const result = read({ ...without(ALL_SAID, "mother.fits"), "mother.hallucinations": NOT_ALONE }, true);
    expect(result.fired).toEqual([
      { id: "U01", class: "R24", blocks: true, because: ["mother.fits"] },
      { id: "U03", class: "PEKAN", blocks: false, because: ["mother.hallucinations"] },
    ]);
  });
});

describe("twins", () => {
  const first = read({ ...MASSAGE_FREE, "baby.jittery": true });
  const second = read({ ...without(MASSAGE_FREE, "baby.pale"), "baby.temperatures": [37.9] });

  test("the worst holds, and what either says is kept", () => {
    expect(worst([first, second])).toMatchObject({ class: "SEGERA", rules: ["N02a", "N15b"], massage: "blocked", blockedBy: ["N02a"], missing: [] });
    expect(worst([second, first])).toEqual(worst([first, second]));
  });
  test("one screen that is wanting closes the gate for both", () => {
    expect(worst([first, read(without(MASSAGE_FREE, "baby.pale"))])).toMatchObject({ massage: "incomplete", missing: ["baby.pale"] });
  });
  test("one baby alone is itself", () => expect(worst([first])).toEqual(first));
  test("the same rule of both has the reasons of both", () => {
    const one = worst([read({ "baby.pale": true }), read({ "baby.bleeding": true })]);
    expect(one.fired).toEqual([{ id: "N01", class: "SEGERA", blocks: true, because: ["baby.bleeding", "baby.pale"] }]);
  });
});

test("a rule book whose rules ask for each other in a ring hangs nobody", () => {
  const rule = (id: string, other: string) => ({ id, class: "R24" as const, blocks: false, when: { any: [{ fires: other }] }, evidence: [], sources: [] });
  const ring: RuleBook = { ...BOOK, rules: [rule("A", "B"), rule("B", "A")] };
  expect(triage(ring, { answers: {}, complete: false }).rules).toEqual([]);
});
