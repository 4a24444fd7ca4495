import { describe, expect, test } from "vitest";
import { storyOf, testId } from "../testing.ts";
import { CATALOGUE } from "../catalogue.ts";
import { conflicts, foldStream, said } from "./fold.ts";
import { checkEntry } from "./entry-type.ts";

describe("the fold", () => {
  test("a correction hides only the fields that it says anew", () => {
    const story = storyOf("mother");
    const first = story.tell("mother.registered", { name: "Ibu Rekaan", phone: "+62811", address: "Gang satu" });
    story.tell("mother.changed", { phone: "+62822" }, { replaces: [first.id] });
    expect(said(story.state(), "mother/phone")?.value).toBe("+62822");
    expect(said(story.state(), "mother/address")?.value).toBe("Gang satu");
  });

  test("L4: two corrections made apart are a conflict until somebody chooses, and then none", () => {
    const story = storyOf("mother");
    const first = story.tell("mother.registered", { name: "Ibu Rekaan", phone: "+62811" });
    const one = story.tell("mother.changed", { phone: "+62822" }, { replaces: [first.id] });
    const two = story.tell("mother.changed", { phone: "+62833" }, { replaces: [first.id] });
    expect(conflicts(story.state()).map(({ field, values }) => [field, values.length])).toEqual([["mother/phone", 2]]);
    story.tell("mother.changed", { phone: "+62833" }, { replaces: [one.id, two.id] });
    expect(conflicts(story.state())).toEqual([]);
    expect(said(story.state(), "mother/phone")?.value).toBe("+62833");
  });

  test("the same value said twice is no conflict", () => {
    const story = storyOf("mother");
    story.tell("mother.changed", { phone: "+62822" });
    story.tell("mother.changed", { phone: "+62822" });
    expect(conflicts(story.state())).toEqual([]);
  });

  test("a withdrawn entry says nothing any more, and is still there", () => {
    const story = storyOf("mother");
    const visit = story.tell("visit.begun", { visit: testId(7), kind: "home", fromPaper: false });
    story.tell("entry.withdrawn", {}, { replaces: [visit.id] });
    expect(story.state().fields.size).toBe(0);
    expect(story.state().count).toBe(2);
  });

  test("L4: an unknown version is parked, counted, and folded once it is known", () => {
    const story = storyOf("mother");
    const later = story.tell("mother.changed", { hopes: "an unknown shape" }, { version: 9 });
    expect(story.state()).toMatchObject({ count: 1, parked: [{ id: later.id }] });
    const known = new Map([...CATALOGUE, ["mother.changed@9", { ...CATALOGUE.get("mother.changed@1")!, version: 9, says: () => ({ "mother/hopes": "heard" }) }]]);
    const state = foldStream(known, story.entries);
    expect(state.parked).toEqual([]);
    expect(said(state, "mother/hopes")?.value).toBe("heard");
  });
});

test.each([
  ["an envelope without an id", { id: undefined }, "id"],
  ["a moment that does not exist", { occurredAt: "2026-02-30T10:00:00.000Z" }, "occurredAt"],
  ["a body of another type", { body: { phone: 12 } }, "body.phone"],
  ["a body with a key that its version does not know", { body: { colour: "red" } }, "body.colour"],
  ["a type on a stream of another kind", { stream: `kader:${testId(3)}` }, "stream"],
])("%s is broken, and says where", (_, change, where) => {
  const entry = storyOf("mother").tell("mother.changed", { phone: "+62811" });
  expect(checkEntry(CATALOGUE, { ...entry, ...change })).toEqual({ ok: false, error: { code: "broken", where } });
});
