import { doubleSigns, soundsAlike, type DoubleSign, type Likeness } from "#core/care/double.ts";
import { readNik } from "#core/care/nik.ts";
import type { MotherView } from "#core/care/mother-view.ts";
import { phoneNumber } from "#core/care/phone-number.ts";
import { dateAt } from "#core/care/time.ts";
import type { Card } from "#core/care/today.ts";
import { device, siteZone } from "#web/kader/shell/device.ts";
import type { Answers } from "./answers.ts";
import { bornOf } from "./checks.ts";

export type LikelyDouble = { readonly card: Card; readonly signs: readonly DoubleSign[] };

const text = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** Mothers on this phone who may be the one that is being registered, the likeliest first. Cards sort out most; only the rest are read. */
export async function likelyDoubles(answers: Answers): Promise<LikelyDouble[]> {
  const { details, birth } = answers;
  const nik = readNik(details.nik);
  const her: Likeness = {
    name: details.name,
    calledBy: details.calledBy,
    ...bornOf(details, device.today()),
    phone: phoneNumber(details.phone),
    nik: nik.ok ? nik.value : null,
    gaveBirthOn: birth.date || null,
  };
  // A NIK is not on the cards, so with one every mother is looked at.
  const near = device.cards.value.filter((card) => her.nik || soundsAlike(her, card) || (her.bornOn && card.bornOn === her.bornOn));
  const found = await Promise.all(near.map(async (card) => ({ card, view: await device.mother(card.stream) })));
  return found
    .flatMap(({ card, view }) => (view === null ? [] : [{ card, signs: doubleSigns(her, likenessOf(view)) }]))
    .filter(({ signs }) => signs.length > 0)
    .sort((a, b) => b.signs.length - a.signs.length);
}

function likenessOf(view: MotherView): Likeness {
  const { name, calledBy, bornOn, bornInYear, phone, nik } = view.details;
  const birth = view.births.at(-1);
  return {
    name: text(name) ?? "",
    calledBy: text(calledBy),
    bornOn: text(bornOn),
    bornInYear: typeof bornInYear === "number" ? bornInYear : null,
    phone: text(phone),
    nik: text(nik),
    gaveBirthOn: birth === undefined ? null : dateAt(birth.bornAt, siteZone()),
  };
}
