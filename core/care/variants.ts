import type { Birth, MotherView } from "./mother-view.ts";

/** More than this and somebody has to sort her record out first; the newest are looked at. */
const MOST = 8;

/**
 * Where two truths about her age or her birth stand beside each other, her record told with each of them: what leads to the
 * worse result counts until a person has chosen. One telling where nothing is disputed.
 */
export function variantsOf(view: MotherView): MotherView[] {
  let tellings: MotherView[] = [view];
  for (const { field, values } of view.conflicts) {
    const detail = /^mother\/(bornOn|bornInYear)$/.exec(field)?.[1];
    const birth = /^birth\/(.+)$/.exec(field)?.[1];
    if (detail !== undefined) tellings = tellings.flatMap((telling) => values.map(({ value }) => ({ ...telling, details: { ...telling.details, [detail]: value } })));
    if (birth !== undefined) tellings = tellings.flatMap((telling) => eachBirth(telling, birth));
  }
  return tellings.slice(-MOST);
}

function eachBirth(view: MotherView, birth: string): MotherView[] {
  const told = view.births.filter((one) => one.birth === birth);
  const others = view.births.filter((one) => one.birth !== birth);
  const inOrder = (births: Birth[]) => births.sort((a, b) => (a.bornAt < b.bornAt ? -1 : 1));
  return told.map((one) => ({ ...view, births: inOrder([...others, one]) }));
}
