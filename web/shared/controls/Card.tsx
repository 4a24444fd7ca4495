import type { ComponentChildren, JSX } from "preact";
import { ClassTag } from "./ClassTag.tsx";
import { classCss, css, type ClassName } from "./class-signs.ts";

interface CardProps {
  title: string;
  sub?: ComponentChildren;
  /** Initials or a picture. */
  face?: ComponentChildren;
  tag?: { name: ClassName; text: string } | undefined;
  href?: string | undefined;
  onOpen?: (() => void) | undefined;
}

/** A person or a thing in a list; with `href` or `onOpen` the whole card is one target. A SEGERA card has a red frame. */
export const Card = (props: CardProps): JSX.Element => {
  const look = css("card", props.tag?.name === "SEGERA" && classCss("SEGERA"));
  const inside = (
    <>
      {props.face !== undefined && <span class="face" aria-hidden="true">{props.face}</span>}
      <span class="card-text">
        <span class="card-head"><b>{props.title}</b>{props.tag && <ClassTag {...props.tag} />}</span>
        {props.sub && <small>{props.sub}</small>}
      </span>
    </>
  );
  if (props.href !== undefined) return <a class={look} href={props.href}>{inside}</a>;
  if (props.onOpen) return <button type="button" class={look} onClick={props.onOpen}>{inside}</button>;
  return <div class={look}>{inside}</div>;
};
