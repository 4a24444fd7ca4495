import type { ComponentChildren, JSX } from "preact";
import { classCss, css, type ClassName } from "./class-signs.ts";
import { toggleInstead, togglePick, type Picked } from "./picking.ts";

export interface Option {
  key: string;
  label: string;
  hint?: string | undefined;
  picture?: ComponentChildren;
}

interface PickListProps {
  /** The id of the heading that asks; the group is named by it. */
  labelledBy: string;
  options: readonly Option[];
  /** Answers that stand instead of every pick, never preset: "none of these" first. May also stand in the foot: `Instead`. */
  instead?: readonly Option[];
  picked: Picked;
  onPick: (picked: Picked) => void;
  /** Colour of a pick: SEGERA or R24 where it is a danger sign; leaf without it. */
  tone?: ClassName | undefined;
  /** Two columns with large pictures. */
  tiles?: boolean;
}

/** Several may be picked. Each row is the label of a native checkbox. */
export const PickList = (props: PickListProps): JSX.Element => (
  <div role="group" aria-labelledby={props.labelledBy} class={css(props.tiles ? "tiles-2" : "picks", classCss(props.tone))}>
    {props.options.map((option) => (
      <OptionRow key={option.key} type="checkbox" option={option} on={props.picked.keys.includes(option.key)} onChange={() => props.onPick(togglePick(props.picked, option.key))} />
    ))}
    {props.instead?.map((option) => <Instead key={option.key} option={option} picked={props.picked} onPick={props.onPick} />)}
  </div>
);

/** "None of these" and its like: looks different from a pick and from the way on. */
export const Instead = (props: { option: Option; picked: Picked; onPick: (picked: Picked) => void }): JSX.Element => (
  <label class="pick instead">
    <input type="checkbox" checked={props.picked.instead === props.option.key} onChange={() => props.onPick(toggleInstead(props.picked, props.option.key))} />
    <span class="pick-text">{props.option.label}{props.option.hint && <small>{props.option.hint}</small>}</span>
  </label>
);

interface OptionRowProps {
  type: "checkbox" | "radio";
  option: Option;
  on: boolean;
  name?: string | undefined;
  onChange: () => void;
}

/** One choice: picture, words, native control at the end. */
export const OptionRow = ({ type, option, on, name, onChange }: OptionRowProps): JSX.Element => (
  <label class="pick">
    {option.picture !== undefined && <span class="pic">{option.picture}</span>}
    <span class="pick-text"><b>{option.label}</b>{option.hint && <small>{option.hint}</small>}</span>
    <input type={type} name={name} checked={on} onChange={onChange} />
  </label>
);
