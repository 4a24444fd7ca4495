import type { JSX } from "preact";
import { language } from "#web/shared/texts.ts";
import { Choice } from "#web/kader/shell/Choice.tsx";
import { chooseLanguage } from "#web/kader/shell/language.ts";
import { t } from "./texts.ts";

export const LanguageChoice = (): JSX.Element => (
  <section class="panel">
    <Choice legend={t("language")} chosen={language.value} onChoose={chooseLanguage} options={[{ key: "id", label: t("indonesian") }, { key: "en", label: t("english") }]} />
    <small>{t("textSize")}</small>
  </section>
);
