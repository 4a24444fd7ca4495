import type { JSX } from "preact";
import type { Today } from "#core/console/wire.ts";
import { Empty } from "#web/shared/controls/Empty.tsx";
import { IconBell, IconBellOff } from "../icons.tsx";
import { connected } from "../live.ts";
import { Show, type Loaded } from "../loaded.tsx";
import { membership } from "../session.ts";
import { t as frame } from "../texts.ts";
import { called, clock, day, longDay, moment, span } from "../words.ts";
import { now } from "../now.ts";
import type { Signal } from "@preact/signals";
import { soundOn, turnSound } from "./alarm.ts";
import { PrintedToday } from "./printed-today.tsx";
import { ReferralRow } from "./referral-row.tsx";
import { t } from "./texts.ts";

export const TodayPage = (props: { of: { loaded: Signal<Loaded<Today>>; again: () => void }; selected: string | null }): JSX.Element => {
  const { at } = props.of.loaded.value;
  return (
    <>
      <div class="main-head tight no-print">
        <div>
          <h1>{t("title")}</h1>
          <small>{longDay(now.value)} · {connected.value ? frame("liveNow") : at > 0 ? frame("liveAt", { time: clock(at) }) : ""}</small>
        </div>
        <div class="main-tools">
          <button type="button" class="btn line low" aria-pressed={soundOn.value} title={t("soundHint")} onClick={turnSound}>{soundOn.value ? <IconBell /> : <IconBellOff />}<span class="phone-sr">{soundOn.value ? t("soundOn") : t("soundOff")}</span></button>
          <button type="button" class="btn quiet low phone-hide" onClick={() => print()}>{t("print")}</button>
        </div>
      </div>
      <Show of={props.of} rows={5}>{(today) => <Day today={today} selected={props.selected} />}</Show>
    </>
  );
};

const Day = ({ today, selected }: { today: Today; selected: string | null }): JSX.Element => {
  const count = (name: string) => today.referrals.filter((one) => one.class === name).length;
  return (
    <>
      <div class="tiles no-print">
        <Tile look={count("SEGERA") > 0 ? "segera" : ""} n={count("SEGERA")} label={t("tileNow")} to="rujukan" />
        <Tile look={count("R24") > 0 ? "r24" : ""} n={count("R24")} label={t("tileDay")} to="rujukan" />
        <Tile look="" n={today.missed.length} label={t("tileMissed")} to="terlewat" />
        <Tile look="" n={today.ending.length} label={t("tileEnding")} to="izin" />
      </div>
      <section class="stack no-print" id="rujukan" tabIndex={-1} aria-label={t("referrals")}>
        {today.referrals.length === 0
          ? <Empty title={t("emptyTitle")} text={t("emptyText")} />
          : <ul class="rows">{today.referrals.map((one) => <ReferralRow key={one.referral} one={one} selected={selected === one.referral} />)}</ul>}
      </section>
      {today.missed.length > 0 && (
        <section class="stack no-print" id="terlewat" tabIndex={-1}>
          <h2>{t("missedTitle")}</h2>
          <ul class="rows">
            {today.missed.map((one) => (
              <li key={one.stream} class="row of-4">
                <span><b>{called(one.name)}</b>{one.under18 && <span class="young">{t("young")}</span>}</span>
                <span>{t("missedSince", { date: day(one.due) })}</span>
                <small>{one.kader === null ? t("noKader") : t("byKader", { name: one.kader })}</small>
                <a class="btn quiet low" href={`#/ibu/${one.stream.slice("mother:".length)}`}>{t("look")}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {today.ending.length > 0 && (
        <section class="stack no-print" id="izin" tabIndex={-1}>
          <h2>{t("endingTitle")}</h2>
          <ul class="rows">
            {today.ending.map((one) => (
              <li key={one.person} class="row of-3">
                <b>{one.name}</b>
                <span>{t("endingUntil", { date: day(one.until) })}</span>
                <a class="btn quiet low" href={`#/kader/${one.person}`}>{t("look")}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {today.answered.length > 0 && (
        <section class="stack no-print">
          <h2>{t("answeredTitle")}</h2>
          <ul class="rows">
            {today.answered.map((one) => (
              <li key={one.referral} class="row of-4">
                <b>{called(one.name)}</b>
                <span>{t(`answer.${one.answer}`)}</span>
                <small>{moment(one.at, now.value)} · {frame("ago", { time: span(now.value - Date.parse(one.at)) })}</small>
                <a class="btn quiet low" href={`#/hari-ini/${one.referral}/${one.stream.slice("mother:".length)}`}>{t("look")}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <PrintedToday today={today} site={membership.value?.siteName ?? ""} />
    </>
  );
};

const Tile = (props: { look: string; n: number; label: string; to: string }): JSX.Element => (
  <button type="button" class={`tile ${props.look}`} onClick={() => {
    const section = document.getElementById(props.to);
    section?.scrollIntoView({ block: "start" });
    section?.focus({ preventScroll: true });
  }}>
    <b>{props.n}</b>
    <small>{props.label}</small>
  </button>
);
