import type { Referral, Session } from "#core/care/mother-view.ts";
import type { Entry } from "#core/ledger/entry.ts";
import type { ClassName } from "#web/shared/controls/class-signs.ts";
import { nameOf } from "#web/kader/shell/who-did-it.ts";
import { careText } from "#web/kader/shell/care-texts.ts";
import { device, siteZone } from "#web/kader/shell/device.ts";
import { dayText } from "#web/kader/shell/when.ts";
import { reasonsText } from "./reasons.ts";
import { classOf, rulesOf, writtenOn, type StoryItem } from "./story.ts";
import { t } from "./texts.ts";

/** How a part of her story reads: a title, and what is worth knowing below it. */
export type ItemText = { readonly title: string; readonly lines: readonly string[]; readonly name?: ClassName };

const lines = (...all: (string | false | undefined)[]): string[] => all.filter((one): one is string => Boolean(one));

export function itemText(item: StoryItem, unsent: ReadonlySet<string>, entries: ReadonlyMap<string, Entry>): ItemText {
  const later = writtenOn(item, entries, siteZone());
  const told = lines(later !== null && t("writtenLater", { day: dayText(later) }), item.by !== device.person.value?.id && t("byOther", { name: nameOf(item.by) ?? t("someoneElse") }), item.entries.some((id) => unsent.has(id)) && t("unsent"));
  switch (item.kind) {
    case "visit": {
      const result = classOf(item);
      return {
        title: item.visit === null ? t("visit") : t(`visit.${item.visit.kind}`),
        ...(result !== null && { name: result }),
        lines: lines(
          result !== null && [t(`class.${result}`), reasonsText(rulesOf(item))].filter(Boolean).join(": "),
          item.screenings.at(-1)?.complete === false && t("notComplete"),
          item.causes.length > 0 && t("found", { items: item.causes.map((key) => careText(`cause.${key}`)).join("; ") }),
          item.plans.length > 0 && t("planned", { items: item.plans.map((key) => careText(`plan.${key}`)).join("; ") }),
          item.companions.length > 0 && t("met", { who: item.companions.map((key) => careText(`who.${key}`)).join(", ") }),
          item.visit?.fromPaper && t("fromPaper"),
          ...told,
        ),
      };
    }
    case "session":
      return { title: t("session", { time: clock(item.session.ended?.seconds ?? 0) }), lines: [...sessionLines(item.session), ...told] };
    case "referral":
      return { title: t("referral"), name: item.referral.made.class, lines: lines(reasonsText(item.referral.made.rules), referralState(item.referral, unsent), ...item.referral.answers.map(({ words }) => words !== undefined && `“${words}”`), ...told.filter((line) => line !== t("unsent"))) };
    case "birth":
      return { title: item.birth.babies.length > 1 ? t("bornTwins", { count: item.birth.babies.length }) : t("born"), lines: lines(item.birth.caesarean && t("caesarean"), ...told) };
    case "consent":
      return { title: item.state === "given" ? t("registered") : t("consentStop"), lines: told };
    case "case-opened":
      return { title: t("caseOpened", { problem: t(`problem.${item.case.opened.problem}` as "problem.other") }), lines: lines(quoted(item.case.opened.words), ...told) };
    case "case-closed": {
      const closed = item.case.closed;
      return {
        title: t("caseClosed", { outcome: t(`outcome.${closed?.outcome ?? "improved"}`) }),
        lines: lines(closed?.feeling !== undefined && t("feeling", { score: closed.feeling }), quoted(closed?.words), ...told),
      };
    }
    case "word":
      return { title: t("word"), lines: lines(t(`word.${item.word.about}.${item.word.cleared ? "yes" : "no"}`), quoted(item.word.words), ...told) };
    default:
      return item satisfies never;
  }
}

const quoted = (words: string | undefined): string | undefined => (words === undefined ? undefined : `“${words}”`);
const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

function sessionLines({ started, ended, after }: Session): string[] {
  const [before, later] = [started?.confidenceBefore, after?.confidence];
  return lines(
    ended !== undefined && ended.stopped !== null && t("sessionShort"),
    after !== undefined && t("flowAfter", { flow: t(`flow.${after.flow}` as "flow.drops") }),
    before !== undefined && later !== undefined && t("confidence", { before, after: later }),
    started?.fromPaper && t("fromPaper"),
  );
}

export function referralState(referral: Referral, unsent: ReadonlySet<string>): string {
  const answer = referral.answers.at(-1);
  if (answer !== undefined) return t("referralAnswered", { answer: t(`answer.${answer.answer}`) });
  if (unsent.has(referral.made.entry)) return t("referralUnsent");
  return referral.seen === undefined ? t("referralSent") : t("referralSeen");
}
