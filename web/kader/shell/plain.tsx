import type { ComponentChildren, JSX } from "preact";
import { Screen } from "#web/shared/controls/Screen.tsx";

/** A page that says one thing: what is the matter, and what to do. */
export const Plain = (props: { title: string; text: string; children?: ComponentChildren; action?: ComponentChildren }): JSX.Element => (
  <Screen actions={props.action}>
    <div class="plain-page">
      <img src="/icon.svg" alt="" width="56" height="56" />
      <h1 class="big">{props.title}</h1>
      <p>{props.text}</p>
      {props.children}
    </div>
  </Screen>
);
