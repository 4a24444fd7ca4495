import { expect, test } from "vitest";
import { CATALOGUE } from "../catalogue.ts";
import { storyOf, testId } from "../testing.ts";
import { unsaid } from "./unsaid.ts";

const visit = (kind: string) => ({ type: "visit.begun", body: { visit: testId(70), kind, fromPaper: false } });
const due = (at: string) => ({ type: "follow-up.set", body: { due: at, why: "class.BANTU" } });

test("what nobody said yet is told, and replaces nothing", () => {
  expect(unsaid(CATALOGUE, storyOf("mother").state(), [visit("home")])).toEqual([{ ...visit("home"), replaces: [] }]);
});

test("what stands already is not told twice", () => {
  const story = storyOf("mother");
  story.tell("visit.begun", visit("home").body);
  expect(unsaid(CATALOGUE, story.state(), [visit("home")])).toEqual([]);
});

test("what is told otherwise replaces what stood, so that no conflict is left", () => {
  const story = storyOf("mother");
  const first = story.tell("follow-up.set", due("2026-11-26T02:00:00.000Z").body);
  const [next] = unsaid(CATALOGUE, story.state(), [due("2026-11-28T02:00:00.000Z")]);
  expect(next?.replaces).toEqual([first.id]);
  story.tell("follow-up.set", due("2026-11-28T02:00:00.000Z").body, { replaces: next?.replaces ?? [] });
  expect(story.mother().conflicts).toEqual([]);
  expect(story.mother().followUp?.due).toBe("2026-11-28T02:00:00.000Z");
});

test("two values that stand side by side are both replaced, even where one of them is the same", () => {
  const story = storyOf("mother");
  story.tell("follow-up.set", due("2026-11-26T02:00:00.000Z").body);
  story.tell("follow-up.set", due("2026-11-27T02:00:00.000Z").body);
  expect(unsaid(CATALOGUE, story.state(), [due("2026-11-26T02:00:00.000Z")])[0]?.replaces).toHaveLength(2);
});
