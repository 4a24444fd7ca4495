import type { JSX } from "preact";
import { referralSince } from "#core/console/today.ts";
import type { Today } from "#core/console/wire.ts";
import { CLASS_SIGNS } from "#web/shared/controls/class-signs.ts";
import { now } from "../now.ts";
import { isPrivateKey, reasonsOf } from "../rule-words.ts";
import { called, clock, day, longDay, moment } from "../words.ts";
import { aboutHer, whoIsIt } from "./referral-row.tsx";
import { t } from "./texts.ts";

/** The day on paper, to carry to the houses: a column to write in, and no screen's furniture. */
export const PrintedToday = ({ today, site }: { today: Today; site: string }): JSX.Element => (
  <div class="print-only printed">
    <h1>{t("printTitle", { site })}</h1>
    <p>{longDay(now.value)}, {clock(now.value)} · {t("printNote")}</p>
    <table class="table">
      <thead><tr><th>{t("time")}</th><th>{t("who")}</th><th>{t("what")}</th><th>{t("by")}</th><th class="wide">{t("printBox")}</th></tr></thead>
      <tbody>
        {today.referrals.map((one) => (
          <tr key={one.referral}>
            <td>{CLASS_SIGNS[one.class]} {t(`class.${one.class}`)}<br />{moment(new Date(referralSince(one)).toISOString(), now.value)}</td>
            <td><b>{whoIsIt(one)}</b><br />{aboutHer(one)}{one.under18 && `, ${t("young")}`}</td>
            <td>{[...reasonsOf(one), ...(one.words === undefined || one.because.some(isPrivateKey) ? [] : [one.words])].join("; ") || t("ownJudgement")}</td>
            <td>{one.madeBy}</td>
            <td />
          </tr>
        ))}
        {today.missed.map((one) => (
          <tr key={one.stream}>
            <td>{t("missedSince", { date: day(one.due) })}</td>
            <td><b>{called(one.name)}</b>{one.under18 && `, ${t("young")}`}</td>
            <td>{t("missedTitle")}</td>
            <td>{one.kader ?? t("noKader")}</td>
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
