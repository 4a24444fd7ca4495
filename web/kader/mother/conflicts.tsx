import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { CATALOGUE } from "#core/catalogue.ts";
import { decide } from "#core/care/decide.ts";
import { maskedNik } from "#core/care/nik.ts";
import { spokenNumber } from "#core/care/phone-number.ts";
import type { MotherView } from "#core/care/mother-view.ts";
import type { Conflict, Said } from "#core/ledger/fold.ts";
import { Banner } from "#web/shared/controls/Banner.tsx";
import { Button } from "#web/shared/controls/Button.tsx";
import { Dialog } from "#web/shared/controls/Dialog.tsx";
import { device } from "#web/kader/shell/device.ts";
import { t as shell } from "#web/kader/shell/texts.ts";
import { calendarText, dayText, timeText } from "#web/kader/shell/when.ts";
import { nameOf } from "#web/kader/shell/who-did-it.ts";
import { t } from "./texts.ts";

/** Two truths about one thing: both are shown with who said them, and a person chooses (L4). */
export const Conflicts = ({ view, onSaid }: { view: MotherView; onSaid: (said: string) => void }): JSX.Element | null => {
  const [field, setField] = useState<string | null>(null);
  const conflict = view.conflicts.find((one) => one.field === field);
  const role = device.person.value?.role ?? "kader";
  if (view.conflicts.length === 0) return null;
  const choose = (chosen: Said) => {
    const decision = conflict === undefined ? null : decide(CATALOGUE, conflict, chosen, role);
    if (decision === null) return;
    setField(null);
    const { type, ...entry } = decision;
    device.record(type, { stream: view.stream, ...entry }).then(() => onSaid(t("saved")), () => onSaid(t("notSaved")));
  };
  return (
    <>
      {view.conflicts.map((one) => (
        <Banner key={one.field} kind="conflict" title={`${t("conflictTitle")}: ${fieldText(one.field)}`}
          action={<Button kind="quiet" low fit onClick={() => setField(one.field)}>{t("conflictOpen")}</Button>} />
      ))}
      <Dialog open={conflict !== undefined} title={t("conflictAsk")} onClose={() => setField(null)} actions={<Button kind="text" low onClick={() => setField(null)}>{shell("close")}</Button>}>
        {conflict !== undefined && (
          <>
            <p class="small">{t("conflictHint", { field: fieldText(conflict.field) })}</p>
            {conflict.values.map((value) => <Truth key={value.by[0]?.id} conflict={conflict} value={value} mayChoose={decide(CATALOGUE, conflict, value, role) !== null} onChoose={() => choose(value)} />)}
            {conflict.values.every((value) => decide(CATALOGUE, conflict, value, role) === null) && <p>{t("conflictMidwife")}</p>}
          </>
        )}
      </Dialog>
    </>
  );
};

const Truth = ({ conflict, value, mayChoose, onChoose }: { conflict: Conflict; value: Said; mayChoose: boolean; onChoose: () => void }): JSX.Element => {
  const first = value.by[0];
  return (
    <div class="panel">
      <b>{valueText(conflict.field, value)}</b>
      {first !== undefined && <small>{t("saidBy", { name: nameOf(first.performer) ?? t("someoneElse"), when: `${dayText(first.occurredAt)}, ${timeText(first.occurredAt)}` })}</small>}
      {mayChoose && <Button kind="quiet" low onClick={onChoose}>{t("conflictChoose")}</Button>}
    </div>
  );
};

const DETAILS = ["name", "calledBy", "bornOn", "bornInYear", "phone", "nik", "address", "landmark", "reads", "language"] as const;
const KINDS = ["birth", "consent", "followUp", "case", "visit"] as const;

function fieldText(field: string): string {
  const [kind, key] = field.split("/");
  const detail = DETAILS.find((one) => kind === "mother" && one === key);
  if (detail !== undefined) return t(`field.${detail}`);
  return t(`field.${KINDS.find((one) => one === kind) ?? "other"}`);
}

const SHOWN: Readonly<Record<string, (text: string) => string>> = { "mother/nik": maskedNik, "mother/phone": spokenNumber, "mother/bornOn": calendarText };

/** A value in words; of a whole entry, what tells the two apart. */
function valueText(field: string, { value }: Said): string {
  if (typeof value === "boolean") return shell(value ? "yes" : "no");
  if (typeof value === "string") return SHOWN[field]?.(value) ?? value;
  if (typeof value === "number") return String(value);
  const facts = (value ?? {}) as Record<string, unknown>;
  const at = facts["bornAt"] ?? facts["due"];
  if (typeof at === "string") return `${dayText(at)}, ${timeText(at)}`;
  if (facts["state"] === "given" || facts["state"] === "withdrawn") return t(facts["state"] === "given" ? "registered" : "consentStop");
  if (typeof facts["outcome"] === "string") return t(`outcome.${facts["outcome"]}` as "outcome.improved");
  if (typeof facts["problem"] === "string") return t(`problem.${facts["problem"]}` as "problem.other");
  return t("field.other");
}
