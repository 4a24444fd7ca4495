import { Component, type ComponentChildren } from "preact";
import { Button } from "#web/shared/controls/Button.tsx";
import { Plain } from "./plain.tsx";
import { t } from "./texts.ts";

/** A screen that fails says so and offers the way back; what was saved is on the phone. A change of `place` tries again. */
export class Boundary extends Component<{ place: string; children: ComponentChildren }, { failed: boolean; place: string }> {
  override state = { failed: false, place: "" };

  static override getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  static override getDerivedStateFromProps(props: { place: string }, state: { place: string }): { failed?: boolean; place: string } | null {
    return props.place === state.place ? null : { failed: false, place: props.place };
  }

  override componentDidCatch(cause: unknown): void {
    console.error(cause);
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return <Plain title={t("brokenTitle")} text={t("brokenText")} action={<Button onClick={() => location.reload()}>{t("brokenAgain")}</Button>} />;
  }
}
