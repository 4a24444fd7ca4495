import { describe, expect, test } from "vitest";
import { CATALOGUE } from "#core/catalogue.ts";
import { motherView } from "#core/care/mother-view.ts";
import { ageOn } from "#core/care/time.ts";
import { checkEntry } from "#core/ledger/entry-type.ts";
import type { Entry } from "#core/ledger/entry.ts";
import { foldStream } from "#core/ledger/fold.ts";
import { KADER, PROGRAMME, testId } from "#core/testing.ts";
import { noAnswers, noBaby, type Answers } from "./answers.ts";
import { bornAt, bornOf, dateOf, mendAge, mendBirth, mendPhone, mendWeight, nikDoubts } from "./checks.ts";
import { entriesOf } from "./entries.ts";
import { birthChangeOf, birthOf, changeOf, detailsOf } from "./from-view.ts";
import { isComplete, stepsOf } from "./steps.ts";

const TZ = "Asia/Jakarta";
const NOW = Date.parse("2026-11-25T03:00:00.000Z");
const TODAY = "2026-11-25";
const STREAM = `mother:${testId(10)}`;
let ids = 500;
const writing = { now: NOW, today: TODAY, timezone: TZ, newId: () => testId(ids++) };

/** An invented mother who answered everything. */
const full: Answers = {
  ...noAnswers(STREAM, testId(20)),
  consent: { language: "jv", way: "heard-thumb", allows: { midwife: true, phone: false, counted: true }, guardian: { name: "", relation: null, how: null } },
  details: { name: " Sari Rekaan ", calledBy: "Sari", ageBy: "date", bornOn: { day: "5", month: "3", year: "1998" }, years: "", phone: "0812 3456 7890", address: "Gang satu", landmark: "", nik: "3501 9945 0398 0001", foundBy: "neighbour" },
  birth: { birth: testId(20), born: "yes", date: "2026-11-19", time: "07:30", hourUnknown: false, caesarean: "no", place: "midwife", babies: [{ ...noBaby(testId(21)), sex: "female", weight: "3.200", weeks: "39" }] },
  problem: "flow",
};
const young = (relation: "husband" | null): Answers => ({
  ...full,
  details: { ...full.details, bornOn: { day: "26", month: "11", year: "2008" } },
  consent: { ...full.consent, guardian: { name: "Pak Rekaan", relation, how: relation === null ? null : "spoken" } },
});

/** The entries as the ledger takes them: a broken one fails the test. */
function written(answers: Answers): Entry[] {
  return entriesOf(answers, writing).map((draft, at) => {
    const checked = checkEntry(CATALOGUE, { id: testId(900 + at), programme: PROGRAMME, version: 1, author: KADER, performer: KADER, device: testId(4), deviceSeq: at + 1, occurredAt: "2026-11-25T03:00:00.000Z", recordedAt: "2026-11-25T03:00:00.000Z", replaces: [], ...draft });
    if (!checked.ok) throw new Error(`${draft.type} is broken at ${checked.error.where}`);
    return checked.value;
  });
}
const view = (answers: Answers) => motherView(STREAM, foldStream(CATALOGUE, written(answers)));

describe("S3: consent before data", () => {
  test("the consent is the first entry of a registration", () => expect(written(full).map(({ type }) => type)).toEqual(["consent.given", "mother.registered", "birth.recorded", "case.opened"]));

  test("what she allows is as she said, and the language is the one that she heard", () =>
    expect(view(full).consent).toMatchObject({ state: "given", how: "thumbprint", readAloud: true, allows: { midwife: true, phone: false, counted: true }, text: { id: "consent.record", version: 1, language: "jv" } }));

  test("nothing that she allows is preset", () => {
    const none = noAnswers(STREAM, testId(20));
    expect(Object.values(none.consent.allows)).toEqual([null, null, null]);
    expect(isComplete("allows", none, NOW, TODAY, TZ)).toBe(false);
    expect(isComplete("way", none, NOW, TODAY, TZ)).toBe(false);
  });

  test("under 18 a guardian is asked, and stands beside her own consent", () => {
    expect(stepsOf(young(null), TODAY)).toContain("guardian");
    expect(isComplete("guardian", young(null), NOW, TODAY, TZ)).toBe(false);
    expect(isComplete("guardian", young("husband"), NOW, TODAY, TZ)).toBe(true);
    expect(view(young("husband")).consent).toMatchObject({ how: "thumbprint", guardian: { name: "Pak Rekaan", relation: "husband", how: "spoken" } });
  });

  test("on her 18th birthday none is asked, and none is written", () => {
    const grown = { ...young("husband"), details: { ...full.details, bornOn: { day: "25", month: "11", year: "2008" } } };
    expect(stepsOf(grown, TODAY)).not.toContain("guardian");
    expect(view(grown).consent).not.toHaveProperty("guardian");
  });
});

