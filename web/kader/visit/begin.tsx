import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { VISIT_KINDS, type VisitKind } from "#core/care/visit.ts";
import { Choice } from "#web/kader/shell/Choice.tsx";
import { device } from "#web/kader/shell/device.ts";
import { Button } from "#web/shared/controls/Button.tsx";
import { TextField } from "#web/shared/controls/NumberField.tsx";
import { Question, Screen } from "#web/shared/controls/Screen.tsx";
import { momentOf, paperFault } from "./paper-time.ts";
import { t } from "./texts.ts";

type Props = { readonly name: string; readonly bar: JSX.Element; readonly onBegin: (kind: VisitKind, paperAt: string | null) => void };

/** How they meet; one tap begins. A paper form brings its own date. */
export function Begin({ name, bar, onBegin }: Props): JSX.Element {
  const paper = useSignal(false);
  if (paper.value) return <FromPaper name={name} bar={bar} onBegin={onBegin} onBack={() => (paper.value = false)} />;
  return (
    <Screen
      bar={bar}
      actions={
        <>
          {VISIT_KINDS.map((kind) => <Button key={kind} kind={kind === "home" ? "primary" : "line"} onClick={() => onBegin(kind, null)}>{t(`kind.${kind}`)}</Button>)}
          <Button kind="text" low onClick={() => (paper.value = true)}>{t("fromPaper")}</Button>
        </>
      }
    >
      <Question id="begin">{t("beginAsk", { name })}</Question>
    </Screen>
  );
}

/** The true date and time of a visit that was written on paper. */
function FromPaper({ name, bar, onBegin, onBack }: Props & { readonly onBack: () => void }): JSX.Element {
  const kind = useSignal<VisitKind | null>(null);
  const date = useSignal(device.today());
  const time = useSignal("");
  const asked = useSignal(false);
  const timezone = device.site.value?.timezone ?? "Asia/Jakarta";
  const fault = paperFault(date.value, time.value, timezone, device.now().getTime());
  const begin = () => {
    asked.value = true;
    const moment = momentOf(date.value, time.value, timezone);
    if (fault === null && moment !== null && kind.value !== null) onBegin(kind.value, moment);
  };
  const errors = { missing: t("paperMissing"), future: t("paperFuture"), old: t("paperOld") } as const;
  return (
    <Screen
      bar={bar}
      actions={
        <>
          <Button kind="text" low onClick={onBack}>{t("beginNow")}</Button>
          <Button disabled={kind.value === null} onClick={begin}>{t("next")}</Button>
        </>
      }
    >
      <Question id="paper" hint={t("paperHint")}>{t("paperAsk")}</Question>
      <div class="two">
        <TextField label={t("paperDate")} type="date" text={date.value} onText={(text) => (date.value = text)} />
        <TextField label={t("paperTime")} type="time" text={time.value} onText={(text) => (time.value = text)} />
      </div>
      <div aria-live="polite">{asked.value && fault !== null && <p class="field-error">{errors[fault]}</p>}</div>
      <Choice legend={t("beginAsk", { name })} options={VISIT_KINDS.map((key) => ({ key, label: t(`kind.${key}`) }))} chosen={kind.value} onChoose={(key) => (kind.value = key)} />
    </Screen>
  );
}
