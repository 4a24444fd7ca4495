import type { JSX } from "preact";
import { hoursBetween } from "#core/care/time.ts";
import type { Baby, Birth, MotherView } from "#core/care/mother-view.ts";
import { WHO_WEIGHT_FOR_AGE } from "#content/rules/growth.ts";
import { growthChart, type Weighing } from "./growth-path.ts";
import { whole } from "../words.ts";
import { t } from "./texts.ts";

/** Birth weight, and every weighing of the screenings, by age. */
export function weighingsOf(view: MotherView, birth: Birth, baby: Baby): Weighing[] {
  const measured = view.screenings.flatMap((screening) =>
    screening.babies
      .filter((one) => one.baby === baby.baby)
      .flatMap((one) => {
        const grams = one.answers["baby.weight"];
        return typeof grams === "number" ? [{ ageDays: Math.max(0, hoursBetween(birth.bornAt, screening.at) / 24), grams }] : [];
      }),
  );
  return [...(baby.birthWeight === undefined ? [] : [{ ageDays: 0, grams: baby.birthWeight }]), ...measured].sort((a, b) => a.ageDays - b.ageDays);
}

const Z_WORDS: Readonly<Record<number, string>> = { [-2]: "−2", 0: "0", 2: "+2" };

/** The baby's weighings on the WHO's curves: the middle one and two standard deviations to each side. Only to look at: the rules judge. */
export const Growth = (props: { name: string; sex: "male" | "female" | undefined; weighings: readonly Weighing[] }): JSX.Element | null => {
  const last = props.weighings.at(-1);
  if (last === undefined) return null;
  const list = props.weighings.map((one) => `${Math.floor(one.ageDays) === 0 ? t("birthWeight") : t("ageDays", { days: Math.floor(one.ageDays) })} ${t("grams", { weight: whole(one.grams) })}`).join(" · ");
  if (props.sex === undefined) return <div><small>{t("growthNoSex")}</small><p class="num">{list}</p></div>;
  const chart = growthChart(WHO_WEIGHT_FOR_AGE, props.sex, props.weighings);
  const alt = t("growthAlt", { count: props.weighings.length, weight: whole(last.grams), age: Math.floor(last.ageDays) });
  return (
    <figure class="growth">
      <svg viewBox={`0 0 ${chart.width} ${chart.height}`} role="img" aria-label={`${t("growthOf", { name: props.name })}. ${alt}`}>
        <rect class="growth-ground" width={chart.width} height={chart.height} rx="12" />
        <text x="12" y="18">{t("growth")} · {props.name}</text>
        {chart.ticks.kilos.map(({ y, kilo }) => <g key={kilo}><path class="growth-grid" d={`M30 ${y}H320`} /><text class="growth-tick" x="25" y={y + 4} text-anchor="end">{kilo}</text></g>)}
        {chart.ticks.days.map(({ x, day }) => <text key={day} class="growth-tick" x={x} y={chart.height - 8} text-anchor="middle">{day}</text>)}
        {chart.lines.map((line) => <g key={line.z}><path class={line.z === 0 ? "growth-median" : "growth-edge"} d={line.d} /><text class="growth-tick" x={line.endX + 4} y={line.endY + 4}>{Z_WORDS[line.z]}</text></g>)}
        <path class="growth-hers" d={chart.points.map(({ x, y }, n) => `${n === 0 ? "M" : "L"}${x} ${y}`).join("")} />
        {chart.points.map(({ x, y }) => <circle key={`${x} ${y}`} class="growth-point" cx={x} cy={y} r="4.500" />)}
      </svg>
      <figcaption class="small num">{list}</figcaption>
    </figure>
  );
};
