import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { KaderLine, RefusedLine } from "#core/console/wire.ts";
import { Banner } from "#web/shared/controls/Banner.tsx";
import { Button } from "#web/shared/controls/Button.tsx";
import { Empty } from "#web/shared/controls/Empty.tsx";
import { css } from "#web/shared/controls/class-signs.ts";
import { goTo } from "#web/shared/route.ts";
import { pathAs } from "../api.ts";
import { Show, useLoaded } from "../loaded.tsx";
import { now } from "../now.ts";
import { role } from "../session.ts";
import { day, moment } from "../words.ts";
import { AddKader } from "./add-kader.tsx";
import { t } from "./texts.ts";

export const KaderList = ({ selected }: { selected: string | null }): JSX.Element => {
  const held = useLoaded<KaderLine[]>("/api/console/kader");
  const [search, setSearch] = useState("");
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [adding, setAdding] = useState(false);
  const isLead = role.value === "lead";
  const active = (held.loaded.value.value ?? []).filter((one) => !one.view.left);
  return (
    <>
      <div class="main-head">
        <div><h1>{t("title")}</h1><small>{t("count", { count: active.length })}</small></div>
        <div class="main-tools">
          {isLead && <Button kind="quiet" low href="#/kader/impor">{t("import")}</Button>}
          <Button kind="quiet" low onClick={() => setAdding(true)}>{t("add")}</Button>
          <a class="btn line low" href={pathAs("/api/console/kader.csv")} download="kader.csv">{t("csv")}</a>
          <Button low disabled={picked.size === 0} onClick={() => goTo("kader", "kartu", [...picked].join(","))}>{picked.size === 0 ? t("cards") : t("cardsFor", { count: picked.size })}</Button>
        </div>
      </div>
      {adding && <AddKader onClose={() => setAdding(false)} />}
      <Refused />
      <Show of={held} rows={6}>
        {() => {
          if (active.length === 0) return <Empty title={t("emptyTitle")} text={t(isLead ? "emptyLead" : "emptyMidwife")} />;
          const plain = search.trim().toLowerCase();
          const found = active.filter(({ view }) => plain === "" || `${view.name} ${view.area ?? ""} ${view.posyandu ?? ""}`.toLowerCase().includes(plain));
          const several = new Set(active.map((one) => one.siteName)).size > 1;
          const toggle = (person: string) => setPicked(picked.has(person) ? new Set([...picked].filter((one) => one !== person)) : new Set([...picked, person]));
          return (
            <>
              <div class="filters">
                <label class="field"><small>{t("search")}</small><input type="search" value={search} onInput={(event) => setSearch(event.currentTarget.value)} /></label>
                <button type="button" class="chip" onClick={() => setPicked(new Set(active.filter((one) => one.devices === 0).map((one) => one.person)))}>{t("selectAll")} <b class="num">{active.filter((one) => one.devices === 0).length}</b></button>
              </div>
              <div class="table-frame">
                <table class="table picks-row">
                  <thead><tr><th><span class="sr">{t("cards")}</span></th><th>{t("colName")}</th>{several && <th>{t("colSite")}</th>}<th>{t("colClearance")}</th><th class="n">{t("colMothers")}</th><th>{t("colPhone")}</th><th>{t("colLast")}</th></tr></thead>
                  <tbody>
                    {found.map((one) => (
                      <tr key={one.person} class={css(selected === one.person && "on")}>
                        <td class="tick"><input type="checkbox" aria-label={t("pick", { name: one.view.name })} checked={picked.has(one.person)} onChange={() => toggle(one.person)} /></td>
                        <td><a class="whole-row" href={`#/kader/${one.person}`} aria-current={selected === one.person ? "true" : undefined}><b>{one.view.name}</b></a>{(one.view.area ?? one.view.posyandu) !== undefined && <><br /><small>{[one.view.posyandu, one.view.area].filter(Boolean).join(", ")}</small></>}</td>
                        {several && <td>{one.siteName}</td>}
                        <td><ClearanceWords of={one} /></td>
                        <td class="n">{one.mothers}<span class="phone-only"> {t("mothersWord")}</span></td>
                        <td><span class="phone-only">{t("colPhone")}: </span>{one.devices === 0 ? <small>{t("noPhone")}</small> : t("phones", { count: one.devices })}</td>
                        <td class="num"><small><span class="phone-only">{t("colLast")}: </span>{one.lastSeenAt === null ? t("never") : moment(one.lastSeenAt, now.value)}</small></td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            </>
          );
        }}
      </Show>
    </>
  );
};

/** A tick, a cross or a dash beside the words: it is no class of the triage, so it has none of their colours. */
export const ClearanceWords = ({ of: { clearance } }: { of: Pick<KaderLine, "clearance"> }): JSX.Element => {
  switch (clearance.state) {
    case "valid":
      return <span><span aria-hidden="true">✓</span> {t("clearance.valid", { date: day(clearance.until) })}</span>;
    case "expired":
      return <span class="late"><span aria-hidden="true">✕</span> {t("clearance.expired", { date: day(clearance.until) })}</span>;
    case "withdrawn":
      return <span class="late"><span aria-hidden="true">✕</span> {t("clearance.withdrawn")}</span>;
    case "none":
      return <small>– {t("clearance.none")}</small>;
    default:
      return clearance satisfies never;
  }
};

/** What phones have sent and the server could not take: the kader must hear of it from somebody. */
const Refused = (): JSX.Element | null => {
  const held = useLoaded<RefusedLine[]>("/api/console/refused");
  const rows = (held.loaded.value.value ?? []).filter((one) => now.value - Date.parse(one.lastAt) < 14 * 86_400_000);
  if (rows.length === 0) return null;
  return (
    <Banner kind="refused" title={t("refusedTitle")}>
      {t("refusedText")}
      <ul>{rows.slice(0, 6).map((one) => <li key={`${one.device} ${one.code} ${one.lastAt}`}>{one.name ?? "–"}: {t(`refused.${one.code}`)}{one.where !== null && ` (${one.where})`}, {t("times", { count: one.times })}, {moment(one.lastAt, now.value)}</li>)}</ul>
    </Banner>
  );
};
