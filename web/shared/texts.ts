import { signal } from "@preact/signals";

export type Language = "id" | "en";
export const language = signal<Language>("id");

type Params = Readonly<Record<string, string | number>>;

/** Puts `params` where `{name}` stands; what is not given stays as it is. */
export const fill = (text: string, params: Params): string => text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));

/**
 * The texts of one feature. Indonesian comes with the feature's script; English is fetched when somebody chooses it, and
 * has the same keys (checked by type). `{name}` in a text is filled from `params`.
 */
export function catalogue<K extends string>(indonesian: Readonly<Record<K, string>>, english: () => Promise<{ readonly TEXTS: Readonly<Record<K, string>> }>) {
  const loaded = signal<Readonly<Record<K, string>> | null>(null);
  let asked = false;
  return function t(key: K, params: Params = {}): string {
    if (language.value === "en" && !asked) {
      asked = true;
      void english().then((module) => (loaded.value = module.TEXTS), () => (asked = false));
    }
    const text = language.value === "en" && loaded.value !== null ? loaded.value[key] : indonesian[key];
    return fill(text, params);
  };
}
