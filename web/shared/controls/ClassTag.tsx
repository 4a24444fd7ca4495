import type { JSX } from "preact";
import { CLASS_SIGNS, classCss, type ClassName } from "./class-signs.ts";

/** A class as sign, word and colour. `text` says when, in the user's words: "Sekarang", "25 menit". */
export const ClassTag = (props: { name: ClassName; text: string }): JSX.Element => (
  <span class={`tag ${classCss(props.name)}`}>
    <span aria-hidden="true">{CLASS_SIGNS[props.name]}</span>
    {props.text}
  </span>
);
