import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CATALOGUE } from "../catalogue.ts";
import { KADER, MIDWIFE, PROGRAMME, storyOf, testId } from "../testing.ts";
import type { Book, Membership, Principal } from "./belonging.ts";
import { combineDigest, combineDigests, EMPTY_DIGEST, entryHash } from "./digest.ts";
import type { Entry } from "./entry.ts";
import { foldStream } from "./fold.ts";
import { judgeBatch, type Judged } from "./judge.ts";

const DEVICE = testId(4);
const SITE = testId(5);
const OTHER_SITE = testId(6);
const OTHER_KADER = testId(7);
const NOW = Date.parse("2026-11-25T03:00:00.000Z");

const member = (person: string, role: Membership["role"], site: string | null = SITE, toSeq: number | null = null): Membership => ({ person, role, site, fromSeq: 1, toSeq });

function bookOf(...memberships: Membership[]): Book {
  return { programme: PROGRAMME, lastSeq: 10, streams: new Map(), hashes: new Map(), memberships: Map.groupBy(memberships, (one) => one.person) };
}
const as = (person: string, role: Principal["role"]): Principal => ({ programme: PROGRAMME, person, role, site: SITE, device: DEVICE, reads: true });
const push = (book: Book, by: Principal, entries: readonly Entry[]): Judged => judgeBatch(CATALOGUE, book, by, entries.map((entry) => ({ entry, hash: entryHash(entry) })), NOW);

function registered(n = 10) {
  const story = storyOf("mother", n);
  story.tell("mother.registered", { name: "Ibu Rekaan" });
  return story;
}

test("digests combined one by one and all at once are the same", () => {
  const hash = fc.array(fc.integer({ min: 0, max: 15 }), { minLength: 16, maxLength: 16 }).map((digits) => digits.map((digit) => digit.toString(16)).join(""));
  fc.assert(fc.property(fc.array(hash), (hashes) => void expect(combineDigests(hashes)).toBe(hashes.reduce((digest, one) => combineDigest(digest, one), EMPTY_DIGEST))));
});

