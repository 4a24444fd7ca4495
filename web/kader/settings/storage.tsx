import type { JSX } from "preact";
import { Banner } from "#web/shared/controls/Banner.tsx";
import { device } from "#web/kader/shell/device.ts";
import { t } from "./texts.ts";

/** What no web app can prevent is said: somebody may clear the browser's data before everything is sent (L2). */
export const Storage = (): JSX.Element => (
  <section class="panel">
    <h2>{t("storage")}</h2>
    {device.storageFull.value && <Banner kind="refused" title={t("storageFull")} />}
    <p>{device.storagePersisted.value === true ? t("storageKept") : t("storageAtRisk")}</p>
    <small>{t("storageWarning")}</small>
  </section>
);
