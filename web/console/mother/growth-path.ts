import type { GrowthTable } from "#core/triage/growth.ts";

export type Weighing = { readonly ageDays: number; readonly grams: number };

/** Where the points of one chart lie, in its own units. `z` lines are the WHO's -2, 0 and +2 standard deviations. */
export type GrowthChart = {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly { readonly z: number; readonly d: string; readonly endX: number; readonly endY: number }[];
  readonly points: readonly { readonly x: number; readonly y: number; readonly weighing: Weighing }[];
  readonly ticks: { readonly days: readonly { readonly x: number; readonly day: number }[]; readonly kilos: readonly { readonly y: number; readonly kilo: number }[] };
};

const WIDTH = 350;
const HEIGHT = 176;
const EDGE = { left: 30, right: 30, top: 34, bottom: 24 };
const LINES = [-2, 0, 2];
/** Not less than two weeks across, so that the first days do not look like leaps. */
const LEAST_DAYS = 14;

/** Grams at that many standard deviations on that day, or undefined where the table does not reach. */
export function gramsAt(table: GrowthTable, sex: "male" | "female", day: number, z: number): number | undefined {
  const row = table[sex][day];
  if (row === undefined) return undefined;
  const [l, m, s] = row;
  return 1000 * m * (1 + l * s * z) ** (1 / l);
}

export function growthChart(table: GrowthTable, sex: "male" | "female", weighings: readonly Weighing[]): GrowthChart {
  const lastDay = table[sex].length - 1;
  const shown = weighings.filter((one) => one.ageDays >= 0 && one.ageDays <= lastDay);
  const toDay = Math.min(lastDay, Math.max(LEAST_DAYS, Math.ceil(Math.max(0, ...shown.map((one) => one.ageDays)) * 1.15)));
  const curves = LINES.map((z) => ({ z, grams: Array.from({ length: toDay + 1 }, (_, day) => gramsAt(table, sex, day, z) ?? 0) }));
  const all = [...curves.flatMap((one) => one.grams), ...shown.map((one) => one.grams)];
  const low = Math.floor(Math.min(...all) / 500) * 500;
  const high = Math.ceil(Math.max(...all) / 500) * 500;
  const x = (days: number) => round(EDGE.left + (days / toDay) * (WIDTH - EDGE.left - EDGE.right));
  const y = (grams: number) => round(HEIGHT - EDGE.bottom - ((grams - low) / (high - low)) * (HEIGHT - EDGE.top - EDGE.bottom));
  const step = toDay <= 28 ? 7 : toDay <= 84 ? 14 : 28;
  return {
    width: WIDTH,
    height: HEIGHT,
    lines: curves.map(({ z, grams }) => ({ z, d: grams.map((value, day) => `${day === 0 ? "M" : "L"}${x(day)} ${y(value)}`).join(""), endX: x(toDay), endY: y(grams.at(-1) ?? 0) })),
    points: shown.map((weighing) => ({ x: x(weighing.ageDays), y: y(weighing.grams), weighing })),
    ticks: {
      days: Array.from({ length: Math.floor(toDay / step) + 1 }, (_, n) => ({ x: x(n * step), day: n * step })),
      kilos: Array.from({ length: Math.floor(high / 1000) - Math.ceil(low / 1000) + 1 }, (_, n) => Math.ceil(low / 1000) + n).map((kilo) => ({ y: y(kilo * 1000), kilo })),
    },
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;
