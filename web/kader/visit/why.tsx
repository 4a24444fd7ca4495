import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { FiredRule } from "#core/triage/engine.ts";
import { findBook } from "#content/rules/rule-book.ts";
import { Button } from "#web/shared/controls/Button.tsx";
import { Dialog } from "#web/shared/controls/Dialog.tsx";
import { reasonsOf } from "#web/shared/rule-words.ts";
import { t } from "./texts.ts";

/** Behind "why?": the version of the rules, that nobody has signed it yet, and what each rule that fired stands on. */
export function Why({ fired, version }: { readonly fired: readonly FiredRule[]; readonly version: number }): JSX.Element {
  const open = useSignal(false);
  const book = findBook(version);
  return (
    <>
      <button type="button" class="link" onClick={() => (open.value = true)}>{t("why")}</button>
      <Dialog open={open.value} title={t("whyTitle")} onClose={() => (open.value = false)} actions={<Button kind="quiet" onClick={() => (open.value = false)}>{t("whyClose")}</Button>}>
        <p>{t("whyVersion", { version })} {book?.signed !== true && t("whyUnsigned")}</p>
        <ul class="plain stack">
          {fired.map(({ id }) => {
            const rule = book?.rules.find((one) => one.id === id);
            const marks = rule === undefined ? [] : [...new Set(rule.evidence.map(({ mark }) => t(`evidence.${mark}`)))];
            const sources = rule === undefined || rule.sources.length === 0 ? t("whyNoSource") : rule.sources.join(", ");
            return <li key={id}><b>{id}</b> {reasonsOf([{ id, because: [] }], {}).join("; ")}<br /><small>{marks.join(", ")} · {sources}</small></li>;
          })}
        </ul>
      </Dialog>
    </>
  );
}
