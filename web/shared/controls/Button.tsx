import type { ComponentChildren, JSX } from "preact";
import { css } from "./class-signs.ts";

/** primary: the way on. quiet: beside it. line: another way. now: a SEGERA action. stop: ends something. text: a link-like one. */
export type ButtonKind = "primary" | "quiet" | "line" | "now" | "stop" | "text";

interface ButtonProps {
  kind?: ButtonKind;
  icon?: ComponentChildren;
  children: ComponentChildren;
  onClick?: (() => void) | undefined;
  /** With `href` it is a link that looks like a button (tel:, sms:, geo:, a page). */
  href?: string | undefined;
  type?: "button" | "submit";
  /** Work is under way: it says so, stays focusable, and does not fire again. */
  busy?: boolean | undefined;
  disabled?: boolean | undefined;
  /** As wide as its words. */
  fit?: boolean;
  /** 48 px instead of 52 px high. */
  low?: boolean;
  describedBy?: string | undefined;
}

export const Button = (props: ButtonProps): JSX.Element => {
  const look = css("btn", props.kind !== "primary" && props.kind, props.fit && "fit", props.low && "low");
  if (props.href !== undefined && !props.disabled) {
    return <a class={look} href={props.href} onClick={props.onClick} aria-describedby={props.describedBy}>{props.icon}{props.children}</a>;
  }
  return (
    <button type={props.type ?? "button"} class={look} disabled={props.disabled} aria-busy={props.busy || undefined} aria-disabled={props.busy || undefined}
      aria-describedby={props.describedBy} onClick={(event) => (props.busy ? event.preventDefault() : props.onClick?.())}>
      {props.icon}
      {props.children}
    </button>
  );
};
