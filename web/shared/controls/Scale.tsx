import type { JSX } from "preact";

interface ScaleProps {
  legend: string;
  /** The heading of the screen already asks: keep the legend for screen readers. */
  legendHidden?: boolean;
  /** The radio group's name: unique on the page. */
  name: string;
  /** 0 to 10; null until chosen. */
  value: number | null;
  onValue: (value: number) => void;
  /** What the ends mean: "tidak nyeri", "nyeri sekali". */
  low: string;
  high: string;
}

/** 0 to 10 in two rows, so that each number is a thumb wide at 320 px. */
export const Scale0to10 = (props: ScaleProps): JSX.Element => (
  <fieldset class="scale">
    <legend class={props.legendHidden ? "sr" : "legend"}>{props.legend}</legend>
    <div class="scale-row">
      {Array.from({ length: 11 }, (_, number) => (
        <label key={number}>
          <input type="radio" name={props.name} value={number} checked={props.value === number} onChange={() => props.onValue(number)}
            aria-label={number === 0 ? `0, ${props.low}` : number === 10 ? `10, ${props.high}` : undefined} />
          {number}
        </label>
      ))}
    </div>
    <div class="spread small"><span>0 = {props.low}</span><span>10 = {props.high}</span></div>
  </fieldset>
);
