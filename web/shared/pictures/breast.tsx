import { bolt, bust, clock, dot, drop, line, milk, moved, pictures, type Drawings } from "./draw.tsx";

const shoulders = line("M17 0v4c-1 4-13 3-15 11C1 22 1 33 1 44h42c0-11 0-22-1-29C40 7 28 8 27 4V0", "s") + line("M8 44V25M36 44V25");
/** The chest from the front; breasts as plain curves. */
const chest = shoulders + line("M9 19c-1 9 3 14 7.5 14 4 0 5.5-3 5.5-8 0 5 1.5 8 5.5 8 4.5 0 8.5-5 7.5-14") + dot(15, 27, 2.2, "a") + dot(29, 27, 2.2, "a");
/** Large, tight, the same on both sides. */
const fullChest = shoulders + line("M8 16c-4 10 0 21 7.5 21 4.5 0 6.5-4 6.5-10 0 6 2 10 6.5 10 7.5 0 11.5-11 7.5-21", "s") + dot(15, 29, 2.5, "a") + dot(29, 29, 2.5, "a");
/** A hard, red part of one breast only. */
const patch = line("M30 16c4-1 5 4 4 9-2 2-5 1-6-2-1-3 0-6 2-7z", "r");
/** One breast from the front: what is seen on the nipple. */
const one = dot(22, 22, 19, "s") + dot(22, 22, 10, "a");
const nipple = dot(22, 22, 4.5, "p");
const calendar = line("M25 25h17v17H25zM25 31h17M30 22v5M37 22v5", "w");

export const breastDrawings: Drawings = {
  "breast.bothFull": fullChest + line("M11 20c-2 3-2 6-1 9M33 20c2 3 2 6 1 9M17 18v3M27 18v3M2 40l3-3M42 40l-3-3", "x"),
  "breast.stillFullAfter24h": moved(-4, 0, fullChest + line("M11 20c-2 3-2 6-1 9M33 20c2 3 2 6 1 9", "x")) + clock,
  "breast.localPain": chest + patch + line("M38 2l-4 6h5l-4 6", "x"),
  "breast.worse": chest + line("M29 14c5-2 7 5 6 12-3 4-7 2-8-3-1-4 0-8 2-9z", "r") + line("M4 41V29m0 0l-3 4m3-4l3 4M40 12V1m0 0l-3 4m3-4l3 4", "x"),
  "breast.fluLike": bust + line("M17 17h3M24 17h3M19 23c2-1.5 4-1.5 6 0") + bolt(1, 26) + bolt(38, 26) + line("M6 6l-3 4 4 3-4 4M38 6l3 4-4 3 4 4", "b"),
  "breast.pus": chest + dot(29, 27, 4.5, "f") + drop(29, 28, "y"),
  "breast.softLump": chest + line("M27 17c1-5 9-5 10 1 1 5-4 8-8 6-2-1-3-4-2-7z", "p") + line("M39 10c2 1 3 3 3 5", "x"),
  "breast.blackSkin": chest + line("M29 16c5-2 6 4 5 9-2 3-6 2-7-1-1-3 0-7 2-8z", "h"),
  "breast.spreadingRedness": chest + dot(29, 21, 4.5, "r") + line("M29 13V5m0 0l-3 3m3-3l3 3M21 21h-9m0 0l3-3m-3 3l3 3M34 27l6 7m0 0v-4m0 4h-4", "x"),
  "breast.nippleSore": one + nipple + line("M16 14l3 4M28 14l-3 4M16 30l3-4M28 30l-3-4M22 11v4M22 33v-4", "x"),
  "breast.nipplePus": one + nipple + drop(22, 20, "y") + dot(16, 18, 2, "y"),
  "breast.nippleBleeding": one + nipple + line("M22 20c4 6 6 9 6 13a6 6 0 01-12 0c0-4 2-7 6-13z", "r"),
  "breast.blisters": one + nipple + [[13, 13], [18, 10], [12, 19], [18, 16], [29, 12]].map(([x, y]) => dot(x ?? 0, y ?? 0, 2.6, "w t")).join(""),
  "breast.oversupply": chest + milk(15, 29) + milk(29, 29) + milk(9, 34) + milk(35, 34),
  "breast.painlessLumpDays": chest + dot(16, 19, 3.5, "h") + calendar,
  "breast.localHours": chest + patch + clock,
  "breast.nippleSoreHours": moved(-4, -3, one + nipple + line("M16 14l3 4M28 14l-3 4M16 30l3-4", "x")) + clock,
  "breast.antibioticHoursNoBetter": line("M4 18L16 6c8-7 17 2 10 10L14 28C6 35-3 26 4 18z", "w") + line("M10 12l10 10") + line("M4 18c-7 8 2 17 10 10l6-6-10-10z", "r") + clock,
  "breast.none": chest + line("M33 36l3 3 6-7", "e"),
};

/** Pictures of the breast, schematic and dignified, by the answer keys of the triage contract. */
export const picture = pictures(breastDrawings);
