/** The five classes of the triage contract, lowest to highest, each with the sign that says it without colour. */
export type ClassName = "LANJUT" | "BANTU" | "PEKAN" | "R24" | "SEGERA";

export const CLASS_SIGNS: Readonly<Record<ClassName, string>> = { LANJUT: "●", BANTU: "✚", PEKAN: "■", R24: "◆", SEGERA: "▲" };

/** The CSS class in look.css that colours an element and its parts. */
export const classCss = (name: ClassName | undefined): string => (name === undefined ? "" : name.toLowerCase());

/** Joins class names, leaving out what is empty. */
export const css = (...names: (string | false | undefined)[]): string => names.filter(Boolean).join(" ");
