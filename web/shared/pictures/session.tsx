// oxlint-disable-next-line import/no-unassigned-import -- a style sheet, which moves with this part
import "./session.css";
import type { JSX } from "preact";
import { pictures } from "./draw.tsx";
import { helperHand, stepDrawings } from "./steps.ts";

/** Pictures of the steps around the massage: see `steps.ts` for the keys. */
export const stepPicture = pictures(stepDrawings);

interface MassagePictureProps {
  /** What it shows, read aloud. */
  title: string;
  /** Holds the hands where they are, at once. */
  paused: boolean;
}

/**
 * The hands on the mother's back, as the helper sees them: two closed fists, thumbs forward, beside the spine and never on it,
 * small circles from the base of the neck down both sides to the lower edge of the shoulder blades, then lifted and back up.
 * Still, with the way drawn as arrows, for who wants no motion.
 */
export const MassagePicture = ({ title, paused }: MassagePictureProps): JSX.Element => (
  <svg class={paused ? "massage paused" : "massage"} viewBox="0 0 300 320" role="img" aria-label={title}>
    <rect width="300" height="320" rx="24" fill="#f6f1e7" stroke="none" />
    <g fill="#d09b73">
      <path d="M128 70c0 26 2 34-14 42-26 10-58 12-72 40-14 30-18 84-20 172h256c-2-88-6-142-20-172-14-28-46-30-72-40-16-8-14-16-14-42z" />
      <path d="M74 326c2-50 2-86-4-112M226 326c-2-50-2-86 4-112" />
    </g>
    <path fill="#2f211d" d="M150 12c-27 0-43 18-43 44 0 24 14 42 43 42s43-18 43-42c0-26-16-44-43-44z" />
    <circle fill="#2f211d" cx="150" cy="14" r="12" stroke="#5c463d" />
    <path fill="#9fcfc2" d="M56 326c2-16 3-26 3-38 50 16 132 16 182 0 0 12 1 22 3 38z" />
    {/* The spine, which the thumbs never touch, and the shoulder blades, whose lower edge ends the way. */}
    <path stroke="#7d4a33" stroke-width="6" d="M150 116v160" stroke-dasharray="1 13" />
    <path stroke="#9c6a47" d="M112 150c-22 0-34 8-34 14 0 20 10 46 22 52 10-8 18-36 16-62M188 150c22 0 34 8 34 14 0 20-10 46-22 52-10-8-18-36-16-62" />
    <path class="way" d="M124 118v96m-9-10l9 12 9-12M176 118v96m-9-10l9 11 9-11" />
    <g class="down">
      <Hand />
      <g transform="matrix(-1 0 0 1 300 0)"><Hand /></g>
    </g>
  </svg>
);

/** The helper's left hand; the tip of the thumb rests on 124, 118. */
const Hand = (): JSX.Element => (
  <g>
    <path class="ring" d="M128 105a14 14 0 1 0 8 8m0 0l-7 1m7-1l1 7" />
    <g class="x">
      <g class="y" fill="#8f5632" dangerouslySetInnerHTML={{ __html: helperHand }} />
    </g>
  </g>
);
