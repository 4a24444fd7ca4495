import type { JSX } from "preact";
import { Question, Screen } from "#web/shared/controls/Screen.tsx";

/** What has to be there before a visit can begin. */
export function Before(props: { readonly bar: JSX.Element; readonly id: string; readonly title: string; readonly text: string; readonly action: JSX.Element }): JSX.Element {
  return (
    <Screen bar={props.bar} actions={props.action}>
      <Question id={props.id}>{props.title}</Question>
      <p>{props.text}</p>
    </Screen>
  );
}
