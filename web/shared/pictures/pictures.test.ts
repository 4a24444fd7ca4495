import { describe, expect, test } from "vitest";
import { ANSWER_KEYS, answerSpec, DEFERRABLE, MASSAGE_SCREEN } from "#core/triage/answers.ts";
import { breastDrawings, picture as breastPicture } from "./breast.tsx";
import { babyDanger } from "./danger-baby.ts";
import { motherDanger } from "./danger-mother.ts";
import { picture as dangerPicture } from "./danger.tsx";
import { feedingDrawings, picture as feedingPicture } from "./feeding.tsx";
import { peopleDrawings, picture as peoplePicture } from "./people.tsx";
import { stepPicture } from "./session.tsx";
import { stepDrawings } from "./steps.ts";

const specs = ANSWER_KEYS.map((key) => ({ key, ...answerSpec(key) }));
const looked = specs.filter((spec) => spec.dangerSign && !spec.deferrable);
const sets = { motherDanger, babyDanger, breastDrawings, feedingDrawings, peopleDrawings, stepDrawings };
const drawings = Object.entries(sets).flatMap(([set, one]) => Object.entries(one).map(([key, inside]) => ({ set, key, inside })));
// oxlint-disable-next-line no-underscore-dangle -- the name is Preact's
const html = (vnode: ReturnType<typeof dangerPicture>): string => (vnode?.props as { dangerouslySetInnerHTML?: { __html: string } } | undefined)?.dangerouslySetInnerHTML?.__html ?? "";

describe("a picture for what one picks by looking", () => {
  test.each(looked)("the danger sign $key", ({ key }) => expect(dangerPicture(key)).not.toBeNull());

  test.each(looked.flatMap(({ key, type }) => (type.kind === "choice" ? type.values.map((value) => `${key}.${value}`) : [])))("its degree %s", (key) => expect(dangerPicture(key)).not.toBeNull());

  test.each(specs.filter(({ key }) => key.startsWith("breast.")))("$key", ({ key }) => expect(breastPicture(key)).not.toBeNull());

  test.each(specs.filter(({ key, type }) => key.startsWith("feeding.") && type.kind === "yes-no"))("$key", ({ key }) => expect(feedingPicture(key)).not.toBeNull());

  test.each(["areola", "mouth", "lip", "chin"])("the sign of attachment %s", (sign) => expect(feedingPicture(`feeding.attachmentSigns.${sign}`)).not.toBeNull());

  test.each(MASSAGE_SCREEN.filter((key) => key !== "mother.consent"))("the massage screen's %s", (key) => expect(peoplePicture(key)).not.toBeNull());
});

test.each(DEFERRABLE)("%s is asked alone and has no picture that others could read", (key) => {
  expect([dangerPicture(key), breastPicture(key), feedingPicture(key), peoplePicture(key), stepPicture(key)]).toEqual([null, null, null, null, null]);
});

test("no two pictures are the same drawing, but for the baby at the breast after the massage", () => {
  const seen = Map.groupBy(drawings, (drawing) => drawing.inside);
  expect([...seen.values()].filter((same) => same.length > 1).map((same) => same.map((drawing) => drawing.key))).toEqual([["feeding.latches", "baby-feeds"]]);
});

test("each drawing is well formed and small", () => {
  for (const { key, inside } of drawings) {
    expect(inside, key).not.toMatch(/undefined|NaN|null/);
    expect(inside.split("<g").length, key).toBe(inside.split("</g>").length);
    expect(inside.length, key).toBeLessThan(950);
  }
});

test("a title is read aloud and cannot break out of its element", () => {
  expect(html(dangerPicture("mother.fits", "<b> & kejang"))).toContain("<title>&lt;b> &amp; kejang</title>");
  expect(html(dangerPicture("mother.fits"))).not.toContain("<title>");
});
