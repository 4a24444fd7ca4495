import { bolt, bust, calendar, clock, dot, drop, line, milk, moved, pictures, type Drawings } from "./draw.tsx";

const shoulders = line("M15 0C9 2 3 3 2 10 0 20 1 33 1 44h42c0-11 1-24-1-34-1-7-7-8-13-10", "s") + line("M6 44V22M38 44V22");
/** The chest from the front; breasts as plain curves. */
const chest = shoulders + line("M7 17c-2 11 1 18 7.5 18 5 0 7.5-4 7.5-10 0 6 2.5 10 7.5 10 6.5 0 9.5-7 7.5-18") + dot(14, 27, 2.6, "a") + dot(30, 27, 2.6, "a");
/** Large, tight, the same on both sides. */
const fullChest = shoulders + line("M8 10C0 16-1 39 12 40c7 0 10-6 10-13 0 7 3 13 10 13 13-1 12-24 4-30", "s") + dot(12, 29, 3, "a") + dot(32, 29, 3, "a");
/** A hard, red part of one breast only. */
const patch = line("M31 14c4-1 6 5 5 10-2 2-6 1-7-2-1-3 0-7 2-8z", "r");
/** One breast from the front: what is seen on the nipple. */
const one = dot(22, 22, 19, "s") + dot(22, 22, 10, "a");
const nipple = dot(22, 22, 4.5, "p");

export const breastDrawings: Drawings = {
  "breast.bothFull": fullChest + line("M9 17c-3 3-4 8-3 12M35 17c3 3 4 8 3 12M15 18c2 1 3 3 4 5M29 18c-2 1-3 3-4 5", "x"),
  "breast.stillFullAfter24h": moved(-4, 0, fullChest + line("M9 17c-3 3-4 8-3 12M35 17c3 3 4 8 3 12M15 18c2 1 3 3 4 5M29 18c-2 1-3 3-4 5", "x")) + clock,
  "breast.localPain": chest + patch + line("M38 2l-4 6h5l-4 6", "x"),
  "breast.worse": chest + line("M29 12c6-2 9 6 7 14-3 4-8 2-9-3-1-5 0-10 2-11z", "r") + line("M13 17V4m0 0L9 9m4-5l4 5", "x"),
  "breast.fluLike": bust + line("M17 17h3M24 17h3M19 23c2-1.5 4-1.5 6 0") + bolt(1, 26) + bolt(38, 26) + line("M6 6l-3 4 4 3-4 4M38 6l3 4-4 3 4 4", "b"),
  "breast.pus": chest + dot(30, 27, 5, "f") + drop(30, 28, "y"),
  "breast.softLump": chest + line("M29 15c2-5 10-4 10 2 1 6-4 9-8 6-3-1-3-5-2-8z", "p"),
  "breast.blackSkin": chest + line("M30 14c5-2 8 4 6 10-2 3-7 2-8-1-1-4 0-8 2-9z", "h"),
  "breast.spreadingRedness": chest + dot(30, 20, 4.5, "r") + line("M30 12V4m0 0l-3 3m3-3l3 3M22 20h-9m0 0l3-3m-3 3l3 3M34 27l5 8m0 0l1-4m-1 4l-4-1", "x"),
  "breast.nippleSore": one + nipple + line("M16 14l3 4M28 14l-3 4M16 30l3-4M28 30l-3-4M22 11v4M22 33v-4", "x"),
  "breast.nipplePus": one + nipple + drop(22, 20, "y") + dot(16, 18, 2, "y"),
  "breast.nippleBleeding": one + nipple + line("M22 20c4 6 6 9 6 13a6 6 0 01-12 0c0-4 2-7 6-13z", "r"),
  "breast.blisters": one + nipple + [[13, 13], [18, 10], [12, 19], [18, 16], [29, 12]].map(([x, y]) => dot(x ?? 0, y ?? 0, 2.6, "w t")).join(""),
  "breast.oversupply": chest + milk(14, 29) + milk(30, 29) + milk(8, 35) + milk(36, 35),
  "breast.painlessLumpDays": chest + dot(13, 18, 3.5, "h") + calendar,
  "breast.localHours": chest + patch + clock,
  "breast.nippleSoreHours": moved(-4, -3, one + nipple + line("M16 14l3 4M28 14l-3 4M16 30l3-4", "x")) + clock,
  "breast.antibioticHoursNoBetter": line("M4 18L16 6c8-7 17 2 10 10L14 28C6 35-3 26 4 18z", "w") + line("M10 12l10 10") + line("M4 18c-7 8 2 17 10 10l6-6-10-10z", "r") + clock,
  "breast.none": chest + line("M33 37l3 3 6-7", "e"),
};

/** Pictures of the breast, schematic and dignified, by the answer keys of the triage contract. */
export const picture = pictures(breastDrawings);
