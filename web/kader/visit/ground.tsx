import type { JSX } from "preact";
import type { Grounded } from "#core/care/advice.ts";
import { t } from "./texts.ts";

/** What a piece of advice stands on, in one small line. */
export const Ground = ({ of }: { readonly of: Grounded }): JSX.Element => (
  <small>{t("why")} {t(`evidence.${of.evidence}`)}{of.sources.length > 0 ? ` (${of.sources.join(", ")})` : ""}</small>
);
