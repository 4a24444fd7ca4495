import { bust, dot, drop, eyes, latched, limb, line, moved, small, type Drawings } from "./draw.tsx";

const table = line("M23 28h20M39 28v14");
/** A woman from the side: she sits, leans forward onto a table, her head on her folded arms. */
const leaning = line("M2 33h14v9M4 33v9") + table + limb("M9 31c5 1 8 0 11 1v10", "c") + line("M4 33c-2-9 4-18 14-19 5 0 7 4 5 8-4 3-6 6-7 11z", "g") + limb("M21 20l6 5h12") + dot(31, 16, 6.5, "s") + line("M26 11c3-5 11-4 12 2 0 2-1 3-1 5-3-4-6-6-11-7z", "h") + dot(37, 9, 2, "h");
/** The helper's left hand as she sees it: a closed fist, the thumb forward, its tip at 124, 118 of a picture of 300 x 320. */
export const helperHand =
  '<path d="M59 236c6-18 12-32 16-48l36 10c-6 16-10 30-14 46z" fill="#c4512d"/><path d="M73 192c-8-12-4-30 8-34 8-6 20-8 30-4 8 4 10 14 8 24-2 12-4 20-12 26z"/><path fill="none" d="M81 160c4 6 4 14 0 20M93 155c4 6 5 12 2 20"/>' +
  '<path d="M101 176c-2-8 6-14 10-24 3-10 4-20 6-28 2-9 15-8 15 2-1 14-2 26-6 36-4 12-10 22-18 24-4 0-6-4-7-10z"/>';
const nearHand = `<g class="s" transform="translate(-15.5 -25)scale(.25)" stroke-width="9.6">${helperHand}</g>`;
const mirrored = (inside: string): string => `<g transform="matrix(-1 0 0 1 44 0)">${inside}</g>`;
const spine = line("M22 3v2M22 12v2M22 21v2M22 30v2M22 39v2", "t");
const backView = line("M15 0v5c0 4-10 3-13 9C0 20 1 32 1 44h42c0-12 1-24-1-30C39 8 29 9 29 5V0", "s") + line("M9 44V28M35 44V28");

/** The steps before, during and after the massage. */
export const stepDrawings: Drawings = {
  "wash-hands": line("M3 8h18c4 0 6 3 6 7M12 8V3M7 3h10") + drop(27, 18, "u") + line("M2 34l10-4h12c3 0 3 4 0 4h-7M2 43h16l16-7c3-2 1-5-2-4l-8 2", "s") + dot(37, 27, 3, "u") + dot(38, 18, 1.6, "u"),
  "privacy": line("M6 42V5h32v37", "w") + line("M2 5h40") + line("M9 5c1 14 0 24-1 37h13c1-14 0-26 0-37zM35 5c-1 14 0 24 1 37H23c-1-14 0-26 0-37z", "g"),
  "tools": line("M3 33c0-4 2-6 5-6h17c3 0 5 2 5 6v3c0 4-2 6-5 6H8c-3 0-5-2-5-6z", "g") + line("M3 34h21c3 0 3-4 0-4") + line("M34 22h8v20h-8zM36 15h4v7h-4z", "y") + line("M9 21c-3-3 3-5 0-9M17 21c-3-3 3-5 0-9M25 21c-3-3 3-5 0-9", "x"),
  "baby-near": line("M2 40h40l-3-9H5z", "g") + line("M17 33c4-9 20-9 22 0z", "w") + dot(12, 25, 9, "n") + line("M8 26c1 2 3 2 4 0M14 26c1 2 3 2 4 0M11 15c0-3 4-3 4 0"),
  "lean-forward": leaning,
  "breasts-free": line("M30 34h14") + limb("M34 21l3 8h6") + line("M2 42c-1-16 6-32 24-34 8 0 12 6 10 13-1 3-4 4-6 4 1 6 0 12-4 13-5 1-7-5-7-10-4 4-7 8-8 14z", "g") + dot(38, 10, 7, "s") + line("M31 8c2-8 13-8 14-1l-3 2c-4-2-7-2-11-1z", "h") + dot(26, 34, 9, "e"),
  "thumbs": line("M22 2v.1M22 9v.1M22 16v.1M22 23v.1M22 30v.1M22 37v.1") + nearHand + mirrored(nearHand),
  "circles": backView + spine + line("M18 17a6 6 0 10-2 9m0 0l-5 1m5-1l0-5M26 17a6 6 0 112 9m0 0l5 1m-5-1l0-5", "x"),
  "way": backView + spine + line("M16 12v20m0 0l-4-4m4 4l4-4M28 12v20m0 0l-4-4m4 4l4-4", "x"),
  "baby-feeds": latched,
  "companion": small(-3, 4, 0.85, bust + eyes + line("M19 22c2 2 4 2 6 0")) + small(14, 10, 0.75, line("M5 43c0-10 6-15 17-15s17 5 17 15z", "u") + dot(22, 17, 9, "s") + line("M13 16c-1-8 3-11 9-11s10 3 9 11c-2-4-5-5-9-5s-7 1-9 5z", "h") + line("M19 18h.1M25 18h.1M19 23c2 1 4 1 6 0")),
  "companion-massages": small(11, 11, 0.75, leaning) + line("M2 43V24c0-5 9-5 10 0v19", "u") + limb("M8 24l10 2") + dot(8, 11, 6.5, "s") + line("M1 11C0 1 15 1 15 9c-4-1-8-1-14 2z", "h"),
  "comfort": moved(-7, 5, bust + eyes + line("M19 22c2 2 4 2 6 0")) + line("M26 2h17v16h-9l-5 5v-5h-3z", "w") + line("M32 7.500v.1M37 7.500v.1M31 12c2 2.5 5 2.5 7 0"),
  "stop": line("M13 24V9c0-4 5-4 5 0v-3c0-4 5-4 5 0v2c0-4 5-4 5 0v4c0-4 5-4 5 0v16c0 9-5 13-11 13-7 0-9-4-12-9l-5-8c-2-3 2-6 5-3z", "s") + line("M18 9v11M23 8v12M28 12v9"),
};
