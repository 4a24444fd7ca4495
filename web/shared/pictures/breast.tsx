import { bolt, bust, calendar, clock, dot, drop, line, milk, moved, pictures, type Drawings } from "./draw.tsx";

/** The chest from the front, from the shoulders to the waist; breasts as plain curves. */
const trunkFront = line("M14 0C9 3 2 3 0 8l1 36h42l1-36c-2-5-9-5-14-8", "s");
const chest = trunkFront + line("M4 15c-3 12 1 20 8.5 20 6 0 9.5-5 9.5-12 0 7 3.5 12 9.5 12 7.5 0 11.5-8 8.5-20") + dot(12.5, 26, 3, "a") + dot(31.5, 26, 3, "a");
/** Large, tight, the same on both sides. */
const fullChest = trunkFront + line("M7 9C-3 16-2 40 11.5 41c7 0 10.5-6 10.5-13 0 7 3.5 13 10.5 13C46 40 47 16 37 9", "s") + dot(11.5, 30, 3.2, "a") + dot(32.5, 30, 3.2, "a");
/** A hard, red part of one breast only. */
const patch = line("M32 13c5-2 8 5 6 11-3 2-7 1-8-2-1-4 0-8 2-9z", "r");
/** One breast from the front: what is seen on the nipple. */
const one = dot(22, 22, 19, "s") + dot(22, 22, 10, "a");
const nipple = dot(22, 22, 4.5, "p");

export const breastDrawings: Drawings = {
  "breast.bothFull": fullChest + line("M6 19c-2 4-2 8-1 12M38 19c2 4 2 8 1 12M13 17c3 1 4 3 5 6M31 17c-3 1-4 3-5 6", "x"),
  "breast.stillFullAfter24h": moved(-4, 0, fullChest + line("M6 19c-2 4-2 8-1 12M38 19c2 4 2 8 1 12M13 17c3 1 4 3 5 6M31 17c-3 1-4 3-5 6", "x")) + clock,
  "breast.localPain": chest + patch + line("M38 2l-4 6h5l-4 6", "x"),
  "breast.worse": chest + line("M30 11c8-2 11 7 8 16-3 5-10 2-11-4-1-5 1-11 3-12z", "r") + line("M13 17V4m0 0L9 9m4-5l4 5", "x"),
  "breast.fluLike": bust + line("M17 17h3M24 17h3M19 23c2-1.5 4-1.5 6 0") + bolt(1, 26) + bolt(38, 26) + line("M6 6l-3 4 4 3-4 4M38 6l3 4-4 3 4 4", "b"),
  "breast.pus": chest + dot(31.5, 26, 6, "f") + drop(31.5, 27, "y"),
  "breast.softLump": chest + line("M29 13c3-5 12-4 12 3 1 7-6 10-10 7-3-2-3-7-2-10z", "p"),
  "breast.blackSkin": chest + line("M31 13c6-2 9 4 7 11-3 3-8 2-9-1-1-5 0-9 2-10z", "h"),
  "breast.spreadingRedness": chest + dot(31, 18, 4.5, "r") + line("M31 10V3m0 0l-3 3m3-3l3 3M23 18h-8m0 0l3-3m-3 3l3 3M34 25l4 8m0 0l1.5-4m-1.5 4l-4-1.5", "x"),
  "breast.nippleSore": one + nipple + line("M16 14l3 4M28 14l-3 4M16 30l3-4M28 30l-3-4M22 11v4M22 33v-4", "x"),
  "breast.nipplePus": one + nipple + drop(22, 20, "y") + dot(16, 18, 2, "y"),
  "breast.nippleBleeding": one + nipple + line("M22 20c4 6 6 9 6 13a6 6 0 01-12 0c0-4 2-7 6-13z", "r"),
  "breast.blisters": one + nipple + [[13, 13], [18, 10], [12, 19], [18, 16], [29, 12]].map(([x, y]) => dot(x ?? 0, y ?? 0, 2.6, "w t")).join(""),
  "breast.oversupply": chest + milk(12.5, 28) + milk(31.5, 28) + milk(20, 33) + milk(39, 33),
  "breast.painlessLumpDays": chest + dot(12, 16, 4, "q") + calendar,
  "breast.localHours": chest + patch + clock,
  "breast.nippleSoreHours": moved(-4, -3, one + nipple + line("M16 14l3 4M28 14l-3 4M16 30l3-4", "x")) + clock,
  "breast.antibioticHoursNoBetter": line("M4 18L16 6c8-7 17 2 10 10L14 28C6 35-3 26 4 18z", "w") + line("M10 12l10 10") + line("M4 18c-7 8 2 17 10 10l6-6-10-10z", "r") + clock,
  "breast.none": chest + line("M31 38l3 3 6-7", "e"),
};

/** Pictures of the breast, schematic and dignified, by the answer keys of the triage contract. */
export const picture = pictures(breastDrawings);