test("details are stored as said: trimmed, the number as E.164, the NIK as digits, what is empty not at all", () =>
  expect(view(full).details).toEqual({ name: "Sari Rekaan", calledBy: "Sari", bornOn: "1998-03-05", phone: "+6281234567890", nik: "3501994503980001", address: "Gang satu", language: "jv", foundBy: "neighbour" }));

test("the birth with its hour, and 3.200 g is 3200", () =>
  expect(view(full).births).toMatchObject([{ bornAt: "2026-11-19T00:30:00.000Z", hourKnown: true, caesarean: false, place: "midwife", babies: [{ sex: "female", birthWeight: 3200, gestationWeeks: 39 }] }]));

test("from paper: the day on the form and who did it", () => {
  const copied = entriesOf({ ...full, paper: { date: "2026-11-20", performer: testId(77) } }, writing);
  for (const entry of copied) expect(entry).toMatchObject({ occurredAt: "2026-11-20T05:00:00.000Z", performer: testId(77) });
});

test("no complaint opens no case; not born yet writes no birth", () => {
  const types = written({ ...full, problem: "none", birth: { ...full.birth, born: "not-yet", babies: [] } }).map(({ type }) => type);
  expect(types).toEqual(["consent.given", "mother.registered"]);
});

describe("the hour of birth", () => {
  const unknown = { ...full.birth, time: "", hourUnknown: true };
  test("unknown: the middle of that day", () => expect(bornAt(unknown, NOW, TZ)).toBe("2026-11-19T05:00:00.000Z"));
  test("unknown and today, before noon: the middle of what has passed", () => expect(bornAt({ ...unknown, date: TODAY }, NOW, TZ)).toBe("2026-11-24T22:00:00.000Z"));
  test("neither known nor said to be unknown is asked for", () => expect(mendBirth({ ...full.birth, time: "" }, NOW, TZ)).toBe("mendBirthHour"));
  test.each([
    ["10:00", null],
    ["10:01", "mendBirthFuture"],
  ])("today at %s, at ten o'clock: %s", (time, mend) => expect(mendBirth({ ...full.birth, date: TODAY, time }, NOW, TZ)).toBe(mend));
});

describe("checks", () => {
  test.each([
    [{ day: "29", month: "2", year: "2000" }, "2000-02-29"],
    [{ day: "29", month: "2", year: "1999" }, null],
    [{ day: "31", month: "4", year: "1999" }, null],
    [{ day: "", month: "4", year: "1999" }, null],
  ])("%o is %s", (parts, date) => expect(dateOf(parts)).toBe(date));

  test.each([
    ["9", "mendYears"],
    ["10", null],
    ["60", null],
    ["61", "mendYears"],
    ["", "mendYears"],
  ])("an age of %s: %s", (years, mend) => expect(mendAge({ ...full.details, ageBy: "years", years }, TODAY)).toBe(mend));

  test("the age that she gives holds today", () => expect(ageOn(TODAY, bornOf({ ...full.details, ageBy: "years", years: "17" }, TODAY))).toBe(17));

  test.each([
    ["299", "mendWeight"],
    ["300", null],
    ["8000", null],
    ["8001", "mendWeight"],
    ["3,2", "mendWeight"],
    ["", null],
  ])("a birth weight of %s g: %s", (weight, mend) => expect(mendWeight({ ...noBaby(testId(21)), weight })).toBe(mend));

  test("an empty telephone is fine, half a one is not", () => expect(["", "0812"].map((phone) => mendPhone({ ...full.details, phone }))).toEqual([null, "mendPhone"]));
  test("a NIK of another date warns, and holds nothing up", () => {
    const doubtful = { ...full, details: { ...full.details, nik: "3501994603980001" } };
    expect(nikDoubts(doubtful.details, TODAY)).toEqual(["other-birth-date"]);
    expect(isComplete("more", doubtful, NOW, TODAY, TZ)).toBe(true);
  });
});

describe("a correction", () => {
  const entries = written(full);
  const state = foldStream(CATALOGUE, entries);
  const her = motherView(STREAM, state);
  const registered = entries[1]!;

  test("says the changed field alone, and names what it replaces", () =>
    expect(changeOf(her, state, { ...detailsOf(her), phone: "0812 0000 0000" }, TODAY)).toMatchObject({ type: "mother.changed", body: { phone: "+6281200000000" }, replaces: [registered.id] }));
  test("what was emptied is taken back", () => expect(changeOf(her, state, { ...detailsOf(her), address: " " }, TODAY)?.body).toEqual({ address: null }));
  test("nothing changed, nothing written", () => expect(changeOf(her, state, detailsOf(her), TODAY)).toBeNull());
  test("a birth keeps its id and its babies", () => {
    const birth = birthOf(her, TZ)!;
    expect(birth).toMatchObject({ date: "2026-11-19", time: "07:30" });
    const change = birthChangeOf(her, state, { ...birth, time: "08:00" }, NOW, TZ);
    expect(change).toMatchObject({ body: { birth: testId(20), bornAt: "2026-11-19T01:00:00.000Z", babies: [{ baby: testId(21), birthWeight: 3200 }] }, replaces: [entries[2]!.id] });
  });
});
