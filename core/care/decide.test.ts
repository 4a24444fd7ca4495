import { describe, expect, test } from "vitest";
import { CATALOGUE } from "../catalogue.ts";
import { conflicts } from "../ledger/fold.ts";
import { MIDWIFE, storyOf, testId } from "../testing.ts";
import { decide } from "./decide.ts";

const BIRTH = { birth: testId(30), bornAt: "2026-11-19T03:00:00.000Z", hourKnown: true, babies: [{ baby: testId(31) }] };

/** Two truths about one field, and the decision for the first. */
function settled(tell: (story: ReturnType<typeof storyOf>) => void, role: "kader" | "midwife" = "kader") {
  const story = storyOf("mother");
  tell(story);
  const [conflict] = conflicts(story.state());
  if (conflict?.values[0] === undefined) throw new Error("no conflict to settle");
  return { story, conflict, decision: decide(CATALOGUE, conflict, conflict.values[0], role) };
}

describe("L4: two truths, one choice", () => {
  test("her telephone: the chosen one is said again, and nothing is left to choose", () => {
    const { story, decision } = settled(({ tell }) => {
      tell("mother.registered", { name: "Ibu Rekaan", phone: "+62811", address: "Gang satu" });
      tell("mother.changed", { phone: "+62822", address: "Gang satu" });
    });
    expect(decision).toMatchObject({ type: "mother.changed", body: { phone: "+62811" } });
    story.tell(decision!.type, decision!.body, { replaces: [...decision!.replaces] });
    expect(conflicts(story.state())).toEqual([]);
    expect(story.mother().details).toMatchObject({ phone: "+62811", address: "Gang satu", name: "Ibu Rekaan" });
  });

  test("a birth: told again whole", () => {
    const { story, decision } = settled(({ tell }) => {
      tell("birth.recorded", BIRTH);
      tell("birth.recorded", { ...BIRTH, bornAt: "2026-11-18T03:00:00.000Z" });
    });
    story.tell(decision!.type, decision!.body, { replaces: [...decision!.replaces] });
    expect(story.mother().births).toHaveLength(1);
  });

  test.each([
    ["kader", null],
    ["midwife", "word.given"],
  ] as const)("a midwife's word: for a %s it is %s to write", (role, type) => {
    const { decision } = settled(({ tell }) => {
      tell("word.given", { about: "caesarean", cleared: true }, { author: MIDWIFE });
      tell("word.given", { about: "caesarean", cleared: false }, { author: MIDWIFE });
    }, role);
    expect(decision?.type ?? null).toBe(type);
  });
});
