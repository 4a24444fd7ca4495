import type { ComponentChildren, JSX } from "preact";
import { CLASS_SIGNS, classCss, type ClassName } from "./class-signs.ts";

export interface TimelineItem {
  key: string;
  /** "13.40", "Kemarin" */
  when: string;
  title: string;
  detail?: ComponentChildren;
  name?: ClassName | undefined;
}

/** What happened, newest first; a class shows by colour and sign. */
export const Timeline = (props: { label: string; items: readonly TimelineItem[] }): JSX.Element => (
  <ol class="timeline" aria-label={props.label}>
    {props.items.map((item) => (
      <li key={item.key} class={classCss(item.name)}>
        <b>{item.name && <span aria-hidden="true">{CLASS_SIGNS[item.name]} </span>}{item.when} · {item.title}</b>
        {item.detail && <small>{item.detail}</small>}
      </li>
    ))}
  </ol>
);
