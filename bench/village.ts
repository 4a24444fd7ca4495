import { randomBytes } from "node:crypto";
import type { Entry } from "#core/ledger/entry.ts";
import type { JsonObject } from "#core/ledger/json.ts";
import { uuidV7 } from "#core/ledger/uuid.ts";
import type { LedgerDeps } from "#server/ledger/deps.ts";
import { testProgramme, type TestPhone, type TestProgramme } from "#server/ledger/testing.ts";

/** What several benchmarks share: invented programmes whose kader write as kader do. Figures hold for this mixture only. */

export const someId = (): string => uuidV7(Date.now(), randomBytes(10));

/** Entries of one visit, as the phone writes them: 10 entries of about 600 bytes on average, envelope included. */
const VISIT_ENTRIES = 10;
/** A mother is accompanied for eight visits; then another one takes her place. */
const VISITS = 8;
const MOTHERS_A_BATCH = 5;
export const BATCH = VISIT_ENTRIES * MOTHERS_A_BATCH;

const signs = Object.fromEntries(["fits", "fainted", "blurredVision", "epigastricPain", "suddenSwelling", "breathingHard", "chestPain", "veryIll", "chills"].map((sign) => [`mother.${sign}`, false]));

function visitOf(by: TestPhone, stream: string, isFirst: boolean): Entry[] {
  const [visit, session, screening] = [someId(), someId(), someId()];
  const result = { baby: null, class: "BANTU", rules: ["B01"], massage: "allowed", blockedBy: [], missing: [], unanswered: [], deferred: [] };
  const told: [string, JsonObject][] = [
    isFirst ? ["mother.registered", { name: "Ibu Rekaan", address: "Gang Rekaan nomor satu, belakang balai desa" }] : ["mother.changed", { phone: "+628110000000" }],
    ["visit.begun", { visit, kind: "home", fromPaper: false }],
    ["screening.recorded", { screening, visit, purpose: "full", complete: true, mother: signs, babies: [], ruleBook: 1, results: [result], pace: { "mother-signs-1": 8000, "mother-signs-2": 7000 } }],
    ["causes.found", { visit, causes: ["cause.tired", "cause.latch"], words: "Ibu bercerita kurang tidur" }],
    ["companion.met", { visit, who: "husband", presence: "present", taught: ["taught.back"] }],
    ["session.started", { session, visit, screening, hands: "kader", fromPaper: false, confidenceBefore: 4, easeBefore: 5 }],
    ["session.ended", { session, seconds: 180, pauses: 1, comfort: [{ second: 30, pain: 0 }, { second: 90, pain: 0 }, { second: 150, pain: 0 }], extended: false, stopped: null }],
    ["session.followed", { session, fed: "breast", letDown: ["tingling"], ease: 7, confidence: 7, flow: "trickles" }],
    ["plan.made", { visit, items: ["plan.rest", "plan.feed-often"], words: "Besok pagi kader menelepon" }],
    ["follow-up.set", { due: new Date(Date.now() + 2 * 86_400_000).toISOString(), why: "class.BANTU" }],
  ];
  return told.map(([type, body]) => by.tell(stream, type, body));
}

export type Writer = { readonly phone: TestPhone; readonly nextBatch: () => Entry[]; readonly nextEntry: () => Entry };

/** A kader's phone that always has something to send. */
export function writerOf(phone: TestPhone): Writer {
  let mothers: string[] = [];
  let visits = VISITS;
  let waiting: Entry[] = [];
  const nextBatch = (): Entry[] => {
    if (visits === VISITS) {
      mothers = Array.from({ length: MOTHERS_A_BATCH }, () => `mother:${someId()}`);
      visits = 0;
    }
    visits++;
    return mothers.flatMap((stream) => visitOf(phone, stream, visits === 1));
  };
  const nextEntry = (): Entry => {
    if (waiting.length === 0) waiting = nextBatch();
    return waiting.shift() as Entry;
  };
  return { phone, nextBatch, nextEntry };
}

export const programmes = (deps: LedgerDeps, n: number): Promise<TestProgramme[]> => Promise.all(Array.from({ length: n }, () => testProgramme(deps)));

export const percentile = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

/** Keeps `workers` busy for `seconds`; gives rounds a second and the times of each, sorted, in ms. */
export async function busy(workers: number, seconds: number, once: (worker: number) => Promise<void>): Promise<{ perSecond: number; ms: number[] }> {
  const ms: number[] = [];
  const begun = performance.now();
  const until = begun + seconds * 1000;
  await Promise.all(
    Array.from({ length: workers }, async (_, worker) => {
      while (performance.now() < until) {
        const start = performance.now();
        await once(worker);
        ms.push(performance.now() - start);
      }
    }),
  );
  return { perSecond: (ms.length * 1000) / (performance.now() - begun), ms: ms.sort((a, b) => a - b) };
}
