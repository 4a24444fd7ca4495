import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { css } from "./class-signs.ts";

interface FieldWords {
  label: string;
  hint?: string | undefined;
  unit?: string | undefined;
  /** In the user's words, what to do: "Isi suhu antara 30 dan 45 °C". Read aloud when it appears. */
  error?: string | undefined;
}

interface NumberFieldProps extends FieldWords {
  /** What stands in the field, as typed. Read it with `parseDecimal(text, decimals)`. */
  text: string;
  onText: (text: string) => void;
  decimals: number;
  /** The label is there for screen readers only, where the heading already asks. */
  labelHidden?: boolean;
}

/** A measured number: the phone's number pad, decimal comma or dot, the unit beside it. */
export const NumberField = (props: NumberFieldProps): JSX.Element => {
  const id = useId();
  return (
    <div class={css("field", props.error !== undefined && "bad")}>
      <label for={id} class={props.labelHidden ? "sr" : ""}>{props.label}</label>
      <div class="field-row">
        <input id={id} type="text" inputMode={props.decimals > 0 ? "decimal" : "numeric"} autocomplete="off" enterkeyhint="done" value={props.text}
          aria-invalid={props.error !== undefined} aria-describedby={`${id}-more`} onInput={(event) => props.onText(event.currentTarget.value)} />
        {props.unit && <span class="field-unit">{props.unit}</span>}
      </div>
      <FieldMore id={`${id}-more`} hint={props.hint} error={props.error} />
    </div>
  );
};

interface StepperProps extends FieldWords {
  /** Null until counted. */
  count: number | null;
  onCount: (count: number | null) => void;
  max: number;
  /** Names of the two buttons: "Kurangi", "Tambah". */
  less: string;
  more: string;
}

/** A small count by thumb: minus, number, plus. The first plus gives 1, the first minus 0. */
export const Stepper = (props: StepperProps): JSX.Element => {
  const id = useId();
  const { count, max, onCount } = props;
  // A typed number above max is kept as it is: the screen says so in words rather than changing what was counted.
  const typed = (text: string) => onCount(/^\d{1,4}$/.test(text) ? Number(text) : null);
  return (
    <div class={css("field", props.error !== undefined && "bad")}>
      <label for={id}>{props.label}</label>
      <div class="field-row stepper">
        <button type="button" aria-label={props.less} onClick={() => onCount(Math.max(0, (count ?? 1) - 1))}>−</button>
        <input id={id} type="text" inputMode="numeric" autocomplete="off" value={count === null ? "" : String(count)} aria-describedby={`${id}-more`}
          aria-invalid={props.error !== undefined} onInput={(event) => typed(event.currentTarget.value.trim())} />
        {props.unit && <span class="field-unit">{props.unit}</span>}
        <button type="button" aria-label={props.more} onClick={() => onCount(Math.min(max, (count ?? 0) + 1))}>+</button>
      </div>
      <FieldMore id={`${id}-more`} hint={props.hint} error={props.error} />
    </div>
  );
};

interface TextFieldProps extends FieldWords {
  text: string;
  onText: (text: string) => void;
  type?: "text" | "tel" | "date" | "time" | "search" | "password" | "email";
  /** More than one line. */
  long?: boolean;
  required?: boolean | undefined;
}

export const TextField = (props: TextFieldProps): JSX.Element => {
  const id = useId();
  const shared = { id, value: props.text, required: props.required === true, autocomplete: "off" as const, "aria-invalid": props.error !== undefined, "aria-describedby": `${id}-more` };
  // Preact types an input per kind, and a union of kinds is none of them; these behave as text does.
  const kind = (props.type ?? "text") as "text";
  return (
    <div class={css("field", props.error !== undefined && "bad")}>
      <label for={id}>{props.label}</label>
      {props.long
        ? <textarea rows={3} {...shared} onInput={(event) => props.onText(event.currentTarget.value)} />
        : <input type={kind} {...shared} onInput={(event) => props.onText(event.currentTarget.value)} />}
      <FieldMore id={`${id}-more`} hint={props.hint} error={props.error} />
    </div>
  );
};

const FieldMore = (props: { id: string; hint: string | undefined; error: string | undefined }): JSX.Element => (
  <div id={props.id} aria-live="polite">
    {props.error ? <p class="field-error">{props.error}</p> : props.hint && <small>{props.hint}</small>}
  </div>
);
