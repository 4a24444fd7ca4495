import { replaceWith } from "#web/shared/route.ts";

/** The Navigation API (Chrome 102 and later); TypeScript does not know it yet. */
type Navigation = { readonly currentEntry: { readonly index: number } | null; readonly entries: () => readonly { readonly url: string | null }[] };

/**
 * Goes up to a page. Where one came from there, it is a step back, so that the phone's own back key does not walk through the
 * same pages twice; else the page takes the place of this one.
 */
export function backTo(...parts: readonly string[]): void {
  const navigation = (globalThis as { navigation?: Navigation }).navigation;
  const before = navigation?.entries()[(navigation.currentEntry?.index ?? 0) - 1]?.url;
  if (before && isPage(new URL(before).hash, parts)) history.back();
  else replaceWith(...parts);
}

const isPage = (hash: string, parts: readonly string[]): boolean => hash.replace(/^#?\/?/, "").split("?")[0] === parts.map(encodeURIComponent).join("/");
