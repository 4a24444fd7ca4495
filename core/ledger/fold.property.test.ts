import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CATALOGUE } from "../catalogue.ts";
import { storyOf, testId } from "../testing.ts";
import { typeKey } from "./entry-type.ts";
import type { Entry } from "./entry.ts";
import { conflicts, foldStream, WHOLE_ENTRY, type StreamState } from "./fold.ts";
import { canonical, type JsonObject } from "./json.ts";

const [TEMPLATE] = [storyOf("mother").tell("mother.changed", { phone: "+62811" })];
const PHONES = ["+62811", "+62822", "+62833", null];

/** Entries of one stream as careless as phones can make them: any clock, naming each other in circles, unknown types between. */
const stories: fc.Arbitrary<Entry[]> = fc
  .array(
    fc.record({
      what: fc.constantFrom("changed", "changed", "changed", "visit", "withdrawn", "later type", "later version"),
      phone: fc.constantFrom(...PHONES),
      landmark: fc.option(fc.constantFrom("mosque", "well"), { nil: undefined }),
      visit: fc.nat(3),
      replaces: fc.array(fc.nat(14), { maxLength: 3 }),
      hour: fc.nat(5),
      author: fc.nat(2),
    }),
    { maxLength: 14 },
  )
  .map((told) =>
    told.map(({ what, phone, landmark, visit, replaces, hour, author }, nth): Entry => {
      const type = { changed: "mother.changed", visit: "visit.begun", withdrawn: "entry.withdrawn", "later type": "mood.noted", "later version": "mother.changed" }[what] ?? "";
      const body: JsonObject = what === "changed" ? { phone, ...(landmark !== undefined && { landmark }) } : what === "visit" ? { visit: testId(visit), kind: "home", fromPaper: false } : {};
      return {
        ...TEMPLATE,
        id: testId(1_000 + nth),
        type,
        version: what === "later version" ? 9 : 1,
        body,
        author: testId(author),
        replaces: [...new Set(replaces.map((one) => testId(1_000 + one)))],
        occurredAt: `2026-11-25T0${hour}:00:00.000Z`,
        deviceSeq: nth + 1,
      };
    }),
  );

/** The same set in another order, with some of it twice. */
const delivered = stories.chain((entries) =>
  fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length }), fc.subarray(entries)).map(([told, shuffled, again]) => ({ told, came: [...shuffled, ...again] })),
);

/** Maps as arrays: the order of fields and of values is part of what must not differ. */
const plain = (state: StreamState) => ({ ...state, fields: [...state.fields] });

describe("L4: the fold of a stream", () => {
  test("is the same in any order, with any entry twice", () => {
    fc.assert(
      fc.property(delivered, ({ told, came }) => {
        expect(plain(foldStream(CATALOGUE, came))).toEqual(plain(foldStream(CATALOGUE, told)));
      }),
      { numRuns: 500 },
    );
  });

  test("keeps every entry, known or not", () => {
    fc.assert(
      fc.property(stories, (entries) => {
        const state = foldStream(CATALOGUE, entries);
        expect(state.entries.map((entry) => entry.id).sort()).toEqual(entries.map((entry) => entry.id).sort());
        expect(state.parked.every((entry) => !CATALOGUE.has(typeKey(entry.type, entry.version)))).toBe(true);
        expect(state.parked.length).toBe(entries.filter((entry) => !CATALOGUE.has(typeKey(entry.type, entry.version))).length);
      }),
    );
  });

  test("a field's values are those that nothing replaces, all of them, and no clock decides between two", () => {
    fc.assert(
      fc.property(stories, fc.array(fc.nat(5), { minLength: 14, maxLength: 14 }), (entries, hours) => {
        const state = foldStream(CATALOGUE, entries);
        // Written from the sentence in the design, slowly: each field of each entry against all entries.
        const known = entries.filter((entry) => CATALOGUE.has(typeKey(entry.type, entry.version)));
        const fieldsOf = (entry: Entry) => CATALOGUE.get(typeKey(entry.type, entry.version))?.says(entry.body) ?? {};
        const replaced = (entry: Entry, field: string) => known.some((other) => other.replaces.includes(entry.id) && Object.keys(fieldsOf(other)).some((said) => said === field || said === WHOLE_ENTRY));
        const expected = new Map<string, Set<string>>();
        for (const entry of known)
          for (const [field, value] of Object.entries(fieldsOf(entry)))
            if (value !== null && field !== WHOLE_ENTRY && !replaced(entry, field)) expected.set(field, (expected.get(field) ?? new Set()).add(canonical(value)));
        const values = (one: StreamState) => new Map([...one.fields].map(([field, said]) => [field, new Set(said.map(({ value }) => canonical(value)))]));
        expect(values(state)).toEqual(expected);
        expect(conflicts(state).map(({ field }) => field).sort()).toEqual([...expected].filter(([, said]) => said.size > 1).map(([field]) => field).sort());
        const otherClocks = entries.map((entry, nth) => ({ ...entry, occurredAt: `2019-01-01T0${hours[nth]}:00:00.000Z` }));
        expect(values(foldStream(CATALOGUE, otherClocks))).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  test("L5: count and digest tell two sets of entries apart, and not two orders", () => {
    fc.assert(
      fc.property(delivered, fc.nat(13), ({ told, came }, nth) => {
        const sums = ({ count, digest }: StreamState) => [count, digest];
        expect(sums(foldStream(CATALOGUE, came))).toEqual(sums(foldStream(CATALOGUE, told)));
        const [one] = told.slice(nth, nth + 1);
        if (one === undefined) return;
        const without = told.filter((entry) => entry !== one);
        expect(sums(foldStream(CATALOGUE, without))).not.toEqual(sums(foldStream(CATALOGUE, told)));
        const other = foldStream(CATALOGUE, [...without, { ...one, body: { phone: "+62844" } }]);
        expect([other.count, other.digest === foldStream(CATALOGUE, told).digest]).toEqual([told.length, false]);
      }),
    );
  });
});
