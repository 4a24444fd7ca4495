import { expect, test } from "vitest";
import { WHO_WEIGHT_FOR_AGE } from "./growth.ts";
import published from "./who-weight-for-age.tsv?raw";

/** The figures as the WHO publishes them; 1 is male, 2 female. */
const PUBLISHED = published
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => line.split("\t").map(Number));

test("the packed growth table is the published one, day by day", () => {
  const unpacked = (["male", "female"] as const).flatMap((sex, at) => WHO_WEIGHT_FOR_AGE[sex].map((lms, day) => [at + 1, day, ...lms]));
  expect(unpacked).toEqual(PUBLISHED);
  expect(unpacked).toHaveLength(402);
});
