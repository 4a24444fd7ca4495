import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { ProgrammePage, StaffLine } from "#core/console/wire.ts";
import { Banner } from "#web/shared/controls/Banner.tsx";
import { Button } from "#web/shared/controls/Button.tsx";
import { ChoiceList } from "#web/shared/controls/ChoiceList.tsx";
import { Dialog } from "#web/shared/controls/Dialog.tsx";
import { TextField } from "#web/shared/controls/NumberField.tsx";
import { ApiError, post } from "../api.ts";
import { Show, useLoaded } from "../loaded.tsx";
import { t as frame } from "../texts.ts";
import { sayOnly } from "../toast.ts";
import { t } from "./texts.ts";

const ROLES = ["midwife", "lead", "head", "operator"] as const;
const ERRORS = ["site-needed", "site-unknown", "phone-broken", "yourself"] as const;
const roleWord = (role: (typeof ROLES)[number]): string => frame(({ midwife: "roleMidwife", lead: "roleLead", head: "roleHead", operator: "roleOperator" } as const)[role]);
const errorWords = (failure: unknown): string => {
  const known = ERRORS.find((one) => failure instanceof ApiError && failure.code === one);
  return t(known === undefined ? "error.other" : `error.${known}`);
};

type Given = { readonly name: string; readonly link: string };

/** Staff and their way in. The operator alone lets people in; who leaves sees nothing from that moment. */
export const People = (): JSX.Element => {
  const held = useLoaded<ProgrammePage>("/api/console/programme");
  const [given, setGiven] = useState<Given | null>(null);
  const [leaving, setLeaving] = useState<StaffLine | null>(null);
  const [adding, setAdding] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const link = (one: StaffLine): Promise<void> =>
    post<{ link: string }>(`/api/console/people/${one.person}/link`, {}).then(
      (answer) => (setError(null), setGiven({ name: one.name, link: answer.link }), held.again()),
      (failure: unknown) => setError(errorWords(failure)),
    );
  const leave = async (one: StaffLine): Promise<void> => {
    setLeaving(null);
    await post(`/api/console/people/${one.person}/leave`, { role: one.role }).then(() => sayOnly(t("left", { name: one.name })), (failure: unknown) => setError(errorWords(failure)));
    held.again();
  };

  return (
    <>
      <div class="main-head"><div><h1>{t("peopleTitle")}</h1><small>{t("peopleIntro")}</small></div><div class="main-tools"><Button low onClick={() => setAdding(true)}>{t("addPerson")}</Button></div></div>
      <div aria-live="polite">{error !== null && <Banner kind="refused" title={error} />}</div>
      {given !== null && (
        <Banner kind="info" title={t("linkFor", { name: given.name })} action={<><code class="link">{given.link}</code><Button low fit onClick={() => void navigator.clipboard.writeText(given.link).then(() => sayOnly(t("copied")))}>{t("copy")}</Button></>}>{t("linkText", { name: given.name })}</Banner>
      )}
      <Show of={held}>
        {({ staff, sites }) => (
          <>
            <div class="table-frame">
              <table class="table">
                <tbody>
                  {[...staff].sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role) || a.name.localeCompare(b.name)).map((one) => (
                    <tr key={`${one.person} ${one.role}`}>
                      <td><b>{one.name}</b>{!one.hasAccount && <><br /><small>{t("noAccount")}</small></>}</td>
                      <td>{roleWord(one.role)}</td>
                      <td>{sites.find((site) => site.site === one.site)?.name ?? ""}</td>
                      <td class="table-tools"><Button kind="quiet" low fit onClick={() => void link(one)}>{t("newLink")}</Button><Button kind="line" low fit onClick={() => setLeaving(one)}>{t("leave")}</Button></td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            {adding && <AddPerson sites={sites} onClose={() => setAdding(false)} onDone={(made) => (setAdding(false), setGiven(made), held.again())} />}
          </>
        )}
      </Show>
      {leaving !== null && (
        <Dialog open title={t("leaveTitle", { name: leaving.name, role: roleWord(leaving.role) })} onClose={() => setLeaving(null)} actions={<><Button kind="stop" onClick={() => void leave(leaving)}>{t("leaveDo")}</Button><Button kind="line" onClick={() => setLeaving(null)}>{frame("cancel")}</Button></>}><p>{t("leaveText")}</p></Dialog>
      )}
    </>
  );
};

const AddPerson = (props: { sites: ProgrammePage["sites"]; onClose: () => void; onDone: (given: Given) => void }): JSX.Element => {
  const [name, setName] = useState("");
  const [phone, setPhone] = useState("");
  const [role, setRole] = useState<string | null>(null);
  const [site, setSite] = useState(props.sites.length === 1 ? (props.sites[0]?.site ?? "") : "");
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const wantsSite = role === "midwife" || role === "head";
  const add = async (): Promise<void> => {
    setBusy(true);
    try {
      const { link } = await post<{ link: string }>("/api/console/people", { name: name.trim(), role, site: wantsSite && site !== "" ? site : null, ...(phone.trim() !== "" && { phone: phone.trim() }) });
      props.onDone({ name: name.trim(), link });
    } catch (failure) {
      setError(errorWords(failure));
    }
    setBusy(false);
  };
  return (
    <Dialog open title={t("addPerson")} onClose={props.onClose} actions={<><Button busy={busy} disabled={name.trim() === "" || role === null} onClick={() => void add()}>{t("add")}</Button><Button kind="line" onClick={props.onClose}>{frame("cancel")}</Button></>}>
      {error !== null && <Banner kind="refused" title={error} />}
      <TextField label={t("personName")} text={name} onText={setName} />
      <h3 id="person-role">{t("role")}</h3>
      <ChoiceList labelledBy="person-role" name="person-role" chosen={role} onChoose={setRole} options={ROLES.map((one) => ({ key: one, label: roleWord(one), hint: t(`role.${one}`).split(": ")[1] }))} />
      {wantsSite && <label class="field"><span class="legend">{t("roleSite")}</span><select value={site} onChange={(event) => setSite(event.currentTarget.value)}><option value="" />{props.sites.map((one) => <option key={one.site} value={one.site}>{one.name}</option>)}</select></label>}
      <TextField label={t("rolePhone")} type="tel" hint={frame("optional")} text={phone} onText={setPhone} />
    </Dialog>
  );
};
