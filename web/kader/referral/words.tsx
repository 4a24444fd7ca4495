import type { JSX } from "preact";
import type { MotherView, Referral } from "#core/care/mother-view.ts";
import { triage, type FiredRule } from "#core/triage/engine.ts";
import type { Answers } from "#core/triage/answers.ts";
import { CURRENT_BOOK, findBook } from "#content/rules/rule-book.ts";
import { dateAt, daysBetween } from "#core/care/time.ts";
import { device } from "#web/kader/shell/device.ts";
import { readAloud, speaking, stopReading, voiceFor } from "#web/kader/shell/speech.ts";
import { Why } from "#web/kader/shell/why.tsx";
import { Button } from "#web/shared/controls/Button.tsx";
import { IconSpeak, IconStop } from "#web/shared/controls/icons.tsx";
import { doNowOf, reasonsOf, ruleWords, saysOf } from "#web/shared/rule-words.ts";
import { language } from "#web/shared/texts.ts";
import { t } from "./texts.ts";

type Props = { readonly view: MotherView | null; readonly made: Referral | undefined; readonly name: string };

/** Whole days since her last birth, by the site's date; null where it is not known. */
export function dayAfterBirth(view: MotherView | null): number | null {
  const bornAt = view?.births.at(-1)?.bornAt;
  const timezone = device.site.value?.timezone;
  if (bornAt === undefined || timezone === undefined) return null;
  const days = daysBetween(dateAt(bornAt, timezone), device.today());
  return days >= 0 ? days : null;
}

/** The rules that referred, each with the answers behind it: the screening is judged again by the book of its time (C5). */
function firedBehind(view: MotherView | null, made: Referral | undefined): { readonly fired: readonly FiredRule[]; readonly answers: Answers; readonly version: number } {
  const screening = view?.screenings.find((one) => one.screening === made?.made.screening);
  const book = screening === undefined ? undefined : findBook(screening.ruleBook);
  if (made === undefined || screening === undefined || book === undefined) return { fired: [], answers: {}, version: screening?.ruleBook ?? CURRENT_BOOK.version };
  const cases = screening.babies.length === 0 ? [screening.mother] : screening.babies.map(({ answers }) => ({ ...screening.mother, ...answers }));
  const all = cases.flatMap((answers) => triage(book, { answers, complete: screening.complete }).fired);
  const each = made.made.rules.flatMap((id) => {
    const same = all.filter((rule) => rule.id === id);
    return same[0] === undefined ? [] : [{ ...same[0], because: [...new Set(same.flatMap((rule) => rule.because))] }];
  });
  return { fired: each, answers: Object.assign({}, ...cases), version: book.version };
}

/** Of a referral that a session made: why the hands stopped. */
const STOPS = ["dizzy", "breathless", "chest-pain", "fainting", "bleeding"] as const;
const stopReasons = (made: Referral | undefined): string[] => STOPS.filter((stop) => made?.made.because.includes(`session.${stop}`)).map((stop) => t(`stop.${stop}`));

/** "Because: blurred vision, day 6": never what was said alone. */
export function Reasons({ view, made, name }: Props): JSX.Element {
  const { fired, answers, version } = firedBehind(view, made);
  const worst = fired.filter((rule) => rule.class === made?.made.class);
  const own = made?.made.rules.map((id) => ruleWords(id).reason) ?? [];
  const reasons = [...stopReasons(made), ...(fired.length > 0 ? reasonsOf(worst.length > 0 ? worst : fired, answers) : own)];
  const day = dayAfterBirth(view);
  const text = [...reasons, ...(day === null ? [] : [t("dayAfterBirth", { day })])].join(", ");
  return (
    <div class={`why ${made === undefined || made.made.class === "SEGERA" ? "segera" : made.made.class === "R24" ? "r24" : "pekan"}`}>
      <p><b>{t("because")}</b> {reasons.length === 0 ? t("discreet", { name }) : `${text}.`}</p>
      {made?.made.words !== undefined && <p>{made.made.words}</p>}
      {made !== undefined && made.made.rules.length > 0 && <Why mark rules={made.made.rules} version={version} />}
    </div>
  );
}

/** What to do while help is on its way, and what to say to her. */
export function DoNow({ view, made, name, urgent }: Props & { readonly urgent: boolean }): JSX.Element {
  const { fired } = firedBehind(view, made);
  const rules = fired.length > 0 ? fired.filter((rule) => rule.class === made?.made.class).map(({ id }) => id) : (made?.made.rules ?? []);
  const always = urgent ? [t("stayWithHer"), t("bringBook")] : [];
  const all = new Set(made?.made.rules);
  const lines = [...new Set([...doNowOf(rules, all), ...always])];
  const words = saysOf(rules, all).slice(0, 2);
  const says = words.length === 0 && urgent ? [t("sayGo")] : words;
  const hasVoice = voiceFor(language.value) !== null;
  return (
    <>
      {lines.length > 0 && (
        <section class="panel">
          <h2>{t(urgent ? "meanwhile" : "doNow")}</h2>
          <ol class="do-list">{lines.map((line) => <li key={line}>{line}</li>)}</ol>
        </section>
      )}
      {says.length > 0 && (
        <section class="stack">
          <h2>{t("sayTitle", { name })}</h2>
          {says.map((say) => <p key={say} class="bubble">“{say}”</p>)}
          {hasVoice && (speaking.value
            ? <Button kind="quiet" low icon={<IconStop />} onClick={stopReading}>{t("stopListening")}</Button>
            : <Button kind="quiet" low icon={<IconSpeak />} onClick={() => readAloud(language.value, says)}>{t("listen")}</Button>)}
        </section>
      )}
    </>
  );
}
