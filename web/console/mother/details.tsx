import type { JSX } from "preact";
import { spokenNumber } from "#core/care/phone-number.ts";
import type { MotherStory } from "#core/console/wire.ts";
import { t as frame } from "../texts.ts";
import { dateWords, whole } from "../words.ts";
import { t, tOf, type StoryKey } from "./texts.ts";

/** Who she is, where she lives, what she allows. */
export const Details = ({ story }: { story: MotherStory }): JSX.Element => {
  const { details, births, consent } = story.view;
  const text = (key: string): string | null => (typeof details[key] === "string" ? (details[key] as string) : null);
  const phone = text("phone");
  const nik = text("nik");
  const language = text("language");
  const reads = details["reads"];
  const born = text("bornOn");
  const year = details["bornInYear"];
  const allowed = consent.state === "given" ? (Object.keys(consent.allows) as (keyof typeof consent.allows)[]).filter((key) => consent.allows[key]) : [];
  const babies = births.at(-1)?.babies ?? [];
  return (
    <dl class="facts">
      <Fact label="born">{born === null ? (typeof year === "number" ? year : null) : dateWords(born)}</Fact>
      <Fact label="phone">{phone === null ? null : <a href={`tel:${phone}`}>{spokenNumber(phone)}</a>}</Fact>
      <Fact label="address">{text("address")}</Fact>
      <Fact label="landmark">{text("landmark")}</Fact>
      {/* Only its end: it is on the page to be compared, not to be copied. */}
      <Fact label="nik">{nik === null ? null : `•••• •••• •••• ${nik.slice(-4)}`}</Fact>
      <Fact label="reads">{typeof reads === "boolean" ? frame(reads ? "yes" : "no") : null}</Fact>
      <Fact label="language">{language === null ? null : tOf("language", language)}</Fact>
      <Fact label="allows">{allowed.length === 0 ? null : allowed.map((one) => t(`allows.${one}`)).join(", ")}</Fact>
      <Fact label="babies">
        {babies.length === 0 ? null : babies.map((baby) => [baby.name ?? t("noName"), baby.sex === undefined ? "" : t(baby.sex), baby.birthWeight === undefined ? "" : t("grams", { weight: whole(baby.birthWeight) }), baby.gestationWeeks === undefined ? "" : t("weeks", { weeks: baby.gestationWeeks })].filter(Boolean).join(", ")).join("; ")}
      </Fact>
    </dl>
  );
};

const Fact = ({ label, children }: { label: StoryKey; children: string | number | JSX.Element | null }): JSX.Element | null =>
  children === null ? null : <div><dt>{t(label)}</dt><dd>{children}</dd></div>;

export const Held = ({ story }: { story: MotherStory }): JSX.Element | null =>
  story.held.length === 0 ? null : (
    <details class="no-print">
      <summary>{t("held")}</summary>
      <dl class="facts">
        {story.held.map((one) => (
          <div key={`${one.person} ${one.device} ${one.how}`}>
            <dt>{story.names[one.person] ?? ""}</dt>
            <dd>{t(`how.${one.how}`)}, {one.firstDay === one.lastDay ? dateWords(one.firstDay) : t("heldDays", { first: dateWords(one.firstDay), last: dateWords(one.lastDay) })}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
