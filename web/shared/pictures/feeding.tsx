import { babyInArm, bust, clock, dot, drop, eyes, latched, limb, line, mouthWide, moved, pictures, sideShut, small, type Drawings } from "./draw.tsx";

const look = (x: number, y: number, r: number): string => dot(x, y, r, "e");
const bottle = line("M15 18c-3 2-4 4-4 7v15c0 2 1 3 3 3h14c2 0 3-1 3-3V25c0-3-1-5-4-7zM14 12h14v6H14z", "w") + line("M17 12c0-3 2-3 2-7 0-3 4-3 4 0 0 4 2 4 2 7z", "p");
const sun = dot(10, 10, 5, "y") + line("M10 1v1M10 18v1M1 10h1M18 10h1M4 4l1 1M16 16l-1-1M4 16l1-1M16 4l-1 1", "t");
const moon = line("M36 3c-5 3-5 11 2 14-7 2-13-2-13-8 0-5 5-9 11-6z", "y");

export const feedingDrawings: Drawings = {
  "feeding.latches": latched,
  "feeding.attachmentSigns.areola": latched + look(31, 17, 8),
  "feeding.attachmentSigns.mouth": mouthWide + line("M38 20v19m0-19l-3.5 4m3.5-4l3.5 4m-3.5 15l-3.5-4m3.5 4l3.5-4", "e"),
  "feeding.attachmentSigns.lip": latched + look(29, 33, 7),
  "feeding.attachmentSigns.chin": latched + look(26, 39, 6) + line("M5 41h10m0 0l-4-3m4 3l-4 3", "e"),
  "feeding.attachmentPoorAfter48h": moved(0, -3, latched) + clock,
  "feeding.painOnFeeding": latched + line("M39 5l-6 9h8l-6 10", "x"),
  "feeding.flatNipple": line("M44 3C32 5 24 12 24 22s8 17 20 19z", "s") + line("M26 13c-3 5-3 13 0 18 3-5 3-13 0-18z", "a") + line("M3 22h13m0 0l-5-5m5 5l-5 5"),
  "feeding.separated": moved(-9, 0, bust + eyes + line("M19 23c2-1 4-1 6 0")) + line("M31 3v38", "x") + dot(38, 28, 5, "n") + line("M34 33c3-2 6-1 8 2v7h-8z", "w"),
  "feeding.pacifier": dot(22, 34, 7, "w") + line("M18 20c0-4-4-6-4-10 0-9 16-9 16 0 0 4-4 6-4 10", "p") + line("M6 23c0-4 7-5 16-5s16 1 16 5-7 6-16 6S6 27 6 23z", "y"),
  "feeding.otherFluids": moved(-9, 0, bottle) + line("M26 17h16l-2 24H28z", "w") + line("M27 26h14l-1 15H28z", "u"),
  "feeding.solidsOrHoney": line("M3 22h30c0 10-6 18-15 18S3 32 3 22z", "w") + line("M6 22c1-6 6-7 9-5 3-4 10-2 14 5z", "y") + line("M26 22L40 5") + line("M37 9c-1-4 3-8 6-6s0 8-6 6z", "w"),
  "feeding.dilutedFormula": bottle + line("M12 29h18v10c0 2-1 3-2 3H14c-1 0-2-1-2-3z", "u") + drop(38, 8, "u") + drop(38, 25, "u"),
  "feeding.clinicPlan": line("M6 5h26v36H6zM13 2h12v6H13z", "w") + line("M19 14v10M14 19h10", "e") + line("M12 30h14M12 35h9"),
  "feeding.tiredOrStressed": moved(0, 4, bust) + line("M17 22h4M23 22h4M19 27c2-1 4-1 6 0") + limb("M8 42l8-12") + line("M3 9c4-6 7 3 11-3M30 9c4-6 7 3 11-3", "x"),
  "feeding.lowConfidence": bust + line("M17 18l3-2M27 18l-3-2M19 23c2-1.5 4-1.5 6 0") + line("M34 9c0-7 9-6 8 0 0 3-4 3-4 7M38 21v1", "x") + line("M2 9c0-6 7-5 6 0 0 2-3 3-3 6M5 20v1", "x"),
  "feeding.noSupport": `<path stroke-dasharray="3 4" d="M2 42c0-9 3-13 9-13M5 18a6 6 0 1112 0 6 6 0 01-12 0zM43 42c0-7-2-11-6-12M30 18a6 6 0 1110 4"/>` + small(10, 5, 0.85, bust + babyInArm + line("M18 17h2M24 17h2M19 22c2-1 4-1 6 0")),
  "feeding.worriedAboutMilk": moved(-7, 0, bust + line("M17 18l3-2M27 18l-3-2M19 23c2-1.5 4-1.5 6 0")) + line("M28 15c-3-8 3-13 8-11 6-1 9 8 5 13-3 3-9 3-13-2z", "w") + drop(35, 6, "u") + dot(26, 20, 1.5, "w t"),
  "feeding.noMilkYet": line("M44 3C32 5 24 11 22 18l-5 3v3l5 3c2 7 10 13 22 14z", "s") + line("M23 15c-1 3-4 5-6 6v3c2 1 5 3 6 6 3-5 3-10 0-15z", "a") + drop(8, 16, "w") + line("M2 33L14 11", "x"),
  "feeding.feeds24h": small(10, 16, 0.64, latched) + moved(-2, -1, sun) + moved(3, 0, moon),
  "feeding.hoursSinceFeed": sideShut + line("M15 18h4") + line("M44 2c-8 2-12 8-13 14l-2 4v3l2 4c1 6 5 10 13 12z", "s") + clock,
};

/** Pictures of feeding and of the four signs of attachment; the ring says where to look. */
export const picture = pictures(feedingDrawings);
