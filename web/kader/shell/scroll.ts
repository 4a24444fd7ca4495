import { useEffect, useLayoutEffect } from "preact/hooks";

/** How far each page was scrolled, by address: kept while the app is open. */
const places = new Map<string, number>();

/** A page opens at its top; Ibu saya where one left it. */
export function useScrollPlace(page: string): void {
  useEffect(() => {
    history.scrollRestoration = "manual";
  }, []);
  useLayoutEffect(() => {
    scrollTo(0, page === "" ? (places.get(page) ?? 0) : 0);
    const keep = () => places.set(page, scrollY);
    addEventListener("scroll", keep, { passive: true });
    return () => removeEventListener("scroll", keep);
  }, [page]);
}
