import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { css } from "#web/shared/controls/class-signs.ts";
import { language } from "#web/shared/texts.ts";
import { t } from "./texts.ts";

type Parts = { readonly day: string; readonly month: string; readonly year: string };

/** A birthday long ago: typed, because a calendar that opens at today is many taps away from it. */
export const DateFields = (props: { legend: string; parts: Parts; onParts: (parts: Parts) => void; error?: string | undefined }): JSX.Element => {
  const id = useId();
  const { parts, onParts } = props;
  const months = Array.from({ length: 12 }, (_, at) => new Intl.DateTimeFormat(language.value === "id" ? "id-ID" : "en-GB", { month: "long", timeZone: "UTC" }).format(Date.UTC(2000, at, 1)));
  const digits = (text: string, most: number) => text.replaceAll(/\D/g, "").slice(0, most);
  const described = { "aria-invalid": props.error !== undefined, "aria-describedby": `${id}-more` };
  return (
    <fieldset>
      <legend class="legend">{props.legend}</legend>
      <div class="date-row">
        <div class={css("field", props.error !== undefined && "bad")}>
          <label for={`${id}-day`}>{t("day")}</label>
          <input id={`${id}-day`} type="text" inputMode="numeric" autocomplete="off" value={parts.day} {...described} onInput={(event) => onParts({ ...parts, day: digits(event.currentTarget.value, 2) })} />
        </div>
        <div class={css("field", props.error !== undefined && "bad")}>
          <label for={`${id}-month`}>{t("month")}</label>
          <select id={`${id}-month`} value={parts.month} {...described} onChange={(event) => onParts({ ...parts, month: event.currentTarget.value })}>
            <option value="" />
            {months.map((month, at) => <option key={month} value={String(at + 1)}>{month}</option>)}
          </select>
        </div>
        <div class={css("field", props.error !== undefined && "bad")}>
          <label for={`${id}-year`}>{t("year")}</label>
          <input id={`${id}-year`} type="text" inputMode="numeric" autocomplete="off" value={parts.year} {...described} onInput={(event) => onParts({ ...parts, year: digits(event.currentTarget.value, 4) })} />
        </div>
      </div>
      <div id={`${id}-more`} aria-live="polite">{props.error && <p class="field-error">{props.error}</p>}</div>
    </fieldset>
  );
};
