import { device } from "./device.ts";

/** Who else may have done what she now writes down: the people of her site that this phone knows by name, herself apart. */
export function whoElse(): readonly { readonly person: string; readonly name: string }[] {
  const me = device.person.value?.id;
  const site = device.site.value?.id;
  const staff = device.programme.value?.staff ?? [];
  return staff.filter(({ role, person, site: theirs }) => role === "midwife" && person !== me && (theirs === null || theirs === site)).map(({ person, name }) => ({ person, name }));
}

/** The name of somebody by id, as far as this phone knows it: herself and the programme's staff. */
export function nameOf(person: string): string | null {
  if (person === device.person.value?.id) return device.person.value.name;
  return device.programme.value?.staff.find((one) => one.person === person)?.name ?? null;
}
