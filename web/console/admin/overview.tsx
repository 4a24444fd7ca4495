import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { ProgrammePage, SiteLine } from "#core/console/wire.ts";
import { Button } from "#web/shared/controls/Button.tsx";
import { Show, useLoaded } from "../loaded.tsx";
import { now } from "../now.ts";
import { role } from "../session.ts";
import { clock, dateWords, longDay } from "../words.ts";
import { ProgrammeForm } from "./programme-form.tsx";
import { t } from "./texts.ts";

const sum = (sites: readonly SiteLine[], key: "kader" | "mothers" | "openReferrals" | "lateReferrals"): number => sites.reduce((total, one) => total + one[key], 0);

/** Counts and nothing behind them: for lead, head and operator. */
export const Overview = (): JSX.Element => {
  const held = useLoaded<ProgrammePage>("/api/console/programme");
  return (
    <>
      <div class="main-head"><div><h1>{t("overviewTitle")}</h1><small>{t("overviewNote")}</small></div><div class="main-tools"><Button kind="quiet" low onClick={() => print()}>{t("print")}</Button></div></div>
      <Show of={held}>{(programme) => <Counts programme={programme} at={held.loaded.value.at} />}</Show>
    </>
  );
};

const Counts = ({ programme, at }: { programme: ProgrammePage; at: number }): JSX.Element => {
  const { sites, staff } = programme;
  const late = sum(sites, "lateReferrals");
  const steps = [...(sites.length === 0 ? ["nextSite" as const] : []), ...(staff.some((one) => one.role === "midwife") ? [] : ["nextPeople" as const]), ...(sum(sites, "kader") === 0 ? ["nextRoster" as const] : [])];
  return (
    <>
      <div class="tiles">
        <div class="tile"><b>{sites.length}</b><small>{t("tileSites")}</small></div>
        <div class="tile"><b>{sum(sites, "kader")}</b><small>{t("tileKader")}</small></div>
        <div class="tile"><b>{sum(sites, "mothers")}</b><small>{t("tileMothers")}</small></div>
        <div class="tile"><b>{sum(sites, "openReferrals")}</b><small>{t("tileOpen")}</small></div>
        <div class={`tile ${late > 0 ? "segera" : ""}`}><b>{late}</b><small>{t("tileLate")}</small></div>
      </div>
      {steps.length > 0 && role.value !== "head" && <section class="panel"><b>{t("nextTitle")}</b><ol>{steps.map((step) => <li key={step}>{t(step)}</li>)}</ol></section>}
      {sites.length > 0 && <SitesTable sites={sites} />}
      <Facts programme={programme} />
      <small>{t("asOf", { date: longDay(at === 0 ? now.value : at), time: clock(at === 0 ? now.value : at) })}</small>
    </>
  );
};

const SitesTable = ({ sites }: { sites: readonly SiteLine[] }): JSX.Element => (
  <div class="table-frame">
    <table class="table">
      <thead><tr><th>{t("site")}</th><th class="n">{t("kader")}</th><th class="n">{t("mothers")}</th><th class="n">{t("openReferrals")}</th><th class="n">{t("lateReferrals")}</th></tr></thead>
      <tbody>{sites.map((one) => <tr key={one.site}><td>{one.name}</td><td class="n">{one.kader}</td><td class="n">{one.mothers}</td><td class="n">{one.openReferrals}</td><td class="n">{one.lateReferrals}</td></tr>)}</tbody>
      {sites.length > 1 && <tfoot><tr><th>{t("total")}</th><td class="n">{sum(sites, "kader")}</td><td class="n">{sum(sites, "mothers")}</td><td class="n">{sum(sites, "openReferrals")}</td><td class="n">{sum(sites, "lateReferrals")}</td></tr></tfoot>}
    </table>
  </div>
);

const Facts = ({ programme }: { programme: ProgrammePage }): JSX.Element => {
  const [editing, setEditing] = useState(false);
  const mayEdit = role.value === "lead" || role.value === "operator";
  const facts = [...(["permits", "hosts", "runs"] as const).map((key) => [key, programme[key]] as const), ...(["starts", "ends"] as const).map((key) => [key, programme[key] === undefined ? undefined : dateWords(programme[key])] as const)];
  return (
    <section class="panel">
      <div class="spread"><b>{t("facts")}: {programme.name}</b>{mayEdit && <Button kind="text" low fit onClick={() => setEditing(true)}>{t("editSite")}</Button>}</div>
      <dl class="facts">{facts.map(([key, value]) => value !== undefined && <div key={key}><dt>{t(key)}</dt><dd>{value}</dd></div>)}</dl>
      {editing && <ProgrammeForm programme={programme} onClose={() => setEditing(false)} />}
    </section>
  );
};
