import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { MotherStory } from "#core/console/wire.ts";
import { ageOn, dateAt } from "#core/care/time.ts";
import { isUnder18 } from "#core/care/today.ts";
import { Banner } from "#web/shared/controls/Banner.tsx";
import { Button } from "#web/shared/controls/Button.tsx";
import { IconBack, IconClose, IconPhone } from "#web/shared/controls/icons.tsx";
import { CLASS_SIGNS, classCss } from "#web/shared/controls/class-signs.ts";
import { Show, useLoaded } from "../loaded.tsx";
import { now } from "../now.ts";
import { tell } from "../pending.ts";
import { me, membership, timezone } from "../session.ts";
import { called, day, daysSince, moment } from "../words.ts";
import { Answer } from "./answer.tsx";
import { Assign } from "./assign.tsx";
import { Conflicts } from "./conflicts.tsx";
import { Details, Held } from "./details.tsx";
import { storyEvents } from "./events.tsx";
import { Growth, weighingsOf } from "./growth.tsx";
import { HerRights } from "./her-rights.tsx";
import { PrintedStory } from "./printed-story.tsx";
import { t, tOf } from "./texts.ts";
import { Why } from "./why.tsx";
import { Word, wordsWanted } from "./word.tsx";

/** Referrals that this window has told the server of as seen. */
const toldSeen = new Set<string>();

/** A mother's whole story on the right. Where a referral is meant, its reasons come first and the answer stays at the bottom. */
export const Story = (props: { mother: string; referral: string | null; closeTo: string }): JSX.Element => {
  const held = useLoaded<MotherStory>(`/api/console/mothers/${props.mother}`);
  return (
    <aside class="story" aria-label={t("story")}>
      <a class="story-back no-print" href={props.closeTo}><IconBack size={20} /><span>{t("close")}</span></a>
      <Show of={held} rows={6}>{(story) => <Told story={story} referral={props.referral} closeTo={props.closeTo} />}</Show>
    </aside>
  );
};

const Told = ({ story, referral: asked, closeTo }: { story: MotherStory; referral: string | null; closeTo: string }): JSX.Element => {
  const { view, names, kader, card } = story;
  const open = view.referrals.filter((one) => one.answers.length === 0);
  const shown = view.referrals.find((one) => one.referral === asked) ?? open.at(-1);
  const birth = view.births.at(-1);
  const kaderName = names[shown?.made.by ?? kader ?? ""] ?? "";

  // To open it is to have seen it (R1): said once, whatever else is asked for again.
  useEffect(() => {
    for (const one of open) {
      if (one.seen !== undefined || toldSeen.has(one.referral)) continue;
      toldSeen.add(one.referral);
      void tell({ stream: view.stream, type: "referral.seen", body: { referral: one.referral } });
    }
  }, [view.stream, open.length]);

  return (
    <>
      <div class="screen-only-story">
        <Head story={story} closeTo={closeTo} />
        {view.consent.state === "withdrawn" && <Banner kind="conflict" title={t("consentWithdrawnTitle")}>{t("consentWithdrawnText", { date: day(view.consent.at) })}</Banner>}
        <Conflicts story={story} />
        {view.parked > 0 && <Banner kind="info" title={t("parked", { count: view.parked })} />}
        {shown !== undefined && <Why story={story} referral={shown} />}
        {open.filter((one) => one !== shown).map((one) => <a key={one.referral} class={`panel ${classCss(one.made.class)}`} href={`#/hari-ini/${one.referral}/${view.stream.slice("mother:".length)}`}>{CLASS_SIGNS[one.made.class]} {moment(one.made.at, now.value)}</a>)}
        {birth?.babies.map((baby) => <Growth key={baby.baby} name={baby.name ?? t("babyOf", { name: called(card.calledBy ?? card.name) })} sex={baby.sex} weighings={weighingsOf(view, birth, baby)} />)}
        {wordsWanted(view).map((about) => <Word key={about} view={view} about={about} names={names} />)}
        <h3>{t("story")}</h3>
        <ol class="timeline">
          {storyEvents(story, now.value).map((event) => (
            <li key={event.key} class={classCss(event.name)}>
              <b>{event.name && <span aria-hidden="true">{CLASS_SIGNS[event.name]} </span>}{moment(event.at, now.value)} · {event.title}</b>
              {event.lines.filter(Boolean).map((line, n) => <span key={n} class="small ink">{line}</span>)}
              {event.notes.length > 0 && <small>{event.notes.join(" · ")}</small>}
              {event.more}
            </li>
          ))}
        </ol>
        <h3>{t("details")}</h3>
        <Details story={story} />
        <Assign story={story} site={membership.value?.site ?? null} />
        <Held story={story} />
        <HerRights mother={view.stream.slice("mother:".length)} name={card.name} />
      </div>
      {shown !== undefined && <div class="answer-bar no-print"><Answer key={shown.referral} stream={view.stream} referral={shown.referral} kader={kaderName} mine={shown.answers.filter((one) => one.writtenBy === me.value?.person).map((one) => one.entry)} again={shown.answers.length > 0} /></div>}
      <PrintedStory story={story} referral={shown} />
    </>
  );
};

const Head = ({ story, closeTo }: { story: MotherStory; closeTo: string }): JSX.Element => {
  const { view, card, names, kader } = story;
  const today = dateAt(now.value, timezone.value);
  const age = ageOn(today, card);
  const birth = view.births.at(-1);
  const since = birth === undefined ? null : daysSince(birth.bornAt, now.value);
  const companion = view.companions.findLast((one) => one.presence === "present");
  const facts = [
    ...(age === null ? [] : [t("years", { age })]),
    ...(since === null ? [] : [since > 42 ? t("weekAfter", { week: Math.floor(since / 7) }) : t("dayAfter", { day: since })]),
    view.consent.state === "given" ? t("consentGiven", { date: day(view.consent.at) }) : view.consent.state === "none" ? t("consentNone") : "",
    ...(companion === undefined ? [] : [t("companion", { who: tOf("who", companion.who) })]),
  ].filter(Boolean);
  const phone = typeof view.details["phone"] === "string" && (view.consent.state !== "given" || view.consent.allows.midwife) ? view.details["phone"] : null;
  return (
    <header class="story-head">
      <div class="spread">
        <h2>{called(card.calledBy ?? card.name)}{isUnder18(card, today) && <span class="young">{t("young")}</span>}</h2>
        <span class="story-tools no-print">
          <Button kind="text" low fit onClick={() => print()}>{t("print")}</Button>
          <a class="story-close" href={closeTo} aria-label={t("close")}><IconClose size={20} /></a>
        </span>
      </div>
      <small>{facts.join(" · ")}</small>
      <small>{kader === null ? t("noKader") : `${t("kader")}: ${names[kader] ?? ""}`}{phone !== null && <> · <a href={`tel:${phone}`}><IconPhone size={14} /> {t("callMother")}</a></>}</small>
    </header>
  );
};
