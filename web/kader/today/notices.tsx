import type { JSX } from "preact";
import { Banner } from "#web/shared/controls/Banner.tsx";
import { Button } from "#web/shared/controls/Button.tsx";
import { device } from "#web/kader/shell/device.ts";
import { installLater, installOffer, suggestInstall } from "#web/kader/shell/install.ts";
import { t as shell } from "#web/kader/shell/texts.ts";
import { applyUpdate } from "#web/kader/shell/update.ts";
import { t } from "./texts.ts";

const A_DAY = 24 * 3_600_000;

/** What the phone itself needs from her: at most one at a time, the gravest first. A new version is only offered here. What can wait stands below the list. */
export const Notices = ({ when }: { when: "urgent" | "calm" }): JSX.Element | null => {
  if (when === "calm") return suggestInstall.value && urgent() === null ? <Install /> : null;
  return urgent();
};

function urgent(): JSX.Element | null {
  if (device.storageFull.value) return <Banner kind="refused" title={t("storageFull")} />;
  if (Math.abs(device.clockOff.value ?? 0) > A_DAY) return <Banner kind="refused" title={t("clockOff")} />;
  const update = applyUpdate.value;
  if (update !== null) {
    return <Banner kind="info" title={shell("updateTitle")} action={<Button kind="quiet" low fit onClick={update}>{shell("updateNow")}</Button>}>{shell("updateText")}</Banner>;
  }
  if (device.parked.value > 0) return <Banner kind="info" title={t("parked")} />;
  return null;
}

const Install = (): JSX.Element => {
  const install = installOffer.value;
  return (
    <Banner kind="info" title={t("installTitle")} action={
      <div class="spread">
        {install !== null && <Button kind="quiet" low fit onClick={install}>{t("installNow")}</Button>}
        <Button kind="text" low fit onClick={installLater}>{t("notNow")}</Button>
      </div>}>
      {install === null ? t("installByHand") : t("installText")}
    </Banner>
  );
};
