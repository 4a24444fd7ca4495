const TITLE = /^(?:ibu|bu|ny\.?|nyonya|mbak|mba|hj\.?)\s+/i;

/** What she is called: "Ibu Sari". */
export function calledName(mother: { readonly name: string; readonly calledBy?: string }): string {
  const name = mother.calledBy ?? mother.name;
  return TITLE.test(`${name} `) ? name : `Ibu ${name}`.trim();
}

/** Two letters for her card, without a title: "SA". */
export function initials(mother: { readonly name: string; readonly calledBy?: string }): string {
  const words = (mother.calledBy ?? mother.name).replace(TITLE, "").split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? words.slice(0, 2).map((word) => word.slice(0, 1)).join("") : (words[0] ?? "").slice(0, 2);
  return letters.toUpperCase();
}
