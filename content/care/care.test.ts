import { describe, expect, test } from "vitest";
import { COMPANIONS } from "#core/care/entries.ts";
import { code } from "#core/care/words.ts";
import { parseAnswers } from "#core/triage/answers.ts";
import { compareClass } from "#core/triage/class.ts";
import { triage } from "#core/triage/engine.ts";
import { safeParse } from "valibot";
import { TEXTS as EN } from "#content/texts/care.en.ts";
import { TEXTS as ID } from "#content/texts/care.id.ts";
import { FEEDS_EXPECTED, URINE_EXPECTED } from "#content/rules/v1/limits.ts";
import { CURRENT_BOOK } from "#content/rules/rule-book.ts";
import { CAUSES } from "./causes.ts";
import { TAUGHT } from "./companions.ts";
import { PLAN_ITEMS } from "./plans.ts";

const GROUNDED = [...CAUSES.map((one) => ({ ...one, kind: "cause" })), ...PLAN_ITEMS.map((one) => ({ ...one, kind: "plan" })), ...TAUGHT.map((one) => ({ ...one, kind: "taught" }))];
const texts = [...Object.entries(ID), ...Object.entries(EN)] as [string, string][];

describe("what stands behind each cause, plan item and lesson", () => {
  test.each(GROUNDED)("$kind $key says what it stands on", ({ evidence, sources }) => {
    // What was read or cited names its source; only judgement and general knowledge may stand alone, and say so.
    if (evidence === "read" || evidence === "cited") expect(sources.length).toBeGreaterThan(0);
  });

  test.each(GROUNDED)("$kind $key is a code that an entry can carry", ({ key }) => expect(safeParse(code, key).success).toBe(true));

  test("no key stands twice", () => {
    for (const kind of ["cause", "plan", "taught"]) {
      const keys = GROUNDED.filter((one) => one.kind === kind).map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  test("each cause leads to plan items that exist, and each plan item is reached by a cause or a rule", () => {
    const items = new Set(PLAN_ITEMS.map(({ key }) => key));
    for (const cause of CAUSES) for (const key of cause.plan) expect(items.has(key), `${cause.key}: ${key}`).toBe(true);
    const reached = new Set(CAUSES.flatMap(({ plan }) => plan));
    for (const item of PLAN_ITEMS) expect(reached.has(item.key) || item.rules.length > 0, item.key).toBe(true);
  });

  test("what belongs to the midwife leads to the midwife", () => {
    for (const cause of CAUSES.filter(({ helper }) => helper === "midwife")) expect(cause.plan, cause.key).toContain("ask-midwife");
  });
});

test("figures in the words are those of the rules", () => {
  for (const texts of [ID, EN]) {
    expect(texts["cause.doubts-her-milk.do"]).toContain(` ${URINE_EXPECTED} `);
    for (const key of ["cause.few-feeds.do", "plan.feed-often"] as const) expect(texts[key]).toMatch(new RegExp(`\\b${FEEDS_EXPECTED}(?: sampai | to |–)12\\b`));
  }
});

describe("texts", () => {
  test("each has its words in both languages, and no words are left over", () => {
    const wanted = [
      ...CAUSES.flatMap(({ key }) => [`cause.${key}`, `cause.${key}.ask`, `cause.${key}.do`]),
      ...PLAN_ITEMS.map(({ key }) => `plan.${key}`),
      ...TAUGHT.map(({ key }) => `taught.${key}`),
      ...COMPANIONS.map((who) => `who.${who}`),
    ].sort();
    expect(Object.keys(ID).sort()).toEqual(wanted);
    expect(Object.keys(EN).sort()).toEqual(wanted);
  });

  test("to explore means to ask her, in words that can be said aloud", () => {
    for (const [key, text] of texts) if (key.endsWith(".ask")) expect(text, key).toMatch(/^“.+”$/);
  });

  // C6: no diagnosis, no promise, nobody told to press, knead or pump a breast; no blame; other milk neither blamed nor praised.
  const FORBIDDEN: [string, RegExp][] = [
    ["a disease is named", /mastitis|abses|abscess|infeksi|infection|depresi|depress|kuning(?!an)? *berat|bendungan|engorge|blues/i],
    ["a cure or success is promised", /menyembuh|sembuh|pasti (?:lancar|banyak|berhasil)|dijamin|\bcures?\b|\bheals?\b|guarantee|melancarkan|memperbanyak/i],
    ["a breast is worked on", /(?:pijat|tekan|remas|urut|perah|pompa)\w* (?:pelan )?payudara|(?:massage|press|knead|squeeze|pump) (?:the |her |your )?breast|pompa|pump\b/i],
    ["she is blamed", /salah ibu sendiri|malas|harusnya|seharusnya|kurang berusaha|lazy|should have|her own fault/i],
    ["other milk is blamed or praised", /susu formula|formula|susu botol|susu kaleng/i],
    ["somebody is told to stop what is given", /^(?!.*jangan).*(?:hentikan|berhenti(?:kan)? (?:memberi|minum))|^(?!.*(?:not|before)).*\bstop (?:giving|the)\b/i],
    ["office language or English in Indonesian", /\b(?:pasien|terindikasi|dilakukan|input|follow.?up|screening)\b/i],
  ];
  test.each(FORBIDDEN)("nowhere %s", (_what, pattern) => {
    for (const [key, text] of texts) expect(text, key).not.toMatch(pattern);
  });

  test("the patterns above see what they are for", () => {
    const planted = ["Ini mastitis", "Pasti lancar", "Pijat payudara pelan", "Seharusnya Ibu", "Susu formula itu buruk", "Hentikan minuman lain", "Pasien terindikasi"];
    for (const [at, text] of planted.entries()) expect(text).toMatch(FORBIDDEN[at]?.[1] ?? /^$/);
  });
});

test("what a cause tells the rules is an answer that they can read", () => {
  for (const { key, says } of CAUSES) if (says !== undefined) expect(parseAnswers(says), key).toMatchObject({ ok: true });
});

test("a cause never makes a case calmer: what it says fires no rule less", () => {
  const base = { "birth.hoursAgo": 144, "feeding.worriedAboutMilk": true } as const;
  for (const { key, says } of CAUSES) {
    const [before, after] = [triage(CURRENT_BOOK, { answers: base, complete: false }), triage(CURRENT_BOOK, { answers: { ...base, ...says }, complete: false })];
    expect(compareClass(after.class, before.class), key).toBeGreaterThanOrEqual(0);
  }
});
