import type { VNode } from "preact";

/**
 * Line drawings on a grid of 44, each the inside of an svg. look.css gives the one line (2.4) and what the letters mean:
 * fills s skin, a areola, h hair, w white, g cloth, r red, y yellow, p pink; d ink, f red without a line;
 * lines x red, b blue, e leaf green, t thin.
 */
export type Drawings = Readonly<Record<string, string>>;

/** Makes `picture(key, title)` for one set. Without a title the picture only accompanies words, and screen readers skip it. Null where nothing is drawn. */
export const pictures = (drawings: Drawings) => (key: string, title?: string): VNode | null => {
  const inside = drawings[key];
  if (inside === undefined) return null;
  const name = title === undefined ? "" : `<title>${title.replace(/&/g, "&amp;").replace(/</g, "&lt;")}</title>`;
  return <svg class="pict" viewBox="0 0 44 44" role={title === undefined ? "presentation" : "img"} aria-hidden={title === undefined} dangerouslySetInnerHTML={{ __html: name + inside }} />;
};

/** A path without a fill, or in the looks above. */
export const line = (d: string, look = ""): string => (look === "" ? `<path d="${d}"/>` : `<path class="${look}" d="${d}"/>`);
export const dot = (x: number, y: number, r: number, look = "d"): string => `<circle class="${look}" cx="${x}" cy="${y}" r="${r}"/>`;
/** An arm or a leg: k skin, c cloth, z yellow. */
export const limb = (d: string, look = "k"): string => line(d, "l") + line(d, look);
export const moved = (x: number, y: number, inside: string): string => `<g transform="translate(${x} ${y})">${inside}</g>`;

/** The mother's head, as large as the picture: signs that one sees in a face. Eyes and mouth are the sign's own. */
export const bigHead = dot(22, 6, 4, "h") + line("M9 23c0-9 5-14 13-14s13 5 13 14-5 15-13 15S9 32 9 23z", "s") + line("M9 22C9 12 14 8 22 8s13 4 13 14c-3-5-7-8-13-8s-10 3-13 8z", "h");
/** Head and shoulders: signs of the chest and of the whole person. */
export const bust = line("M5 43c0-10 6-15 17-15s17 5 17 15z", "g") + dot(22, 4, 2.6, "h") + line("M13.5 16c0-6 3.5-9.5 8.5-9.5s8.5 3.5 8.5 9.5-3.5 11-8.5 11-8.5-5-8.5-11z", "s") + line("M13.5 15C13.5 9 17 5.5 22 5.5s8.5 3.5 8.5 9.5c-2-3-5-5-8.5-5s-6.5 2-8.5 5z", "h");
export const eyes = dot(19, 17, 1.5) + dot(25, 17, 1.5);
/** The trunk from the shoulders to the thighs, the belly bare. */
export const trunk = line("M11 2c0 4-4 7-4 12 0 4 3 6 3 11 0 6-5 9-5 17h34c0-8-5-11-5-17 0-5 3-7 3-11 0-5-4-8-4-12z", "s") + line("M11 2c0 4-4 7-4 12 0 1 0 2 1 3 9 3 19 3 28 0 1-1 1-2 1-3 0-5-4-8-4-12z", "g");
export const bolt = (x: number, y: number): string => line(`M${x + 3} ${y}l-4 6h5l-4 6`, "x");
/** Three waves that rise: heat (x), smell (no colour). */
export const waves = (x: number, y: number, look: string): string => line(`M${x} ${y}c-3-3 3-4 0-7m6 7c-3-3 3-4 0-7`, look);
/** A small clock at the lower right. */
export const clock = dot(34, 34, 8.5, "w") + line("M34 29v5l3.5 2");
export const cross = (x: number, y: number): string => line(`M${x} ${y}l7 7m0-7l-7 7`, "x");
/** A baby on its back, seen from above. */
export const baby = (limbs = "k", body = "s", face = "s", ends = "s"): string =>
  limb("M16 25l-7-5M28 25l7-5M19 35l-5 5M25 35l5 5", limbs) + dot(6.5, 17.5, 3.5, ends) + dot(37.5, 17.5, 3.5, ends) + dot(12, 41, 3.5, ends) + dot(32, 41, 3.5, ends) +
  line("M15 26c0-4 3-6 7-6s7 2 7 6c1 7-1 12-7 12s-8-5-7-12z", body) + dot(22, 12, 9, face) + line("M20 5c0-3 4-3 4 0");
