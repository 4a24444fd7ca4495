import { CATALOGUE } from "./catalogue.ts";
import { motherView, type MotherView } from "./care/mother-view.ts";
import { checkEntry } from "./ledger/entry-type.ts";
import type { Entry } from "./ledger/entry.ts";
import { foldStream, type StreamState } from "./ledger/fold.ts";
import type { JsonObject } from "./ledger/json.ts";
import { uuidV7 } from "./ledger/uuid.ts";

/** Ids for tests: the same number gives the same id. */
export const testId = (n: number): string => uuidV7(1_700_000_000_000 + n, new Uint8Array(10).fill(n % 251));

export const PROGRAMME = testId(1);
export const KADER = testId(2);
export const MIDWIFE = testId(3);

type Options = { at?: string; author?: string; performer?: string; replaces?: string[]; version?: number };

/** Writes the entries of one invented stream; each is checked, so that no test folds what the ledger would refuse. */
export function storyOf(kind: "mother" | "kader" | "programme" | "meeting", n = 10) {
  const stream = `${kind}:${testId(n)}`;
  const entries: Entry[] = [];
  const tell = (type: string, body: object, { at = "2026-11-25T02:00:00.000Z", author = KADER, performer = author, replaces = [], version = 1 }: Options = {}): Entry => {
    const checked = checkEntry(CATALOGUE, {
      id: testId(n * 1000 + entries.length),
      programme: PROGRAMME,
      stream,
      type,
      version,
      author,
      performer,
      device: testId(4),
      deviceSeq: entries.length + 1,
      occurredAt: at,
      recordedAt: at,
      replaces,
      body: body as JsonObject,
    });
    if (!checked.ok) throw new Error(`${type} is broken at ${checked.error.where}`);
    entries.push(checked.value);
    return checked.value;
  };
  const state = (): StreamState => foldStream(CATALOGUE, entries);
  return { stream, entries, tell, state, mother: (): MotherView => motherView(stream, state()) };
}
