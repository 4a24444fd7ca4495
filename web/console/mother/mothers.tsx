import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { MotherLine } from "#core/console/wire.ts";
import type { Standing } from "#core/care/today.ts";
import { dateAt, daysBetween } from "#core/care/time.ts";
import { readReferralCode, referralCode } from "#core/referral/code.ts";
import { Empty } from "#web/shared/controls/Empty.tsx";
import { CLASS_SIGNS, css, type ClassName } from "#web/shared/controls/class-signs.ts";
import { Show, useLoaded } from "../loaded.tsx";
import { now } from "../now.ts";
import { timezone } from "../session.ts";
import { t as frame } from "../texts.ts";
import { called, day, daysSince, moment } from "../words.ts";
import { t, type StoryKey } from "./texts.ts";

const FILTERS = ["filterAll", "filterWaiting", "filterYoung", "filterOpen", "filterNoKader", "filterDone"] as const satisfies readonly StoryKey[];
type Filter = (typeof FILTERS)[number];

const isDone = (one: MotherLine): boolean => one.standing.waitingFor === "closed";
const FITS: Readonly<Record<Filter, (one: MotherLine) => boolean>> = {
  filterAll: () => true,
  filterWaiting: (one) => one.standing.urgency === "now" || one.standing.urgency === "today",
  filterYoung: (one) => one.under18,
  filterOpen: (one) => !isDone(one),
  filterNoKader: (one) => one.kader === null,
  filterDone: isDone,
};

export const Mothers = ({ selected }: { selected: string | null }): JSX.Element => {
  const held = useLoaded<MotherLine[]>("/api/console/mothers");
  const [filter, setFilter] = useState<Filter>("filterAll");
  const [search, setSearch] = useState("");
  const [kader, setKader] = useState("");
  return (
    <>
      <div class="main-head no-print"><div><h1>{t("title")}</h1><small>{t("count", { count: held.loaded.value.value?.length ?? 0 })}</small></div></div>
      <Show of={held} rows={6}>
        {(all) => {
          const plain = search.trim().toLowerCase();
          const code = readReferralCode(search);
          const isFound = ({ card }: MotherLine): boolean => plain === "" || `${card.name} ${card.calledBy ?? ""}`.toLowerCase().includes(plain) || (code !== null && card.referrals.some((one) => referralCode(one.referral) === code));
          const found = all.filter((one) => FITS[filter](one) && (kader === "" || one.kader === kader) && isFound(one));
          const kaderNames = [...new Map(all.flatMap((one) => (one.kader === null ? [] : [[one.kader, one.kaderName ?? ""] as const])))].sort((a, b) => a[1].localeCompare(b[1]));
          if (all.length === 0) return <Empty title={t("listEmpty")} text={t("listEmptyText")} />;
          return (
            <>
              <div class="filters no-print">
                <label class="field"><small>{t("searchHint")}</small><input type="search" value={search} onInput={(event) => setSearch(event.currentTarget.value)} /></label>
                <label class="field"><small>{t("kaderFilter")}</small><select value={kader} onChange={(event) => setKader(event.currentTarget.value)}><option value="">{frame("all")}</option>{kaderNames.map(([person, name]) => <option key={person} value={person}>{name}</option>)}</select></label>
                <div class="chips">{FILTERS.map((one) => <button key={one} type="button" class="chip" aria-pressed={filter === one} onClick={() => setFilter(one)}>{t(one)} <b class="num">{all.filter(FITS[one]).length}</b></button>)}</div>
              </div>
              {found.length === 0 ? <Empty title={t("listNone")} /> : <List found={found} selected={selected} />}
            </>
          );
        }}
      </Show>
    </>
  );
};

const List = ({ found, selected }: { found: readonly MotherLine[]; selected: string | null }): JSX.Element => (
  <div class="table-frame">
    <table class="table picks-row">
      <thead><tr><th>{t("colMother")}</th><th>{t("colBirth")}</th><th>{t("colStanding")}</th><th>{t("colKader")}</th><th>{t("colLast")}</th></tr></thead>
      <tbody>
        {found.map((one) => {
          const id = one.card.stream.slice("mother:".length);
          const since = one.card.gaveBirthAt === undefined ? null : daysSince(one.card.gaveBirthAt, now.value);
          return (
            <tr key={id} class={css(selected === id && "on")}>
              <td><a class="whole-row" href={`#/ibu/${id}`} aria-current={selected === id ? "true" : undefined}><b>{called(one.card.calledBy ?? one.card.name)}</b></a>{one.age !== null && <small class="beside">{t("years", { age: one.age })}</small>}{one.under18 && <span class="young">{t("young")}</span>}</td>
              <td class="num">{since === null ? <small>{t("notBorn")}</small> : since > 42 ? t("weekAfter", { week: Math.floor(since / 7) }) : t("dayAfter", { day: since })}</td>
              <td><StandingWords standing={one.standing} /></td>
              <td>{one.kaderName ?? <small>{t("noKader")}</small>}</td>
              <td class="num"><small>{moment(one.lastReceivedAt, now.value)}</small></td>
            </tr>
          );
        })}
      </tbody>
    </table>
  </div>
);

const SIGN_OF: Readonly<Record<Standing["urgency"], ClassName>> = { now: "SEGERA", today: "R24", soon: "PEKAN", fine: "LANJUT" };

const StandingWords = ({ standing }: { standing: Standing }): JSX.Element => {
  const name = standing.class ?? SIGN_OF[standing.urgency];
  const date = standing.due === undefined ? "" : day(standing.due);
  const due = standing.waitingFor === "follow-up" && standing.due !== undefined ? daysBetween(dateAt(now.value, timezone.value), dateAt(standing.due, timezone.value)) : null;
  const words = due === null || due > 0 ? t(`standing.${standing.waitingFor}`, { date }) : t(due === 0 ? "standing.follow-up-today" : "standing.follow-up-late", { date });
  return <span class={`standing ${name.toLowerCase()}`}><span aria-hidden="true">{CLASS_SIGNS[name]}</span> {words}</span>;
};
