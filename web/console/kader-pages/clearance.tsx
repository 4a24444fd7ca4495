import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { dateAt, instantAt } from "#core/care/time.ts";
import type { ClearanceStanding, KaderView } from "#core/training/kader-view.ts";
import { Button } from "#web/shared/controls/Button.tsx";
import { Dialog } from "#web/shared/controls/Dialog.tsx";
import { TextField } from "#web/shared/controls/NumberField.tsx";
import { now } from "../now.ts";
import { newId, tell } from "../pending.ts";
import { role, timezone } from "../session.ts";
import { t as frame } from "../texts.ts";
import { say } from "../toast.ts";
import { dateWords } from "../words.ts";
import { halfYearLater, isFitUntil } from "./until.ts";
import { ClearanceWords } from "./kader-list.tsx";
import { t } from "./texts.ts";

/** The midwife clears by hand what she has seen herself, for half a year unless she says otherwise, and withholds it with a reason. */
export const Clearance = ({ view, clearance }: { view: KaderView; clearance: ClearanceStanding }): JSX.Element => {
  const [open, setOpen] = useState<"give" | "withdraw" | null>(null);
  const isMidwife = role.value === "midwife";
  return (
    <section class="panel">
      <div class="spread"><b>{t("clearanceTitle")}</b><ClearanceWords of={{ clearance }} /></div>
      {clearance.state === "withdrawn" && <small>“{clearance.words}”</small>}
      {clearance.state !== "valid" && <small>{t("clearanceIntro")}</small>}
      {isMidwife && (
        <div class="two">
          <Button low kind={clearance.state === "valid" ? "line" : "primary"} onClick={() => setOpen("give")}>{t(clearance.state === "valid" ? "renew" : "give")}</Button>
          {clearance.state === "valid" && <Button low kind="stop" onClick={() => setOpen("withdraw")}>{t("withdraw")}</Button>}
        </div>
      )}
      {open === "give" && <Give view={view} onClose={() => setOpen(null)} />}
      {open === "withdraw" && clearance.state === "valid" && <Withdraw view={view} onClose={() => setOpen(null)} />}
    </section>
  );
};

const Give = ({ view, onClose }: { view: KaderView; onClose: () => void }): JSX.Element => {
  const today = dateAt(now.value, timezone.value);
  const [until, setUntil] = useState(halfYearLater(today));
  const [seen, setSeen] = useState(false);
  const [words, setWords] = useState("");
  const fits = isFitUntil(until, today);
  const give = async (): Promise<void> => {
    const from = new Date(now.value).toISOString();
    // To the end of that day, where she is.
    const end = instantAt(until, "23:59", timezone.value);
    const entries = await tell({ stream: view.stream, type: "clearance.granted", body: { clearance: newId(), from, until: end, basis: "by-hand", ...(words.trim() !== "" && { words: words.trim() }) } });
    onClose();
    say({ entries, stream: view.stream, text: t("given", { name: view.name, date: dateWords(until) }), kept: t("kept"), undone: t("takenBack") });
  };
  return (
    <Dialog open title={`${t("give")}: ${view.name}`} onClose={onClose}
      actions={<><Button disabled={!fits || !seen} onClick={() => void give()}>{fits ? t("giveDo", { date: dateWords(until) }) : t("give")}</Button><Button kind="line" onClick={onClose}>{frame("cancel")}</Button></>}>
      <p>{t("giveText")}</p>
      <label class="check"><input type="checkbox" checked={seen} onChange={(event) => setSeen(event.currentTarget.checked)} /> {t("seenDemo")}</label>
      <TextField type="date" label={t("until")} hint={t("untilHint")} error={fits ? undefined : t("untilBroken")} text={until} onText={setUntil} />
      <TextField long label={t("words")} hint={frame("optional")} text={words} onText={setWords} />
    </Dialog>
  );
};

const Withdraw = ({ view, onClose }: { view: KaderView; onClose: () => void }): JSX.Element => {
  const [words, setWords] = useState("");
  const [tried, setTried] = useState(false);
  const withdraw = async (): Promise<void> => {
    setTried(true);
    if (words.trim() === "") return;
    // All that are valid: one left standing would let her go on.
    const valid = view.clearances.filter((one) => Date.parse(one.until) > now.value);
    const entries = await tell(...valid.map((one) => ({ stream: view.stream, type: "clearance.withdrawn", body: { clearance: one.clearance, words: words.trim() } })));
    onClose();
    say({ entries, stream: view.stream, text: t("withdrawn", { name: view.name }), kept: t("kept"), undone: t("takenBack") });
  };
  return (
    <Dialog open title={t("withdrawTitle", { name: view.name })} onClose={onClose} actions={<><Button kind="stop" onClick={() => void withdraw()}>{t("withdrawDo")}</Button><Button kind="line" onClick={onClose}>{frame("cancel")}</Button></>}>
      <p>{t("withdrawText")}</p>
      <TextField long label={t("withdrawWords")} error={tried && words.trim() === "" ? t("withdrawNeeded") : undefined} text={words} onText={setWords} />
    </Dialog>
  );
};
