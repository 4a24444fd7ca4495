import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { ageOn } from "#core/care/time.ts";
import type { MotherView } from "#core/care/mother-view.ts";
import { Banner } from "#web/shared/controls/Banner.tsx";
import { Button } from "#web/shared/controls/Button.tsx";
import { Card } from "#web/shared/controls/Card.tsx";
import { AppBar, Screen } from "#web/shared/controls/Screen.tsx";
import { backTo } from "#web/kader/shell/back.ts";
import { device, siteZone } from "#web/kader/shell/device.ts";
import { Opening } from "#web/kader/shell/lazy.tsx";
import { calledName } from "#web/kader/shell/mother-name.ts";
import { noBirth, type BirthAnswers, type Details } from "./answers.ts";
import { BabyFields, BirthHow, BirthWhen, withBaby } from "./birth-steps.tsx";
import { mendAge, mendBirth, mendName, mendNik, mendPhone, mendWeeks, mendWeight } from "./checks.ts";
import { AgeFields, ContactFields, NameFields, NikField } from "./detail-steps.tsx";
import { birthChangeOf, birthOf, changeOf, detailsOf } from "./from-view.ts";
import { t } from "./texts.ts";

type Section = "details" | "contact" | "birth";

/** Her details and her births, corrected: what stood there before stays in her story. */
export const Change = ({ mother }: { mother: string }): JSX.Element => {
  const [view, setView] = useState<MotherView | null>(null);
  const [section, setSection] = useState<Section | null>(null);
  useEffect(() => void device.mother(`mother:${mother}`).then(setView), [mother]);
  if (view === null) return <Opening />;
  const name = calledName({ name: String(view.details["name"] ?? ""), ...(typeof view.details["calledBy"] === "string" && { calledBy: view.details["calledBy"] }) });
  const toHer = () => backTo("ibu", mother);
  const bar = <AppBar title={t("changeTitle", { name })} back={{ label: t("back"), onBack: () => (section === null ? toHer() : setSection(null)) }} />;
  if (section === "birth") return <ChangeBirth bar={bar} view={view} onDone={toHer} />;
  if (section !== null) return <ChangeDetails bar={bar} view={view} section={section} onDone={toHer} />;
  return (
    <Screen bar={bar}>
      <h1>{t("changeTitle", { name })}</h1>
      <p class="small">{t("changeHint")}</p>
      <Card title={t("changeDetails")} onOpen={() => setSection("details")} />
      <Card title={t("changeContact")} onOpen={() => setSection("contact")} />
      <Card title={view.births.length === 0 ? t("changeAddBirth") : t("changeBirth")} onOpen={() => setSection("birth")} />
    </Screen>
  );
};

type Part = { bar: JSX.Element; view: MotherView; onDone: () => void };

/** Records the change; says so where the phone could not keep it, and leaves the fields as they are. */
function useSaving(onDone: () => void) {
  const [saving, setSaving] = useState<"no" | "yes" | "failed">("no");
  const save = async (write: () => Promise<unknown>) => {
    setSaving("yes");
    await write().then(onDone, (cause: unknown) => {
      console.error(cause);
      setSaving("failed");
    });
  };
  return { saving, save };
}

const ChangeDetails = ({ bar, view, section, onDone }: Part & { section: "details" | "contact" }): JSX.Element => {
  const today = device.today();
  const [details, setDetails] = useState<Details>(() => withAge(detailsOf(view), view, today));
  const [tried, setTried] = useState(false);
  const [same, setSame] = useState(false);
  const { saving, save } = useSaving(onDone);
  const mended = section === "details" ? mendName(details) === null && (details.ageBy === null || mendAge(details, today) === null) : mendPhone(details) === null && mendNik(details) === null;
  const submit = async () => {
    if (!mended) return setTried(true);
    const change = changeOf(view, await device.stateOf(view.stream), details, today);
    if (change === null) return setSame(true);
    const { type, ...entry } = change;
    return save(() => device.record(type, entry));
  };
  const part = { details, onDetails: (changed: Details) => { setDetails(changed); setSame(false); }, tried, today };
  return (
    <Screen bar={bar} actions={<Button busy={saving === "yes"} onClick={() => void submit()}>{t("changeSave")}</Button>}>
      <h1>{section === "details" ? t("changeDetails") : t("changeContact")}</h1>
      {section === "details" ? <><NameFields {...part} /><AgeFields {...part} /></> : <><ContactFields {...part} /><NikField {...part} /></>}
      {same && <Banner kind="info" title={t("changeNothing")} />}
      {saving === "failed" && <Banner kind="refused" title={t("notSaved")} />}
    </Screen>
  );
};

/** Where only her year is known, the field shows the age that it gives today. */
function withAge(details: Details, view: MotherView, today: string): Details {
  const year = view.details["bornInYear"];
  return details.ageBy === "years" && typeof year === "number" ? { ...details, years: String(ageOn(today, { bornInYear: year }) ?? "") } : details;
}

const ChangeBirth = ({ bar, view, onDone }: Part): JSX.Element => {
  const [birth, setBirth] = useState<BirthAnswers>(() => birthOf(view, siteZone()) ?? { ...noBirth(device.newId()), born: null });
  const [tried, setTried] = useState(false);
  const { saving, save } = useSaving(onDone);
  const now = device.now().getTime();
  const mended = birth.born === "yes" && mendBirth(birth, now, siteZone()) === null && birth.caesarean !== null && birth.babies.every((baby) => mendWeight(baby) === null && mendWeeks(baby) === null);
  const submit = () => {
    if (!mended) return setTried(true);
    return void save(async () => {
      const { type, ...entry } = birthChangeOf(view, await device.stateOf(view.stream), birth, now, siteZone());
      await device.record(type, entry);
    });
  };
  const part = { birth, onBirth: setBirth, tried };
  return (
    <Screen bar={bar} actions={<Button busy={saving === "yes"} onClick={submit}>{t("changeSave")}</Button>}>
      <h1>{t("birthAsk")}</h1>
      <BirthWhen {...part} today={device.today()} mayWait={false} />
      {birth.born === "yes" && <BirthHow {...part} />}
      {birth.babies.map((baby, at) => (
        <section key={baby.baby} class="stack">
          <h2>{birth.babies.length > 1 ? t("babyOf", { number: at + 1 }) : t("babyAsk")}</h2>
          <BabyFields baby={baby} onBaby={(changed) => setBirth(withBaby(birth, changed))} tried={tried} />
        </section>
      ))}
      {tried && !mended && <Banner kind="refused" title={t("mendBirthDate")} />}
      {saving === "failed" && <Banner kind="refused" title={t("notSaved")} />}
    </Screen>
  );
};
