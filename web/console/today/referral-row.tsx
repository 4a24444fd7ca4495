import type { JSX } from "preact";
import { lateness, referralSince } from "#core/console/today.ts";
import type { OpenReferral } from "#core/console/wire.ts";
import { ClassTag } from "#web/shared/controls/ClassTag.tsx";
import { classCss, css } from "#web/shared/controls/class-signs.ts";
import { reasonsOf } from "../rule-words.ts";
import { called, daysSince, span } from "../words.ts";
import { now } from "../now.ts";
import { t } from "./texts.ts";

/** "24 th · hari ke-6 · 2 bayi" */
export function aboutHer(one: Pick<OpenReferral, "age" | "gaveBirthAt" | "babies">): string {
  const day = one.gaveBirthAt === undefined ? null : daysSince(one.gaveBirthAt, now.value);
  const parts = [
    ...(one.age === null ? [] : [t("years", { age: one.age })]),
    ...(day === null ? [] : [t("dayAfter", { day })]),
    ...(one.babies > 1 ? [t("twins", { count: one.babies })] : []),
  ];
  return parts.join(" · ");
}

/** Whether all that is behind it speaks of the baby: then it is the baby that is named. */
const isAboutBaby = (one: OpenReferral): boolean => one.because.length > 0 && one.because.every((key) => key.startsWith("baby."));
export const whoIsIt = (one: OpenReferral): string => {
  const name = called(one.calledBy ?? one.name);
  return isAboutBaby(one) ? t("ofBaby", { name }) : name;
};

export const ReferralRow = ({ one, selected }: { one: OpenReferral; selected: boolean }): JSX.Element => {
  const [first, ...others] = reasonsOf(one);
  const late = lateness(one, now.value);
  const href = `#/hari-ini/${one.referral}`;
  return (
    <li class={css("row", classCss(one.class), selected && "on", "referral-row")}>
      <span class="stack-tight">
        <ClassTag name={one.class} text={span(now.value - referralSince(one))} />
        {late !== null && <b class="late">{t("late")}</b>}
      </span>
      <span>
        <b>{whoIsIt(one)}</b>
        {one.under18 && <span class="young">{t("young")}</span>}
        <br />
        <small>{aboutHer(one)}</small>
      </span>
      <span>
        {first ?? one.words ?? t("ownJudgement")}
        {others.length > 0 && (<><br /><small>{others[0]}{others.length > 1 && `, ${t("more", { count: others.length - 1 })}`}</small></>)}
      </span>
      <small>
        {t("byKader", { name: one.madeBy })}
        <br />
        {late === "answered" ? t("lateAnswered") : late === "seen" ? t("lateSeen") : one.seenAt === null ? t("unseen") : t("seen")}
      </small>
      <a class={css("btn", "low", one.class === "SEGERA" ? "now" : one.class === "PEKAN" && "quiet")} href={href} aria-current={selected ? "true" : undefined} aria-label={`${t("answer")}: ${whoIsIt(one)}`}>{t("answer")}</a>
    </li>
  );
};
