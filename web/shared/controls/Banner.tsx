import type { ComponentChildren, JSX } from "preact";
import { IconConflict, IconInfo, IconOffline, IconPause, IconRefused } from "./icons.tsx";

export type BannerKind = "info" | "offline" | "refused" | "conflict" | "paused";

const ICONS = { info: IconInfo, offline: IconOffline, refused: IconRefused, conflict: IconConflict, paused: IconPause };

/** What the app says about itself, calmly. `refused` and `conflict` are spoken at once, the others when there is a pause. */
export const Banner = (props: { kind: BannerKind; title: string; children?: ComponentChildren; action?: ComponentChildren }): JSX.Element => {
  const Icon = ICONS[props.kind];
  const urgent = props.kind === "refused" || props.kind === "conflict";
  return (
    <div class={`banner ${props.kind}`} role={urgent ? "alert" : "status"}>
      <Icon size={22} />
      <div>
        <b>{props.title}</b>
        {props.children && <span class="small">{props.children}</span>}
        {props.action}
      </div>
    </div>
  );
};
