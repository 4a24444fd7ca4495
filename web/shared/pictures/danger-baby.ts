import { baby, babyEyesShut, babyFace, clock, cross, dot, drop, limb, line, moved, nappy, sideShut, waves, type Drawings } from "./draw.tsx";

const smile = dot(19, 12, 1.3) + dot(25, 12, 1.3) + line("M20 16c1 1.5 3 1.5 4 0");
const eyesShut = line("M17 12h3M24 12h3");
const zz = line("M32 3h5l-5 6h5M39 12h4l-4 5h4");
const stool = (look: string, x = 22, y = 20): string => moved(x - 22, y - 20, line("M14 23c-1-3 2-4 4-5 2-4 8-4 9 0 3 0 5 3 3 6-3 3-13 3-16-1z", look));
const pustules = `<path class="x" stroke-width="3.6" d="M17 8v.1M26 15v.1M27 7v.1M19 27v.1M25 25v.1M21 33v.1M26 32v.1M11 22v.1M34 21v.1M16 38v.1"/>`;

/** The baby's danger signs, and what else is looked for in a baby. */
export const babyDanger: Drawings = {
  "baby.poorSuck": moved(-2, 2, sideShut + line("M14 18h4")) + line("M44 2c-8 2-13 9-14 15l-3 3v3l3 3c2 8 7 13 14 14z", "s") + line("M31 13l-4 7v3l4 7c2-5 2-12 0-17z", "a") + cross(34, 34),
  "baby.convulsion": baby() + line("M17 10l3 2-3 2M27 10l-3 2 3 2M19 17h6") + line("M2 8l4 3-4 3 4 3M42 8l-4 3 4 3-4 3M3 27l4 3-4 3 4 3M41 27l-4 3 4 3-4 3", "x"),
  "baby.movesOnlyIfStimulated": moved(-7, 0, baby() + eyesShut + line("M20.5 16h3")) + limb("M44 30L31 38") + line("M36 44v-2M41 42l-2-2M30 32l-2-2", "x"),
  "baby.breathingDistress": baby() + dot(19, 10, 1.3) + dot(25, 10, 1.3) + dot(22, 16, 2.2, "b") + line("M18 27c2 2 6 2 8 0M17 32c3 3 7 3 10 0", "t") + line("M1 31h9m0 0l-3-3m3 3l-3 3M43 31h-9m0 0l3-3m-3 3l3 3", "x"),
  "baby.pale": moved(-3, -4, babyFace("w") + line("M12 25h5M27 25h5M19 33h6")) + line("M44 30L34 29l-11 4c-3 2-1 5 2 4l8-2-7 6 8 1 10-1", "s"),
  "baby.bleeding": moved(-5, 0, baby() + smile + dot(22, 30, 3, "r")) + line("M36 16c4 6 7 9 7 13a7 7 0 01-14 0c0-4 3-7 7-13z", "r"),
  "baby.vomitingOrSwollenBelly": limb("M13 23l-7-5M31 23l7-5M16 38l-5 4M28 38l5 4") + dot(22, 30, 12.5, "s") + dot(22, 30, 1.3) + line("M14 25c2 2 2 4 1 6M30 25c-2 2-2 4-1 6", "t") + dot(22, 11, 9, "s") + line("M17 9l3 1.500M27 9l-3 1.5") + line("M20 14h5c0 6 6 5 6 10 0 3-5 3-6 0-1-3-5-4-5-10z", "y"),
  "baby.cordOrEyePus": baby() + dot(18.5, 11, 2.3, "y") + dot(25.5, 11, 2.3, "y") + line("M20 17c1-1 3-1 4 0") + dot(22, 30, 5, "f") + dot(22, 30, 2.5, "y"),
  "baby.manyPustules": baby() + dot(19, 11, 1.3) + dot(25, 11, 1.3) + line("M20.5 16h3") + pustules,
  "baby.feelsHot": moved(-3, 2, babyFace() + dot(13, 31, 3, "f") + dot(31, 31, 3, "f") + line("M12 27h5M27 27h5M19 36c2-1 4-1 6 0")) + line("M44 14l-10 3-16 2c-3 1-2 5 1 5l15-1 10 1", "s") + waves(33, 10, "x"),
  "baby.feelsCold": moved(-3, 2, babyFace() + line("M12 27h5M27 27h5") + line("M18 35l2-1 2 1 2-1 2 1", "b")) + line("M44 14l-10 3-16 2c-3 1-2 5 1 5l15-1 10 1", "s") + line("M32 1l-3 3 4 3-4 3M40 1l-3 3 4 3-4 3", "b"),
  "baby.yellow": baby("z", "y", "y", "y") + smile,
  "baby.yellow.none": baby() + smile,
  "baby.yellow.face_or_chest": baby("k", "y", "y") + smile,
  "baby.yellow.arms_or_legs": baby("z", "y", "y") + smile,
  "baby.yellow.palms_or_soles": baby("z", "y", "y", "y") + smile + line("M1 13c1-2 3-3 6-3M43 13c-1-2-3-3-6-3M5 44c-1-2-1-4 0-6M39 44c1-2 1-4 0-6", "x"),
  "baby.urine24h": nappy + drop(22, 15, "y"),
  "baby.hoursSinceUrine": nappy + clock,
  "baby.urineDark": nappy + line("M22 11c4 5 6 8 6 11a6 6 0 01-12 0c0-3 2-6 6-11z", "o"),
  "baby.sleepy": moved(-4, 3, babyFace() + babyEyesShut + line("M20 34h4")) + zz,
  "baby.jittery": baby() + smile + line("M4 10c-2 1-3 3-3 5M9 8c-1 0-2 1-3 1M40 10c2 1 3 3 3 5M35 8c1 0 2 1 3 1M6 34c-2 1-3 3-3 5M38 34c2 1 3 3 3 5", "x"),
  "baby.blackStool": nappy + stool("h"),
  "baby.blackStoolAfterYellow": stool("y", 14, 8) + stool("h", 27, 34) + line("M33 6c6 2 8 8 5 16m0 0l-4-4m4 4l4-3", "x"),
  "baby.paleStool": line("M3 10c12 3 26 3 38 0l-1 12c-7 1-10 6-11 13-4 2-10 2-14 0-1-7-4-12-11-13z", "g") + stool("w"),
};
