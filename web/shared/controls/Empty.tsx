import type { ComponentChildren, JSX } from "preact";

/** An empty list says what to do first. */
export const Empty = (props: { title: string; text?: string; picture?: ComponentChildren; action?: ComponentChildren }): JSX.Element => (
  <div class="empty">
    {props.picture}
    <h2>{props.title}</h2>
    {props.text && <p>{props.text}</p>}
    {props.action}
  </div>
);

/** Holds the place of a list while it loads; `label` is read aloud. */
export const Skeleton = (props: { rows: number; label: string }): JSX.Element => (
  <div class="skeleton" role="status">
    <span class="sr">{props.label}</span>
    {Array.from({ length: props.rows }, (_, at) => <i key={at} />)}
  </div>
);
