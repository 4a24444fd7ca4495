import type { JSX } from "preact";
import { classCss, css, type ClassName } from "./class-signs.ts";
import { OptionRow, type Option } from "./PickList.tsx";

interface ChoiceListProps {
  /** The id of the heading that asks. */
  labelledBy: string;
  /** The radio group's name: unique on the page. */
  name: string;
  options: readonly Option[];
  /** Null until somebody has chosen: nothing is preset. */
  chosen: string | null;
  onChoose: (key: string) => void;
  tone?: ClassName | undefined;
  tiles?: boolean;
}

/** Exactly one. Native radios: arrow keys move, the whole row is the target. */
export const ChoiceList = (props: ChoiceListProps): JSX.Element => (
  <div role="radiogroup" aria-labelledby={props.labelledBy} class={css(props.tiles ? "tiles-2" : "picks", classCss(props.tone))}>
    {props.options.map((option) => (
      <OptionRow key={option.key} type="radio" name={props.name} option={option} on={props.chosen === option.key} onChange={() => props.onChoose(option.key)} />
    ))}
  </div>
);
