import { babyInArm, bigDrop, bust, calendar, clock, dot, drop, eyes, limb, line, man, moved, oldWoman, pictures, small, trunk, veiled, type Drawings } from "./draw.tsx";

const smile = eyes + line("M19 21.500c2 2 4 2 6 0");
const cross = (x: number, y: number): string => line(`M${x} ${y - 4}v8M${x - 4} ${y}h8`, "e");
const back = line("M15 0v5c0 4-10 3-13 9C0 20 1 32 1 44h42c0-12 1-24-1-30C39 8 29 9 29 5V0", "s") + line("M9 44V28M35 44V28");
const vertebrae = line("M22 10v1M22 17v1M22 24v1M22 31v1M22 38v1");
const capsule = line("M4 18L16 6c8-7 17 2 10 10L14 28C6 35-3 26 4 18z", "w") + line("M4 18c-7 8 2 17 10 10l6-6-10-10z", "r");
const phone = line("M11 2h22v40H11zM11 8h22M11 35h22", "w");
const pregnant = dot(17, 8, 6, "s") + line("M11 8c-1-8 9-9 12-3-4 0-8 1-12 3z", "h") + line("M12 16c8-2 12 3 13 8 6 2 8 8 5 13l-4 6H12z", "g");

/** Who is there, what is used, where one goes, and what the massage screen asks for. */
export const peopleDrawings: Drawings = {
  "mother": bust + smile,
  "motherAndBaby": bust + smile + babyInArm,
  "husband": man + smile + line("M18 19.500c2-1 6-1 8 0"),
  "grandmother": oldWoman + dot(18, 17, 2.5, "t") + dot(26, 17, 2.5, "t") + line("M19 23c2 1 4 1 6 0") + line("M15 21l1 1M29 21l-1 1", "t"),
  "kader": veiled("g") + smile + line("M24 33h8v6h-8z", "w"),
  "midwife": veiled("w") + smile + cross(22, 37),
  "private": small(-2, 8, 0.7, bust + eyes) + small(19, 8, 0.7, veiled("g") + eyes) + line("M16 2h12v8h-4l-3 4v-4h-5z", "w"),
  "consent": moved(-7, 3, bust + smile) + line("M27 4h15v12h-7l-5 5v-5h-3z", "w") + line("M31 10l2.5 2.500L38 7.5", "e"),
  "thumbprint": line("M3 3h28v38H3z", "w") + line("M9 9h16M9 15h9", "t") + line("M9 32c-1-13 15-13 14 0M13 33c-1-8 7-8 6 0M16 30v4", "b") + line("M44 22l-9 2c-6 2-9 5-7 8 2 2 6 1 9 0l7-2", "s"),
  "phoneCall": phone + line("M17 14c-2 8 2 15 9 17l3-4-4-3-2 2c-2-1-3-4-3-6l2-1-1-5z", "g"),
  "message": line("M4 7h36v24H20l-9 8v-8H4z", "w") + line("M11 15h22M11 22h14"),
  "map": line("M3 9l12-4 14 4 12-4v30l-12 4-14-4-12 4z", "w") + line("M15 5v30M29 9v30", "t") + line("M22 31c-5-7-8-10-8-15a8 8 0 0116 0c0 5-3 8-8 15z", "r") + dot(22, 16, 2.6, "w"),
  "home": line("M8 19L22 6l14 13v23H8z", "w") + line("M2 24L22 6l20 18") + line("M18 42V29h8v13", "g"),
  "clinic": line("M7 20h30v22H7zM3 20L22 6l19 14z", "w") + cross(22, 27) + line("M18 42v-7h8v7"),
  "hospital": line("M9 4h26v38H9z", "w") + cross(22, 12) + line("M15 22h2M27 22h2M15 29h2M27 29h2M22 22v.1M22 29v.1M18 42v-7h8v7") + line("M2 42h40"),
  "ambulance": line("M2 12h25v23H2zM27 18h9l6 9v8H27z", "w") + cross(14, 22) + dot(11, 35, 4.5, "q") + dot(33, 35, 4.5, "q") + line("M30 22h4l3 5h-7z", "u") + line("M10 5v2M15 3v4M20 5v2", "x"),
  "emergency": line("M22 3l20 37H2z", "y") + line("M22 16v11M22 33v.1"),
  "thermometer": line("M18 7c0-5 8-5 8 0v20c7 4 4 14-4 14s-11-10-4-14z", "w") + dot(22, 34, 4, "r") + line("M22 33V17", "x") + line("M31 9h4M31 15h4M31 21h4", "t"),
  "babyScale": line("M4 30h36l3 12H1z", "g") + dot(22, 36, 2, "w") + line("M5 24c0 4 4 6 17 6s17-2 17-6", "w") + dot(14, 16, 7, "n") + line("M20 21c3-7 15-6 17 3-6 3-13 3-17 0z", "w"),
  "bloodPressure": limb("M2 14h32") + line("M12 5h14v18H12z", "u") + line("M19 23c0 8 3 9 9 9") + dot(34, 33, 8, "w") + line("M34 33l3-4"),
  "kiaBook": line("M8 3h26c2 0 3 1 3 3v35H11c-2 0-3-1-3-3z", "p") + line("M8 36c0-2 1-3 3-3h26") + dot(19, 13, 4, "w") + dot(27, 20, 3, "w") + line("M14 26c1-8 9-8 10 0"),
  "paperForm": line("M8 3h22l6 6v32H8z", "w") + line("M14 14l2 2 4-4M25 14h5M14 23l2 2 4-4M25 23h5M14 32h16"),
  "time": dot(22, 22, 18, "w") + line("M22 11v11l7 5"),
  "mother.medicine": capsule + dot(34, 33, 8, "w") + line("M29 33h10"),
  "mother.medicine.common": line("M4 8h36v28H4z", "q") + [[13, 17], [22, 17], [31, 17], [13, 27], [22, 27], [31, 27]].map(([x, y]) => dot(x ?? 0, y ?? 0, 3, "w")).join(""),
  "mother.medicine.other": line("M8 20h28c0 11-5 20-14 20S8 31 8 20z", "y") + line("M22 18C20 9 12 7 7 9c1 6 8 9 15 9 1-8 8-13 15-12 0 7-7 12-15 12z", "g"),
  "mother.medicine.sedating": capsule + line("M27 27h7l-7 9h7M37 20h5l-5 6h5"),
  "mother.antipyreticLast6h": line("M4 6h24v24H4z", "q") + dot(11, 13, 3, "w") + dot(21, 13, 3, "w") + dot(11, 23, 3, "w") + dot(21, 23, 3, "w") + clock,
  "mother.contraceptivePill": line("M4 8h36v28H4z", "p") + [[12, 16], [22, 16], [32, 16], [12, 28], [22, 28], [32, 28]].map(([x, y]) => dot(x ?? 0, y ?? 0, 2.6, "w")).join("") + line("M4 22h36", "t"),
  "mother.pregnant": pregnant + limb("M17 22l5 10"),
  "mother.highBloodPressureInPregnancy": moved(-7, 0, pregnant) + dot(33, 15, 8, "w") + line("M33 15l3-4") + line("M33 40V27m0 0l-4 5m4-5l4 5", "x"),
  "mother.diabetes": line("M2 29l20-7c5-2 8 4 3 6l-9 4h8l-10 9H2z", "s") + line("M30 5c4 6 7 9 7 13a7 7 0 01-14 0c0-4 3-7 7-13z", "r") + line("M34 32h8v8h-8z", "w"),
  "mother.bleedingDisorder": limb("M3 36L31 8") + dot(13, 26, 2.5, "v") + dot(22, 17, 3, "v") + line("M34 22c4 6 7 9 7 13a7 7 0 01-14 0c0-4 3-7 7-13z", "r"),
  "mother.bloodThinner": moved(-1, -3, capsule) + drop(34, 16, "r") + drop(26, 29, "r") + drop(38, 30, "r"),
  "mother.clotHistory": line("M12 1c0 9-2 13-2 20 0 6 3 10 3 14l-1 8h20l-5-8c0-5 5-8 5-15 0-7-2-11-2-19z", "s") + line("M21 2v12M21 28v12", "b") + line("M17 17c1-4 8-4 9 0 2 5 1 9-5 9s-6-5-4-9z", "r"),
  "mother.backWound": back + vertebrae + line("M26 17l12 8M29 15l-2 7M34 17l-2 8", "x"),
  "mother.spineOrBone": back + line("M22 8v6m0 5l3 4-6 3 3 5m0 5v6") + line("M34 18h5M33 13l4-3M33 23l4 3M10 18H5M11 13l-4-3M11 23l-4 3", "x"),
  "birth.caesarean": trunk + dot(22, 24, 1.5) + line("M13 34c6 3 12 3 18 0") + line("M16 32v5M22 33v5M28 32v5", "t"),
  "birth.placentaIncomplete": line("M22 5c11 0 17 7 17 15 0 5-2 9-5 12l-4-7-7 2 1 8C12 36 5 29 5 20 5 12 11 5 22 5z", "r") + line("M21 20c-2 8-8 6-9 12s4 8 2 11", "b"),
  "mother.weakImmunity": line("M22 3l16 5v12c0 11-7 17-16 21C13 37 6 31 6 20V8z", "w") + line("M24 4l-5 12 7 5-5 8 3 11", "x"),
  "mother.lowMoodDays": moved(-7, -2, bust + line("M17 18l3-2M27 18l-3-2M19 23c2-1.5 4-1.5 6 0") + drop(27, 18, "u")) + calendar,
  "mother.rejectsBaby": moved(-7, 0, line("M5 43c0-10 6-15 17-15s17 5 17 15z", "g") + dot(22, 4, 2.6, "h") + line("M13 16c0-7 4-11 9-11s9 4 9 11-4 11-9 11-9-4-9-11z", "h")) + dot(36, 26, 5.5, "n") + line("M34 26h.1M38 26h.1M35 29h2M30 33c4-2 9-2 12 1v7H30z", "w") + line("M30 17l-2-2M36 15v-3M42 17l2-2", "x"),
  "course.bruiseOrPainAfter": back + vertebrae + dot(14, 20, 4.5, "v") + dot(31, 24, 3.5, "v"),
  "course.improved": bigDrop("w") + line("M36 40V14m0 0l-6 7m6-7l6 7", "e"),
  "course.sessionsToday": back + vertebrae + clock,
};

/** Pictures of people, tools and places, and of the questions of the massage screen by their keys. */
export const picture = pictures(peopleDrawings);
