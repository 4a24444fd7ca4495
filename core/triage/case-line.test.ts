import { describe, expect, test } from "vitest";
import { RULE_BOOK_V1 as BOOK } from "#content/rules/rule-book.ts";
import { triageLine } from "./case-line.ts";
import { namesIn } from "./json-names.ts";

const line = (text: string): unknown => JSON.parse(triageLine(BOOK, text).text);
const broken = (id: string | null = null) => ({ id, error: { code: "broken_line", key: null } });
const faulty = (code: string, key: string) => ({ id: "c", error: { code, key } });

test("a result has the contract's members in the contract's order", () => {
  const base = '"massage":"blocked","blockedBy":["B03"],"missing":[],"unanswered":[],"deferred":[]';
  expect(triageLine(BOOK, '{"id":"c1","answers":{"breast.localPain":true}}')).toEqual({ faulty: false, text: `{"id":"c1","class":"R24","rules":["B03"],${base}}` });
});

describe("broken lines", () => {
  test.each([
    ["", null],
    ["  \r", null],
    ["{", null],
    ["null", null],
    ["[]", null],
    ['"c"', null],
    ['{"answers":{}}', null],
    ['{"id":5,"answers":{}}', null],
    ['{"id":"c"}', "c"],
    ['{"id":"c","answers":[]}', "c"],
    ['{"id":"c","answers":null}', "c"],
    ['{"id":"c","answers":{},"complete":"unknown"}', "c"],
    ['{"id":"c","answers":{},"complete":null}', "c"],
    ['{"id":"c","answers":{"birth.hoursAgo":NaN}}', null],
    ['{"id":"c","answers":{},}', null],
    // Broken goes before any other fault.
    ['{"x":1,"id":"c","answers":{"y":1},"complete":1}', "c"],
  ])("%s", (text, id) => expect(line(text)).toEqual(broken(id)));

  test.each([
    '{"id":"c","answers":{"mother.fits":true,"mother.fits":false}}',
    '{"id":"c","answers":{"mother.fits":true},"answers":{}}',
    '{"id":"c","answers":{"baby.weights":[{"ageHours":1,"grams":3000,"grams":9000}]}}',
    '{"id":"c","answers":{"mother.\\u0066its":true,"mother.fits":false}}',
  ])("one name said twice: %s", (text) => expect(line(text)).toEqual(broken("c")));
});

describe("the first fault in the order of the text", () => {
  test.each([
    ['{"id":"c","answers":{"mother.x":1}}', "unknown_key", "mother.x"],
    ['{"id":"c","answers":{"mother.fits":1}}', "out_of_range", "mother.fits"],
    ['{"id":"c","extra":1,"answers":{"mother.fits":1}}', "unknown_key", "extra"],
    ['{"id":"c","answers":{"mother.fits":1},"extra":1}', "out_of_range", "mother.fits"],
    ['{"answers":{"mother.x":1},"id":"c","extra":1}', "unknown_key", "mother.x"],
    // Names that look like numbers come first in a parsed object, but not here.
    ['{"id":"c","answers":{"mother.fits":1,"7":1}}', "out_of_range", "mother.fits"],
    ['{"id":"c","zz":1,"answers":{},"7":1}', "unknown_key", "zz"],
    ['{"id":"c","answers":{"__proto__":1}}', "unknown_key", "__proto__"],
    ['{"__proto__":{},"id":"c","answers":{}}', "unknown_key", "__proto__"],
    ['{"id":"c","answers":{"constructor":true}}', "unknown_key", "constructor"],
    ['{"id":"c","answers":{"":true}}', "unknown_key", ""],
    ['{"id":"c","answers":{"birth.hoursAgo":1e999}}', "out_of_range", "birth.hoursAgo"],
    ['{"id":"c","answers":{"baby.weights":[{"ageHours":1,"grams":3000,"answers":{"x":1}}]}}', "out_of_range", "baby.weights"],
    ['{"id":"c","answers":{"baby.temperatures":["unknown"]}}', "out_of_range", "baby.temperatures"],
  ])("%s", (text, code, key) => expect(line(text)).toEqual(faulty(code, key)));
});

test("huge numbers, 5.0, and odd ids pass", () => {
  expect(line('{"id":"","answers":{"baby.urine24h":123456789012345678901234567890,"mother.lowMoodDays":5.0}}')).toMatchObject({ id: "", class: "LANJUT" });
  expect(line('{"id":"\\ud800\\u2028\\n","answers":{}}')).toMatchObject({ id: "\ud800\u2028\n" });
  expect(triageLine(BOOK, '{"id":"\\n","answers":{}}').text.split("\n")).toHaveLength(1);
});

test("a hundred thousand brackets are read as any other line", () => {
  expect(line(`{"id":"c","answers":{"x":${"[".repeat(100_000)}${"]".repeat(100_000)}}}`)).toEqual(faulty("unknown_key", "x"));
});

test("names are read past strings, escapes and arrays", () => {
  expect(namesIn('{ "a\\"" : "x:{\\"y\\":1}", "b":[{"c":1},"d"], "e":{} }').names).toEqual([
    { name: 'a"', depth: 1 },
    { name: "b", depth: 1 },
    { name: "c", depth: 3 },
    { name: "e", depth: 1 },
  ]);
});
