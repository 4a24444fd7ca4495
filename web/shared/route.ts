import { computed, signal } from "@preact/signals";

/** Routes stand in the fragment (`#/ibu/<id>`), so that each opens offline from the one page that the phone holds. */
const fragment = signal(location.hash);
addEventListener("hashchange", () => (fragment.value = location.hash));

/** The path as its parts: `#/ibu/42/pijat` is `["ibu", "42", "pijat"]`. */
export const route = computed(() => fragment.value.replace(/^#\/?/, "").split("?")[0]?.split("/").filter(Boolean).map(decodeURIComponent) ?? []);

/** What stands behind "?": `#/ibu/42/kunjungan?untuk=pijat` has `untuk`. */
export const query = computed(() => new URLSearchParams(fragment.value.split("?")[1] ?? ""));

/** To a page with a query behind its path. */
export function goToWith(query: Readonly<Record<string, string>>, ...parts: readonly string[]): void {
  location.hash = `/${parts.map(encodeURIComponent).join("/")}?${new URLSearchParams(query).toString()}`;
}

export function goTo(...parts: readonly string[]): void {
  location.hash = `/${parts.map(encodeURIComponent).join("/")}`;
}

/** The same, without a step that "back" returns to. */
export function replaceWith(...parts: readonly string[]): void {
  history.replaceState(null, "", `#/${parts.map(encodeURIComponent).join("/")}`);
  fragment.value = location.hash;
}
