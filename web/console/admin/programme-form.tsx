import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { ProgrammePage } from "#core/console/wire.ts";
import { Button } from "#web/shared/controls/Button.tsx";
import { Dialog } from "#web/shared/controls/Dialog.tsx";
import { TextField } from "#web/shared/controls/NumberField.tsx";
import { tell } from "../pending.ts";
import { t as frame } from "../texts.ts";
import { sayOnly } from "../toast.ts";
import { t } from "./texts.ts";

const FIELDS = ["permits", "hosts", "runs"] as const;
const DATES = ["starts", "ends"] as const;

/** The programme's facts, said anew; what it was made as (a demo or not) stays. */
export const ProgrammeForm = ({ programme, onClose }: { programme: ProgrammePage; onClose: () => void }): JSX.Element => {
  const { demo, aim } = programme;
  const [facts, setFacts] = useState({ name: programme.name, permits: programme.permits ?? "", hosts: programme.hosts ?? "", runs: programme.runs ?? "", starts: programme.starts ?? "", ends: programme.ends ?? "" });
  const backwards = facts.starts !== "" && facts.ends !== "" && facts.ends < facts.starts;
  const save = async (): Promise<void> => {
    const filled = Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, value.trim()]).filter(([, value]) => value !== ""));
    await tell({ stream: programme.stream, type: "programme.created", body: { ...filled, demo, ...(aim !== undefined && { aim }) }, replaces: programme.saidBy["programme"] ?? [] });
    sayOnly(frame("saved"));
    onClose();
  };
  return (
    <Dialog open title={t("facts")} onClose={onClose} actions={<><Button disabled={facts.name.trim() === "" || backwards} onClick={() => void save()}>{frame("save")}</Button><Button kind="line" onClick={onClose}>{frame("cancel")}</Button></>}>
      <TextField label={frame("foundName")} required error={facts.name.trim() === "" ? t("nameNeeded") : undefined} text={facts.name} onText={(name) => setFacts({ ...facts, name })} />
      {FIELDS.map((key) => <TextField key={key} label={t(key)} hint={frame("optional")} text={facts[key]} onText={(text) => setFacts({ ...facts, [key]: text })} />)}
      <div class="form-two">{DATES.map((key) => <TextField key={key} type="date" label={t(key)} error={key === "ends" && backwards ? t("endsFirst") : undefined} text={facts[key]} onText={(text) => setFacts({ ...facts, [key]: text })} />)}</div>
    </Dialog>
  );
};
