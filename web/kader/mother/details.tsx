import type { JSX } from "preact";
import { maskedNik } from "#core/care/nik.ts";
import { spokenNumber } from "#core/care/phone-number.ts";
import type { MotherView } from "#core/care/mother-view.ts";
import { Button } from "#web/shared/controls/Button.tsx";
import { goTo } from "#web/shared/route.ts";
import { dayText } from "#web/kader/shell/when.ts";
import { t } from "./texts.ts";

/** How to find her, what she agreed to, and the ways to change either. */
export const Details = ({ view, mother }: { view: MotherView; mother: string }): JSX.Element => {
  const { phone, address, landmark, nik } = view.details;
  const rows = [
    [t("phone"), typeof phone === "string" ? spokenNumber(phone) : null],
    [t("address"), address],
    [t("landmark"), landmark],
    [t("nik"), typeof nik === "string" ? maskedNik(nik) : null],
    [t("consent"), consentText(view)],
  ].filter((row): row is [string, string] => typeof row[1] === "string");
  const { open, ended } = careOf(view);
  return (
    <section class="stack">
      <h2>{t("more")}</h2>
      <dl class="summary">{rows.map(([term, text]) => <div key={term}><dt>{term}</dt><dd>{text}</dd></div>)}</dl>
      <div class="two">
        <Button kind="line" low onClick={() => goTo("ibu", mother, "ubah")}>{t("change")}</Button>
        <Button kind="line" low onClick={() => goTo("ibu", mother, "persetujuan")}>{t("consent")}</Button>
        {!open && !ended && view.consent.state === "given" && <Button kind="line" low onClick={() => goTo("ibu", mother, "keluhan")}>{t("openCase")}</Button>}
        {!ended && <Button kind="line" low onClick={() => goTo("ibu", mother, "selesai")}>{t("endCare")}</Button>}
      </div>
    </section>
  );
};

/** Whether a difficulty is being accompanied now, and whether the accompaniment has ended. */
export function careOf(view: Pick<MotherView, "cases">): { readonly open: boolean; readonly ended: boolean } {
  const open = view.cases.some((one) => one.closed === undefined);
  return { open, ended: !open && view.cases.length > 0 };
}

function consentText({ consent }: MotherView): string {
  if (consent.state === "none") return t("consentNone");
  if (consent.state === "withdrawn") return t("consentWithdrawn", { day: dayText(consent.at) });
  const given = t("consentGiven", { day: dayText(consent.at) });
  return consent.guardian === undefined ? given : `${given}; ${t("consentGuardian", { name: consent.guardian.name })}`;
}
