import { expect, test } from "vitest";
import { CATALOGUE } from "../catalogue.ts";
import { PROGRAMME, testId } from "../testing.ts";
import { checkEntry, typeKey } from "./entry-type.ts";
import { allSaid, foldStream, WHOLE_ENTRY } from "./fold.ts";
import type { Json, JsonObject } from "./json.ts";

type Frozen = { readonly type: string; readonly version: number; readonly body: JsonObject; readonly says: Readonly<Record<string, Json>> };

/**
 * One body of each type and version that was ever written, with what it says: frozen, for entries of today are read for ever.
 * Where a test here fails, the type wants a new version beside the old one, never another file here.
 */
const CORPUS = import.meta.glob<Frozen>("./corpus/*.json", { eager: true, import: "default" });
const files = Object.entries(CORPUS);

test("every type and version has its file, and every file its type", () => {
  expect(files.map(([path]) => path).sort()).toEqual([...CATALOGUE.values()].map(({ type, version }) => `./corpus/${type}.v${version}.json`).sort());
});

test.each(files)("%s still checks, and gives the state that it gave", (_, { type, version, body, says }) => {
  const known = CATALOGUE.get(typeKey(type, version));
  if (known === undefined) throw new Error(`${type} ${version} is no longer known`);
  const at = "2026-11-25T02:00:00.000Z";
  const [id, author] = [testId(90), testId(93)];
  const entry = checkEntry(CATALOGUE, { id, programme: PROGRAMME, stream: `${known.stream}:${testId(92)}`, type, version, author, performer: author, device: testId(94), deviceSeq: 1, occurredAt: at, recordedAt: at, replaces: [], body });
  if (!entry.ok) throw new Error(`broken at ${entry.error.where}`);
  expect(known.says(entry.value.body)).toEqual(says);
  const state = foldStream(CATALOGUE, [entry.value]);
  const stays = Object.entries(says).filter(([field, value]) => value !== null && field !== WHOLE_ENTRY);
  expect([...state.fields.keys()].sort()).toEqual(stays.map(([field]) => field).sort());
  for (const [field, value] of stays) expect(allSaid(state, field)).toEqual([{ value, by: [entry.value] }]);
});
