import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Instead } from "#web/shared/controls/PickList.tsx";
import { NumberField, TextField } from "#web/shared/controls/NumberField.tsx";
import { Choice } from "#web/kader/shell/Choice.tsx";
import { device, siteZone } from "#web/kader/shell/device.ts";
import { t as shell } from "#web/kader/shell/texts.ts";
import { BIRTH_PLACES, noBaby, type BabyAnswers, type BirthAnswers } from "./answers.ts";
import { mendBirth, mendWeeks, mendWeight } from "./checks.ts";
import { optional } from "./detail-steps.tsx";
import { t } from "./texts.ts";

export type BirthPart = { readonly birth: BirthAnswers; readonly onBirth: (birth: BirthAnswers) => void; readonly tried: boolean };

type DayChoice = "today" | "yesterday" | "other" | "not-yet";

function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 24 * 3_600_000).toISOString().slice(0, 10);
}

/** Date and hour are always asked: the hours since birth decide what matters in the first days. */
export const BirthWhen = ({ birth, onBirth, tried, today, mayWait }: BirthPart & { today: string; mayWait: boolean }): JSX.Element => {
  const near: DayChoice | null = birth.born === "not-yet" ? "not-yet" : birth.date === "" ? null : birth.date === today ? "today" : birth.date === dayBefore(today) ? "yesterday" : "other";
  const [picking, setPicking] = useState(near === "other");
  const chosen = picking && birth.born === "yes" ? "other" : near;
  const choose = (key: DayChoice) => {
    setPicking(key === "other");
    if (key === "not-yet") return onBirth({ ...birth, born: "not-yet", date: "", time: "", hourUnknown: false, babies: [] });
    onBirth({ ...birth, born: "yes", date: key === "today" ? today : key === "yesterday" ? dayBefore(today) : "", babies: birth.babies.length > 0 ? birth.babies : [noBaby(device.newId())] });
  };
  const mend = tried ? mendBirth(birth, device.now().getTime(), siteZone()) : null;
  const ofDate = mend === "mendBirthDate" || mend === "mendBirthFuture" || mend === "mendBirthLongAgo" ? t(mend) : undefined;
  const options = [
    { key: "today", label: t("birthToday") } as const,
    { key: "yesterday", label: t("birthYesterday") } as const,
    { key: "other", label: t("birthOther") } as const,
    ...(mayWait ? [{ key: "not-yet", label: t("birthNotYet") } as const] : []),
  ];
  return (
    <>
      <Choice legend={<span class="sr">{t("birthDate")}</span>} options={options} chosen={chosen} onChoose={choose} />
      {chosen === "other" && <TextField type="date" label={t("birthDate")} text={birth.date} onText={(date) => onBirth({ ...birth, date })} error={ofDate} />}
      {chosen !== "other" && ofDate && <p class="field-error">{ofDate}</p>}
      {birth.born === "yes" && (
        <>
          {!birth.hourUnknown && (
            <TextField type="time" label={t("birthTime")} hint={t("birthTimeHint")} text={birth.time} onText={(time) => onBirth({ ...birth, time: time.slice(0, 5) })} error={mend === "mendBirthHour" ? t(mend) : undefined} />
          )}
          <Instead option={{ key: "hour-unknown", label: t("hourUnknown") }} picked={{ keys: [], instead: birth.hourUnknown ? "hour-unknown" : null }}
            onPick={({ instead }) => onBirth({ ...birth, hourUnknown: instead !== null, time: "" })} />
        </>
      )}
    </>
  );
};

const COUNTS = ["1", "2", "3"] as const;

export const BirthHow = ({ birth, onBirth }: BirthPart): JSX.Element => {
  const count = COUNTS.find((one) => Number(one) === birth.babies.length) ?? null;
  const babies = (wanted: number) => [...birth.babies.slice(0, wanted), ...Array.from({ length: Math.max(0, wanted - birth.babies.length) }, () => noBaby(device.newId()))];
  return (
    <>
      <Choice legend={t("caesareanAsk")} chosen={birth.caesarean} onChoose={(caesarean) => onBirth({ ...birth, caesarean })}
        options={[{ key: "yes", label: shell("yes") }, { key: "no", label: shell("no") }, { key: "unknown", label: shell("unknown") }]} />
      <Choice legend={t("babiesAsk")} chosen={count} onChoose={(wanted) => onBirth({ ...birth, babies: babies(Number(wanted)) })} options={COUNTS.map((key) => ({ key, label: t(`babies.${key}`) }))} />
      <Choice legend={optional(t("placeAsk"))} chosen={birth.place} onChoose={(place) => onBirth({ ...birth, place })} options={BIRTH_PLACES.map((key) => ({ key, label: t(`place.${key}`) }))} />
    </>
  );
};

/** All of it may stay empty; what is known makes the questions at the visit shorter. */
export const BabyFields = ({ baby, onBaby, tried }: { baby: BabyAnswers; onBaby: (baby: BabyAnswers) => void; tried: boolean }): JSX.Element => {
  const [weight, weeks] = [mendWeight(baby), mendWeeks(baby)];
  return (
    <>
      <Choice legend={optional(t("sexAsk"))} chosen={baby.sex} onChoose={(sex) => onBaby({ ...baby, sex })} options={[{ key: "female", label: t("sex.female") }, { key: "male", label: t("sex.male") }]} />
      <NumberField label={optional(t("weight"))} unit={t("weightUnit")} decimals={0} text={baby.weight} onText={(text) => onBaby({ ...baby, weight: text })} error={tried && weight !== null ? t(weight) : undefined} />
      <NumberField label={optional(t("weeks"))} unit={t("weeksUnit")} decimals={0} text={baby.weeks} onText={(text) => onBaby({ ...baby, weeks: text })} error={tried && weeks !== null ? t(weeks) : undefined} />
      <TextField label={optional(t("babyName"))} text={baby.name} onText={(name) => onBaby({ ...baby, name })} />
    </>
  );
};

/** A twin's fields after changing one of them. */
export const withBaby = (birth: BirthAnswers, changed: BabyAnswers): BirthAnswers => ({ ...birth, babies: birth.babies.map((baby) => (baby.baby === changed.baby ? changed : baby)) });
