import { describe, expect, test } from "vitest";
import type { TriageResult } from "../triage/engine.ts";
import { clearanceAt, kaderView } from "../training/kader-view.ts";
import { MIDWIFE, storyOf, testId } from "../testing.ts";
import { sessionGate } from "./gate.ts";
import type { Consent } from "./mother-view.ts";

const GIVEN: Consent = { state: "given", how: "spoken", readAloud: true, allows: { midwife: true, phone: true, counted: true }, at: "", by: "", writtenBy: "", entry: "" };
const result = (massage: TriageResult["massage"], more: Partial<TriageResult> = {}): TriageResult => ({ class: "LANJUT", rules: [], massage, blockedBy: [], missing: [], unanswered: [], deferred: [], fired: [], version: 1, ...more });
const VALID = { state: "valid", clearance: testId(5), until: "2027-01-01T00:00:00.000Z" } as const;

describe("T1: no guided session starts", () => {
  test("opens with clearance, consent and an allowed screen for every baby", () => expect(sessionGate(GIVEN, VALID, [result("allowed"), result("allowed")])).toEqual({ open: true, clearance: testId(5) }));

  test.each([
    ["no clearance", { state: "none" } as const],
    ["a clearance that ran out", { state: "expired", until: "2026-11-01T00:00:00.000Z" } as const],
    ["a clearance that was withdrawn", { state: "withdrawn", words: "latihan lagi" } as const],
  ])("with %s", (_, standing) => expect(sessionGate(GIVEN, standing, [result("allowed")])).toEqual({ open: false, barriers: [{ code: "clearance", standing }] }));

  test("without consent to be recorded", () => expect(sessionGate({ state: "none" }, VALID, [result("allowed")])).toMatchObject({ open: false, barriers: [{ code: "consent-to-record" }] }));
  test("without a screening", () => expect(sessionGate(GIVEN, VALID, [])).toMatchObject({ open: false, barriers: [{ code: "no-screening" }] }));
  test("where a rule blocks for one of two babies", () => expect(sessionGate(GIVEN, VALID, [result("allowed"), result("blocked", { blockedBy: ["N08"] })])).toMatchObject({ open: false, barriers: [{ code: "blocked", rules: ["N08"] }] }));
  test("where an answer is missing", () => expect(sessionGate(GIVEN, VALID, [result("incomplete", { missing: ["mother.pregnant"] })])).toMatchObject({ open: false, barriers: [{ code: "incomplete", missing: ["mother.pregnant"] }] }));

  test("and every barrier is told at once", () => {
    const gate = sessionGate({ state: "none" }, { state: "none" }, [result("blocked", { blockedBy: ["S05"] })]);
    expect(gate.open ? [] : gate.barriers.map((barrier) => barrier.code)).toEqual(["clearance", "consent-to-record", "blocked"]);
  });
});

describe("a clearance", () => {
  const grant = { clearance: testId(5), from: "2026-06-01T00:00:00.000Z", until: "2026-12-01T00:00:00.000Z", basis: "by-hand" };
  const standingAt = (story: ReturnType<typeof storyOf>, at: string) => clearanceAt(kaderView(story.stream, story.state()), Date.parse(at)).state;

  test.each([
    ["2026-05-31T23:59:59.999Z", "none"],
    ["2026-06-01T00:00:00.000Z", "valid"],
    ["2026-11-30T23:59:59.999Z", "valid"],
    ["2026-12-01T00:00:00.000Z", "expired"],
  ])("at %s is %s", (at, state) => {
    const story = storyOf("kader");
    story.tell("clearance.granted", grant, { author: MIDWIFE });
    expect(standingAt(story, at)).toBe(state);
  });

  test("withdrawn holds, also where the withdrawal had not seen what it withdraws", () => {
    for (const seen of [true, false]) {
      const story = storyOf("kader");
      const granted = story.tell("clearance.granted", grant, { author: MIDWIFE });
      story.tell("clearance.withdrawn", { clearance: testId(5), words: "latihan lagi" }, { author: MIDWIFE, replaces: seen ? [granted.id] : [] });
      expect(standingAt(story, "2026-07-01T00:00:00.000Z")).toBe("withdrawn");
    }
  });

  test("a new one after a withdrawn one is valid", () => {
    const story = storyOf("kader");
    const granted = story.tell("clearance.granted", grant, { author: MIDWIFE });
    story.tell("clearance.withdrawn", { clearance: testId(5), words: "latihan lagi" }, { author: MIDWIFE, replaces: [granted.id] });
    story.tell("clearance.granted", { ...grant, clearance: testId(6), from: "2026-06-10T00:00:00.000Z" }, { author: MIDWIFE });
    expect(standingAt(story, "2026-07-01T00:00:00.000Z")).toBe("valid");
  });
});
