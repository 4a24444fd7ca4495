import type { JSX } from "preact";
import type { Referral } from "#core/care/mother-view.ts";
import type { MotherStory } from "#core/console/wire.ts";
import { referralCode } from "#core/referral/code.ts";
import { now } from "../now.ts";
import { isPrivateKey, reasonsOf, ruleShort } from "../rule-words.ts";
import { membership } from "../session.ts";
import { t as dayTexts } from "../today/texts.ts";
import { called, clock, day, longDay } from "../words.ts";
import { Details } from "./details.tsx";
import { storyEvents } from "./events.tsx";
import { Growth, weighingsOf } from "./growth.tsx";
import { t } from "./texts.ts";

/**
 * Two pages at most for whoever takes her in. A companion may carry and read this paper: what she said alone is never on it;
 * the midwife speaks of that herself.
 */
export const PrintedStory = ({ story, referral }: { story: MotherStory; referral: Referral | undefined }): JSX.Element => {
  const { view, card } = story;
  const birth = view.births.at(-1);
  const events = storyEvents(withoutPrivate(story), now.value).filter((event) => !event.inside).slice(0, 14);
  return (
    <article class="print-only printed">
      <h1>{t("printTitle")}: {called(card.name)}</h1>
      <p>{t("printFrom", { site: membership.value?.siteName ?? "", date: `${longDay(now.value)}, ${clock(now.value)}` })} · {t("printNote")}</p>
      {referral !== undefined && (
        <section>
          <h2>{t("whyTitle")}: {dayTexts(`class.${referral.made.class}`)} · {t("code", { code: referralCode(referral.referral) })}</h2>
          <ul>{reasonsOf(referral.made, view.screenings.find((one) => one.screening === referral.made.screening)).map((reason) => <li key={reason}>{reason}</li>)}</ul>
          <p>{referral.made.rules.map(ruleShort).join("; ")}</p>
          <p>{t("made", { when: `${day(referral.made.at)}, ${clock(referral.made.at)}`, who: story.names[referral.made.by] ?? "" })}</p>
          {referral.answers.map((one) => <p key={one.entry}>{t("event.answer", { answer: t(`answer.${one.answer}`) })}</p>)}
        </section>
      )}
      <section><h2>{t("details")}</h2><Details story={story} /></section>
      {birth?.babies.map((baby) => <Growth key={baby.baby} name={baby.name ?? t("babyOf", { name: called(card.calledBy ?? card.name) })} sex={baby.sex} weighings={weighingsOf(view, birth, baby)} />)}
      <section>
        <h2>{t("story")}</h2>
        <table class="table">
          <tbody>{events.map((event) => <tr key={event.key}><td>{day(event.at)}, {clock(event.at)}</td><td><b>{event.title}</b><br />{event.lines.filter(Boolean).map((line, n) => <span key={n}>{line}<br /></span>)}<small>{event.notes.join(" · ")}</small></td></tr>)}</tbody>
        </table>
      </section>
      <p class="signature">{t("printSign")}</p>
    </article>
  );
};

/** The story without what she may say alone only, and without free words, which may tell it again. */
function withoutPrivate(story: MotherStory): MotherStory {
  const { view } = story;
  const publicKeys = <T extends object>(answers: T): T => Object.fromEntries(Object.entries(answers).filter(([key]) => !isPrivateKey(key))) as T;
  const hasPrivate = view.screenings.some((one) => Object.entries(one.mother).some(([key, value]) => isPrivateKey(key) && value !== false));
  const words = <T extends { readonly words?: string }>(one: T): T => {
    if (!hasPrivate) return one;
    const { words: _, ...rest } = one;
    return rest as T;
  };
  return {
    ...story,
    view: {
      ...view,
      causes: view.causes.map(words),
      plans: view.plans.map(words),
      screenings: view.screenings.map((one) => ({ ...one, mother: publicKeys(one.mother), results: one.results.map((result) => ({ ...result, deferred: [] })) })),
      referrals: view.referrals.map((one) => ({ ...one, made: words(one.made), answers: one.answers.map(words) })),
    },
  };
}
