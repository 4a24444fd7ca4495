import type { JSX } from "preact";
import type { Referral } from "#core/care/mother-view.ts";
import type { MotherStory } from "#core/console/wire.ts";
import { referralCode } from "#core/referral/code.ts";
import { findBook } from "#content/rules/rule-book.ts";
import { ClassTag } from "#web/shared/controls/ClassTag.tsx";
import { classCss } from "#web/shared/controls/class-signs.ts";
import { now } from "../now.ts";
import { isPrivateRule, privateReasonsOf, reasonsOf, ruleShort } from "../rule-words.ts";
import { t as day } from "../today/texts.ts";
import { moment, span } from "../words.ts";
import { t, tOf } from "./texts.ts";

/** Why she was referred: the answers behind it first, then the rules, what the kader says, and how far it has come. */
export const Why = ({ story, referral }: { story: MotherStory; referral: Referral }): JSX.Element => {
  const { made, passed, late, answers } = referral;
  const { names, view } = story;
  const screening = view.screenings.find((one) => one.screening === made.screening);
  const received = story.entries.find((one) => one.id === made.entry)?.receivedAt;
  const alone = privateReasonsOf(made, screening);
  const reasons = reasonsOf(made, screening);
  // A rule whose reason stands above already is not told twice.
  const rules = made.rules.filter((rule) => !reasons.includes(ruleShort(rule)) || !isPrivateRule(rule));
  const answered = answers.length > 0;
  const book = screening === undefined ? undefined : findBook(screening.ruleBook);
  return (
    <section class={`panel why-panel ${answered ? "" : classCss(made.class)}`} aria-label={t("whyTitle")}>
      <div class="spread">
        <ClassTag name={made.class} text={answered ? day(`class.${made.class}`) : span(now.value - Date.parse(made.at))} />
        <small class="num">{t("code", { code: referralCode(referral.referral) })}</small>
      </div>
      {!answered && (late.seen || late.answered) && <b class="late">{day("late")}: {late.answered ? day("lateAnswered") : day("lateSeen")}</b>}
      <ul class="plain reasons">{reasons.map((reason) => <li key={reason}><b>{reason}</b></li>)}</ul>
      {alone.length > 0 && <details class="no-print"><summary>{t("saidAlone")}</summary><p><b>{alone.join(", ")}</b></p><small>{t("saidAloneHint")}</small></details>}
      {made.words !== undefined && <p>{t("kaderSays")}: “{made.words}”</p>}
      {rules.length > 0 && (
        <ul class="plain small">{rules.map((rule) => <li key={rule}>{reasons.includes(ruleShort(rule)) ? "" : ruleShort(rule)}{!isPrivateRule(rule) && <> <a href={`#/aturan/${rule}`}>{t("rule", { rule })}</a></>}</li>)}</ul>
      )}
      <small>
        {t("made", { when: moment(made.at, now.value), who: names[made.by] ?? "" })}
        {received !== undefined && Date.parse(received) - Date.parse(made.at) > 5 * 60_000 && `, ${t("cameLater", { when: moment(received, now.value) })}`}
        {book !== undefined && ` · ${t(book.signed ? "signedVersion" : "rulesVersion", { version: book.version })}`}
      </small>
      {passed.length > 0 && <small>{t("passedTitle")}: {passed.map((one) => `${tOf("passed", one.by)} ${moment(one.at, now.value)}${one.reached === undefined ? "" : ` (${t(one.reached ? "reachedYes" : "reachedNo")})`}`).join("; ")}</small>}
      {made.blocksMassage && !answered && <small>{t("blocks")}</small>}
      {answers.map((one) => (
        <p key={one.entry} class="why lanjut">{t("alreadyAnswered", { when: moment(one.at, now.value), who: names[one.by] ?? "", answer: t(`answer.${one.answer}`) })}{one.words !== undefined && <><br />“{one.words}”</>}</p>
      ))}
      {answers.length > 1 && <b class="late">{t("twoAnswers")}</b>}
    </section>
  );
};
