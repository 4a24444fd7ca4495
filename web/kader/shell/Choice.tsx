import type { ComponentChildren, JSX } from "preact";
import { useId } from "preact/hooks";

interface ChoiceProps<K extends string> {
  legend: ComponentChildren;
  options: readonly { readonly key: K; readonly label: string }[];
  /** Null until somebody has chosen: nothing is preset. */
  chosen: K | null;
  onChoose: (key: K) => void;
}

/** A short choice beside others on one screen: native radios side by side, each a thumb high. For a screen's one question use ChoiceList. */
export function Choice<K extends string>(props: ChoiceProps<K>): JSX.Element {
  const name = useId();
  return (
    <fieldset class="choice">
      <legend class="legend">{props.legend}</legend>
      <div class="choice-row">
        {props.options.map(({ key, label }) => (
          <label key={key}>
            <input type="radio" name={name} checked={props.chosen === key} onChange={() => props.onChoose(key)} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