/** The baby's face, as large as the picture. */
export const babyFace = (look = "s"): string => dot(5, 26, 3, look) + dot(39, 26, 3, look) + dot(22, 25, 16, look) + line("M18 10c0-5 7-5 7-1 0 3-4 2-4 0");
export const babyEyesShut = line("M12 26c1 2.5 5 2.5 6 0M26 26c1 2.5 5 2.5 6 0");
/** The same drawing smaller, its line as wide as ever. */
export const small = (x: number, y: number, scale: number, inside: string): string => `<g transform="translate(${x} ${y})scale(${scale})" stroke-width="${2.4 / scale}">${inside}</g>`;

/** A baby's head from the side, looking right. */
const sideOf = (mouth: string): string => line(`M14 7c7 0 10 4 11 9l2.5 4c.5 1.5-.5 2.5-2 2.5${mouth}C5 39 0 33 0 24 0 13 6 7 14 7z`, "n") + line("M9 24c-4-2-4 5 0 4M9 10c0-4 6-4 7-1");
export const sideShut = sideOf("l1.5 1.5-1.5 1.5 1.5 1.5-2 2c0 4-2 9-11 9");
/** The breast from the side, and a baby who drinks well: much areola above the lip, lip turned out, chin in the breast. */
export const latched = line("M44 1c-9 2-15 7-18 14-2 5-2 10 0 14l2 8c5 4 10 6 16 7z", "s") + line("M26 13c3-3 8-2 10 2 2 5 2 12-1 17-2 3-6 2-9 0-2-6-2-13 0-19z", "a") +
  sideOf("l3.5 1.5-1 6c3-.5 4.5 1.5 3 3.5-1.5 1-3 1-4.5.5 2.5 1.5 2.5 3.5 1 5-3 2-9 2-13 1") + dot(18, 18, 1.6);
export const mouthWide = line("M28 23.500c-6 1-9 3-10 6 2 4 5 5 9 5.500z", "p") + sideOf("l2.5 1c-5 1.5-9 3-10 6 2 4 5 5 9 5.5 3 .5 3 3 0 4 0 2-5 3-12 2") + dot(18, 17, 1.6);
export const milk = (x: number, y: number): string => drop(x, y, "w");
/** A folded nappy. */
export const nappy = line("M3 10c12 3 26 3 38 0l-1 12c-7 1-10 6-11 13-4 2-10 2-14 0-1-7-4-12-11-13z", "w");
export const drop = (x: number, y: number, look: string): string => line(`M${x} ${y}c3 4 4.5 6 4.5 8.5a4.5 4.5 0 01-9 0c0-2.5 1.5-4.5 4.5-8.5z`, look);
export const bigDrop = (look: string): string => line("M17 4c7 9 11 14 11 20a11 11 0 01-22 0c0-6 4-11 11-20z", look);
/** Another head on the same shoulders: a man, an old woman, a woman with a veil. */
const headless = (cloth: string): string => line("M5 43c0-10 6-15 17-15s17 5 17 15z", cloth);
const faceAlone = line("M13.5 16c0-6 3.5-9.5 8.5-9.500s8.5 3.5 8.5 9.5-3.5 11-8.5 11-8.5-5-8.5-11z", "s");
export const man = headless("u") + faceAlone + line("M13.5 14C12 7 16 3.5 22 3.500S32 7 30.5 14c-2-4-4-5-8.5-5s-6.5 1-8.5 5z", "h");
export const oldWoman = headless("p") + dot(22, 4, 2.6, "q") + faceAlone + line("M13.5 15C13.5 9 17 5.5 22 5.500s8.5 3.5 8.5 9.500c-2-3-5-5-8.5-5s-6.5 2-8.5 5z", "q");
export const veiled = (cloth: string): string => headless(cloth) + line("M11 20c-1-11 3-17 11-17s12 6 11 17c0 4 1 8 3 10-6 5-22 5-28 0 2-2 3-6 3-10z", "w") + line("M15 17c0-6 3-9 7-9s7 3 7 9-3 9-7 9-7-3-7-9z", "s");
/** Mother with the baby in her arm, seen from the front; goes over `bust`. */
export const babyInArm = dot(12, 32, 6, "n") + line("M17 28c8-3 18 0 20 5s-2 8-8 8c-8 0-14-2-14-6z", "w");
export const calendar = line("M25 25h17v17H25zM25 31h17M30 22v5M37 22v5", "w");
