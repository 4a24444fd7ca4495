import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Banner } from "#web/shared/controls/Banner.tsx";
import { Button } from "#web/shared/controls/Button.tsx";
import { Dialog } from "#web/shared/controls/Dialog.tsx";
import { TextField } from "#web/shared/controls/NumberField.tsx";
import { goTo } from "#web/shared/route.ts";
import { ApiError, post } from "../api.ts";
import { news } from "../live.ts";
import { t as frame } from "../texts.ts";
import { sayOnly } from "../toast.ts";
import { t } from "./texts.ts";

/** What she may ask for (S3): a summary on paper, and that everything about her goes. */
export const HerRights = ({ mother, name }: { mother: string; name: string }): JSX.Element => {
  const [erasing, setErasing] = useState(false);
  return (
    <details class="no-print">
      <summary>{t("rights")}</summary>
      <div class="stack">
        <small>{t("rightsText")}</small>
        <Button kind="line" low onClick={() => print()}>{t("rightsCopy")}</Button>
        <Button kind="stop" low onClick={() => setErasing(true)}>{t("erase")}</Button>
      </div>
      {erasing && <Erase mother={mother} name={name} onClose={() => setErasing(false)} />}
    </details>
  );
};

const Erase = ({ mother, name, onClose }: { mother: string; name: string; onClose: () => void }): JSX.Element => {
  const [typed, setTyped] = useState("");
  const [why, setWhy] = useState("");
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const erase = async (): Promise<void> => {
    setBusy(true);
    try {
      await post(`/api/console/mothers/${mother}/erase`, { why: why.trim(), name: typed.trim() });
      sayOnly(t("erased"));
      news.value += 1;
      goTo("ibu");
    } catch (failure) {
      setError(failure instanceof ApiError && failure.code === "other-name" ? t("eraseOtherName") : frame("failedText"));
    }
    setBusy(false);
  };
  return (
    <Dialog open title={t("eraseTitle", { name })} onClose={onClose}
      actions={<><Button kind="stop" busy={busy} disabled={typed.trim() === "" || why.trim().length < 3} onClick={() => void erase()}>{t("eraseDo")}</Button><Button kind="line" onClick={onClose}>{frame("cancel")}</Button></>}>
      <p>{t("eraseText")}</p>
      {error !== null && <Banner kind="refused" title={error} />}
      <TextField label={t("eraseName", { name })} text={typed} onText={setTyped} />
      <TextField label={t("eraseWhy")} text={why} onText={setWhy} />
    </Dialog>
  );
};
