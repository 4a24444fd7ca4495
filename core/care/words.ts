import * as v from "valibot";

/** Schemas that several entry types share. Text is trimmed and bounded; an empty text is not sent at all. */
export const line = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(160));
export const passage = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(2000));
/** A calendar date, YYYY-MM-DD, that exists. */
export const day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\d$/),
  v.check((text) => {
    const time = Date.parse(`${text}T00:00:00.000Z`);
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
  }),
);
/** 0 (not at all) to 10 (fully), whole. */
export const score = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10));
export const code = v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9.-]{0,60}$/));
export const codes = v.pipe(v.array(code), v.maxLength(80));
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Fields `prefix/key` for each member that is there; `undefined` says nothing, `null` takes back. */
export function each<T extends object>(prefix: string, members: T): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(members)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [`${prefix}/${key}`, value]),
  ) as Record<string, unknown>;
}
