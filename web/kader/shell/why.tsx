import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { Grounded } from "#core/care/advice.ts";
import { findBook } from "#content/rules/rule-book.ts";
import { SOURCES } from "#content/rules/sources.ts";
import { TEXTS } from "#content/texts/why.id.ts";
import { Button } from "#web/shared/controls/Button.tsx";
import { Dialog } from "#web/shared/controls/Dialog.tsx";
import { reasonsOf } from "#web/shared/rule-words.ts";
import { catalogue } from "#web/shared/texts.ts";

const t = catalogue(TEXTS, () => import("#content/texts/why.en.ts"));

const titles = (codes: readonly string[]): string => (codes.length === 0 ? t("noSource") : codes.map((code) => SOURCES[code]?.title ?? code).join("; "));

/** "rules version 1, not yet approved", and behind "why?" what each rule that fired stands on. */
export function Why({ rules, version, mark = false }: { readonly rules: readonly string[]; readonly version: number; readonly mark?: boolean }): JSX.Element {
  const open = useSignal(false);
  const book = findBook(version);
  const signed = book?.signed === true;
  return (
    <>
      <span class="why-line">
        {mark && <small>{t(signed ? "markSigned" : "mark", { version })}</small>}
        <button type="button" class="link" onClick={() => (open.value = true)}>{t("why")}</button>
      </span>
      <Dialog open={open.value} title={t("title")} onClose={() => (open.value = false)} actions={<Button kind="quiet" onClick={() => (open.value = false)}>{t("close")}</Button>}>
        <p>{t("version", { version })} {!signed && t("unsigned")}</p>
        <ul class="plain stack">
          {rules.map((id) => {
            const rule = book?.rules.find((one) => one.id === id);
            const marks = [...new Set(rule?.evidence.map(({ mark: evidence }) => t(`evidence.${evidence}`)))];
            return <li key={id}><b>{id}</b> {reasonsOf([{ id, because: [] }], {}).join("; ")}<br /><small>{marks.join(", ")}: {titles(rule?.sources ?? [])}</small></li>;
          })}
        </ul>
      </Dialog>
    </>
  );
}

/** What a piece of advice stands on, folded away. */
export const Ground = ({ of }: { readonly of: Grounded }): JSX.Element => (
  <details class="more small">
    <summary>{t("why")}</summary>
    <p>{t(`evidence.${of.evidence}`)}: {titles(of.sources)}</p>
  </details>
);
