import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { phoneNumber } from "#core/care/phone-number.ts";
import type { ProgrammePage } from "#core/console/wire.ts";
import { Button } from "#web/shared/controls/Button.tsx";
import { Dialog } from "#web/shared/controls/Dialog.tsx";
import { TextField } from "#web/shared/controls/NumberField.tsx";
import { Show, useLoaded } from "../loaded.tsx";
import { newId, tell } from "../pending.ts";
import { membership } from "../session.ts";
import { t as frame } from "../texts.ts";
import { sayOnly } from "../toast.ts";
import { t } from "./texts.ts";

/** What one writes of a kader, as typed. */
export type KaderFacts = { readonly name: string; readonly phone: string; readonly born: string; readonly posyandu: string; readonly area: string; readonly hasPhone: boolean | null };
export type KaderFault = { readonly phone: boolean; readonly born: boolean };

export function faultOf(facts: KaderFacts): KaderFault {
  const year = Number(facts.born);
  return {
    phone: facts.phone.trim() !== "" && phoneNumber(facts.phone) === null,
    born: facts.born.trim() !== "" && !(/^\d{4}$/.test(facts.born.trim()) && year > 1900 && year < new Date().getFullYear() - 10),
  };
}

export const KaderFields = (props: { facts: KaderFacts; fault: KaderFault; onFacts: (facts: KaderFacts) => void }): JSX.Element => {
  const { facts, onFacts } = props;
  return (
    <>
      <TextField label={t("name")} required text={facts.name} onText={(name) => onFacts({ ...facts, name })} />
      <div class="form-two">
        <TextField label={t("phone")} type="tel" hint={frame("optional")} error={props.fault.phone ? t("phoneBroken") : undefined} text={facts.phone} onText={(phone) => onFacts({ ...facts, phone })} />
        <TextField label={t("bornInYear")} hint={frame("optional")} error={props.fault.born ? t("bornBroken") : undefined} text={facts.born} onText={(born) => onFacts({ ...facts, born })} />
        <TextField label={t("posyandu")} hint={frame("optional")} text={facts.posyandu} onText={(posyandu) => onFacts({ ...facts, posyandu })} />
        <TextField label={t("area")} hint={frame("optional")} text={facts.area} onText={(area) => onFacts({ ...facts, area })} />
      </div>
      <label class="check"><input type="checkbox" checked={facts.hasPhone === true} onChange={(event) => onFacts({ ...facts, hasPhone: event.currentTarget.checked })} /> {t("hasPhone")}</label>
    </>
  );
};

export const AddKader = ({ onClose }: { onClose: () => void }): JSX.Element => {
  const held = useLoaded<ProgrammePage>("/api/console/programme");
  const [facts, setFacts] = useState<KaderFacts>({ name: "", phone: "", born: "", posyandu: "", area: "", hasPhone: null });
  const [tried, setTried] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const mine = membership.value?.site ?? null;
  const fault = tried ? faultOf(facts) : { phone: false, born: false };
  const add = async (): Promise<void> => {
    setTried(true);
    const bad = faultOf(facts);
    const sites = held.loaded.value.value?.sites ?? [];
    const site = mine ?? chosen ?? (sites.length === 1 ? (sites[0]?.site ?? null) : null);
    if (facts.name.trim() === "" || bad.phone || bad.born || site === null) return;
    const phone = phoneNumber(facts.phone);
    await tell({
      stream: `kader:${newId()}`,
      type: "kader.joined",
      body: { name: facts.name.trim(), site, invented: false, ...(phone !== null && { phone }), ...(facts.born.trim() !== "" && { bornInYear: Number(facts.born) }), ...(facts.posyandu.trim() !== "" && { posyandu: facts.posyandu.trim() }), ...(facts.area.trim() !== "" && { area: facts.area.trim() }), ...(facts.hasPhone !== null && { hasPhone: facts.hasPhone }) },
    });
    sayOnly(frame("saved"));
    onClose();
  };
  return (
    <Dialog open title={t("add")} onClose={onClose} actions={<><Button onClick={() => void add()}>{frame("save")}</Button><Button kind="line" onClick={onClose}>{frame("cancel")}</Button></>}>
      <Show of={held} rows={3}>
        {({ sites }) => (
          <>
            <KaderFields facts={facts} fault={fault} onFacts={setFacts} />
            {mine === null && sites.length > 1 && (
              <label class="field"><span>{t("site")}</span><select value={chosen ?? ""} onChange={(event) => setChosen(event.currentTarget.value || null)}><option value="" />{sites.map((one) => <option key={one.site} value={one.site}>{one.name}</option>)}</select></label>
            )}
          </>
        )}
      </Show>
    </Dialog>
  );
};
