/** A member of an object in a JSON text: its name, and how deep it stands (1: in the outermost object). */
type Name = { readonly name: string; readonly depth: number };

/** The names of a JSON text's objects in the order in which they are written, and whether an object says one of them twice. */
export type Names = { readonly names: readonly Name[]; readonly repeated: boolean };

/**
 * Reads the names from a text that JSON.parse has accepted. It is needed because a parsed object keeps neither their order
 * (those that look like numbers come first) nor the first of two values.
 */
export function namesIn(text: string): Names {
  const names: Name[] = [];
  const open: (Set<string> | null)[] = [];
  let repeated = false;
  let at = 0;
  while (at < text.length) {
    const sign = text[at];
    if (sign === "{" || sign === "[") open.push(sign === "{" ? new Set() : null);
    if (sign === "}" || sign === "]") open.pop();
    if (sign !== '"') {
      at += 1;
      continue;
    }
    const end = endOfString(text, at);
    const next = skipBlanks(text, end);
    const object = open.at(-1);
    if (object && text[next] === ":") {
      const name = JSON.parse(text.slice(at, end)) as string;
      repeated ||= object.has(name);
      object.add(name);
      names.push({ name, depth: open.length });
    }
    at = end;
  }
  return { names, repeated };
}

/** The place behind the closing quote of the string that opens at `at`. */
function endOfString(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && text[end] !== '"') end += text[end] === "\\" ? 2 : 1;
  return end + 1;
}

function skipBlanks(text: string, at: number): number {
  let next = at;
  while (next < text.length && " \t\r\n".includes(text[next] ?? "x")) next += 1;
  return next;
}
