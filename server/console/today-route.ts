import type { FastifyInstance } from "fastify";
import { byMissed, byUrgency, endingClearances, isMissed } from "#core/console/today.ts";
import type { AnsweredReferral, MotherLine, OpenReferral, Today } from "#core/console/wire.ts";
import { ageOn, dateAt } from "#core/care/time.ts";
import { byNeed, isUnder18, standing, type Card } from "#core/care/today.ts";
import type { Principal } from "#core/ledger/belonging.ts";
import { listKader, listMothers, listReferrals, personNames, programmeDirectory, type ReferralRow } from "../ledger/read.ts";
import { acting } from "./acting.ts";
import type { ConsoleDeps } from "./deps.ts";

/** How long an answer stays in sight after it was given. */
const ANSWERED_SHOWN_MS = 24 * 3_600_000;

export function todayRoutes(app: FastifyInstance, deps: ConsoleDeps): void {
  app.get("/api/console/today", { config: { access: ["midwife"] } }, async (request): Promise<Today> => {
    const { principal } = acting(request);
    const now = deps.ledger.now();
    const [timezone, referrals, mothers, kader, names] = await Promise.all([
      timezoneOf(deps, principal),
      listReferrals(deps.ledger, principal),
      listMothers(deps.ledger, principal),
      listKader(deps.ledger, principal),
      personNames(deps.ledger, principal),
    ]);
    const cards = new Map(mothers.map((row) => [row.card.stream, row.card]));
    const today = dateAt(now, timezone);
    return {
      now: new Date(now).toISOString(),
      referrals: referrals.map((row) => openReferral(row, cards.get(row.stream), names, today)).sort(byUrgency),
      answered: mothers.flatMap(({ card }) => answeredReferral(card, now)).sort((a, b) => (a.at < b.at ? 1 : -1)),
      missed: mothers
        .filter(({ card }) => isMissed(card, now, timezone))
        .map(({ card, kader: by }) => ({ stream: card.stream, name: card.calledBy ?? card.name, under18: isUnder18(card, today), due: card.followUp?.due ?? "", why: card.followUp?.why ?? "", kader: by === null ? null : (names.get(by) ?? null) }))
        .sort(byMissed),
      ending: endingClearances(kader, now),
      mothers: mothers.length,
      kader: kader.filter(({ view }) => !view.left).length,
    };
  });

  app.get("/api/console/mothers", { config: { access: ["midwife"] } }, async (request): Promise<MotherLine[]> => {
    const { principal } = acting(request);
    const now = deps.ledger.now();
    const [timezone, mothers, names] = await Promise.all([timezoneOf(deps, principal), listMothers(deps.ledger, principal), personNames(deps.ledger, principal)]);
    const order = byNeed(now, timezone);
    const today = dateAt(now, timezone);
    return mothers
      .sort((a, b) => order(a.card, b.card))
      .map(({ card, kader, lastReceivedAt }) => ({
        card,
        standing: standing(card, now, timezone),
        under18: isUnder18(card, today),
        age: ageOn(today, card),
        kader,
        kaderName: kader === null ? null : (names.get(kader) ?? null),
        lastReceivedAt,
      }));
  });
}

/** Her site's; a role without a site uses the first site's, and Jakarta's before there is one. */
export async function timezoneOf(deps: ConsoleDeps, principal: Principal): Promise<string> {
  const { sites } = await programmeDirectory(deps.ledger, principal);
  return (sites.find(({ site }) => site === principal.site) ?? sites[0])?.timezone ?? "Asia/Jakarta";
}

function openReferral(row: ReferralRow, card: Card | undefined, names: ReadonlyMap<string, string>, today: string): OpenReferral {
  const { referral, stream, name, calledBy, under18, madeAt, receivedAt, rules, because, words, seenAt, seenDue, answerDue, late } = row;
  return {
    referral,
    stream,
    name,
    ...(calledBy !== undefined && { calledBy }),
    under18,
    class: row.class,
    madeAt,
    receivedAt,
    madeBy: names.get(row.madeBy) ?? "",
    rules,
    because,
    ...(words !== undefined && { words }),
    seenAt,
    seenDue,
    answerDue,
    late,
    age: card === undefined ? null : ageOn(today, card),
    ...(card?.gaveBirthAt !== undefined && { gaveBirthAt: card.gaveBirthAt }),
    babies: card?.babies ?? 0,
  };
}

function answeredReferral({ stream, name, calledBy, answer }: Card, now: number): AnsweredReferral[] {
  if (answer === undefined || now - Date.parse(answer.at) > ANSWERED_SHOWN_MS) return [];
  return [{ referral: answer.referral, stream, name: calledBy ?? name, answer: answer.answer as AnsweredReferral["answer"], at: answer.at }];
}
