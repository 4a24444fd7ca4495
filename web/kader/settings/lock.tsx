import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "#web/shared/controls/Button.tsx";
import { Dialog } from "#web/shared/controls/Dialog.tsx";
import { IconLock } from "#web/shared/controls/icons.tsx";
import { goTo, replaceWith } from "#web/shared/route.ts";
import { device } from "#web/kader/shell/device.ts";
import { t } from "./texts.ts";

/** Locking, the PIN, and leaving the phone, which loses no entry and says what it does lose. */
export const Lock = (): JSX.Element => {
  const [leaving, setLeaving] = useState(false);
  const [drafts, setDrafts] = useState(0);
  const { unsent, sent, refused } = device.counters.value;
  const waiting = unsent + sent + refused;
  const ask = () => void device.drafts.list().then((kept) => { setDrafts(kept.length); setLeaving(true); }, () => setLeaving(true));
  const leave = async () => {
    await device.signOut();
    replaceWith();
  };
  return (
    <section class="panel">
      <h2>{t("lock")}</h2>
      <Button kind="quiet" low icon={<IconLock size={20} />} onClick={() => void device.lock()}>{t("lockNow")}</Button>
      <small>{t("lockHint")}</small>
      <div class="two">
        <Button kind="line" low onClick={() => goTo("hp", "pin")}>{t("changePin")}</Button>
        <Button kind="line" low onClick={ask}>{t("leave")}</Button>
      </div>
      <Dialog open={leaving} title={t("leaveTitle")} onClose={() => setLeaving(false)}
        actions={<><Button kind="line" onClick={() => void leave()}>{t("leaveYes")}</Button><Button onClick={() => setLeaving(false)}>{t("cancel")}</Button></>}>
        <p>{t("leaveText")}</p>
        {waiting > 0 && <p><b>{t("leaveUnsent", { count: waiting })}</b></p>}
        {drafts > 0 && <p><b>{t("leaveDrafts", { count: drafts })}</b></p>}
      </Dialog>
    </section>
  );
};
