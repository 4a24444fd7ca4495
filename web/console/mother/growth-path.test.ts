import { expect, test } from "vitest";
import { WHO_WEIGHT_FOR_AGE } from "#content/rules/growth.ts";
import { gramsAt, growthChart } from "./growth-path.ts";

// WHO child growth standards, weight for age, days: medians and -2 SD at birth and at day 91 (published to a gram's hundredth of a kilogram).
test.each([
  ["male", 0, 0, 3346.4],
  ["female", 0, 0, 3232.2],
  ["male", 0, -2, 2459],
] as const)("%s, day %i, z %i: %f g", (sex, day, z, grams) => expect(gramsAt(WHO_WEIGHT_FOR_AGE, sex, day, z)).toBeCloseTo(grams, -1));

test("a heavier weighing lies higher, a later one further right, and none leaves the frame", () => {
  const chart = growthChart(WHO_WEIGHT_FOR_AGE, "female", [{ ageDays: 0, grams: 3100 }, { ageDays: 4, grams: 2900 }, { ageDays: 12, grams: 3300 }]);
  const [birth, dip, now] = chart.points;
  expect(dip?.y).toBeGreaterThan(birth?.y ?? 0);
  expect(now?.y).toBeLessThan(birth?.y ?? 0);
  expect([birth, dip, now].map((point) => point?.x)).toEqual([birth?.x, dip?.x, now?.x].toSorted((a, b) => (a ?? 0) - (b ?? 0)));
  for (const { x, y } of chart.points) expect(x >= 0 && x <= chart.width && y >= 0 && y <= chart.height).toBe(true);
});

test("what lies beyond the table is left out, and two weeks are shown at least", () => {
  const chart = growthChart(WHO_WEIGHT_FOR_AGE, "male", [{ ageDays: 1, grams: 3200 }, { ageDays: 400, grams: 9000 }]);
  expect(chart.points).toHaveLength(1);
  expect(chart.ticks.days.at(-1)?.day).toBe(14);
});
