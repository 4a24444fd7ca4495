import { bigDrop, bigHead, bolt, bust, clock, dot, drop, eyes, latched, limb, line, moved, small, trunk, waves, type Drawings } from "./draw.tsx";

const pad = line("M16 3h12c3 0 4 4 3 8l-1 5 6 2v8l-6 2 1 5c1 4 0 8-3 8H16c-3 0-4-4-3-8l1-5-6-2v-8l6-2-1-5c-1-4 0-8 3-8z", "w");
const stain = (look: string): string => line("M18 15c2-2 6-2 8 0 1 5 1 9 0 14-2 2-6 2-8 0-1-5-1-9 0-14z", look);
const soaked = line("M16 7c3-2 9-2 12 0-1 10-1 20 0 30-3 2-9 2-12 0 1-10 1-20 0-30z", "r");
const painedEyes = line("M13 22l5 3-5 3M31 22l-5 3 5 3");
const burst = (y: number): string => dot(22, y, 4.5, "r");

/** The mother's danger signs, and the degrees of those that have them. What she is asked alone has no picture: nobody beside her should read it. */
export const motherDanger: Drawings = {
  "mother.bleeding": moved(-6, 0, pad + soaked) + drop(37, 6, "r") + drop(37, 24, "r"),
  "mother.bleeding.normal": pad + dot(22, 22, 2.5, "f"),
  "mother.bleeding.light_increase": pad + stain("r"),
  "mother.bleeding.soaks_pad_hourly": moved(-8, 0, pad + soaked) + clock,
  "mother.bleeding.large_clots": moved(-8, 0, pad + stain("r")) + line("M30 10c2-4 9-4 10 0 3 2 1 8-3 8-3 1-9 0-9-3-1-2 0-4 2-5zM31 27c3-3 8-2 9 1 3 2 2 9-3 9-4 2-10 0-10-4 0-2 2-4 4-6z", "r"),
  "mother.bleeding.red_again": line("M3 8h26v30H3zM3 16h26M10 4v7M22 4v7") + line("M9 24h3M20 24h3M9 31h3") + line("M31 14c6 7 10 12 10 17a9.5 9.5 0 01-19 0c0-5 4-10 9-17z", "r"),
  "mother.fits": line("M2 41h40") + limb("M30 30l4-9 6-4M18 29l-3-14") + limb("M30 31l11 4") + limb("M15 33c5-6 10-6 15-2", "c") + dot(8, 32, 6, "s") + line("M2 32c-1-7 6-9 10-5-2 2-5 3-10 5z", "h") + line("M3 17l4 3 0-6 4 3M23 14l3-4 2 5 4-5", "x"),
  "mother.fainted": line("M2 42h40") + limb("M18 31L8 39M18 31l2 8") + limb("M25 24l-1 11") + limb("M27 22l-9 9", "c") + dot(31, 16, 6.5, "s") + line("M25 12c4-6 14-3 13 6-2-4-7-6-13-6z", "h") + line("M28 17l2 1") + line("M9 12C16 1 38-1 41 21m0 0l-4-4m4 4l2-5", "x"),
  "mother.blurredVision": line("M3 22c7-12 31-12 38 0-7 12-31 12-38 0z", "w") + dot(22, 22, 7, "s") + dot(22, 22, 2.6) + line("M5 9c5-4 8 4 13 0s8 4 13 0 6 2 8 1M5 35c5-4 8 4 13 0s8 4 13 0 6 2 8 1", "x"),
  "mother.epigastricPain": trunk + dot(22, 32, 1.5) + burst(23),
  "mother.abdominalPain": trunk + dot(22, 25, 1.5) + limb("M1 22l13 11M43 22L30 33") + burst(35),
  "mother.abdominalPain.none": trunk + dot(22, 25, 1.5) + line("M33 33l3 4 7-9", "e"),
  "mother.abdominalPain.cramps_with_feeds": small(0, 6, 0.62, trunk + burst(34)) + small(18, 6, 0.6, latched),
  "mother.abdominalPain.constant": moved(-6, 0, trunk + dot(22, 25, 1.5) + burst(35)) + clock,
  "mother.abdominalPain.severe": trunk + dot(22, 25, 1.5) + limb("M1 22l13 11M43 22L30 33") + burst(35) + bolt(1, 2) + bolt(38, 2),
  "mother.suddenSwelling": moved(-4, 0, dot(22, 4, 3, "h") + line("M7 23c-2-9 5-15 15-15s17 6 15 15c2 10-6 14-15 14S5 33 7 23z", "s") + line("M9 20c0-10 5-14 13-14s13 4 13 14c-4-5-8-6-13-6s-9 1-13 6z", "h") + line("M12 25h6M26 25h6M18 32h8")) + line("M27 43c-1-5 0-9 3-10-3-5 1-7 3-5 0-5 4-5 5-2 3-3 5 0 4 3l-2 14z", "s") + line("M36 12l5-5m0 5V7h-5M6 38l-4 4m0-4v4h4", "x"),
  "mother.breathingHard": bust + eyes + dot(22, 22.5, 2) + line("M3 18c3-3 4 2 7-1M3 24c3-3 4 2 7-1M34 18c3-3 4 2 7-1M34 24c3-3 4 2 7-1", "b") + line("M20 32c-5 0-7 5-7 10h7zM24 32c5 0 7 5 7 10h-7z", "p"),
  "mother.chestPain": bust + line("M17 16l4 2-4 2M27 16l-4 2 4 2M20 24h4") + limb("M4 42l17-6") + line("M29 28l-4 6h6l-4 7", "x"),
  "mother.oneLegPainOrSwelling": line("M6 2c0 12 3 20 3 32l-4 8h10l1-8c0-10 4-20 4-32z", "s") + line("M22 2c0 8-2 12-2 19 0 6 5 10 5 14l-1 7h17l-3-8c0-5 5-8 5-15 0-6-2-10-2-17z", "s") + dot(31, 22, 6, "f") + line("M31 12v2M22 22h-1M40 22h1", "x"),
  "mother.suddenWeakness": limb("M13 34L4 20") + limb("M32 33l5 9") + dot(22, 4, 2.6, "h") + line("M11 43V32c0-3 3-5 6-5h10c3 0 6 2 6 5v11z", "g") + line("M13.5 16c0-6 3.5-9.5 8.5-9.5s8.5 3.5 8.5 9.5S27 27 22 27s-8.5-5-8.5-11z", "s") + line("M13.5 15c0-6 3.5-9.5 8.5-9.5s8.5 3.5 8.5 9.5c-2-3-5-5-8.5-5s-6.5 2-8.5 5z", "h") + dot(18.5, 17, 1.5) + line("M24 18l3 1M18 22c2-1 5 0 7 3") + line("M40 12v17m0 0l-3.5-4m3.5 4l3.5-4", "x"),
  "mother.veryIll": line("M3 10v32M3 36h38v6") + line("M4 29c0-3 12-3 14 0v6H4z", "w") + line("M16 34c2-8 10-10 17-9 5 0 8 5 8 10z", "g") + dot(12, 24, 7, "s") + line("M5 24c-1-8 8-10 13-5-4 1-8 2-13 5z", "h") + line("M9 25l2 1M14 24l2 0M12 29c1-1 2-1 3-1") + line("M23 12c2 3 3 4 3 5.500a3 3 0 01-6 0c0-1.5 1-2.5 3-5.500zM34 8c2 3 3 4 3 5.500a3 3 0 01-6 0c0-1.5 1-2.5 3-5.500z", "w"),
  "mother.chills": bust + line("M3 43c0-11 5-17 12-17l7 6 7-6c7 0 12 6 12 17z", "g") + line("M17 17h3M24 17h3M18 22l2-1 2 1 2-1 2 1") + line("M7 8l-3 4 4 3-4 4 3 3M37 8l3 4-4 3 4 4-3 3", "b"),
  "mother.feelsHot": moved(-4, 4, bigHead + dot(14, 29, 3, "f") + dot(30, 29, 3, "f") + line("M14 25h4M26 25h4M19 33c2-1 4-1 6 0")) + line("M44 12l-10 4-17 2c-3 1-2 5 1 5l16-1 10 1", "s") + waves(32, 9, "x"),
  "mother.smellyDischarge": pad + stain("y") + waves(2, 16, "x") + waves(37, 16, "x"),
  "mother.woundPus": line("M5 2c-3 12-3 28 0 40h34c3-12 3-28 0-40z", "s") + dot(22, 8, 1.5) + line("M8 20c8 4 20 4 28 0 2 4 0 8-3 9-7 3-15 3-22 0-3-1-5-5-3-9z", "f") + line("M9 24c8 4 18 4 26 0") + line("M14 21v9M19.5 22.500v9M25 22.500v9M30.5 21v9", "t") + drop(22, 26, "y"),
  "mother.urineProblem": bigDrop("y") + line("M36 4l-6 12h8l-7 14", "x"),
  "mother.noUrine6h": bigDrop("y") + line("M4 36L31 5", "x") + clock,
  "mother.confusedOrStrange": moved(0, 5, bigHead) + dot(16, 29, 3.5, "w") + dot(28, 29, 3.5, "w") + dot(15, 29, 1.2) + dot(29, 28, 1.2) + line("M18 38c3-2 5 2 8-1") + line("M3 12c-3-9 9-11 9-4s-9 5-5-1 14-7 15 0-9 6-7 0 12-5 15-1-6 7-6 2 11-5 16 0", "x"),
  "mother.headache.severe": bigHead + painedEyes + line("M19 33c1-2 5-2 6 0") + limb("M2 43l7-17M42 43l-7-17") + bolt(3, 3) + bolt(36, 3),
  "mother.headache.none": bigHead + dot(17, 25, 1.6) + dot(27, 25, 1.6) + line("M18 31c2 2 6 2 8 0"),
  "mother.headache.mild": bigHead + dot(17, 25, 1.6) + dot(27, 25, 1.6) + line("M19 32h6") + bolt(36, 3),
  "mother.headacheWorseUpright": line("M3 42h28") + limb("M14 26c0 6 2 11 4 13h10") + limb("M14 24v12", "c") + dot(14, 13, 7.5, "s") + line("M6.5 13C6 5 15 2 21 9c-5 0-10 1-14.5 4z", "h") + bolt(24, 1) + line("M37 38V12m0 0l-5 6m5-6l5 6", "x"),
  "mother.none": bust + eyes + line("M19 21c2 3 4 3 6 0"),
};
