import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { IconOffline, IconRefused, IconSend, IconSent } from "./icons.tsx";

export type SyncState = "done" | "waiting" | "offline" | "refused";

interface SyncChipProps {
  state: SyncState;
  /** "2 belum terkirim" */
  text: string;
  /** The four numbers, each with its word: unsent, sent, accepted, refused. */
  counts: readonly { key: "unsent" | "sent" | "accepted" | "refused"; label: string; count: number }[];
  /** One sentence below the numbers: "Aman di HP ini. Dikirim begitu ada sinyal." */
  note?: string | undefined;
  /** Where refused entries can be dealt with. */
  link?: { href: string; label: string } | undefined;
}

const ICONS = { done: IconSent, waiting: IconSend, offline: IconOffline, refused: IconRefused };

/** Where the entries are. A tap shows the four numbers (native popover). */
export const SyncChip = (props: SyncChipProps): JSX.Element => {
  const id = useId();
  const Icon = ICONS[props.state];
  return (
    <>
      <button type="button" class={`sync ${props.state === "offline" ? "waiting" : props.state}`} popovertarget={id}>
        <span><Icon size={16} />{props.text}</span>
      </button>
      <div id={id} popover="auto" class="sync-pop">
        <dl class="counts">
          {props.counts.map((one) => <div key={one.key}><dt>{one.label}</dt><dd>{one.count}</dd></div>)}
        </dl>
        {props.note && <p class="small">{props.note}</p>}
        {props.link && <a href={props.link.href}>{props.link.label}</a>}
      </div>
    </>
  );
};
