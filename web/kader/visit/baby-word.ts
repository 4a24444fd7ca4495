import type { MotherView } from "#core/care/mother-view.ts";
import { t } from "./texts.ts";

/** "bayi" where there is one without a name, "Rafi", or "bayi 2" of twins. */
export function babyWord(view: MotherView, baby: string | null): string {
  const babies = view.births.at(-1)?.babies ?? [];
  const place = babies.findIndex((one) => one.baby === baby);
  const name = babies[place]?.name;
  if (name !== undefined) return name;
  return babies.length > 1 && place >= 0 ? t("babyNumber", { number: place + 1 }) : t("baby");
}

/** Above the question, for twins: which of them is meant. */
export function babySub(view: MotherView, baby: string | null): string | undefined {
  const babies = view.births.at(-1)?.babies ?? [];
  const place = babies.findIndex((one) => one.baby === baby);
  if (babies.length < 2 || place < 0) return undefined;
  const name = babies[place]?.name;
  return name === undefined ? t("aboutBabyNumber", { number: place + 1 }) : t("aboutBabyNamed", { number: place + 1, baby: name });
}