describe("who may write", () => {
  test("a kader's first entry makes the mother's stream, at her site and in her care", () => {
    const book = bookOf(member(KADER, "kader"));
    const { stream, entries } = registered();
    const judged = push(book, as(KADER, "kader"), entries);
    expect(judged.created).toEqual([stream]);
    expect(book.streams.get(stream)).toMatchObject({ site: SITE, count: 1, lastSeq: 11, assignments: [{ person: KADER, fromSeq: 11, toSeq: null }] });
  });

  test("L4: delivered twice is accepted twice and kept once", () => {
    const book = bookOf(member(KADER, "kader"));
    const { entries } = registered();
    push(book, as(KADER, "kader"), entries);
    const again = push(book, as(KADER, "kader"), [...entries, ...entries]);
    expect(again).toMatchObject({ kept: [], accepted: [entries[0]?.id], refused: [] });
    expect(book.lastSeq).toBe(11);
  });

  test("the same id with another content is refused as id-reused", () => {
    const book = bookOf(member(KADER, "kader"));
    const { entries } = registered();
    push(book, as(KADER, "kader"), entries);
    const other = entries.map((entry) => ({ ...entry, body: { name: "Ibu Lain" } }));
    expect(push(book, as(KADER, "kader"), other).refused).toEqual([{ id: entries[0]?.id, code: "id-reused" }]);
  });

  test("L3: who was reassigned, and who has left, still delivers, flagged", () => {
    const book = bookOf(member(KADER, "kader"), member(OTHER_KADER, "kader"), member(MIDWIFE, "midwife"));
    const story = registered();
    push(book, as(KADER, "kader"), story.entries);
    const handed = story.tell("care.assigned", { kader: OTHER_KADER }, { author: MIDWIFE });
    const judged = push(book, as(MIDWIFE, "midwife"), [handed]);
    expect(judged.assigned).toEqual([{ stream: story.stream, person: OTHER_KADER, seq: 12 }]);
    const late = story.tell("visit.begun", { visit: testId(50), kind: "home", fromPaper: false });
    expect(push(book, as(KADER, "kader"), [late]).kept[0]?.flags).toEqual(["author-left"]);
    book.memberships.set(OTHER_KADER, [member(OTHER_KADER, "kader", SITE, 20)]);
    const gone = story.tell("visit.begun", { visit: testId(51), kind: "home", fromPaper: false }, { author: OTHER_KADER });
    expect(push(book, { ...as(OTHER_KADER, "kader"), reads: false }, [gone]).kept[0]?.flags).toEqual(["author-left"]);
  });

  describe("L3: after a restore phones offer anew, in any order; who registered a mother belongs to her", () => {
    const told = () => {
      const story = storyOf("mother");
      const said = { text: { id: "consent.record", version: 1, language: "id" }, how: "spoken", readAloud: true, allows: { midwife: true, phone: true, counted: true } };
      const hers = [story.tell("consent.given", said), story.tell("mother.registered", { name: "Ibu Rekaan" })];
      return { story, hers };
    };

    test("in her care, where a midwife's entry came first", () => {
      const book = bookOf(member(KADER, "kader"), member(MIDWIFE, "midwife"));
      const { story, hers } = told();
      push(book, as(MIDWIFE, "midwife"), [story.tell("visit.begun", { visit: testId(50), kind: "home", fromPaper: false }, { author: MIDWIFE })]);
      const judged = push(book, as(KADER, "kader"), hers);
      expect(judged.kept.map(({ entry, flags }) => [entry.type, flags])).toEqual([["mother.registered", []], ["consent.given", []]]);
      expect(book.streams.get(story.stream)?.assignments).toEqual([{ person: KADER, fromSeq: 12, toSeq: null }]);
    });

    test("flagged, where another kader has the care, who keeps it", () => {
      const book = bookOf(member(KADER, "kader"), member(OTHER_KADER, "kader"));
      const { story, hers } = told();
      push(book, as(OTHER_KADER, "kader"), [story.tell("visit.begun", { visit: testId(50), kind: "home", fromPaper: false }, { author: OTHER_KADER })]);
      const judged = push(book, as(KADER, "kader"), hers);
      expect(judged.refused).toEqual([]);
      expect(judged.kept.map(({ flags }) => flags)).toEqual([["author-left"], ["author-left"]]);
      expect(book.streams.get(story.stream)?.assignments).toEqual([
        { person: KADER, fromSeq: 12, toSeq: 12 },
        { person: OTHER_KADER, fromSeq: 11, toSeq: null },
      ]);
    });

    test("but not a kader of another site", () => {
      const book = bookOf(member(KADER, "kader"), member(OTHER_KADER, "kader", OTHER_SITE));
      const { story, hers } = told();
      push(book, as(KADER, "kader"), hers);
      const again = story.tell("mother.registered", { name: "Ibu Lain" }, { author: OTHER_KADER });
      expect(push(book, as(OTHER_KADER, "kader"), [again]).refused).toEqual([{ id: again.id, code: "foreign", where: "stream" }]);
    });
  });

  test("a kader who never had the mother, a midwife of another site and a lead are foreign to her stream", () => {
    const book = bookOf(member(KADER, "kader"), member(OTHER_KADER, "kader"), member(MIDWIFE, "midwife", OTHER_SITE), member(testId(8), "lead", null));
    const story = registered();
    push(book, as(KADER, "kader"), story.entries);
    for (const [person, role] of [[OTHER_KADER, "kader"], [MIDWIFE, "midwife"], [testId(8), "lead"]] as const) {
      const entry = story.tell("mother.changed", { phone: "+62811" }, { author: person });
      expect(push(book, as(person, role), [entry]).refused).toMatchObject([{ id: entry.id, code: "foreign" }]);
    }
  });

  test.each([
    ["another author", { author: MIDWIFE }, "author"],
    ["another device", { device: testId(99) }, "device"],
    ["another programme", { programme: testId(98) }, "programme"],
  ])("%s than the token's is foreign", (_, change, where) => {
    const entry = { ...registered().entries[0], ...change } as Entry;
    expect(push(bookOf(member(KADER, "kader")), as(KADER, "kader"), [entry]).refused).toEqual([{ id: entry.id, code: "foreign", where }]);
  });

  test("a kader may not grant herself a clearance, and an unknown type of hers is kept", () => {
    const book = bookOf(member(KADER, "kader"), member(MIDWIFE, "midwife"));
    const story = storyOf("kader", 2);
    const own = { ...story.tell("kader.joined", { name: "Kader Rekaan", site: SITE, invented: true }, { author: MIDWIFE }), stream: `kader:${KADER}` };
    push(book, as(MIDWIFE, "midwife"), [own]);
    const granted = { ...story.tell("clearance.granted", { clearance: testId(60), from: "2026-01-01T00:00:00.000Z", until: "2027-01-01T00:00:00.000Z", basis: "by-hand" }), stream: own.stream };
    const unknown = { ...story.tell("lesson.read", { lesson: "x" }), stream: own.stream };
    const judged = push(book, as(KADER, "kader"), [granted, unknown]);
    expect(judged.refused).toEqual([{ id: granted.id, code: "foreign", where: "type" }]);
    expect(judged.accepted).toEqual([unknown.id]);
  });

  test("naming somebody who is no member leaves the care as it was; a midwife takes over herself", () => {
    const book = bookOf(member(KADER, "kader"), member(MIDWIFE, "midwife"));
    const story = registered();
    push(book, as(KADER, "kader"), story.entries);
    expect(push(book, as(MIDWIFE, "midwife"), [story.tell("care.assigned", { kader: testId(77) }, { author: MIDWIFE })])).toMatchObject({ assigned: [], refused: [] });
    expect(push(book, as(MIDWIFE, "midwife"), [story.tell("care.assigned", { kader: MIDWIFE }, { author: MIDWIFE })]).assigned).toMatchObject([{ person: null }]);
  });

  test("a clock more than a day ahead is flagged, on both sides of the boundary", () => {
    const book = bookOf(member(KADER, "kader"));
    const [entry] = registered().entries as [Entry];
    const at = (ms: number, n: number) => ({ ...entry, id: testId(n), recordedAt: new Date(NOW + ms).toISOString() });
    const judged = push(book, as(KADER, "kader"), [at(86_400_000, 70), at(86_400_001, 71)]);
    expect(judged.kept.map((one) => one.flags)).toEqual([[], ["clock-ahead"]]);
  });

  test("L5: the sums that the book keeps are those of the fold, in whatever batches the entries come", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(11), { minLength: 1, maxLength: 40 }), (picks) => {
        const book = bookOf(member(KADER, "kader"));
        const story = registered();
        for (let n = 0; n < 11; n++) story.tell("visit.begun", { visit: testId(100 + n), kind: "home", fromPaper: false });
        const sent = picks.map((n) => story.entries[n] as Entry);
        for (const entry of sent) push(book, as(KADER, "kader"), [entry]);
        const state = foldStream(CATALOGUE, sent);
        expect(book.streams.get(story.stream)).toMatchObject({ count: state.count, digest: state.digest, lastSeq: 10 + state.count });
      }),
    );
  });
});
