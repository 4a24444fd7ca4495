import type { JSX } from "preact";
import { CONSENT_RECORD } from "#content/consent/record.ts";
import { CURRENT_BOOK } from "#content/rules/rule-book.ts";
import { device } from "#web/kader/shell/device.ts";
import { fullDate } from "#web/kader/shell/when.ts";
import { t } from "./texts.ts";

/** Which version of the app and of the rules speaks here, and that neither rules nor consent are signed yet. */
export const About = (): JSX.Element => (
  <section class="panel">
    <h2>{t("about")}</h2>
    <p>{clearanceText()}</p>
    <small>{t("version", { version: __APP_VERSION__ })}</small>
    <small>{t(CURRENT_BOOK.signed ? "rulesSigned" : "rules", { version: CURRENT_BOOK.version })}</small>
    <small>{t("consentText", { version: CONSENT_RECORD.version })}</small>
  </section>
);

function clearanceText(): string {
  const stand = device.clearance();
  switch (stand.state) {
    case "valid":
      return t("clearanceValid", { date: fullDate(stand.until) });
    case "expired":
      return t("clearanceExpired", { date: fullDate(stand.until) });
    case "withdrawn":
      return t("clearanceWithdrawn", { words: stand.words });
    case "none":
      return t("clearanceNone");
    default:
      return stand satisfies never;
  }
}
