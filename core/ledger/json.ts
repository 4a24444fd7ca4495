export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** One text for one value, whatever order its keys were written in. `undefined` members are left out, as JSON does. */
export function canonical(value: Json | undefined): string {
  if (value === null || value === undefined || typeof value !== "object") return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map((item: Json) => canonical(item)).join(",")}]`;
  const object = value as JsonObject;
  let text = "";
  for (const key of Object.keys(object).sort()) {
    const member = object[key];
    if (member !== undefined) text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${canonical(member)}`;
  }
  return `{${text}}`;
}

/** Whether arrays and objects lie at most `levels` deep: deeper ones would exhaust the stack of whoever walks them. */
export function isWithinDepth(value: unknown, levels: number): boolean {
  let layer: unknown[] = [value];
  for (let depth = 0; layer.length > 0; depth++) {
    const nested = layer.filter((item) => typeof item === "object" && item !== null);
    if (nested.length > 0 && depth === levels) return false;
    layer = nested.flatMap((item) => Object.values(item as object));
  }
  return true;
}
